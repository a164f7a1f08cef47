"""The gold bank: gold sets that are written, reviewed and locked in the page."""
