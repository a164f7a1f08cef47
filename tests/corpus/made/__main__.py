"""How much of the shipped texts each format gives back: `python -m tests.corpus.made [--scans]`.

Each of the five texts is written in every format and encoding and read again; a row is the largest
character error rate among them, and the seconds that a file took.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from corpus.loaders.load import loaded
from corpus.loaders.picture import can_recognise
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.repair import repaired
from tests.corpus.made import formats
from tests.corpus.made.codes import CODES
from tests.corpus.made.errors import error_rate
from tests.corpus.made.texts import TEXTS, flat, given

Write = Callable[[list[str]], bytes]
DOCUMENTS = ("docx", "doc", "rtf", "odt", "html", "pdf")
DOTS = (300, 200)


def main() -> None:
    """Print a table in Markdown."""
    sys.stdout.write("| format | character error rate | seconds a file |\n|---|---|---|\n")
    for name, write, expected in _cases():
        rates, seconds = [], []
        for path in TEXTS:
            lines = given(path)
            data, start = write(lines), time.monotonic()
            read = parse("a", loaded(Source(Path("a"), data)).text)[0].text
            seconds.append(time.monotonic() - start)
            rates.append(error_rate(flat(expected(lines)), flat(read.splitlines())))
        sys.stdout.write(f"| {name} | {max(rates):.4f} | {max(seconds):.1f} |\n")
        sys.stdout.flush()


def _cases() -> Iterator[tuple[str, Write, Callable[[list[str]], list[str]]]]:
    for name in DOCUMENTS:
        yield name, getattr(formats, name), _mended
    for name, (writable, write) in CODES.items():
        yield f"text, {name}", partial(_coded, write, writable), partial(_written, writable)
    if "--scans" in sys.argv and can_recognise():
        for dots in DOTS:
            yield f"scan, {dots} dots an inch", partial(formats.scan, dots=dots), _mended


def _coded(
    write: Callable[[str], bytes], writable: Callable[[str], str], lines: list[str]
) -> bytes:
    return write(writable("\n".join(lines)))


def _written(writable: Callable[[str], str], lines: list[str]) -> list[str]:
    return _mended(writable("\n".join(lines)).splitlines())


def _mended(lines: list[str]) -> list[str]:
    """Return lines as they are after repair: the shipped texts have a glued word of their own."""
    return repaired("\n".join(lines)).text.splitlines()


if __name__ == "__main__":
    main()
