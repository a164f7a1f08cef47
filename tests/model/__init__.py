"""A real language model for the tests, small enough for two cores, served on this machine."""
