"""How the index grows: passages made by rule, and what they cost."""
