"""What goes to stdout: JSON, and text that cannot play tricks on a terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from ui.errors import UnwritableFileError


def print_json(data: object, indent: int | None = 2) -> None:
    """Print data as JSON in UTF-8, whatever the terminal's own encoding is."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def plain(text: str) -> str:
    r"""Return text without control and formatting characters, except line feeds and tabs.

    A document could hold escape sequences that a terminal would obey.

    >>> plain("Quy chế\x1b[31m")
    'Quy chế[31m'
    """
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"})
    return "".join(kept)


def write_file(path: Path, data: bytes) -> None:
    """Write a file, with the folders above it.

    Raises:
        UnwritableFileError: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UnwritableFileError(path) from error
