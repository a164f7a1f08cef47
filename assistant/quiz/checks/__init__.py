"""The checks of an item; what one of them cannot prove is not offered."""
