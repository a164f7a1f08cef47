"""Plots: figures as SVG text, which needs no script, no style of its own and no network."""
