"""The page of a run: its figures, by kind, where questions were lost, and every question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields

from evals.gold import Split
from evals.lost import Stage
from evals.report import Row
from evals.runs.card import Card
from evals.runs.run import Run
from evals.worst import is_lost
from ui.compared import KINDS, STAGES
from ui.figures import HALVES, tables
from ui.markup import Html, joined, tag
from ui.reports.page import plots
from ui.web.evaluation import evaluation_page, item_address, run_address
from ui.web.parts import badge, button, form, labelled, link, select
from ui.web.runs import wording as w
from ui.web.runs.drawn import drawn, table_html
from ui.web.runs.exporting import FORMS

LOST, GOT = "mat", "duoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Which questions are looked for; "" stands for all of them."""

    words: str = ""
    half: str = ""
    kind: str = ""
    state: str = ""
    stage: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Looked:
        """Read what an address asks for."""
        return cls(**{field.name: asked.get(field.name, "").strip() for field in fields(cls)})

    def shows(self, row: Row) -> bool:
        """Tell whether a question is looked for."""
        lost = LOST if is_lost(row) else GOT
        wanted = ((self.half, row.split), (self.kind, row.kind), (self.state, lost))
        stage = (self.stage, row.lost_at or "")
        said = self.words.casefold() in f"{row.question} {row.id}".casefold()
        return said and all(word in ("", value) for word, value in (*wanted, stage))


def run_page(run: Run, looked: Looked) -> Html:
    """Return the page."""
    report = run.report
    content = (
        tag("h1", run.name),
        tag("p", f"{report.gold}; {run.at[:16].replace('T', ' ')}", class_="intro"),
        _gestures(run),
        tag("section", tag("h2", w.FIGURES), *map(table_html, tables(report))),
        tag("section", tag("h2", w.BY_KIND), drawn(w.BY_KIND, joined(plots(report)))),
        tag("section", tag("h2", w.WHY), tag("p", w.WHY_INTRO, class_="intro"), _stages(run)),
        tag("section", tag("h2", w.QUESTIONS), _search(run, looked), _rows(run, looked), id="cau"),
        _card(run.card) if run.card else Html(""),
    )
    return evaluation_page(run.name, *content)


def _gestures(run: Run) -> Html:
    files = (link(name, f"{run_address(run.id)}/tai.{form}") for form, name in FORMS.items())
    forget = form(f"{run_address(run.id)}/xoa", button(w.FORGET, look="quiet"))
    more = tag("details", tag("summary", w.FORGET), forget)
    return tag("div", *files, more, class_="gestures", role="group", aria_label=w.EXPORT)


def _stages(run: Run) -> Html:
    """Return how many questions were lost at each stage, each with a link to them."""
    counted = Counter(row.lost_at for row in run.report.rows if row.lost_at is not None)
    if not counted:
        return tag("p", w.NO_FAULTS, class_="blank")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in w.STAGE_COLUMNS)))
    body = (_stage(run, stage, counted[stage]) for stage in Stage if counted[stage])
    return drawn(w.WHY, tag("table", head, tag("tbody", *body), class_="figures"))


def _stage(run: Run, stage: Stage, count: int) -> Html:
    there = f"{run_address(run.id)}?stage={stage.value}#cau"
    name = tag("th", tag("a", STAGES[stage], href=there), scope="row")
    return tag("tr", name, tag("td", str(count)))


def _search(run: Run, looked: Looked) -> Html:
    halves = {Split.REPORT.value: HALVES[Split.REPORT], Split.TUNE.value: HALVES[Split.TUNE]}
    kinds = {row.kind.value: KINDS[row.kind] for row in run.report.rows}
    choices = (
        (w.PART, "half", halves, looked.half),
        (w.KIND, "kind", kinds, looked.kind),
        (w.STATE, "state", {LOST: w.LOST, GOT: w.GOT}, looked.state),
        (w.STAGE, "stage", {s.value: name for s, name in STAGES.items()}, looked.stage),
    )
    words = tag("input", type="search", name="words", value=looked.words)
    boxes = (
        labelled(label, select(name, (("", w.ALL), *options.items()), chosen))
        for label, name, options, chosen in choices
    )
    return tag(
        "form",
        labelled(w.WORDS, words),
        *boxes,
        button(w.FILTER, look="main"),
        method="get",
        action=f"{run_address(run.id)}#cau",
        class_="search rows",
    )


def _rows(run: Run, looked: Looked) -> Html:
    found = [row for row in run.report.rows if looked.shows(row)]
    items = tag("ul", *(_row(run, row) for row in found), class_="asked")
    return joined((tag("p", w.FOUND.format(len(found)), class_="counted"), items))


def _row(run: Run, row: Row) -> Html:
    name = tag("a", row.question, href=item_address(run.id, row.id))
    return tag("li", name, state_html(row))


def state_html(row: Row) -> Html:
    """Return how a question went, in badges."""
    lost = is_lost(row)
    state = badge(w.LOST if lost else w.GOT, "bad" if lost else "good")
    stage = badge(STAGES[row.lost_at], "warn") if row.lost_at else Html("")
    half = badge(w.HALVES[row.split].partition(" (")[0], "kind")
    return tag("p", state, badge(KINDS[row.kind], "kind"), half, stage, class_="badges")


def _card(card: Card) -> Html:
    told = {name: getattr(card, name) for name in w.KNOWN if name not in ("machine", "setting")}
    machine = card.machine
    changed = ", ".join(f"{name} = {value}" for name, value in card.setting.items())
    told["setting"] = changed or "–"
    told["machine"] = (
        f"{machine.processor}, {machine.cores} lõi, {machine.system}, {machine.python}"
    )
    pairs = (
        joined((tag("dt", w.KNOWN[name]), tag("dd", str(value)))) for name, value in told.items()
    )
    lines = tag("dl", *pairs, class_="card-of-run")
    return tag("section", tag("details", tag("summary", w.CARD), lines))
