"""The page of a paper: each item with its cited words beside it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.quiz.bank.kept import Paper, Status
from assistant.quiz.bank.studio import Studio
from ui.markup import Html, joined, tag
from ui.web.parts import button, form, labelled, link
from ui.web.quiz import wording as w
from ui.web.quiz.card import (
    Judged,
    badges,
    cited_html,
    explanation_html,
    faults_html,
    judged,
    question_html,
    stale_html,
)
from ui.web.quiz.parts import ROOT, studio_page


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands in a paper, counted from 1."""

    paper: Paper
    number: int

    @property
    def is_last(self) -> bool:
        """Whether nothing stands behind it."""
        return self.number == len(self.paper.items)


def paper_page(studio: Studio, paper: Paper, notice: str = "") -> Html:
    """Return the page of a paper."""
    found = [judged(studio, kept) for kept in paper.items]
    items = tag(
        "ol",
        *(_card(studio, one, Place(paper, n)) for n, one in enumerate(found, start=1)),
        class_="cards",
    )
    shown = items if found else tag("p", w.EMPTY_PAPER, class_="blank")
    return studio_page(paper.title, _head(paper, found), shown, _foot(paper), notice=notice)


def address(paper: Paper) -> str:
    """Return the address of a paper."""
    return f"{ROOT}/de/{paper.id}"


def _head(paper: Paper, found: list[Judged]) -> Html:
    back = tag("p", tag("a", w.PAPERS_AGAIN, href=ROOT), class_="back")
    told = [w.counted(len(paper.items), len(paper.approved))]
    old = sum(bool(one.stale) for one in found)
    if old:
        told.append(f"{old} câu {w.STALE.lower()}")
    counted = tag("p", " · ".join(told), class_="counted")
    gestures = _paper_gestures(paper, rest=any(map(_open, found)))
    return tag("header", back, tag("h1", paper.title), counted, _fewer(paper), gestures)


def _paper_gestures(paper: Paper, *, rest: bool) -> Html:
    """Return what can be done with a paper; `rest`: something in it can be approved at once."""
    every = [
        form(f"{address(paper)}/lam-thu", button(w.TRY)),
        link(w.DOWNLOAD, f"{address(paper)}/tai-ve"),
    ]
    hint = Html("")
    if rest:
        approve = button(w.APPROVE_REST, gesture="approve-rest")
        every.insert(0, form(address(paper), approve, swap=True))
        hint = tag("p", w.APPROVE_REST_HINT, class_="hint-line under")
    return joined((tag("div", *every, class_="gestures"), hint))


def _open(one: Judged) -> bool:
    return one.kept.status is Status.DRAFT and one.sound


def _fewer(paper: Paper) -> Html:
    recipe = paper.recipe
    made = len(paper.items)
    if not recipe.rejected or made >= recipe.wish.count:
        return Html("")
    return tag("p", w.fewer(made, recipe.wish.count), class_="fewer", role="note")


def _card(studio: Studio, one: Judged, place: Place) -> Html:
    kept = one.kept
    heading = tag("h2", w.item_label(place.number))
    told = tag(
        "div",
        question_html(kept.content),
        explanation_html(kept),
        faults_html(kept),
        class_="asked",
    )
    return tag(
        "li",
        tag("div", heading, badges(one), class_="card-head"),
        tag("div", told, cited_html(studio, kept), class_="card-body"),
        _reason(one),
        stale_html(one),
        _gestures(one, place),
        id=f"cau-{kept.id}",
        class_=f"card {kept.status.value}",
        tabindex=-1,
    )


def _reason(one: Judged) -> Html:
    if not one.kept.reason:
        return Html("")
    return tag("p", tag("strong", f"{w.REASON}: "), one.kept.reason, class_="reason")


def _gestures(one: Judged, place: Place) -> Html:
    kept = one.kept
    action = f"{address(place.paper)}/cau/{kept.id}"
    name = w.item_label(place.number)
    decide = _decide(one, name)
    edit = tag("a", w.EDIT, href=f"{ROOT}/cau/{kept.id}?de={place.paper.id}", class_="button plain")
    up = _step("up", "↑", f"{w.UP}: {name}", off=place.number == 1)
    down = _step("down", "↓", f"{w.DOWN}: {name}", off=place.is_last)
    rest = (
        button(w.ANOTHER, gesture="another", said=f"{name}: {w.ANOTHER}"),
        button(w.TAKE_OUT, gesture="take-out", look="quiet"),
        up,
        down,
    )
    main = form(action, *decide, edit, *rest, swap=True, class_="gestures")
    return joined((main, _reject(one, action, name)))


def _decide(one: Judged, name: str) -> tuple[Html, ...]:
    if one.kept.status is not Status.DRAFT:
        return (button(w.BACK_TO_DRAFT, gesture="draft", said=f"{name}: {w.BACK_TO_DRAFT}"),)
    words = w.APPROVE if one.sound else w.APPROVE_ANYWAY
    said = f"{name}: {w.STATUSES[Status.APPROVED]}"
    found = [button(words, gesture="approve", look="main" if one.sound else "plain", said=said)]
    if one.stale and all(change.new for change in one.stale):
        found.append(button(w.RENEW, gesture="renew", said=f"{name}: {w.RENEW}"))
    return tuple(found)


def _step(gesture: str, sign: str, label: str, *, off: bool) -> Html:
    return tag(
        "button",
        tag("span", sign, aria_hidden="true"),
        name="gesture",
        value=gesture,
        class_="button square",
        aria_label=label,
        title=label,
        data_said=label,
        disabled=off,
    )


def _reject(one: Judged, action: str, name: str) -> Html:
    if one.kept.status is Status.REJECTED:
        return Html("")
    reason = tag("input", name="reason", required=True, maxlength=500, placeholder=w.REASON_HINT)
    said = f"{name}: {w.STATUSES[Status.REJECTED]}"
    confirm = button(w.CONFIRM_REJECT, gesture="reject", look="plain", said=said)
    asked = form(action, labelled(w.REASON, reason), confirm, swap=True, class_="reject-form")
    return tag("details", tag("summary", w.REJECT, class_="button quiet"), asked, class_="reject")


def _foot(paper: Paper) -> Html:
    title = tag("input", name="title", value=paper.title, required=True, maxlength=200)
    rename = form(
        address(paper),
        labelled(w.PAPER_TITLE, title),
        button(w.RENAME, gesture="rename"),
        class_="line",
    )
    remove = form(
        address(paper),
        button(w.REMOVE_PAPER, gesture="remove", look="quiet"),
        tag("small", w.REMOVE_PAPER_HINT),
        class_="line",
    )
    return tag("footer", _rejected(paper.recipe.rejected), rename, remove, class_="paper-foot")


def _rejected(rejected: Mapping[str, int]) -> Html:
    rows = [(w.CHECKS.get(name, name), count) for name, count in rejected.items() if count]
    if not rows:
        return Html("")
    head = tag("tr", tag("th", w.CHECK, scope="col"), tag("th", w.DRAFTS, scope="col"))
    body = (tag("tr", tag("th", a, scope="row"), tag("td", str(b))) for a, b in rows)
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="figures")
    return tag("details", tag("summary", w.REJECTED_BY), table)
