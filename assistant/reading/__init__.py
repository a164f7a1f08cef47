"""What a question asks: the sort of answer, its words of matter, the documents it is limited to."""
