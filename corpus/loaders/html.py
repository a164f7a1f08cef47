"""HTML: the main text of a page, without what the site puts around it. The door to trafilatura."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import trafilatura

from corpus.errors import Unreadable
from corpus.loaders.encoding import decoded
from corpus.loaders.lines import item, joined, superscript, table
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source

_BLANKS = re.compile(r"[ \t\r\n]+")
_BLOCKS = frozenset({"p", "head", "list", "table", "quote", "item", "div", "ab", "fw", "code"})


def html_text(source: Source) -> str:
    """Return the main text of a page, one paragraph, item or row of a table a line.

    Its title stands first when the text does not hold it.

    Raises:
        UnreadableSourceError: no text is left, garbled letters, or a mark of secrecy anywhere.
    """
    markup = decoded(source).text
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise source.refused(Unreadable.DAMAGED)
    if any_mark("".join(tree.itertext()).splitlines()):
        raise source.refused(Unreadable.SECRET)
    page: Any = trafilatura.bare_extraction(
        tree, include_comments=False, include_formatting=True, with_metadata=True
    )
    if page is None or page.body is None:
        raise source.refused(Unreadable.EMPTY)
    text = joined(_lines(page.body))
    return _titled(page.title or "", text)


def _titled(title: str, text: str) -> str:
    flat = " ".join(text.split()).casefold()
    known = " ".join(title.split())
    return text if known.casefold() in flat else f"{known}\n\n{text}"


def _lines(parent: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401  lxml has no types
    """Yield the lines below an element of trafilatura's tree; `depth` counts the lists."""
    makers: dict[str, Callable[[Any], Iterator[str]]] = {
        "list": lambda node: _items(node, depth),
        "table": lambda node: table(
            [[_inside(cell) for cell in line.iter("cell")] for line in node.iter("row")]
        ),
    }
    words = _flat(parent.text)
    for node in parent:
        if node.tag in _BLOCKS:
            yield words
            yield from makers.get(node.tag, lambda n: _lines(n, depth))(node)
            words = ""
        else:
            words += _word(node)
        words += _flat(node.tail).lstrip(" " if node.tag == "lb" else "")
    yield words


def _flat(words: str | None) -> str:
    """Return words as a browser shows them: line ends of the file are blanks."""
    return _BLANKS.sub(" ", words or "")


def _items(listing: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    numbered = listing.get("rend") == "ol"
    for number, entry in enumerate(listing.iterchildren("item"), 1):
        inner = [line for line in _lines(entry, depth + 1) if line.strip()]
        if inner:
            yield item(inner[0], depth, number if numbered else None)
            yield from inner[1:]


def _word(node: Any) -> str:  # noqa: ANN401
    if node.tag == "lb":
        return "\n"
    words = "".join(_inside(node))
    return superscript(words) if node.get("rend") == "#sup" else words


def _inside(node: Any) -> str:  # noqa: ANN401
    return "\n".join(line for line in _lines(node) if line.strip())
