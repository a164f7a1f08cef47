"""Answers without weighing."""
