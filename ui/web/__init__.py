"""The web application: one FastAPI application with the Gradio conversation mounted in it."""

from ui.web.app import create_app

__all__ = ["create_app"]
