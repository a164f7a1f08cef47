"""The quiz studio: pages that are plain HTML, with a little script for comfort."""
