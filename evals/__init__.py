"""How good the assistant is: gold sets, measures, runs."""
