"""Questions from the formats of other programs, one module for each."""
