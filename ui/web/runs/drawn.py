"""What may be wider than the page: tables and plots that scroll by themselves."""

from __future__ import annotations

from ui.figures import Table
from ui.markup import Html, tag


def drawn(title: str, content: Html) -> Html:
    """Return content that a narrow screen scrolls, by touch and by key."""
    return tag("div", content, class_="wide", tabindex=0, role="region", aria_label=title)


def table_html(table: Table, class_: str = "figures") -> Html:
    """Return a table of words."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in table.header)))
    body = (
        tag("tr", tag("th", first, scope="row"), *(tag("td", word) for word in rest))
        for first, *rest in table.rows
    )
    caption = tag("caption", table.title)
    return drawn(table.title, tag("table", caption, head, tag("tbody", *body), class_=class_))
