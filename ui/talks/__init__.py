"""Conversations as the server keeps them: questions, answers, what readers said of them."""
