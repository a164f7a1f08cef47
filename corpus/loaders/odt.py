"""ODT: the paragraphs, lists, tables and footnotes of an OpenDocument text.

Element and attribute names are those of OASIS OpenDocument 1.3, part 3. Lists are numbered by the
program that shows them, so their labels are counted here as LibreOffice draws them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree

from corpus.errors import Unreadable
from corpus.loaders.archive import check_archive, opened
from corpus.loaders.lines import counted, item, joined, superscript, table
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source

Node: TypeAlias = Any  # an element; lxml has no types

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
_TEXT, _STYLE, _TABLE = (f"{{{_NAMES[name]}}}" for name in ("text", "style", "table"))
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_UNSEEN = frozenset(
    {f"{{{_NAMES['office']}}}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"}
)
_BLANKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_BLANKS = 100
_MOST_COLUMNS = 100
_ROWS = frozenset(f"{_TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))


def odt_text(source: Source) -> str:
    """Return the text of an ODT file, one paragraph, item or row of a table a line.

    Raises:
        UnreadableSourceError: damaged, unsafe, behind a password, or secret by its page header.
    """
    check_archive(source)
    with opened(source) as archive:
        content = _tree(source, archive.read("content.xml"))
        styles = _tree(source, archive.read("styles.xml")) if _has_styles(archive) else content
    headers = styles.iterfind(".//style:master-page//text:p", _NAMES)
    if any_mark("".join(node.itertext()) for node in headers):
        raise source.refused(Unreadable.SECRET)
    body = content.find("office:body/office:text", _NAMES)
    if body is None:
        raise source.refused(Unreadable.DAMAGED)
    return joined(_Reading((styles, content)).lines(body))


def _has_styles(archive: zipfile.ZipFile) -> bool:
    return "styles.xml" in archive.namelist()


def _tree(source: Source, data: bytes) -> Node:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise source.refused(Unreadable.DAMAGED) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How the items of one level of a list are labelled; a bullet has no `form`."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1

    def label(self, number: int) -> str:
        return f"{self.before}{counted(number, self.form)}{self.after}"


@dataclass(slots=True)
class _Reading:
    """Reads one document, counting its lists as it goes."""

    trees: tuple[Node, ...]
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    notes: int = 0

    def __post_init__(self) -> None:
        for tree in self.trees:
            for style in tree.iter(f"{_TEXT}list-style"):
                for level in style:
                    key = (style.get(f"{_STYLE}name", ""), int(level.get(f"{_TEXT}level", "1")))
                    self.levels[key] = _level(level)

    def lines(self, parent: Node) -> Iterator[str]:
        """Yield the lines of the blocks below an element."""
        for node in parent:
            if node.tag in _PARAGRAPHS:
                yield from self._paragraph(node)
            elif node.tag == f"{_TEXT}list":
                yield from self._list(node, node.get(f"{_TEXT}style-name", ""), 1)
            elif node.tag == f"{_TABLE}table":
                yield from self._table(node)
            elif node.tag not in _UNSEEN:
                yield from self.lines(node)

    def _paragraph(self, node: Node) -> Iterator[str]:
        """Yield the words of a paragraph, then those of its footnotes and text boxes."""
        later: list[str] = []
        yield self._words(node, later)
        yield from later

    def _words(self, node: Node, later: list[str]) -> str:
        found = [node.text or ""]
        for child in node:
            found += [self._inside(child, later), child.tail or ""]
        return "".join(found)

    def _inside(self, node: Node, later: list[str]) -> str:
        if node.tag in _BLANKS:
            count = int(node.get(f"{_TEXT}c", "1"))
            return _BLANKS[node.tag] * min(count, _MOST_BLANKS)
        if node.tag == f"{_TEXT}note":
            return self._note(node, later)
        if node.tag in _UNSEEN or not isinstance(node.tag, str):
            return ""
        if any(below.tag in _PARAGRAPHS for below in node.iter()):  # a frame with words of its own
            later += self.lines(node)
            return ""
        return self._words(node, later)

    def _note(self, node: Node, later: list[str]) -> str:
        self.notes += 1
        mark = superscript(str(self.notes))
        body = node.find("text:note-body", _NAMES)
        words = " ".join(self.lines(body)) if body is not None else ""
        later.append(f"{mark} {words}")
        return mark

    def _list(self, node: Node, style: str, depth: int) -> Iterator[str]:
        goes_on = node.get(f"{_TEXT}continue-numbering") == "true"
        if not goes_on and node.get(f"{_TEXT}continue-list") is None:
            self.counts.pop((style, depth), None)
        for entry in node:
            yield from self._entry(entry, style, depth)

    def _entry(self, entry: Node, style: str, depth: int) -> Iterator[str]:
        first = entry.tag == f"{_TEXT}list-item"
        for node in entry:
            if node.tag == f"{_TEXT}list":
                below = node.get(f"{_TEXT}style-name") or style
                self.counts.pop((below, depth + 1), None)
                yield from self._list(node, below, depth + 1)
            elif node.tag in _PARAGRAPHS:
                words, *rest = self._paragraph(node)
                yield self._labelled(words, style, depth) if first else words
                yield from rest
                first = False

    def _labelled(self, words: str, style: str, depth: int) -> str:
        level = self.levels.get((style, depth), _Level())
        if not level.form:
            return item(words, depth - 1)
        number = self.counts.get((style, depth), level.start - 1) + 1
        self.counts[(style, depth)] = number
        return f"{level.label(number)} {words.strip()}"

    def _table(self, node: Node) -> Iterator[str]:
        yield from table([list(self._cells(line)) for line in _rows(node)])

    def _cells(self, line: Node) -> Iterator[str]:
        """Yield the cells of a row, an empty one below a cell that goes on over several rows."""
        beside = 0  # columns that the cell before takes too
        for cell in line:
            count = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), _MOST_COLUMNS)
            if cell.tag == f"{_TABLE}table-cell":
                beside = int(cell.get(f"{_TABLE}number-columns-spanned", "1")) - 1
                words = "\n".join(self.lines(cell))
                inner = cell.find(f".//{_TABLE}table") is not None
                yield from [words.replace(" | ", " ") if inner else words] * count
            elif cell.tag == f"{_TABLE}covered-table-cell":
                yield from [""] * max(count - beside, 0)
                beside = max(beside - count, 0)


def _rows(node: Node) -> Iterator[Node]:
    """Yield the rows of a table, and not those of tables in its cells."""
    for child in node:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROWS:
            yield from _rows(child)


def _level(node: Node) -> _Level:
    if node.tag != f"{_TEXT}list-level-style-number":
        return _Level()
    return _Level(
        form=node.get(f"{_STYLE}num-format", ""),
        before=node.get(f"{_STYLE}num-prefix", ""),
        after=node.get(f"{_STYLE}num-suffix", ""),
        start=int(node.get(f"{_TEXT}start-value", "1")),
    )
