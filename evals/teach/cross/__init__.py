"""Teaching the cross-encoder to tell an answer from what only sounds like one."""
