"""Switching from one generation to the next by one pointer write."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CURRENT = "CURRENT"
_NAME = re.compile(r"g\d{6}")


def published(folder: Path) -> Path | None:
    """Return the folder of the current generation; None when `folder` names none that exists."""
    try:
        name = (folder / CURRENT).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    home = folder / name
    return home if _NAME.fullmatch(name) and home.is_dir() else None


@contextmanager
def unpublished(folder: Path) -> Iterator[Path]:
    """Give a new folder beside the generations; it is gone afterwards unless it was published."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(".building-*"):
        shutil.rmtree(left, ignore_errors=True)
    beside = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def publish(folder: Path, beside: Path) -> Path:
    """Make `beside` the current generation, safe on the disk first, and remove the others."""
    for path in beside.rglob("*"):
        _sync(path)
    name = _next_name(folder)
    beside.rename(folder / name)
    pointer = folder / f".{CURRENT}"
    pointer.write_text(f"{name}\n", "ascii")
    _sync(pointer)
    pointer.replace(folder / CURRENT)
    _sync(folder)
    for other in _generations(folder):
        if other.name != name:
            shutil.rmtree(other, ignore_errors=True)
    return folder / name


def _generations(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def _next_name(folder: Path) -> str:
    names = [path.name for path in _generations(folder)]
    return f"g{max((int(name[1:]) for name in names), default=0) + 1:06d}"


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # a folder cannot be opened there
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
