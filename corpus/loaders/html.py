"""HTML: the main text of a page, without what the site puts around it. The door to trafilatura."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import trafilatura

from corpus.errors import Unreadable
from corpus.loaders.encoding import decoded
from corpus.loaders.lines import counted, item, joined, superscript, table
from corpus.loaders.secrecy import any_mark
from corpus.loaders.source import Source

_BLANKS = re.compile(r"[ \t\r\n]+")
_FRAME = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_FORMS = ("a", "A", "i", "I")  # of the numbers of a list, beside 1
_LABEL = re.compile("\ue000([^\ue001]*)\ue001")  # of an item, between characters that no text has
_INLINE = frozenset({"span", "b", "strong", "i", "em", "u", "font", "big", "center"})
_BLOCKS = frozenset({"p", "head", "list", "table", "quote", "item", "div", "ab", "fw", "code"})


def html_text(source: Source) -> str:
    """Return the main text of a page, one paragraph, item or row of a table a line.

    Its title stands first when the text does not hold it.

    Raises:
        UnreadableSourceError: no text is left, garbled letters, or a mark of secrecy anywhere.
    """
    markup = decoded(source).text
    tree = trafilatura.load_html(markup if _FRAME.search(markup) else _framed(markup))
    if tree is None:
        raise source.refused(Unreadable.DAMAGED)
    if any_mark("".join(tree.itertext()).splitlines()):
        raise source.refused(Unreadable.SECRET)
    _spell(tree)
    page: Any = trafilatura.bare_extraction(
        tree, include_comments=False, include_formatting=True, with_metadata=True
    )
    if page is None or page.body is None:
        raise source.refused(Unreadable.EMPTY)
    text = joined(_lines(page.body))
    return _titled(page.title or "", text)


def _framed(piece: str) -> str:
    """Return a page of which only a piece was kept; what stands in no page is taken for its rim."""
    return f"<html><body>{piece}</body></html>"


def _spell(tree: Any) -> None:  # noqa: ANN401  lxml has no types
    """Write what trafilatura would lose: labels of forms, letters and starts of numbered lists.

    A line of a fragment that stands between blocks without being one becomes a paragraph.
    """
    for label in tree.iter("label"):
        label.tag = "span"
    for listing in tree.iter("ol"):
        _number(listing)
    body = tree.find("body")
    for node in list(body if body is not None else ()):
        if node.tag in _INLINE and not _runs_on(node):
            node.tag = "p"


def _number(listing: Any) -> None:  # noqa: ANN401
    """Write the labels of a list that does not count 1, 2, 3 (HTML, 4.4.5 and 4.4.8)."""
    form = listing.get("type", "")
    number = _integer(listing.get("start"), 1)
    entries = list(listing.iterchildren("li"))
    if form not in _FORMS and number == 1 and not any(e.get("value") for e in entries):
        return
    for entry in entries:
        number = _integer(entry.get("value"), number)
        place = _first_words(entry)
        place.text = f"\ue000{counted(number, form)}.\ue001{place.text or ''}"
        number += 1


def _first_words(entry: Any) -> Any:  # noqa: ANN401
    """Return the element in which the words of an item begin: itself, or its first paragraph."""
    while not (entry.text or "").strip() and len(entry) and entry[0].tag in {"p", "div"}:
        entry = entry[0]
    return entry


def _integer(text: str | None, other: int) -> int:
    found = re.fullmatch(r"\s*(\d{1,6})\s*", text or "")
    return int(found[1]) if found else other


def _runs_on(node: Any) -> bool:  # noqa: ANN401
    """Tell whether words or other pieces of a line stand beside a piece of a line."""
    before, after = node.getprevious(), node.getnext()
    words = node.getparent().text if before is None else before.tail
    pieces = any(one is not None and one.tag in _INLINE for one in (before, after))
    return pieces or bool((words or "").strip() or (node.tail or "").strip())


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
            label = _LABEL.match(inner[0].lstrip())
            words = _LABEL.sub("", inner[0])
            drawn = item(words, depth, number if numbered else None)
            yield f"{label[1]} {words.strip()}" if label else drawn
            yield from inner[1:]


def _word(node: Any) -> str:  # noqa: ANN401
    if node.tag == "lb":
        return "\n"
    words = "".join(_inside(node))
    return superscript(words) if node.get("rend") == "#sup" else words


def _inside(node: Any) -> str:  # noqa: ANN401
    return "\n".join(line for line in _lines(node) if line.strip())
