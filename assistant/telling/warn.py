"""Warnings: what an answer cites that is no longer, or perhaps no longer, in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.direct.standing import Standing
from assistant.lead import dated
from assistant.reply import Citation, Part
from corpus.agencies import FormerAgencies
from corpus.day import possible_days, written
from corpus.document import Document
from corpus.instrument import Instrument, LegalStatus
from corpus.passage import Passage
from corpus.registry import Registry

MOST = 3  # a longer list is not read
_OWN, _ENDED, _UNCERTAIN, _MERGED, _AMENDED, _NOTHING = range(6)  # the most important first
_RANKS = {
    LegalStatus.ENDED: _ENDED,
    LegalStatus.UNCERTAIN: _UNCERTAIN,
    LegalStatus.AMENDED: _AMENDED,
    LegalStatus.IN_FORCE: _NOTHING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An instrument with the documents of an answer that cite it, or are it."""

    instrument: Instrument
    documents: tuple[Document, ...]
    recognised: bool = False  # one of the documents is it, though it does not carry the number

    @property
    def is_own(self) -> bool:
        """Whether one of the documents is the instrument itself."""
        if self.recognised:
            return True
        numbers = (d.particulars.number for d in self.documents)
        return any(n is not None and n.value in self.instrument.numbers for n in numbers)

    @property
    def rank(self) -> int:
        """How important it is, 0 first."""
        return _OWN if self.is_own else _RANKS[self.instrument.status]

    def told(self) -> str:
        """Return what is to be said after the label, or "" when nothing is at stake."""
        if self.instrument.status is LegalStatus.ENDED:
            return self._ended()
        if self.instrument.status is LegalStatus.AMENDED:
            return self._amended()
        if self.instrument.status is LegalStatus.UNCERTAIN and self.instrument.note:
            return f": {self.instrument.note}; cần kiểm tra hiệu lực."
        return ""

    def _ended(self) -> str:
        known = self.instrument
        proof = f"từ {written(known.since) if known.since else ''} ({known.basis})"
        if self.is_own:
            return f", văn bản được trích, đã hết hiệu lực {proof}."
        if all(self._before(document) for document in self.documents):
            cited = f", được nhắc trong văn bản {self._issued()},"
            return f"{cited} đã hết hiệu lực sau đó, {proof}."
        return f" được nhắc trong đoạn trích đã hết hiệu lực {proof}."

    def _issued(self) -> str:
        days = (document.particulars.issued_on for document in self.documents)
        return _listed(list(dict.fromkeys(dated(day) for day in days if day)))

    def _amended(self) -> str:
        """Say what amended it, unless every document is younger than the amendment."""
        known = self.instrument
        if not self.is_own and all(self._after(document) for document in self.documents):
            return ""
        by = ", ".join(known.amended_by)
        note = f" ({known.note})" if known.note else ""
        return f" đã được sửa đổi bởi {by}{note}; cần đọc cùng văn bản sửa đổi."

    def _before(self, document: Document) -> bool:
        days, since = possible_days(document.particulars.issued_on), self.instrument.since
        return days is not None and since is not None and days[1] < since

    def _after(self, document: Document) -> bool:
        days, since = possible_days(document.particulars.issued_on), self.instrument.since
        return days is not None and since is not None and days[0] >= since


class Warner:
    """Says what a reader should know of the instruments and agencies that an answer rests on.

    `passages` are those of the library: with them, the heading above quoted words counts too.
    `instruments` says, by document id, which documents are registered instruments.
    """

    def __init__(
        self,
        registry: Registry,
        agencies: FormerAgencies,
        passages: Iterable[Passage] = (),
        instruments: Mapping[str, Instrument] | None = None,
    ) -> None:
        self._registry = registry
        self._agencies = agencies
        self._instruments = instruments or {}
        self._headed: dict[str, list[Passage]] = {}
        for passage in passages:
            if passage.headings:
                self._headed.setdefault(passage.document_id, []).append(passage)

    def standing(self) -> Standing:
        """Return what tells of the force of the same instruments."""
        return Standing(self._registry, self._instruments)

    def warnings(self, parts: tuple[Part, ...]) -> tuple[str, ...]:
        """Return at most three sentences in Vietnamese, the most important first.

        One for each instrument that the quoted words, the heading above them or the title of
        their document cites and that is not plainly in force, in the order of its first mention
        (instruments of which the same is to be said share one); and one when a document comes
        from an agency that was merged or dissolved.
        """
        labels: dict[tuple[int, str], list[str]] = {}
        for mention in self._mentions(parts):
            labels.setdefault((mention.rank, mention.told()), []).append(mention.instrument.label)
        ranked = [(rank, _listed(names) + told) for (rank, told), names in labels.items() if told]
        ranked += [(_MERGED, sentence) for sentence in self._merged(parts)]
        ranked += [(_UNCERTAIN, sentence) for sentence in self._recognised(parts)]
        ranked += [(_MERGED, sentence) for sentence in _scanned(parts)]
        return tuple(sentence for _, sentence in sorted(ranked, key=lambda pair: pair[0]))[:MOST]

    def _mentions(self, parts: tuple[Part, ...]) -> list[Mention]:
        found: dict[Instrument, dict[str, Document]] = {}
        for part in parts:
            own = self._instruments.get(part.document.id)
            if own:
                found.setdefault(own, {})[part.document.id] = part.document
            for text in self._texts(part):
                for instrument in self._registry.find(text):
                    found.setdefault(instrument, {})[part.document.id] = part.document
        return [
            Mention(
                instrument=instrument,
                documents=tuple(documents.values()),
                recognised=any(self._instruments.get(key) is instrument for key in documents),
            )
            for instrument, documents in found.items()
        ]

    def _texts(self, part: Part) -> Iterator[str]:
        """Yield what may cite an instrument: number and title, quotes, headings."""
        known = part.document.particulars
        yield from (fact.value for fact in (known.number, known.title) if fact)
        for claim in part.claims:
            yield " ".join(citation.quote for citation in claim.citations)
            for citation in claim.citations:
                yield self._heading(citation)

    def _heading(self, citation: Citation) -> str:
        passages = self._headed.get(citation.document_id, ())
        around = (p for p in passages if p.span.contains(citation.span))
        return next((p.headings[-1] for p in around), "")

    def _recognised(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """Yield one sentence about texts that do not carry their own number, or none."""
        sources = dict.fromkeys(
            part.document.source
            for part in parts
            if part.document.id in self._instruments and not part.document.particulars.number
        )
        if sources:
            named = ", ".join(sources)
            yield f"Tệp {named} không có phần đầu văn bản; số và tên luật nhận theo tên tệp."

    def _merged(self, parts: tuple[Part, ...]) -> Iterator[str]:
        """Yield one sentence, or none."""
        gone = [agency for part in parts for agency in self._agencies.of(part.document)]
        told = dict.fromkeys(f"{a.label} {a.change} từ {written(a.since)}" for a in gone)
        if told:
            yield f"Văn bản của cơ quan đã sáp nhập hoặc giải thể: {'; '.join(told)}."


def _scanned(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield one sentence about words that were recognised from pictures, or none."""
    sources = dict.fromkeys(p.document.source for p in parts if p.document.reading.recognised)
    if sources:
        yield f"Chữ trong {', '.join(sources)} do máy nhận dạng từ ảnh; cần đối chiếu với bản gốc."


def _listed(names: list[str]) -> str:
    """Join names as a sentence does: "a, b và c"."""
    return " và ".join((", ".join(names[:-1]), names[-1])) if names[1:] else names[0]
