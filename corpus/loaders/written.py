"""TXT, Markdown and CSV: from bytes to words; and the words of other formats in older codes."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.errors import Unreadable
from corpus.loaders.columns import delimiter_of, table_text
from corpus.loaders.encoding import LOST, decoded, mended
from corpus.loaders.legible import accented
from corpus.loaders.loaded import Loaded
from corpus.loaders.source import Source, is_long
from corpus.reading import Mended, Mending
from corpus.sniff import Format

_EXAMPLE = 60  # characters


def written_text(source: Source) -> Loaded:
    """Return a text, or the rows of a table that is written as one.

    Raises:
        UnreadableSourceError: no text, in no known encoding, or longer than texts are.
    """
    if is_long(source.data):
        raise source.refused(Unreadable.TOO_LARGE)
    found = decoded(source)
    delimiter = delimiter_of(found.text)
    text = found.text if delimiter is None else table_text(found.text, delimiter)
    kind = Format.TEXT if delimiter is None else Format.TABLE
    done: list[Mended] = []
    if not found.encoding.startswith("utf"):
        done.append(_recoded(source.data.decode("latin-1"), found.text))
    if LOST in found.text:
        done.append(_lost(source.data, found.text))
    return Loaded(text=text, format=kind.value, encoding=found.encoding, mended=tuple(done))


def reread(source: Source, found: Loaded) -> Loaded:
    """Return what a parser found, its letters made Unicode where they are of an older code.

    Raises:
        UnreadableSourceError: they are in no encoding of Vietnamese that is known.
    """
    if found.encoding or found.recognised:  # looked at when decoded; Tesseract writes Unicode
        return found
    again = mended(source, found.text)
    if not again.encoding:
        return found
    done = (*found.mended, _recoded(found.text, again.text))
    return replace(found, text=again.text, encoding=again.encoding, mended=done)


def _recoded(raw: str, text: str) -> Mended:
    """Say that the letters of an older code were made Unicode, with the first line of them."""
    pairs = zip(raw.splitlines(), text.splitlines(), strict=False)
    before, after = next(((b, a) for b, a in pairs if not a.isascii()), ("", ""))
    return Mended(
        what=Mending.ENCODING,
        count=len(accented(text)),
        before=before[:_EXAMPLE],
        after=after[:_EXAMPLE],
    )


def _lost(data: bytes, text: str) -> Mended:
    """Say how many characters a text has lost, with the first word that lacks one."""
    at = text.index(LOST)
    start = at - len(re.split(r"\s", text[max(0, at - _EXAMPLE) : at])[-1])
    escaped = data.decode("utf-8", "backslashreplace").removeprefix("\ufeff")
    before, after = (one[start : start + _EXAMPLE].split()[0] for one in (escaped, text))
    return Mended(what=Mending.LOST, count=text.count(LOST), before=before, after=after)
