"""Whether a legal instrument is still in force: what the registry knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.direct.ending import states_end
from assistant.reading.absent import titled
from assistant.reply import Answer
from corpus.day import written
from corpus.document import Document
from corpus.instrument import Instrument, LegalStatus
from corpus.numbers import find_numbers
from corpus.registry import Registry
from corpus.syllables import folded

_ASKS = re.compile(
    r"\bcon (?:co )?(?:hieu luc|gia tri|duoc ap dung)\b|\btinh trang hieu luc\b"
    r"|\b(?:het hieu luc|mat hieu luc|bi (?:thay the|bai bo|huy bo|sua doi))"
    r"(?: hay)? (?:chua|khong|khi nao|tu (?:khi|ngay|bao)|boi|bang)"
    r"|\bda (?:het hieu luc|(?:bi |duoc )?(?:thay the|bai bo|sua doi))\b[^?]*\bchua\b"
    r"|\bhieu luc (?:the nao|ra sao)\b"
)

_BEGINS = re.compile(
    r"\W*(?:\w{1,2}[.)] )?(?:\w+ ){1,4}nay co hieu luc\b"
)  # "Luật này có hiệu lực thi hành từ ngày …"


def asks_standing(text: str) -> bool:
    """Tell whether a question asks if something is in force, and not from when on.

    >>> asks_standing("Nghị định 24/2014/NĐ-CP còn hiệu lực không?")
    True
    >>> asks_standing("Nghị định 24/2014/NĐ-CP có hiệu lực từ ngày nào?")
    False
    """
    return bool(_ASKS.search(folded(text)))


class Standing:
    """Tells of the force of instruments that a question names.

    `documents` says, by document id, which documents are registered instruments.
    """

    def __init__(self, registry: Registry, documents: Mapping[str, Instrument]) -> None:
        self._registry = registry
        self._documents = documents

    def told(self, text: str, absent: tuple[str, ...]) -> str:
        """Return what the registry says of the instruments that `text` names.

        Of `absent` documents that it does not know it says that; "" when neither is named.
        """
        known = tuple(self._named(text))
        if known:
            return " ".join(_sentence(instrument) for instrument in known)
        names = ", ".join(titled(text, name) for name in absent)
        return f"Sổ hiệu lực văn bản chưa ghi {names}; cần kiểm tra hiệu lực." if names else ""

    def is_told_by(self, answer: Answer, text: str, absent: tuple[str, ...]) -> bool:
        """Tell whether an answer quotes the end of what is asked about, or its own beginning."""
        numbers = self.numbers(text, absent)
        named = set(self._named(text))
        own = {part.document.id for part in answer.parts if self._is(part.document, named)}
        return any(
            (cited.document_id in own and _BEGINS.match(folded(cited.quote)))
            or any(states_end(cited.quote, number) for number in numbers)
            for cited in answer.citations
        )

    def _is(self, document: Document, named: set[Instrument]) -> bool:
        number = document.particulars.number
        known = self._documents.get(document.id)
        return known in named or any(number and number.value in one.numbers for one in named)

    def numbers(self, text: str, absent: tuple[str, ...]) -> frozenset[str]:
        """Return the numbers in full of what a question names."""
        known = {number for one in self._named(text) for number in one.numbers}
        return frozenset(known | {name for name in absent if find_numbers(name)})

    def _named(self, text: str) -> Iterator[Instrument]:
        """Yield the instruments that a text names, also by a number without its year.

        Such a number may be another's, so what is told of it comes with its day.
        """
        numbered = (self._registry.numbered(number.value) for number in find_numbers(text))
        found = [*self._registry.find(text), *(one for one in numbered if one)]
        bare = folded(text)
        short = (one for one in self._registry.instruments if _is_short(one, bare))
        yield from dict.fromkeys((*found, *short))


def _is_short(instrument: Instrument, bare: str) -> bool:
    """Tell whether a folded text names an instrument by kind, number and year alone."""
    number, _, rest = instrument.number.partition("/")
    year = rest.partition("/")[0]
    if not (year.isdigit() and number.isdigit()):
        return False
    short = rf"\b{folded(instrument.kind)} (?:so )?0*{int(number)}/{year}\b(?!\s?[-/])"
    return bool(re.search(short, bare))


def _sentence(instrument: Instrument) -> str:
    """Return what is known of an instrument, from which source and of which day."""
    looked_up = f", tra cứu ngày {written(instrument.as_of)}" if instrument.as_of else ""
    issued = f" ngày {written(instrument.issued_on)}" if instrument.issued_on else ""
    said = f"{instrument.label}{issued} {_known(instrument)}"
    return f"Theo Sổ hiệu lực văn bản{looked_up}: {said} Nguồn: {instrument.basis.rstrip('.')}."


def _known(instrument: Instrument) -> str:
    since = f" từ {written(instrument.since)}" if instrument.since else ""
    note = f" ({instrument.note})" if instrument.note else ""
    if instrument.status is LegalStatus.ENDED:
        by = ", ".join(instrument.replaced_by)
        return f"đã hết hiệu lực{since}, được thay thế bởi {by}{note}."
    if instrument.status is LegalStatus.AMENDED:
        by = ", ".join(instrument.amended_by)
        return f"đã được sửa đổi{since} bởi {by}{note}; cần đọc cùng văn bản sửa đổi."
    if instrument.status is LegalStatus.IN_FORCE:
        day = instrument.effective_on
        return f"còn hiệu lực{f', có hiệu lực từ {written(day)}' if day else ''}{note}."
    told = f": {instrument.note}" if instrument.note else ""
    return f"chưa rõ còn hiệu lực hay không{told}; cần kiểm tra hiệu lực."
