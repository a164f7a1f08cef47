"""Sentences made false, each by one change at one place."""
