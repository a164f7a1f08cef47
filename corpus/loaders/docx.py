"""DOCX and DOC: the paragraphs, lists, tables and footnotes of Word. The door to all2md."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from io import BytesIO

import all2md
from all2md.ast import nodes
from all2md.constants import DocumentFormat
from all2md.exceptions import All2MdError, PasswordProtectedError

from corpus.errors import Unreadable
from corpus.loaders.archive import check_archive, opened
from corpus.loaders.fonts import in_unicode
from corpus.loaders.lines import item, joined, superscript, table
from corpus.loaders.loaded import Loaded
from corpus.loaders.package import ordinary
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source
from corpus.loaders.spelled import spelled
from corpus.loaders.word97 import Rows, tables_in, with_tables

_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTE = re.compile("\ue000([^\ue001]*)\ue001")
_TAG = re.compile(r"<[^>]+>")

_Open = dict[int, tuple[int, int]]  # cells that go on, by column: rows that are left, columns


def docx_text(source: Source) -> Loaded:
    """Return the text of a DOCX file, one paragraph, item or row of a table a line.

    Numbers that Word draws ("Điều 1.", "a)") are written out; insertions count as accepted.
    Runs in an older font become Unicode.

    Raises:
        UnreadableSourceError: damaged, unsafe, behind a password, or secret by its page header.
    """
    check_archive(source)
    if any_mark(_headers(source)):
        raise source.refused(Unreadable.SECRET)
    source, done = in_unicode(ordinary(source))
    return Loaded(text=_noted(joined(_lines(_parsed(spelled(source), "docx")))), mended=done)


def doc_text(source: Source) -> str:
    """Return the text of a Word document of the old format, one paragraph or row a line.

    Raises:
        UnreadableSourceError: behind a password.
    """
    try:
        lines = "\n".join(_lines(_parsed(source, "doc"))).split("\n")
    except PasswordProtectedError as error:
        raise source.refused(Unreadable.ENCRYPTED) from error
    return _noted(joined(with_tables(lines, _tables(source))))


def _tables(source: Source) -> list[Rows]:
    """Return the tables of a document of the old format; none where they cannot be made out."""
    try:
        return tables_in(source.data)
    except (All2MdError, LookupError, ValueError, struct.error):
        return []


def _parsed(source: Source, kind: DocumentFormat) -> Sequence[nodes.Node]:
    return all2md.to_ast(BytesIO(source.data), source_format=kind).children


def _noted(text: str) -> str:
    """Number the footnotes as Word shows them: in the order in which the text refers to them."""
    order = {name: str(n) for n, name in enumerate(dict.fromkeys(_NOTE.findall(text)), 1)}
    return _NOTE.sub(lambda found: superscript(order[found[1]]), text)


def _headers(source: Source) -> Iterator[str]:
    """Yield the lines of the page headers and footers, which are no part of the text."""
    with opened(source) as archive:
        for name in filter(_HEADER.fullmatch, archive.namelist()):
            xml = archive.read(name).decode("utf-8", "replace")
            yield from (_TAG.sub("", paragraph) for paragraph in xml.split("</w:p>"))


def _lines(content: Sequence[nodes.Node], depth: int = 0) -> Iterator[str]:
    """Yield the lines of blocks; `depth` is how many lists they stand in."""
    for node in content:
        if isinstance(node, nodes.List):
            yield from _items(node, depth)
        elif isinstance(node, nodes.Table):
            yield from _rows(node)
        elif isinstance(node, nodes.FootnoteDefinition):
            note = " ".join(_lines(node.content))
            yield f"{_note(node.identifier)} {note}"
        elif isinstance(node, nodes.Paragraph | nodes.Heading):
            yield _words(node.content)
        else:
            yield from _lines(_below(node), depth)


def _items(listing: nodes.List, depth: int) -> Iterator[str]:
    for number, entry in enumerate(listing.items, listing.start):
        first, *rest = entry.children or [nodes.Paragraph()]
        words = " ".join(_lines([first]))
        yield item(words, depth, number if listing.ordered else None)
        yield from _lines(rest, depth + 1)


def _rows(node: nodes.Table) -> Iterator[str]:
    header = [node.header] if node.header else []
    yield from table(list(_in_columns([*header, *node.rows])))


def _in_columns(rows: Sequence[nodes.TableRow]) -> Iterator[list[str]]:
    """Yield the cells of each row, an empty one below a cell that goes on over several rows."""
    above: _Open = {}
    for line in rows:
        cells, above = _below_others(line, above)
        yield cells


def _below_others(line: nodes.TableRow, above: _Open) -> tuple[list[str], _Open]:
    """Return the cells of a row, and which of them and of those above go on in the next."""
    cells: list[str] = []
    below: _Open = {}
    column = 0
    for cell in (*line.cells, None):
        while column in above:
            left, width = above[column]
            if left > 1:
                below[column] = left - 1, width
            cells.append("")
            column += width
        if cell is not None:
            if cell.rowspan > 1:
                below[column] = cell.rowspan - 1, cell.colspan
            cells.append(_words(cell.content))
            column += cell.colspan
    return cells, below


def _words(content: Sequence[nodes.Node]) -> str:
    return "".join(map(_word, content))


def _word(node: nodes.Node) -> str:
    """Return the plain words of what stands in a line: no emphasis, no links, no pictures."""
    if isinstance(node, nodes.Text | nodes.Code):
        return node.content
    if isinstance(node, nodes.LineBreak):
        return "\n"
    if isinstance(node, nodes.FootnoteReference):
        return _note(node.identifier)
    if isinstance(node, nodes.Superscript):
        return superscript(_words(node.content))
    if isinstance(node, nodes.Paragraph | nodes.List):  # in a cell
        return "\n".join(_lines([node])) + "\n"
    return _words(_below(node))


def _note(identifier: str) -> str:
    """Return the place of a footnote's number, between characters that no text has."""
    return f"\ue000{identifier}\ue001"


def _below(node: nodes.Node) -> Sequence[nodes.Node]:
    below = getattr(node, "content", None) or getattr(node, "children", ())
    return below if isinstance(below, list) else ()
