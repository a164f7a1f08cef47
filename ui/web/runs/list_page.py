"""The first page of the area: a new run, the runs that are kept, what they reach and cost."""

from __future__ import annotations

from evals.gold import Split
from evals.plots.scatter import scatter
from evals.runs.store import Head
from evals.sweep.sweep import Point, front
from ui import messages
from ui.compared import number
from ui.markup import Html, joined, tag
from ui.measuring import Measuring
from ui.web.evaluation import COMPARE, ROOT, evaluation_page, run_address
from ui.web.parts import button, form, labelled, select
from ui.web.runs import wording as w
from ui.web.runs.drawn import drawn

ENOUGH = 2  # runs that can be compared


def list_page(measuring: Measuring, notice: str = "", done: str = "") -> Html:
    """Return the page; `done` says what was done, `notice` what could not be."""
    heads = measuring.runs.heads()
    title = messages.FIGURES_PAGE
    told = tag("p", done, class_="done", role="status") if done else Html("")
    new = tag("section", tag("h2", w.NEW_RUN), _new(measuring), class_="panel")
    choose = tag("section", tag("h2", w.COMPARE), chooser(heads), class_="panel")
    both = tag("div", new, choose, class_="compose")
    runs = tag("section", tag("h2", w.RUNS), _table(heads))
    intro = tag("p", w.INTRO, class_="intro")
    content = (tag("h1", title), intro, told, both, runs, _plot(heads))
    return evaluation_page(title, *content, notice=notice)


def _new(measuring: Measuring) -> Html:
    names = [(name, name or w.SHIPPED_GOLD) for name in measuring.sets()]
    name = tag("input", type="text", name="name", maxlength=80, autocomplete="off")
    return form(
        f"{ROOT}/do",
        labelled(w.GOLD, select("gold", names)),
        labelled(w.HALF, select("half", w.HALVES.items())),
        labelled(w.NAME, name, w.NAME_HINT),
        button(w.MEASURE, look="main"),
    )


def chooser(heads: tuple[Head, ...], chosen: tuple[str, str] = ("", "")) -> Html:
    """Return the form that asks which two runs to compare; the last two when nothing is chosen."""
    if len(heads) < ENOUGH:
        return tag("p", w.TOO_FEW, class_="blank")
    options = [(head.id, named(head)) for head in heads]
    before, after = chosen if all(chosen) else (heads[1].id, heads[0].id)
    return tag(
        "form",
        labelled(w.BEFORE, select("truoc", options, before)),
        labelled(w.AFTER, select("sau", options, after)),
        button(w.COMPARE, look="main"),
        method="get",
        action=COMPARE,
    )


def named(head: Head) -> str:
    """Return what a run is called in a list to choose from."""
    return f"{head.name} ({head.questions} câu, {head.at[:16].replace('T', ' ')})"


def _table(heads: tuple[Head, ...]) -> Html:
    if not heads:
        how = tag("pre", tag("code", messages.EVAL_COMMAND))
        return joined((tag("p", w.NO_RUNS, class_="blank"), tag("p", messages.NO_FIGURES), how))
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in w.COLUMNS)))
    body = tag("tbody", *map(_row, heads))
    return drawn(w.RUNS, tag("table", head, body, class_="runs"))


def _row(head: Head) -> Html:
    changed = ", ".join(f"{name} = {value}" for name, value in head.setting.items())
    cells = (
        head.gold,
        str(head.questions),
        "–" if head.right is None else number(head.right),
        "–" if head.refused is None else number(head.refused),
        number(head.p50),
        changed or "–",
    )
    at = tag("small", head.at[:16].replace("T", " "))
    name = tag("th", tag("a", head.name, href=run_address(head.id)), at, scope="row")
    return tag("tr", name, *(tag("td", words) for words in cells))


def _plot(heads: tuple[Head, ...]) -> Html:
    """Return quality against time of the runs that were asked what the latest was asked."""
    alike = [head for head in heads if _asked(head) == _asked(heads[0]) and head.right is not None]
    if len(alike) < ENOUGH:
        return Html("")
    found = [(head.name, head.right or 0.0, head.p50) for head in alike]
    points = tuple(
        Point(name=n, quality=q, milliseconds=t, front=front((q, t), found)) for n, q, t in found
    )
    plot = scatter(w.QUALITY_TIME, points, ("ms (p50)", "Đúng và đủ"))
    more = tag("p", w.QUALITY_TIME_MORE, class_="hint-line below")
    return tag("section", tag("h2", w.QUALITY_TIME), drawn(w.QUALITY_TIME, Html(plot)), more)


def _asked(head: Head) -> tuple[str, int, Split]:
    return head.digest, head.questions, head.half
