"""Where a text cites another document, and what it tells of it there: date, issuer, subject.

Offices cite in a fixed order: kind, number, date, issuer, and what the document is about.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.reading.absent import mentions
from assistant.shelf import READ, Sentence, Shelf
from corpus.document import Fact
from corpus.forms import AGENCY
from corpus.mentions import Mention, mention_of
from corpus.numbers import find_numbers
from corpus.passage import PassageKind
from corpus.span import Span
from corpus.syllables import folded, syllables

_SUBJECT = re.compile(  # what a document is about, behind its particulars; a long issuer goes on
    r"[\s,]*(?:\([^()]{1,40}\)\s*)?[“\"*\s]*"
    r"(?:(?:về|v/v|quy định|ban hành|hướng dẫn|phê duyệt|công bố|triển khai|tăng cường|phát động"
    r"|kiện toàn|sửa đổi|thực hiện|đẩy mạnh)"
    r"|(?:(?!\s(?:đã|được|có|sẽ|phải|góp)\s)[^;.“”]){1,120}?\s[“\"*]*(?:về|v/v)"
    r"|(?:(?!\s(?:đã|được|có|sẽ|phải|góp)\s)[^;.,“”]){1,90}?\s(?:hướng dẫn|ban hành|quy định))"
    r"\s(?P<matter>[^;]+)",
    re.IGNORECASE,
)
_ENDS = re.compile(  # where the sentence goes on: "… gửi về Sở Nội vụ chậm nhất ngày …"
    r",?\s+gồm\b|,\s(?:trên cơ sở|trong đó|định kỳ)\b|[.,]*\s*$|\.\s"
    rf"|\s(?:gửi )?về {AGENCY}\b|,?\s(?:chậm nhất|trước ngày)\b"
)
QUOTED = READ | {PassageKind.HEADING}  # "1. Thực hiện Hướng dẫn số … về …:"
_PART = re.compile(r"(?:[,;]|\bvà)\s*$")  # what parts a citation from the next
_QUOTED = re.compile(r"[“\"](?:[^“”]|“[^“”]*”)*?[”\"]")  # with what is quoted inside


class Told(StrEnum):
    """What a citation may tell, called as a refusal calls it."""

    DATE = "ngày ban hành"
    ISSUER = "cơ quan ban hành"
    SUBJECT = "nội dung"


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that cites a document, and where what it says of its subject ends, if it says it."""

    sentence: Sentence
    mention: Mention
    subject_end: int | None

    def tells(self, told: Told) -> bool:
        """Tell whether it has what is asked for."""
        if told is Told.DATE:
            return bool(self.mention.issued_on and self.mention.issued_on.day)
        return bool(self.mention.issuer if told is Told.ISSUER else self.subject_end)

    @property
    def candidate(self) -> Candidate:
        """The citation alone, without the sentence around it."""
        particulars = self.mention.particulars
        quoted = Span(particulars.start, self.subject_end or particulars.end)
        cut = Sentence(self.sentence.passage, (quoted,), self.sentence.words)
        return Candidate(head=self.sentence.passage, sentence=cut, support=PROVED)


def citing_places(shelf: Shelf, name: str, documents: Container[str]) -> Iterator[Citing]:
    """Yield the places in some of the documents that cite one, in the order of the library."""
    digits = digits_of(name)
    for passage in shelf.passages.values():
        if passage.document_id in documents and passage.kind in QUOTED and digits in passage.text:
            for sentence in shelf.sentences(passage):
                if digits in shelf.text(sentence):
                    yield from _cited_in(shelf, sentence, name)


def digits_of(name: str) -> str:
    """Return the digits by which a numbered document is found, without leading zeros.

    >>> digits_of("Nghị định số 04/2015/NĐ-CP"), digits_of("Kế hoạch 60/KH-SNV")
    ('4/2015', '60')
    """
    found = re.findall(r"\d+(?:/\d{4})?", name)
    return str(found[0]).lstrip("0")


def of_one(citing: tuple[Citing, ...], question: str) -> tuple[Citing, ...]:
    """Return those that cite the one document that is meant; none where it may be several.

    A number without its letters is that of many, of which the issuer may tell one.
    """
    if len({one.mention.value for one in citing}) > 1:
        named = (one.mention.issuer for one in citing)
        issuers = {issuer for issuer in named if issuer and folded(issuer) in question}
        citing = tuple(one for one in citing if one.mention.issuer in issuers)
    return citing if len({one.mention.value for one in citing}) == 1 else ()


def _cited_in(shelf: Shelf, sentence: Sentence, name: str) -> Iterator[Citing]:
    document = shelf.documents[sentence.passage.document_id]
    for span in sentence.spans:
        numbers = find_numbers(span.of(document.text))
        facts = [Fact(one.value, one.span.shifted(span.start)) for one in numbers]
        found = [mention_of(document, fact) for fact in facts]
        for place, mention in enumerate(found):
            if mentions((name,), f"{mention.kind or ''} {mention.value}"):
                others = (one.span.start for one in found[place + 1 :])
                apart = (at for at in others if _PART.search(document.text, span.start, at))
                end = next(apart, span.end)
                subject = _subject(document.text, mention.particulars.end, end)
                yield Citing(sentence, mention, subject)


def _subject(text: str, start: int, end: int) -> int | None:
    """Return where the words on the subject of a cited document end; None where there are none."""
    found = _SUBJECT.match(text, start, end)
    if found is None or len(syllables(found["matter"])) < 2:  # noqa: PLR2004 - a verb's object
        return None
    quoted = _QUOTED.search(text, start, found.end())
    if quoted and quoted.start() < found.start("matter"):
        return quoted.end()
    stop = _ENDS.search(text, found.start("matter"), found.end())
    return stop.start() if stop else found.end()
