"""The pages of runs: measuring, what came of it, and what one run does better than another."""
