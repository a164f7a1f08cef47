"""The area of conversations that are kept."""
