"""Reading files: from the bytes of a TXT, Markdown, HTML, DOCX or PDF file to its text."""
