"""Stand-ins for the program behind the page, for tests and for looking at the page alone.

They read the texts that ship with the project in the plainest way and answer by counting shared
syllables: good enough to show real words with real offsets, no measure of the product.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from assistant.question import Question, unanswerable
from assistant.reply import Answer, Citation, Claim, Part, Refusal, RefusalReason, Reply
from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.errors import UnknownDocumentError
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span, trimmed

TEXTS = Path(__file__).parent.parent / "corpus" / "texts"
HEADING = re.compile(r"([IVX]+)\. |(\d+)\. (?=[^.;:]{1,140}$)")
ITEM = re.compile(r"[-+] |\d+\. |[a-zđ]\) ")
FURNITURE = re.compile(r"Chính trị$|Bạn đánh giá|Ngôi sao|Thứ \w+ - ")
FRAME = re.compile(r"Số:|Nơi nhận|[^,\n]{4,20}, ngày ")
NUMBER = re.compile(r"Số:\s*(\d+)\s*(/\S+)")
DATE = re.compile(r"([^\n,]+), ngày (\d*) ?tháng (\d+) năm (\d{4})")
TITLE = re.compile(r"(?m)^(KẾ HOẠCH|BÁO CÁO|KẾT QUẢ)\b[^\n]*(?:\n[^\n]+)*")
ENOUGH = 3  # syllables of the question that a passage must share with it


def document_of(path: Path) -> Document:
    """Return a text file as a document with the particulars that three patterns find."""
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    number, date, title = NUMBER.search(text), DATE.search(text), TITLE.search(text)
    known = Particulars(
        kind=Fact(title[1].capitalize(), Span(*title.span(1))) if title else None,
        number=Fact(number[1] + number[2], Span(*number.span())) if number else None,
        place=Fact(date[1], Span(*date.span(1))) if date else None,
        issued_on=_date(date) if date else None,
        title=Fact(" ".join(title[0].split()), Span(*title.span())) if title else None,
    )
    return Document(id=path.stem, source=path.name, text=text, particulars=known)


def _date(found: re.Match[str]) -> IssueDate:
    day = int(found[2]) if found[2].strip() else None
    return IssueDate(year=int(found[4]), month=int(found[3]), day=day, span=Span(*found.span()))


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Return the paragraphs of a document as passages, each under the headings above it."""
    return tuple(_passages(document))


def _passages(document: Document) -> Iterator[Passage]:
    above: tuple[tuple[str, str], ...] = ()
    for found in re.finditer(r"(?:[^\n]+\n?)+", document.text):
        span = trimmed(document.text, *found.span())
        if span is None:
            continue
        words = span.of(document.text)
        heading = HEADING.match(words)
        if heading:
            above = above[: 0 if heading[1] else 1]
        yield _passage(document, span, above)
        if heading:
            above = (*above, (heading[1] or heading[2], " ".join(words.split())))


def _passage(document: Document, span: Span, above: tuple[tuple[str, str], ...]) -> Passage:
    words = span.of(document.text)
    return Passage(
        id=passage_id(document.id, span, words),
        document_id=document.id,
        span=span,
        kind=_kind(words),
        path=tuple(number for number, _ in above),
        headings=tuple(heading for _, heading in above),
        text=words,
    )


def _kind(words: str) -> PassageKind:
    for pattern, kind in (
        (FURNITURE, PassageKind.FURNITURE),
        (FRAME, PassageKind.FRAME),
        (HEADING, PassageKind.HEADING),
        (ITEM, PassageKind.ITEM),
    ):
        if pattern.match(words):
            return kind
    return PassageKind.PARAGRAPH


class FakeLibrary:
    """The texts of a folder."""

    def __init__(self, folder: Path = TEXTS) -> None:
        self._documents = {d.id: d for d in map(document_of, sorted(folder.glob("*.txt")))}
        self._passages = {d.id: passages_of(d) for d in self._documents.values()}

    def documents(self) -> tuple[Document, ...]:
        """Return every document."""
        return tuple(self._documents.values())

    def document(self, document_id: str) -> Document:
        """Return one document."""
        if document_id not in self._documents:
            raise UnknownDocumentError(document_id)
        return self._documents[document_id]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of one document."""
        return self._passages[self.document(document_id).id]


@dataclass(frozen=True, slots=True)
class FakeAssistant:
    """Answers with the passages that share most syllables with the question, as claims."""

    library: FakeLibrary
    claims: int = 8
    warnings: tuple[str, ...] = ()

    def ask(self, question: Question) -> Reply:
        """Answer, or refuse with the nearest passages."""
        reason = unanswerable(question.text)
        if reason:
            return Refusal(reason=reason)
        ranked = self._ranked(question.text)
        best = [passage for shared, passage in ranked if shared >= ENOUGH][: self.claims]
        if not best:
            near = tuple(self._citation(n, p) for n, (_, p) in enumerate(ranked[:3], 1))
            return Refusal(reason=RefusalReason.SILENT, nearest=near)
        return Answer(parts=tuple(self._parts(best)), warnings=self.warnings)

    def _ranked(self, words: str) -> list[tuple[int, Passage]]:
        asked = _syllables(words)
        every = [p for d in self.library.documents() for p in self.library.passages(d.id)]
        read = [p for p in every if p.kind in (PassageKind.ITEM, PassageKind.PARAGRAPH)]
        return sorted(((len(asked & _syllables(p.text)), p) for p in read), key=lambda x: -x[0])

    def _parts(self, best: list[Passage]) -> Iterator[Part]:
        n = 0
        for document in self.library.documents():
            chosen = [p for p in best if p.document_id == document.id]
            if chosen:
                lead = f"Theo {document.title}:"
                claims = tuple(self._claim(n + i, p) for i, p in enumerate(chosen, 1))
                n += len(chosen)
                yield Part(document=document, lead=lead, claims=claims)

    def _claim(self, n: int, passage: Passage) -> Claim:
        words = passage.text.removeprefix("- ").removeprefix("+ ")
        bullet = passage.kind is PassageKind.ITEM
        return Claim(text=words, citations=(self._citation(n, passage),), bullet=bullet)

    def _citation(self, n: int, passage: Passage) -> Citation:
        address = "mục " + ".".join(passage.path) if passage.path else "phần mở đầu"
        return Citation(
            n=n,
            document_id=passage.document_id,
            span=passage.span,
            quote=passage.text,
            address=address,
        )


@cache
def _syllables(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", words.lower()))


@dataclass(frozen=True, slots=True)
class FakeApplication:
    """A program that is ready at once."""

    library: FakeLibrary = field(default_factory=FakeLibrary)
    report: Mapping[str, object] | None = None
    warnings: tuple[str, ...] = ()

    @property
    def assistant(self) -> FakeAssistant:
        """What answers."""
        return FakeAssistant(self.library, warnings=self.warnings)

    def ready(self) -> bool:
        """Tell that it is ready."""
        return True

    def progress(self) -> str:
        """Say nothing."""
        return ""
