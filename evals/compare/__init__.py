"""Comparison: what one run does better or worse than another, question by question."""
