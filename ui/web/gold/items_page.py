"""The page of one gold set: its items, looked for by what they are and how they stand."""

from __future__ import annotations

from collections.abc import Mapping

from evals.bank.bank import GoldBank
from evals.bank.kept import Kept, Wanted
from evals.check import Problem
from evals.gold import Kind, Split, Status
from ui.application import Library
from ui.compared import KINDS
from ui.markup import Html, joined, tag
from ui.web.evaluation import GOLD, evaluation_page, kept_address, set_address
from ui.web.gold import wording as w
from ui.web.gold.formed import problems_of
from ui.web.gold.sets_page import FORMS
from ui.web.parts import badge, button, labelled, link, select
from ui.web.runs.wording import HALVES


def items_page(bank: GoldBank, library: Library, name: str, wanted: Wanted) -> Html:
    """Return the page."""
    found = bank.find(name, wanted)
    problems = problems_of(bank.gold_set(name), library)
    drafts = len(bank.find(name, Wanted(status=Status.DRAFT)))
    files = (link(words, f"{set_address(name)}/tai.{form}") for form, words in FORMS.items())
    gestures = tag(
        "div",
        link(w.NEW_ITEM, f"{set_address(name)}/moi", "main"),
        link(w.QUEUE.format(drafts), f"{set_address(name)}/soat"),
        *files,
        class_="gestures",
    )
    items = tag("ul", *(_item(kept, problems) for kept in found), class_="asked")
    count = tag("p", w.FOUND.format(len(found)) if found else w.NOTHING, class_="counted")
    back = tag("p", tag("a", w.BACK, href=GOLD), class_="back")
    content = (back, tag("h1", name), gestures, _search(name, wanted), count, items)
    return evaluation_page(name, *content, area=GOLD)


def _search(name: str, wanted: Wanted) -> Html:
    halves = {half.value: HALVES[half].partition(" (")[0] for half in Split}
    kinds = {kind.value: KINDS[kind] for kind in Kind}
    states = {status.value: words for status, words in w.STATUSES.items()}
    choices = (
        (w.KIND, "kind", kinds, wanted.kind),
        (w.HALF, "half", halves, wanted.half),
        (w.STATUS, "status", states, wanted.status or ""),
    )
    boxes = (
        labelled(label, select(field, (("", w.ALL), *options.items()), chosen))
        for label, field, options, chosen in choices
    )
    words = tag("input", type="search", name="words", value=wanted.words)
    return tag(
        "form",
        labelled(w.WORDS, words),
        *boxes,
        button(w.FILTER, look="main"),
        method="get",
        action=set_address(name),
        class_="search rows",
    )


def _item(kept: Kept, problems: Mapping[str, tuple[Problem, ...]]) -> Html:
    link_to = tag("a", kept.item.question, href=kept_address(kept.name, kept.item.id))
    faulty = badge(w.HAS_FAULTS, "warn") if kept.item.id in problems else Html("")
    return tag("li", link_to, tag("p", standing(kept), faulty, class_="badges"))


def standing(kept: Kept) -> Html:
    """Return how an item stands, in badges."""
    item = kept.item
    half = HALVES[item.split].partition(" (")[0]
    found = [badge(w.STATUSES[item.status], w.LOOKS[item.status]), badge(item.id, "kind")]
    found += [badge(KINDS[item.kind], "kind"), badge(half, "kind")]
    found += [badge(name, "tag") for name in item.tags]
    return joined(found)
