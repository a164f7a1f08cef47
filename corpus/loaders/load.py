"""Loading: from a file to its text, whatever its name says it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import EmptySourceError, Unreadable, UnreadableSourceError, unreadable
from corpus.loaders.apart import held_apart, parsed_apart
from corpus.loaders.archive import MOST_UNPACKED
from corpus.loaders.child import SCAN
from corpus.loaders.container import MOST_FILES
from corpus.loaders.loaded import Loaded
from corpus.loaders.picture import SECONDS_A_PAGE, can_recognise
from corpus.loaders.secrecy import is_secret
from corpus.loaders.source import LONGEST_TEXT, Source, read_source
from corpus.sniff import CONTAINERS, Format, sniff

_REFUSED = {
    Format.ARCHIVE: Unreadable.ARCHIVE,
    Format.LOCKED: Unreadable.ENCRYPTED,
    Format.OTHER: Unreadable.UNSUPPORTED,
}
_BREAKS = str.maketrans({"\x0b": "\n"})
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_WORDS = re.compile(r"\w")
_DEEPEST = 2  # archives inside each other
_LONGEST_SCAN = 60 * 60.0  # seconds


def load(path: Path) -> str:
    """Return the text of a file.

    Raises:
        UnsupportedFormatError: no format that is read here.
        EmptySourceError: no words in it, or a scan that cannot be recognised here.
        SecretSourceError: a mark of state secrecy in its head.
        UnreadableSourceError: any other reason; `reason` says which.
    """
    return loaded(read_source(path)).text


def loaded(source: Source, recognising: Callable[[], bool] = can_recognise) -> Loaded:
    """Return the text that the bytes of a file hold, and how it was read; see `load`.

    `recognising` tells whether the words of pictures can be read here.
    """
    kind = sniff(source.data)
    if kind in _REFUSED:
        raise source.refused(_REFUSED[kind])
    found = _parsed(source, kind, recognising)
    if len(found.text) > LONGEST_TEXT:
        raise source.refused(Unreadable.TOO_LARGE)
    text = _clean(found.text)
    if not _WORDS.search(text):
        raise source.refused(Unreadable.EMPTY)
    if is_secret(text):
        raise source.refused(Unreadable.SECRET)
    return replace(found, text=text)


def unpacked(source: Source, depth: int = 0) -> tuple[Source | UnreadableSourceError, ...]:
    """Return the files to take in for one that was given: itself, or what an archive holds.

    A letter is a file of its own beside what is attached to it. For a file inside that cannot be
    unpacked there is the error that says why. The path of a file inside begins with that of the
    archive inside which it lies, if that lies in another.

    Raises:
        UnreadableSourceError: the archive is damaged, or it or one inside unpacks to too much.
    """
    kind = sniff(source.data)
    if kind not in CONTAINERS or depth >= _DEEPEST:
        return (source,)
    above = source.path.with_suffix("") if depth else Path()
    files: list[Source | UnreadableSourceError] = []
    for name, data in held_apart(source, kind):
        files += _inside(above / (name.strip("/") or "?"), data, depth + 1)
        if _is_bomb(files):
            raise source.refused(Unreadable.UNSAFE)
    if kind is Format.ARCHIVE and not files:
        raise source.refused(Unreadable.EMPTY)
    return (source, *files) if kind is Format.LETTER else tuple(files)


def _inside(
    path: Path, data: bytes | Unreadable, depth: int
) -> tuple[Source | UnreadableSourceError, ...]:
    """Return what is to be taken in for one file of a container."""
    if isinstance(data, Unreadable):
        return (unreadable(path, data),)
    try:
        return unpacked(Source(path, data), depth)
    except UnreadableSourceError as error:
        return (error,)


def _is_bomb(files: Sequence[Source | UnreadableSourceError]) -> bool:
    """Tell whether what was unpacked, archives inside included, is too much or an attack."""
    unsafe = any(
        isinstance(one, UnreadableSourceError) and one.reason is Unreadable.UNSAFE for one in files
    )
    unpacked = sum(len(one.data) for one in files if isinstance(one, Source))
    return unsafe or len(files) > MOST_FILES or unpacked > MOST_UNPACKED


def _parsed(source: Source, kind: Format, recognising: Callable[[], bool]) -> Loaded:
    found = _recognised(source, kind, recognising)
    return found if kind is Format.TEXT else replace(found, format=kind.value)


def _recognised(source: Source, kind: Format, recognising: Callable[[], bool]) -> Loaded:
    """Return what is written in a file; the pictures of pages are read where that can be done."""
    if kind is Format.PICTURE:
        if not recognising():
            raise source.refused(Unreadable.SCAN)
        return parsed_apart(source, kind.value, SECONDS_A_PAGE * 2)
    try:
        found = parsed_apart(source, kind.value)
    except EmptySourceError as error:
        if error.reason is not Unreadable.SCAN or not recognising():
            raise
        return parsed_apart(source, SCAN, _LONGEST_SCAN)
    if found.unread and recognising():
        return parsed_apart(source, SCAN, _LONGEST_SCAN)
    return found


def _clean(text: str) -> str:
    """Return `text` without halves of characters and control characters, which nobody can see."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNSEEN.sub("", whole.translate(_BREAKS))
