"""From what was chosen to a reply."""
