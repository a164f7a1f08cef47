"""What was typed, put right."""
