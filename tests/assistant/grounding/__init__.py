"""Sentences proved by code."""
