"""What a stretch has of a question."""
