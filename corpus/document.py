"""A document: its text and the particulars that the text itself proves."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.errors import InvalidSpanError
from corpus.reading import Reading
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One particular of a document and the span that proves it.

    `value` may be a normal form of the words under the span: "60/KH-SVHTTDL" for "60 /KH-SVHTTDL".
    """

    value: str
    span: Span


MARCH = 3  # the first month that is written without a zero


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDate:
    """The date of a document; a day or month that the source leaves blank is None."""

    year: int
    month: int | None = None
    day: int | None = None
    span: Span

    def __str__(self) -> str:
        """Write it as offices do: zeros before days under 10 and before January and February."""
        day = f"{self.day:02d}/" if self.day else ""
        month = f"{self.month:02d}/" if self.month and self.month < MARCH else ""
        month = month or (f"{self.month}/" if self.month else "")
        return f"{day}{month}{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the head and the foot of a document say about it.

    The parts are those of Nghị định 30/2020/NĐ-CP, Điều 8 (thể thức văn bản).
    A particular that the source leaves blank or that was lost is None.
    """

    kind: Fact | None = None
    number: Fact | None = None
    issuer: Fact | None = None
    place: Fact | None = None
    issued_on: IssueDate | None = None
    title: Fact | None = None
    signer: Fact | None = None
    recipients: tuple[Fact, ...] = ()
    annexes: tuple[
        Fact, ...
    ] = ()  # what is attached: "Phụ lục I …", a regulation behind a decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text with what is known of it.

    `text` is NFC with LF line ends and ordinary spaces, otherwise as the source has it but for
    what `reading` says was mended; it never changes, and every offset of the project is a
    character offset into it. `id` is an ASCII slug made from `source` (the file name as it was
    added). `origin` says where the text comes from, `reading` how it was read out of its file.
    """

    id: str
    source: str
    text: str
    particulars: Particulars = field(default_factory=Particulars)
    origin: str = ""
    reading: Reading = field(default_factory=Reading)

    def __post_init__(self) -> None:
        for fact in self.facts().values():
            if fact.span.end > len(self.text):
                raise InvalidSpanError(fact.span.start, fact.span.end)

    def facts(self) -> dict[str, Fact | IssueDate]:
        """Return the particulars that the source does state, by name, in the order of the head."""
        known = self.particulars
        named = {
            "kind": known.kind,
            "number": known.number,
            "issuer": known.issuer,
            "place": known.place,
            "issued_on": known.issued_on,
            "title": known.title,
            "signer": known.signer,
        }
        return {name: fact for name, fact in named.items() if fact is not None}

    @property
    def title(self) -> str:
        """What to call the document: its title, or the file name when the source has none."""
        return self.particulars.title.value if self.particulars.title else self.source
