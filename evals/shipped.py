"""The gold set that ships with the project."""

from __future__ import annotations

from pathlib import Path


def first_light() -> Path:
    """Return the path of the gold set over the five shipped documents."""
    return Path(__file__).parent / "gold" / "first-light.jsonl"
