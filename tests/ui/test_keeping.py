"""Taking files in: how far it is, and how long the rest may take."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.document import Document
from corpus.errors import HoiQuyCheError
from corpus.library import Added
from corpus.loaders.source import Source
from ui.keeping import READING, Keeper, Progress
from ui.web.library import wording as w


class Refusing:
    """Shelves that take nothing in."""

    library: Any = None

    def add(self, source: Source, origin: str = "") -> Added:  # noqa: ARG002
        raise HoiQuyCheError

    def remove(self, name: str) -> Document:
        raise NotImplementedError

    def touch(self) -> None:
        raise NotImplementedError

    def prepare(self, progress: Progress) -> None:
        """Do nothing."""


def test_while_files_are_read_it_is_told_how_long_the_rest_may_take() -> None:
    files = [Source(Path(f"{n}.txt"), b"Ke hoach. " * 10**n) for n in range(3)]
    told: list[tuple[str, int, int, bool]] = []

    taken = Keeper(Refusing()).add(
        files, lambda what, done, total, left: told.append((what, done, total, left is not None))
    )

    assert len(taken) == 3
    assert told == [(READING, 0, 3, False), (READING, 1, 3, False), (READING, 2, 3, True)]


def test_the_estimate_is_said_in_seconds_once_there_is_one() -> None:
    assert w.reading(0, 3, None) == "Đang đọc tệp 1/3"
    assert w.reading(2, 3, 41.6) == "Đang đọc tệp 3/3, còn khoảng 42 giây"
