"""Saying only what the sources say: question, evidence, claims, reply."""
