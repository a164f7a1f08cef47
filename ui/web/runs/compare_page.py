"""The pages of a comparison: what changed, question by question, and two answers side by side."""

from __future__ import annotations

from evals.compare.comparison import Comparison, Pair, compare
from evals.runs.run import Run
from evals.runs.store import RunStore
from ui.application import Library
from ui.compared import KINDS, changes_table, gold_note, group_name, told
from ui.markup import Html, joined, tag
from ui.web.evaluation import COMPARE, evaluation_page, pair_address, run_address
from ui.web.parts import button, hidden, labelled, select
from ui.web.runs import wording as w
from ui.web.runs.drawn import table_html
from ui.web.runs.list_page import chooser
from ui.web.runs.row_page import asked_html, went_html
from ui.web.runs.run_page import state_html

MOST_MOVED = 100


def compare_page(runs: RunStore, chosen: tuple[str, str], group: int) -> Html:
    """Return the page: the form, and the comparison where two runs are chosen.

    `group` is the place of the group of questions whose figures are shown.

    Raises:
        UnknownRunError: a chosen run is not there.
    """
    intro = tag("p", w.COMPARE_INTRO, class_="intro")
    choose = tag("section", tag("h2", w.CHOOSE), chooser(runs.heads(), chosen), class_="panel")
    parts = [tag("h1", w.COMPARE), intro, choose]
    if all(chosen):
        before, after = (runs.run(name) for name in chosen)
        if before.id == after.id:
            parts.append(tag("p", w.SAME_RUN, class_="notice-box", role="alert"))
        else:
            parts.append(_compared(before, after, group))
    return evaluation_page(w.COMPARE, *parts, area=COMPARE)


def _compared(before: Run, after: Run, place: int) -> Html:
    comparison = compare(before.report, after.report)
    both = (before.id, after.id)
    groups = comparison.groups()
    group = groups[place] if 0 <= place < len(groups) else None
    figures = table_html(changes_table(comparison, group)) if group else Html("")
    picked = _groups(both, [group_name(one) for one in groups], place)
    return joined(
        (
            tag("h2", f"{before.name} → {after.name}"),
            *_noted(before, after),
            *_common(comparison),
            picked,
            figures,
            _listed(w.LOSSES, comparison.lost, both) or tag("p", w.NONE_LOST, class_="blank"),
            _listed(w.WINS, comparison.won, both) or tag("p", w.NONE_WON, class_="blank"),
            _listed(w.MOVED, comparison.moved[:MOST_MOVED], both),
        )
    )


def _noted(before: Run, after: Run) -> tuple[Html, ...]:
    note = gold_note(before, after)
    return (tag("p", note, class_="notice-box"),) if note else ()


def _common(comparison: Comparison) -> tuple[Html, ...]:
    same = sum(pair.same for pair in comparison.pairs)
    told_of = [tag("p", w.AGREEMENT.format(len(comparison.pairs), same), class_="counted")]
    counts = [len(ids) for ids in (comparison.gone, comparison.new, comparison.edited)]
    if any(counts):
        told_of.append(tag("p", w.UNCOMMON.format(sum(counts), *counts), class_="notice-box"))
    return tuple(told_of)


def _groups(both: tuple[str, str], names: list[str], chosen: int) -> Html:
    options = [(str(place), name) for place, name in enumerate(names)]
    return tag(
        "form",
        hidden(truoc=both[0], sau=both[1]),
        labelled(w.GROUP, select("nhom", options, str(chosen))),
        button(w.FILTER),
        method="get",
        action=COMPARE,
        class_="line",
    )


def _listed(title: str, pairs: tuple[Pair, ...], both: tuple[str, str]) -> Html:
    if not pairs:
        return Html("")
    items = tag("ul", *(_pair(pair, both) for pair in pairs), class_="asked")
    return tag("section", tag("h2", f"{title} ({len(pairs)})"), items)


def _pair(pair: Pair, both: tuple[str, str]) -> Html:
    row = pair.before
    name = tag("a", row.question, href=pair_address(*both, row.id))
    kind = tag("small", KINDS[row.kind])
    went = (f"{w.BEFORE}: {told(pair.before)}", f"{w.AFTER}: {told(pair.after)}")
    return tag("li", name, kind, *(tag("p", words, class_="went") for words in went))


def pair_page(runs: tuple[Run, Run], item_id: str, library: Library) -> Html | None:
    """Return one question in two runs side by side; None when one of them has it not."""
    rows = [next((r for r in run.report.rows if r.id == item_id), None) for run in runs]
    if any(row is None for row in rows):
        return None
    before, after = (run.id for run in runs)
    address = f"{COMPARE}?truoc={before}&sau={after}"
    back = tag("p", tag("a", w.BACK_COMPARE, href=address), class_="back")
    sides = (
        tag("div", _name(run), state_html(row), went_html(row, library))
        for run, row in zip(runs, rows, strict=True)
        if row is not None
    )
    first = next(row for row in rows if row is not None)
    heading = tag("h1", first.question)
    both = tag("div", *sides, class_="beside")
    return evaluation_page(first.question, back, heading, asked_html(first), both, area=COMPARE)


def _name(run: Run) -> Html:
    return tag("h2", tag("a", run.name, href=run_address(run.id)))
