"""The API: the same answers, documents, quizzes and runs as on the pages, for programs."""
