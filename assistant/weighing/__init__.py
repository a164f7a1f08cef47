"""Which candidates answer: what is known of each, weighed by what was learned from questions."""
