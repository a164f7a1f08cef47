"""The page for an address that leads nowhere."""

from __future__ import annotations

from ui import messages
from ui.markup import Html, tag
from ui.web.frame import page


def lost_page(words: str) -> Html:
    """Return the page for an address that leads nowhere; `words` say what is missing."""
    more = tag("p", messages.NOT_FOUND_MORE)
    return page(messages.NOT_FOUND, "", tag("h1", messages.NOT_FOUND), tag("p", words), more)
