"""Loading: from a file to its text, whatever its name says it is."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import Unreadable
from corpus.loaders.apart import parsed_apart
from corpus.loaders.encoding import decoded, mended
from corpus.loaders.secrecy import is_secret
from corpus.loaders.source import LONGEST_TEXT, Source, read_source
from corpus.sniff import Format, sniff

_REFUSED = {
    Format.OLD_WORD: Unreadable.OLD_WORD,
    Format.LOCKED: Unreadable.ENCRYPTED,
    Format.OTHER: Unreadable.UNSUPPORTED,
}
_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n"})
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_WORDS = re.compile(r"\w")


def load(path: Path) -> str:
    """Return the text of a file.

    Raises:
        UnsupportedFormatError: no format that is read here.
        EmptySourceError: no words in it, or a scan.
        SecretSourceError: a mark of state secrecy in its head.
        UnreadableSourceError: any other reason; `reason` says which.
    """
    return text_of(read_source(path))


def text_of(source: Source) -> str:
    """Return the text that the bytes of a file hold; see `load`."""
    raw = _raw(source)
    if len(raw) > LONGEST_TEXT:
        raise source.refused(Unreadable.TOO_LARGE)
    text = _clean(raw)
    if not _WORDS.search(text):
        raise source.refused(Unreadable.EMPTY)
    if is_secret(text):
        raise source.refused(Unreadable.SECRET)
    return text


def _raw(source: Source) -> str:
    kind = sniff(source.data)
    if kind in _REFUSED:
        raise source.refused(_REFUSED[kind])
    if kind is Format.TEXT:
        return decoded(source)
    return mended(source, parsed_apart(source, kind))


def _clean(text: str) -> str:
    """Return `text` without halves of characters and control characters, which nobody can see."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNSEEN.sub("", whole.translate(_BREAKS))
