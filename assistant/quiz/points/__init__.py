"""What can be asked of a text, one module for each sort of point."""
