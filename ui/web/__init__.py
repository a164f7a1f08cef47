"""The web application: one FastAPI application with the Gradio conversation mounted in it."""
