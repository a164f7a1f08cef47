"""The gold sets that ship with the project."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "gold"
_LAW = "law.jsonl"  # over laws that do not ship with the project


def first_light() -> Path:
    """Return the path of the first gold set over the five shipped documents."""
    return _FOLDER / "first-light.jsonl"


def shipped_sets() -> tuple[Path, ...]:
    """Return every gold set over the five shipped documents, the first one first."""
    others = (path for path in sorted(_FOLDER.glob("*.jsonl")) if path.name != _LAW)
    return (first_light(), *(path for path in others if path != first_light()))


def law() -> Path:
    """Return the path of the gold set over laws, which have to be added to the library first."""
    return _FOLDER / _LAW
