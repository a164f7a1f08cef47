"""A conversation as HTML: questions, replies as they appear, and what is said in between."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from assistant.reply import Answer
from ui import messages
from ui.markup import Html, joined, tag
from ui.plain import refusal_text, reply_text
from ui.render import reply_html
from ui.web.conversation import Exchange, Stage
from ui.web.evaluation import GOLD

LONGEST_ADDRESS = 6000  # characters; servers and browsers take some 8,000
MOST_PLACES = 60


def talk_html(exchanges: Iterable[Exchange]) -> Html:
    """Return exchanges, oldest first."""
    return joined(map(exchange_html, exchanges))


def exchange_html(exchange: Exchange) -> Html:
    """Return a question with as much of its reply as is shown so far."""
    said = tag("span", f"{messages.YOU_ASKED}: ", class_="unseen")
    question = tag("h2", said, exchange.question, class_="question")
    reply = Html("")
    if exchange.reply is not None:
        whole = exchange.stage is Stage.ANSWERED
        reply = reply_html(exchange.reply, None if whole else exchange.shown)
    busy = "true" if exchange.stage is Stage.ASKED else None
    return tag(
        "article",
        question,
        reply,
        _note(exchange),
        _to_gold(exchange),
        class_="exchange",
        aria_busy=busy,
        data_said=_said(exchange),
    )


def _to_gold(exchange: Exchange) -> Html:
    """Return the link by which a turn becomes an item of a gold set."""
    if exchange.stage is not Stage.ANSWERED or exchange.reply is None:
        return Html("")
    link = tag("a", messages.TO_GOLD, href=turn_address(exchange), class_="quiet")
    return tag("p", link, class_="to-gold")


def turn_address(exchange: Exchange) -> str:
    """Return the address of the form of a gold item that is filled from a turn.

    What makes it longer than an address may be is left out: the answer first, then the turns
    before, for its citations are worth most.
    """
    reply = exchange.reply
    cited = reply.citations if isinstance(reply, Answer) else ()
    places = [("c", f"{c.document_id}:{c.span.start}-{c.span.end}") for c in cited[:MOST_PLACES]]
    told = [("a", reply_text(reply))] if isinstance(reply, Answer) else []
    before = [("h", question) for question in exchange.before]
    own = [("q", exchange.question)]
    for fields in ((*own, *before, *told, *places), (*own, *before, *places), (*own, *places)):
        address = f"{GOLD}/tu-hoi-dap?{urlencode(fields)}"
        if len(address) <= LONGEST_ADDRESS:
            return address
    return f"{GOLD}/viet"


def _said(exchange: Exchange) -> str:
    """Return what a screen reader is told at the end, when the reader did not watch it come."""
    if isinstance(exchange.reply, Answer):
        documents = len({c.document_id for c in exchange.reply.citations})
        return messages.answered(len(exchange.reply.citations), documents)
    return refusal_text(exchange.reply) if exchange.reply else exchange.note


def _note(exchange: Exchange) -> Html:
    if exchange.stage is Stage.STOPPED:
        words = messages.STOPPED if exchange.shown else messages.STOPPED_EARLY
        return tag("p", words, class_="note")
    if not exchange.note:
        return Html("")
    working = " working" if exchange.stage is Stage.ASKED else ""
    return tag("p", exchange.note, class_=f"note{working}", role="status")
