"""RTF: the words of a rich text file. The door to striprtf.

striprtf leaves out what stands apart from the text (notes, page headers) and tells no hidden or
deleted words from the others. So the file is gone through before: such parts are put between
characters that no text has, such words are left out. Control words are those of Microsoft's Rich
Text Format 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from striprtf.striprtf import rtf_to_text

from corpus.errors import Unreadable
from corpus.loaders.lines import joined, row, superscript
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source

_CELL = re.compile(r"\|")
_LABEL = re.compile(r"^([^\t|]{1,12})\t")  # what Word puts between a number and its words
_TOKEN = re.compile(
    r"(?P<brace>[{}])|\\(?P<word>[a-z]+)(?P<n>-?\d+)? ?|\\'[\da-fA-F]{2}|\\.|[^\\{}|]+|.",
    re.DOTALL,
)
_STROKE, _NOTE, _NOTE_END, _HEADER, _HEADER_END = map(chr, range(0xE000, 0xE005))
_APART = {"footnote": (_NOTE, _NOTE_END)} | {
    f"{place}{page}": (_HEADER, _HEADER_END)
    for place in ("header", "footer")
    for page in ("", "l", "r", "f")
}
_UNSEEN = frozenset({"v", "deleted"})
_NOTES = re.compile(f"{_NOTE}([^{_NOTE}{_NOTE_END}]*){_NOTE_END}")
_HEADERS = re.compile(f"{_HEADER}([^{_HEADER_END}]*){_HEADER_END}")


def rtf_text(source: Source) -> str:
    """Return the text of an RTF file, one paragraph or row of a table a line.

    A footnote stands below the paragraph that refers to it; hidden and deleted words do not count.

    Raises:
        UnreadableSourceError: nothing of it can be read, or secret by its page header.
    """
    marked = "".join(_Marking().marked(source.data.decode("latin-1")))
    text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]
    if any_mark(line for header in _HEADERS.findall(text) for line in header.splitlines()):
        raise source.refused(Unreadable.SECRET)
    lines = (part for line in _noted(_HEADERS.sub("", text)) for part in _parts(line))
    return joined(line.replace(_STROKE, "|") for line in lines)


@dataclass(slots=True)
class _Marking:
    """Goes through the groups of a file: what ends each of them, and whether its words are seen."""

    ends: list[str] = field(default_factory=list)
    seen: list[set[str]] = field(default_factory=lambda: [set()])

    def marked(self, text: str) -> Iterator[str]:
        """Yield a file piece by piece, with marks around what stands apart from its text."""
        at, code = 0, False  # whether a letter was given by its number, and a stand-in follows
        while found := _TOKEN.match(text, at):
            at = found.end()
            word = found["word"]
            if word == "bin":
                at += int(found["n"] or 0)
            elif found["brace"]:
                yield self._brace(found["brace"])
            elif word and not (word == "u" and found["n"]):
                yield self._word(word, found)
            elif not self.seen[-1]:
                yield _written(_STROKE) if found[0] in ("|", r"\'7c") and not code else found[0]
            code = word == "u"

    def _brace(self, brace: str) -> str:
        if brace == "{":
            self.ends.append("")
            self.seen.append(set(self.seen[-1]))
            return brace
        end = self.ends.pop() if self.ends else ""
        if len(self.seen) > 1:
            self.seen.pop()
        return f"{_written(end)}{brace}"

    def _word(self, word: str, found: re.Match[str]) -> str:
        """Return a control word; where it begins what stands apart, the mark of that."""
        if word in _UNSEEN:
            (self.seen[-1].discard if found["n"] == "0" else self.seen[-1].add)(word)
        elif word == "plain":
            self.seen[-1].clear()
        elif word in _APART and self.ends:
            start, self.ends[-1] = _APART[word]
            return _written(start)
        return found[0]


def _written(mark: str) -> str:
    """Return a mark by its number, whatever stands in for such letters elsewhere in the file."""
    return f"{{\\uc1\\u{ord(mark)}?}}" if mark else ""


def _noted(text: str) -> Iterator[str]:
    """Yield lines, each with its footnotes numbered and below it."""
    numbers = count(1)
    for line in _unbroken(text).split("\n"):
        notes: list[str] = []

        def mark(found: re.Match[str], notes: list[str] = notes) -> str:
            number = superscript(str(next(numbers)))
            notes.append(f"{number} {found[1].strip()}")
            return number

        yield _NOTES.sub(mark, line)
        yield from notes


def _unbroken(text: str) -> str:
    """Return a text whose footnotes have no line ends."""
    return _NOTES.sub(lambda found: f"{_NOTE}{' '.join(found[1].split())}{_NOTE_END}", text)


def _parts(line: str) -> Iterable[str]:
    """Return the parts of a line; striprtf ends each cell of a row with a stroke, the last too.

    A stroke in a line that does not end in one stands between two cells of several paragraphs.
    """
    line = _LABEL.sub(r"\1 ", line)
    cells = _CELL.split(line.rstrip())
    return cells if cells[-1] else [row(cells[:-1])]
