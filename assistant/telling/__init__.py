"""From what was chosen to a reply: quotes, warnings, corrections, the reason of a refusal."""
