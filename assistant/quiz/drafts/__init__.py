"""From points to items, one module for each kind of item."""
