"""Which candidates answer."""
