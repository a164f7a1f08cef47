"""What a stretch of text has of a question: its words around it, the value that is wanted."""
