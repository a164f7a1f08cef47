"""A dossier: questions and answers with the whole passages that prove them, to be filed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.quiz.export.paper import in_word
from assistant.quiz.export.portable import in_pdf
from assistant.quiz.export.printed import Line, Sheet
from assistant.reply import Answer, Citation
from corpus.document import Document
from corpus.instrument import Instrument
from ui import messages
from ui.letter import closing, opening
from ui.plain import claim_text, named, refusal_text, shown, understood_line
from ui.talks import wording as w
from ui.talks.exchange import Exchange, Stage
from ui.times import moment
from ui.writing import written_lines

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where a dossier looks up what an answer cites."""

    document_of: Callable[[str], Document | None]
    status_of: Callable[[str], Instrument | None]


def dossier(title: str, exchanges: Sequence[Exchange], shelves: Shelves, form: str) -> bytes:
    """Return exchanges in one of `FORMS`."""
    sheet = Sheet(w.TITLE, tuple(_lines(title, exchanges, shelves)))
    if form == "docx":
        return in_word([sheet])
    if form == "pdf":
        return in_pdf([sheet])
    return _markdown(sheet).encode()


def _lines(title: str, exchanges: Sequence[Exchange], shelves: Shelves) -> Iterator[Line]:
    yield Line(f"{w.TALK}: ", title)
    for number, exchange in enumerate(exchanges, start=1):
        yield Line(f"{w.QUESTION} {number}: ", exchange.question)
        asked = w.ASKED.format(moment(exchange.at), exchange.index or w.NO_INDEX)
        yield Line("", asked)
        yield from _reply(exchange)
        if isinstance(exchange.reply, Answer):
            yield Line(w.SOURCES)
            for citation in exchange.reply.citations:
                yield from _source(citation, shelves)
    yield Line("", messages.NOTICE)


def _reply(exchange: Exchange) -> Iterator[Line]:
    reply = exchange.reply
    if reply is None:
        yield Line("", exchange.note or messages.STOPPED_EARLY)
        return
    if reply.understood:
        yield Line("", understood_line(reply.understood))
    if not isinstance(reply, Answer):
        yield Line(f"{w.ANSWER}: ", refusal_text(reply))
        return
    yield from _answer(reply)
    if exchange.stage is Stage.STOPPED:
        yield Line("", messages.STOPPED)
    yield from (Line(f"{messages.WARNING}: ", warning) for warning in reply.warnings)


def _answer(answer: Answer) -> Iterator[Line]:
    yield Line(f"{w.ANSWER}:")
    if answer.written:
        yield from (Line("", line) for line in written_lines(answer.written))
    yield from (Line("", line) for line in opening(answer))
    for part in answer.parts:
        yield Line(shown(part.lead))
        yield from (Line("", shown(claim_text(claim))) for claim in part.claims)
    yield from (Line("", line) for line in closing(answer))


def _source(citation: Citation, shelves: Shelves) -> Iterator[Line]:
    document = shelves.document_of(citation.document_id)
    name = named(document) if document else citation.document_id
    place = f", {citation.address}" if citation.address else ""
    yield Line(f"[{citation.n}] {name}{place}")
    yield Line("", f"“{shown(citation.quote)}”")
    yield Line("", " ".join(_particulars(document, shelves)))


def _particulars(document: Document | None, shelves: Shelves) -> Iterator[str]:
    if document is None:
        yield w.GONE
        return
    facts = document.facts()
    told = ((label, facts.get(name)) for name, label in messages.PARTICULARS.items())
    known = "; ".join(f"{label}: {getattr(f, 'value', None) or f}" for label, f in told if f)
    yield f"{known}." if known else f"{messages.FILE}: {document.source}."
    number = document.particulars.number
    instrument = shelves.status_of(number.value) if number else None
    if instrument:
        yield w.STATUS.format(instrument.status.value, instrument.basis)
    else:
        yield w.NO_STATUS


def _markdown(sheet: Sheet) -> str:
    r"""Return a sheet as Markdown; what would be a mark of it is escaped.

    >>> _markdown(Sheet("A", (Line("B: ", "c*d"),)))
    '# A\n\n**B:** c\\*d\n'
    """
    paragraphs = (_paragraph(line) for line in sheet.lines)
    return "\n\n".join((f"# {sheet.title}", *paragraphs)) + "\n"


def _paragraph(line: Line) -> str:
    strong = f"**{_escaped(line.strong.strip())}** " if line.strong.strip() else ""
    return (strong + _escaped(line.text)).strip()


def _escaped(words: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|!" else c for c in words)
