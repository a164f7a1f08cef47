"""Sweeps: a grid of settings, each of them run once over the same questions."""
