"""Taking files in, one after the other: whatever happens to one, the others go in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corpus.errors import HoiQuyCheError, UnforeseenError
from corpus.library import Added
from corpus.loaders.load import unpacked
from corpus.loaders.source import Source
from corpus.naming import Names

Outcome = Added | HoiQuyCheError
_Made = TypeVar("_Made")


class Taking:
    """One adding of files and folders; `add` takes in one file, with where it comes from."""

    def __init__(self, add: Callable[[Source, str], Added], paths: Iterable[Path] = ()) -> None:
        self._add, self._names = add, Names()
        self._names.know(paths)

    def take(self, given: Source) -> Iterator[tuple[str, Outcome]]:
        """Take in a file, or each file that it holds; yield its name and what came of it."""
        held = tried(given.path, lambda: unpacked(given))
        if isinstance(held, HoiQuyCheError):
            yield given.path.name, held
            return
        self._names.know(one.path for one in held if one is not given)
        for one in held:
            if isinstance(one, HoiQuyCheError):
                yield one.path.name, one
            else:
                yield self._one(one, "" if one is given else given.path.name)

    def _one(self, source: Source, origin: str) -> tuple[str, Outcome]:
        named = replace(source, path=Path(self._names.of(source.path, source.data)))
        return named.path.name, tried(named.path, lambda: self._add(named, origin))


def tried(path: Path, work: Callable[[], _Made]) -> _Made | HoiQuyCheError:
    """Return what `work` on a file makes, or why it makes nothing."""
    try:
        return work()
    except HoiQuyCheError as error:
        return error
    except Exception as error:  # noqa: BLE001  the edge of one file: the next one must go in
        return UnforeseenError(path, type(error).__name__)
