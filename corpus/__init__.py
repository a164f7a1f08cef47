"""What the sources say: documents, their particulars, their outline and their citable passages."""
