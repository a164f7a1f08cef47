"""Who uses the program: users and their roles, sessions, tokens, the audit log."""
