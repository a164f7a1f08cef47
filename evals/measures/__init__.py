"""Measures of one answered question, each a value in [0, 1], or None where it does not apply.

All follow definitions of this project; the docstring of each gives its formula. A higher value is
better, but for `concision`, which is a ratio of lengths.
"""
