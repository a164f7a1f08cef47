"""The page of one question of a run: what was answered, from what, and where it was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.reply import Citation
from assistant.weighing.decision import probability
from corpus.errors import UnknownDocumentError
from corpus.span import Span
from evals.found import Found, Weighed
from evals.outcome import Cited
from evals.report import Row
from evals.runs.run import Run
from evals.sources import Place
from ui.application import Library
from ui.compared import STAGES, measure_name, number
from ui.figures import FLAWS
from ui.markup import Html, joined, tag
from ui.plain import shown
from ui.render import chip
from ui.web.evaluation import evaluation_page, run_address
from ui.web.parts import badge
from ui.web.runs import wording as w
from ui.web.runs.drawn import drawn
from ui.web.runs.run_page import state_html

LONGEST = 220  # characters of a passage in a table
SHOWN = 15  # retrieved passages that are shown at once


def row_page(run: Run, item_id: str, library: Library) -> Html | None:
    """Return the page; None when the run has no such question."""
    row = next((row for row in run.report.rows if row.id == item_id), None)
    if row is None:
        return None
    back = tag("p", tag("a", w.BACK, href=f"{run_address(run.id)}#cau"), class_="back")
    heading = tag("h1", row.question)
    content = (back, heading, state_html(row), asked_html(row), went_html(row, library))
    return evaluation_page(row.question, *content)


def asked_html(row: Row) -> Html:
    """Return what stands in the gold set: the turns before, the reference."""
    before = ""
    if row.history:
        turns = (tag("li", f"{turn.role}: {turn.content}") for turn in row.history)
        before = joined((tag("h3", w.BEFORE_IT), tag("ol", *turns)))
    told = tag("p", row.reference or w.NO_REFERENCE, class_=None if row.reference else "blank")
    return tag("section", before, tag("h3", w.REFERENCE), told, class_="panel")


def went_html(row: Row, library: Library) -> Html:
    """Return how a run went about the question: answer, faults, scores, passages, candidates."""
    parts = (
        tag("h3", w.ANSWER),
        answer_html(row, library),
        tag("h3", w.FAULTS),
        _faults(row),
        _details(w.SCORES, _scores(row)),
        _details(w.RETRIEVED, _retrieved(row, Reading(library, row))),
        _details(w.CANDIDATES, _candidates(row, Reading(library, row))),
    )
    return tag("section", *parts)


def _details(title: str, content: Html) -> Html:
    return tag("details", tag("summary", title), content) if content else Html("")


def answer_html(row: Row, library: Library) -> Html:
    """Return the answer with its citations, which open the source beside the page."""
    outcome = row.outcome
    state = badge(w.REFUSED if outcome.abstained else w.ANSWERED, "calm")
    time = badge(f"{outcome.elapsed_ms:.0f} ms", "kind")
    lines = (tag("p", line) for line in outcome.answer.splitlines() if line.strip())
    cited = (_cited(one, library) for one in outcome.citations)
    sources = tag("div", *cited, class_="cited") if outcome.citations else Html("")
    return tag("div", tag("p", state, time, class_="badges"), *lines, sources, class_="panel reply")


def _cited(cited: Cited, library: Library) -> Html:
    span = Span(cited.start, cited.end)
    citation = Citation(
        n=cited.n, document_id=cited.document, span=span, quote=cited.quote, address=cited.address
    )
    opened = chip(citation) if _text(library, cited.document) else tag("span", f"[{cited.n}]")
    where = f"{cited.source}, {cited.address}" if cited.address else cited.source
    quote = tag("blockquote", shown(cited.quote))
    return tag("figure", quote, tag("figcaption", opened, " ", where))


def _text(library: Library, document_id: str) -> str:
    """Return the text of a document, "" when the library has it no more."""
    try:
        return library.document(document_id).text
    except UnknownDocumentError:
        return ""


def _faults(row: Row) -> Html:
    if not row.faults:
        return tag("p", w.NO_FAULTS, class_="blank")
    stage = tag("p", tag("strong", f"{w.STAGE}: "), STAGES[row.lost_at]) if row.lost_at else ""
    lines = (
        tag("li", FLAWS[fault.flaw] + (f": {fault.about}" if fault.about else ""))
        for fault in row.faults
    )
    return joined((stage, tag("ul", *lines, class_="flaws")))


def _scores(row: Row) -> Html:
    rows = (
        tag(
            "tr",
            tag("th", measure_name(score.measure), scope="row"),
            tag("td", _score(score.value)),
        )
        for score in row.scores
    )
    return drawn(w.SCORES, tag("table", tag("tbody", *rows), class_="figures"))


def _score(value: float | None) -> str:
    return w.NOT_APPLICABLE if value is None else number(value)


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads the words of places for one question, and tells which of them were cited."""

    library: Library
    row: Row

    def words(self, document_id: str, start: int, end: int) -> str:
        """Return the words of a place, cut when they are long; why not when there are none."""
        text = _text(self.library, document_id)
        words = shown(text[start:end])
        if not words:
            return w.GONE
        return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"

    def cited(self, source: str, start: int, end: int) -> bool:
        """Tell whether the answer cites a place."""
        place = Place(source, Span(start, end))
        cited = self.row.outcome.citations
        return any(
            place.meets(Place(c.source, Span(c.start, c.end))) for c in cited if c.start < c.end
        )


def _retrieved(row: Row, reading: Reading) -> Html:
    found = row.outcome.retrieved
    if not found:
        return tag("p", w.NOT_SEARCHED, class_="blank")
    head = tag("thead", tag("tr", *(tag("th", n, scope="col") for n in w.RETRIEVED_COLUMNS)))
    body = (_found(rank, one, reading) for rank, one in _ranked(found))
    table = tag("table", head, tag("tbody", *body), class_="passages")
    return drawn(w.RETRIEVED, table)


def _ranked(found: Iterable[Found]) -> Iterator[tuple[int, Found]]:
    """Yield the best of each search with their ranks, from 1."""
    ranks: dict[int, int] = {}
    for one in found:
        ranks[one.query] = ranks.get(one.query, 0) + 1
        if ranks[one.query] <= SHOWN:
            yield ranks[one.query], one


def _found(rank: int, one: Found, reading: Reading) -> Html:
    words = tag("p", reading.words(one.document, one.start, one.end))
    mark = badge(w.CITED, "calm") if reading.cited(one.source, one.start, one.end) else Html("")
    cells = (
        tag("td", f"{one.source}, {one.address}"),
        *(tag("td", number(v)) for v in (one.score, one.lexical, one.dense, one.late)),
        tag("td", words, mark),
    )
    return tag("tr", tag("th", str(rank), scope="row"), *cells)


def _candidates(row: Row, reading: Reading) -> Html:
    if not row.outcome.weighed:
        return Html("")
    head = tag("thead", tag("tr", *(tag("th", n, scope="col") for n in w.CANDIDATE_COLUMNS)))
    ids = {one.source: one.document for one in row.outcome.retrieved}
    body = (_weighed(rank, one, reading, ids) for rank, one in enumerate(row.outcome.weighed, 1))
    return drawn(w.CANDIDATES, tag("table", head, tag("tbody", *body), class_="passages"))


def _weighed(rank: int, one: Weighed, reading: Reading, ids: dict[str, str]) -> Html:
    first = one.stretches[0]
    words = tag("p", reading.words(ids.get(first.source, ""), first.start, first.end))
    cited = reading.cited(first.source, first.start, first.end)
    mark = badge(w.CITED, "calm") if cited else Html("")
    cells = (number(one.rank), number(probability(one.odds)))
    return tag(
        "tr",
        tag("th", str(rank), scope="row"),
        *(tag("td", cell) for cell in cells),
        tag("td", words, mark),
    )
