"""A run as one HTML file that needs no other file, no script and no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.gold import Kind, Split
from evals.measured import Figured, measured
from evals.plots.dots import Dot, dots
from evals.plots.reliability import reliability
from evals.report import Report, Row
from evals.runs.run import Run
from evals.worst import is_lost
from ui import messages
from ui.compared import KINDS, STAGES, measure_name, number, run_line
from ui.figures import FLAWS, HALVES, MEASURES, Table, tables
from ui.markup import Html, joined, tag
from ui.plain import shown

STYLE = Path(__file__).parent.parent / "assets" / "report.css"
LOST, GOT = "Chưa được", "Được"
CONFIDENCE = "độ tin cậy và tỷ lệ đúng"
AXES = ("Độ tin cậy", "Tỷ lệ đúng")
BESIDE = {
    Kind.UNANSWERABLE: "refusal",
    Kind.FALSE_PREMISE: "premise",
    Kind.BLANK: "premise",
}


def html(run: Run) -> str:
    """Return the report: figures, plots, and every question with its answer and its proofs."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{run.name} – {messages.PRODUCT}"),
        tag("style", Html(STYLE.read_text("utf-8"))),
    )
    report = run.report
    body = tag(
        "body",
        tag("h1", run.name),
        tag("p", run_line(run), class_="about"),
        *_card(run),
        *map(_table, tables(report)),
        *plots(report),
        tag("h2", "Từng câu"),
        *map(_row, report.rows),
    )
    return "<!doctype html>" + tag("html", head, body, lang="vi")


def plots(report: Report) -> Iterator[Html]:
    """Yield the plots of both halves: the kinds of questions, the confidence of the answers."""
    for split in (Split.REPORT, Split.TUNE):
        found = _kinds(report, split)
        if found:
            title = f"{HALVES[split]}: {MEASURES['right']}"
            yield tag("figure", tag("figcaption", title), Html(dots(title, found)))
        whole = report.group(split)
        if whole and whole.calibration.bins:
            title = f"{HALVES[split]}: {CONFIDENCE}"
            plot = Html(reliability(title, whole.calibration.bins, AXES))
            yield tag("figure", tag("figcaption", title), plot)


def _kinds(report: Report, split: Split) -> list[Dot]:
    """Return each kind with the measure that says whether it was answered as it should be."""
    groups = (group for group in report.groups if group.split is split)
    return [
        Dot(KINDS[group.kind], found.interval, found.n)
        for group in groups
        if group.kind
        and (found := measured(report, Figured(BESIDE.get(group.kind, "right"), split, group.kind)))
        and found.interval
    ]


def _card(run: Run) -> Iterator[Html]:
    if run.card:
        card = run.card
        changed = ", ".join(f"{name} = {value}" for name, value in card.setting.items())
        facts = (
            f"{card.documents} văn bản, {card.passages} đoạn (mã kho {card.library[:12]})",
            f"mô hình nhúng {card.embedder} ({card.embedder_digest[:12]}), viết: {card.writer}",
            f"chương trình {card.version}, mã {card.code}",
            f"máy: {card.machine.processor}, {card.machine.cores} lõi, {card.machine.system}",
            f"khác mặc định: {changed or 'không'}",
        )
        yield tag("ul", *(tag("li", fact) for fact in facts), class_="about")


def _table(table: Table) -> Html:
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in table.header)))
    body = (
        tag("tr", tag("th", first, scope="row"), *(tag("td", word) for word in rest))
        for first, *rest in table.rows
    )
    drawn = tag("table", tag("caption", table.title), head, tag("tbody", *body))
    return tag("div", drawn, class_="wide")


def _row(row: Row) -> Html:
    lost = is_lost(row)
    state = tag("b", LOST if lost else GOT, class_="lost" if lost else "got")
    why = f" · {STAGES[row.lost_at]}" if row.lost_at else ""
    head = tag(
        "summary", state, f" {row.question} ", tag("small", f"{row.id} · {KINDS[row.kind]}{why}")
    )
    return tag("details", head, joined(_inside(row)))


def _inside(row: Row) -> Iterator[Html]:
    for turn in row.history:
        yield tag("p", f"{turn.role}: {turn.content}", class_="about")
    if row.reference:
        yield tag("p", tag("b", "Mẫu: "), row.reference)
    lines = [line for line in row.outcome.answer.splitlines() if line.strip()]
    yield tag("blockquote", *(tag("p", line) for line in lines))
    for cited in row.outcome.citations:
        where = f"[{cited.n}] {cited.source}, {cited.address}: "
        yield tag("p", tag("b", where), shown(cited.quote), class_="cited")
    if row.faults:
        faults = (FLAWS[f.flaw] + (f": {f.about}" if f.about else "") for f in row.faults)
        yield tag("ul", *(tag("li", words) for words in faults))
    scores = (
        f"{measure_name(s.measure)} {number(s.value)}" for s in row.scores if s.value is not None
    )
    yield tag("p", " · ".join(scores), class_="about")
    places = [f"{one.source}, {one.address} ({number(one.score)})" for one in row.outcome.retrieved]
    if places:
        listed = tag("ol", *(tag("li", place) for place in places[:10]))
        yield tag("details", tag("summary", "Đoạn tìm được"), listed)
