"""Whether a sentence that somebody wrote says what the passages say: proved by code."""
