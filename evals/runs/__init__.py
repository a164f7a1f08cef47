"""Runs: evaluations that are kept with all that they depend on."""
