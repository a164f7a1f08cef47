"""A conversation as HTML: questions, replies as they appear, and what is said in between."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from assistant.reply import Answer
from ui import messages
from ui.markup import Html, joined, tag, text
from ui.people.role import LOCAL, Person, Right
from ui.plain import refusal_text, reply_text
from ui.render import reply_html
from ui.talks.exchange import Exchange, Stage
from ui.tongue import theirs
from ui.web.evaluation import FROM_TALK, GOLD

LONGEST_ADDRESS = 6000  # characters; servers and browsers take some 8,000
MOST_PLACES = 60


def talk_html(exchanges: Iterable[Exchange], talk_id: str = "", person: Person = LOCAL) -> Html:
    """Return exchanges of one conversation, oldest first."""
    return joined(exchange_html(exchange, talk_id, person) for exchange in exchanges)


def exchange_html(exchange: Exchange, talk_id: str = "", person: Person = LOCAL) -> Html:
    """Return a question with as much of its reply as is shown so far, to who asked it."""
    said = tag("span", f"{messages.YOU_ASKED}: ", class_="unseen")
    question = tag("h2", said, text(exchange.question), class_="question")
    reply = Html("")
    if exchange.reply is not None:
        whole = exchange.stage is Stage.ANSWERED
        shown = None if whole else exchange.shown
        reply = reply_html(exchange.reply, shown, growing=not whole)
    busy = "true" if exchange.stage is Stage.ASKED else None
    return tag(
        "article",
        question,
        reply,
        _note(exchange),
        _foot(exchange, person),
        _suggested(exchange),
        class_="exchange",
        id=f"x-{exchange.id}",
        data_talk=talk_id or None,
        aria_busy=busy,
        data_said=_said(exchange),
    )


def _foot(exchange: Exchange, person: Person) -> Html:
    """Return what can be done with an answer that is whole: keep it, judge it, report it."""
    if exchange.stage is not Stage.ANSWERED or exchange.reply is None:
        return Html("")
    here = f"{messages.TALKS}/luot/{exchange.id}"
    links = [
        tag("a", messages.PERMALINK, href=here),
        tag("a", "DOCX", href=f"{here}/tai.docx", download=True),
        tag("a", "PDF", href=f"{here}/tai.pdf", download=True),
        tag("a", "Markdown", href=f"{here}/tai.md", download=True),
    ]
    gold = _to_gold(exchange) if person.may(Right.MEASURE) else Html("")
    told = tag("p", *links, class_="to-gold")
    return tag("div", verdict_html(exchange), gold, told, class_="after")


def _to_gold(exchange: Exchange) -> Html:
    """Return the button that keeps a turn as a draft of a gold item, and the way to its form."""
    send = tag(
        "form",
        tag("button", messages.TO_GOLD, name="luot", value=exchange.id, class_="quiet"),
        method="post",
        action=FROM_TALK,
        data_quiet=True,
    )
    edit = tag("a", messages.TO_GOLD_EDITED, href=turn_address(exchange))
    return tag("div", send, edit, class_="sending")


def _suggested(exchange: Exchange) -> Html:
    """Return the questions to go on with; the script of the page asks the one that is chosen."""
    if not exchange.suggested:
        return Html("")
    buttons = (
        tag("button", text(words), type="button", class_="quiet", data_ask=words, lang=theirs())
        for words in exchange.suggested
    )
    answered = isinstance(exchange.reply, Answer)
    words = messages.SUGGESTED if answered else messages.SUGGESTED_INSTEAD
    lead = tag("span", words, class_="suggested-lead")
    return tag("p", lead, *buttons, class_="suggested")


def verdict_html(exchange: Exchange) -> Html:
    """Return the two thumbs, or what was said before; a wrong citation is named by its number."""
    if exchange.verdict:
        words = messages.JUDGED_GOOD if exchange.verdict.good else messages.JUDGED_BAD
        return tag("p", words, class_="verdict", role="status")
    action = f"{messages.TALKS}/luot/{exchange.id}/y-kien"
    good = tag(
        "form",
        tag("button", messages.GOOD, name="good", value="1", class_="quiet"),
        method="post",
        action=action,
        data_quiet=True,
    )
    cited = exchange.reply.citations if isinstance(exchange.reply, Answer) else ()
    options = [tag("option", messages.ABOUT_ALL, value=0)]
    options += [tag("option", messages.about(c.n), value=c.n) for c in cited]
    bad = tag(
        "form",
        tag("label", messages.ABOUT, tag("select", *options, name="about")),
        tag("label", messages.WHY, tag("textarea", name="reason", rows=2, maxlength=1000)),
        tag("button", messages.SEND_VERDICT, name="good", value="0", class_="quiet"),
        method="post",
        action=action,
        data_quiet=True,
    )
    summary = tag("summary", messages.BAD, class_="quiet")
    return tag("div", good, tag("details", summary, bad), class_="verdict")


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
        address = f"{FROM_TALK}?{urlencode(fields)}"
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
