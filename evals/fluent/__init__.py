"""Answers in a language model's words, measured: what is shown, withheld, obeyed, and how fast."""
