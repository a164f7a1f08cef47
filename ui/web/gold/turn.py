"""A turn of a conversation sent to a gold set by one click."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from assistant.reply import Answer
from evals.bank.errors import UnknownGoldItemError
from evals.bank.kept import Kept
from ui import messages
from ui.application import FullApplication
from ui.markup import Html, tag
from ui.people import wording as p
from ui.plain import reply_text
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Exchange
from ui.web.evaluation import FROM_TALK, GOLD, evaluation_page, kept_address
from ui.web.gold.formed import item_from, of_turn
from ui.web.posted import Posted, text
from ui.web.routing import router
from ui.web.talks.routes import person_of


def turn_pages(application: FullApplication) -> APIRouter:
    """Return the route; a turn that was sent before stays as it is."""
    routes = router(UnknownTalkError)

    @routes.post(FROM_TALK)
    def send(posted: Posted, request: Request) -> str:
        who = person_of(request).name
        exchange = application.talks.exchange(who, text(posted, "luot"))
        return _sent(_kept(application, exchange, who or p.NOBODY))

    return routes


def _kept(application: FullApplication, exchange: Exchange, who: str) -> Kept:
    name, key, bank = messages.FROM_TALKS, f"luot-{exchange.id}", application.gold
    try:
        return bank.item(name, key)
    except UnknownGoldItemError:
        cells = of_turn(_asked(exchange), application.library)
        return bank.write(name, item_from({**cells, "id": key, "author": who}), who)


def _asked(exchange: Exchange) -> dict[str, Any]:
    reply = exchange.reply if isinstance(exchange.reply, Answer) else None
    cited = reply.citations if reply else ()
    places = [f"{c.document_id}:{c.span.start}-{c.span.end}" for c in cited]
    answer = reply_text(reply) if reply else ""
    return {"q": exchange.question, "a": answer, "h": exchange.before, "c": places}


def _sent(kept: Kept) -> Html:
    there = tag("a", messages.SEE_GOLD, href=kept_address(kept.name, kept.item.id))
    said = tag("span", messages.SENT_TO_GOLD.format(kept.name))
    told = tag("p", said, " ", there, class_="sending", role="status")
    return evaluation_page(messages.TO_GOLD, tag("h1", messages.TO_GOLD), told, area=GOLD)
