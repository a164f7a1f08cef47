"""What the library does with a file, and the clock; a test brings its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.document import Document
from corpus.loaders.load import loaded
from corpus.loaders.loaded import Loaded
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.passage import Passage

Parsed = tuple[Document, tuple[Passage, ...]]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What the library does with a file, and the clock; a test brings its own."""

    load: Callable[[Source], Loaded] = loaded
    parse: Callable[[str, str, str], Parsed] = parse
    clock: Callable[[], datetime] = _now
