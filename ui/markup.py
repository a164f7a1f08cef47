"""HTML: the one place where text turns into it, always escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable

from ui.tongue import said

VOID = frozenset({"br", "hr", "input", "link", "meta"})
TYPED = frozenset({"textarea"})  # holds what somebody wrote
# attributes that people read or hear; every other one is a value
SAID = frozenset(
    {
        "aria-label", "title", "placeholder", "data-name", "data-said", "data-label", "data-done",
        "data-failed", "data-opening",
    }
)  # fmt: skip


class Html(str):
    """Text that is HTML already; made by `text`, `tag` and `joined` only."""

    __slots__ = ()


def text(words: str) -> Html:
    """Return plain words as HTML that shows exactly them.

    >>> text('<img src=x onerror="x()"> & Đ')
    '&lt;img src=x onerror=&quot;x()&quot;&gt; &amp; Đ'
    """
    return Html(html.escape("".join(c for c in words if c >= " " or c in "\n\t"), quote=True))


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """Return one element; a child that is not `Html` is escaped, in the language of the page.

    An attribute is written with `-` for `_` and without a trailing `_`; True writes it bare,
    False and None leave it out.

    >>> tag("p", "a < b", class_="claim", data_n=1)
    '<p class="claim" data-n="1">a &lt; b</p>'
    """
    head = f"<{name}" + "".join(_attribute(key, value) for key, value in attributes.items()) + ">"
    if name in VOID:
        return Html(head)
    typed = name in TYPED
    inside = joined(c if isinstance(c, Html) or not typed else text(c) for c in children)
    return Html(f"{head}{inside}</{name}>")


def on_one_line(html: Html) -> Html:
    """Return the same HTML without line ends, so that a Markdown reader sees one block of it."""
    return Html(html.replace("\n", "&#10;"))


def joined(pieces: Iterable[str]) -> Html:
    """Return the pieces one after the other; one that is not `Html` is escaped.

    What the program says is put into the language of the page; words of documents and of people
    are given as `text`, which leaves them as they are.
    """
    return Html("".join(p if isinstance(p, Html) else text(said(p)) for p in pieces))


def _attribute(key: str, value: str | int | bool | None) -> str:  # noqa: FBT001 - a bare attribute is a True
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    words = said(str(value)) if name in SAID else str(value)
    return f" {name}" if value is True else f' {name}="{text(words)}"'
