"""A conversation as HTML: questions, replies as they appear, and what is said in between."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.reply import Answer
from ui import messages
from ui.markup import Html, joined, tag
from ui.plain import refusal_text
from ui.render import reply_html
from ui.web.conversation import Exchange, Stage


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
        class_="exchange",
        aria_busy=busy,
        data_said=_said(exchange),
    )


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
