"""The pages of conversations: the list, one of them, one answer, what readers said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from ui import messages
from ui.markup import Html, joined, tag
from ui.messages import TALKS
from ui.people.role import Person
from ui.talks import wording as w
from ui.talks.dossier import FORMS
from ui.talks.exchange import Exchange, Talk
from ui.times import moment
from ui.web.evaluation import JUDGED, evaluation_page
from ui.web.frame import page
from ui.web.parts import badge, button, form, labelled, link, wide
from ui.web.talk import talk_html, turn_address

_ASSETS = ("studio",)


def list_page(talks: Sequence[Talk], words: str, days: int, told: str = "") -> Html:
    """Return the reader's conversations, those in which some words occur."""
    intro = w.INTRO.format(days) if days else w.INTRO_KEPT
    search = tag(
        "form",
        labelled(w.SEARCH, tag("input", type="search", name="tim", value=words)),
        button(w.SEARCH_BUTTON),
        method="get",
        action=TALKS,
        class_="line",
    )
    none = tag("p", w.NONE_FOUND if words else w.NONE)
    listed = tag("ol", *map(_line, talks), class_="papers talks") if talks else none
    parts = [tag("h1", w.PAGE), tag("p", intro, class_="intro"), _told(told), search, listed]
    if talks:
        parts.append(_clearing())
    return page(w.PAGE, TALKS, tag("div", *parts, class_="studio"), assets=_ASSETS)


def talk_page(talk: Talk, exchanges: Iterable[Exchange], person: Person) -> Html:
    """Return one conversation, as it was answered."""
    head = tag(
        "header",
        tag("p", tag("a", w.BACK, href=TALKS), class_="back"),
        tag("h1", talk.title),
        tag("p", _go_on(talk), *_exports(f"{TALKS}/{talk.id}"), class_="gestures"),
    )
    body = tag("div", talk_html(exchanges, talk.id, person), id="talk", class_="kept")
    return page(talk.title, TALKS, tag("div", head, class_="studio"), body, assets=_ASSETS)


def answer_page(exchange: Exchange, person: Person) -> Html:
    """Return one answer: where its permanent link leads."""
    head = tag(
        "header",
        tag("p", tag("a", w.BACK, href=TALKS), class_="back"),
        tag("h1", w.ONE_ANSWER),
        tag("p", moment(exchange.at), class_="intro"),
    )
    body = tag("div", talk_html([exchange], "", person), id="talk", class_="kept")
    return page(w.ONE_ANSWER, TALKS, tag("div", head, class_="studio"), body, assets=_ASSETS)


def judged_page(judged: Sequence[Exchange]) -> Html:
    """Return what readers said of answers, to those who measure."""
    head = tag("tr", *(tag("th", name, scope="col") for name in w.JUDGED_COLUMNS))
    rows = tag("tbody", *map(_judged, judged))
    table = wide(tag("table", tag("thead", head), rows), w.JUDGED)
    body = table if judged else tag("p", w.JUDGED_NONE)
    intro = tag("p", w.JUDGED_INTRO, class_="intro")
    return evaluation_page(w.JUDGED, tag("h1", w.JUDGED), intro, body, area=JUDGED)


def _judged(exchange: Exchange) -> Html:
    verdict = exchange.verdict
    if verdict is None:
        return Html("")
    words = badge(w.GOOD, "good") if verdict.good else badge(w.BAD, "bad")
    about = f"{messages.about(verdict.about)}. " if verdict.about else ""
    gold = tag("a", messages.TO_GOLD, href=turn_address(exchange))
    question = tag("th", exchange.question, scope="row")
    return tag("tr", question, tag("td", words), tag("td", about + verdict.reason), tag("td", gold))


def _line(talk: Talk) -> Html:
    facts = (w.COUNT.format(talk.exchanges), w.CHANGED.format(moment(talk.changed_at)))
    pinned = badge(w.PINNED, "calm") if talk.pinned else Html("")
    head = tag("a", talk.title, href=f"{TALKS}/{talk.id}")
    gestures = tag(
        "div",
        _go_on(talk),
        form(
            f"{TALKS}/{talk.id}/ghim",
            tag(
                "button",
                w.UNPIN if talk.pinned else w.PIN,
                name="ghim",
                value=int(not talk.pinned),
                class_="button quiet",
            ),
        ),
        _renaming(talk),
        _deleting(talk),
        class_="gestures",
    )
    return tag("li", head, " ", pinned, tag("small", " · ".join(facts)), gestures)


def _go_on(talk: Talk) -> Html:
    return link(w.GO_ON, f"/?{urlencode({messages.TALK: talk.id})}")


def _renaming(talk: Talk) -> Html:
    title = tag("input", name="ten", value=talk.title, maxlength=120, required=True)
    posting = form(f"{TALKS}/{talk.id}/ten", labelled(w.NEW_TITLE, title), button(w.RENAME))
    return tag("details", tag("summary", w.RENAME, class_="button quiet"), posting)


def _deleting(talk: Talk) -> Html:
    posting = form(f"{TALKS}/{talk.id}/xoa", tag("p", w.DELETE_SURE), button(w.DELETE, look="bad"))
    return tag("details", tag("summary", w.DELETE, class_="button quiet"), posting)


def _clearing() -> Html:
    sure = tag("label", tag("input", type="checkbox", name="chac", value="1"), w.SURE)
    posting = form(f"{TALKS}/tat-ca/xoa", tag("p", w.DELETE_ALL_SURE), sure, button(w.DELETE_ALL))
    return tag("details", tag("summary", w.DELETE_ALL, class_="button quiet"), posting)


def _exports(here: str) -> Iterable[Html]:
    return (
        tag("a", f"{w.EXPORT} {kind.upper()}", href=f"{here}/tai.{kind}", class_="button")
        for kind in FORMS
    )


def _told(words: str) -> Html:
    return tag("p", words, class_="notice-box", role="status") if words else joined(())
