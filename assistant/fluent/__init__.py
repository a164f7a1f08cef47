"""Answers in a language model's words, of which only what the passages prove is shown."""
