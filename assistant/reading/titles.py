"""Every way to name a document: by its issuer, its number, the law that it is."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.lead import called
from assistant.reading.kinds import SHORT
from corpus.document import Document
from corpus.instrument import Instrument
from corpus.syllables import syllables
from corpus.vocabulary import Phrase, Vocabulary

_BODIES = frozenset({"sở", "bộ"})
# units that every agency has: a question about them names no issuer
_ANYBODYS = frozenset(
    tuple(name.split())
    for name in ("văn phòng", "ban chỉ đạo", "ban giám đốc", "đảng ủy", "công đoàn", "thanh tra")
)
_TYPED_KINDS = frozenset((short,) for short in (*SHORT, "ct", "qđ"))
_JOINERS = frozenset({"và"})  # "Sở Văn hóa, Thể thao (và) Du lịch"


def names_of(
    document: Document, instrument: Instrument | None, vocabulary: Vocabulary
) -> Iterable[Phrase]:
    """Yield every way to name a document: its issuer, its number, the law that it is."""
    yield from _issuer_names(document, vocabulary)
    known = document.particulars
    if known.number:
        yield syllables(known.number.value)
        yield from _numbered(called(document), known.number.value)
        yield syllables(f"văn bản {known.number.value}")
        yield syllables(f"văn bản số {known.number.value}")
    if instrument:
        for name in _law_names(instrument):
            yield from _shortened(syllables(name), vocabulary)


def _law_names(instrument: Instrument) -> Iterable[str]:
    """Yield what a law is called, with its kind: by its title and by its number."""
    yield from instrument.names
    if instrument.name.startswith("về "):
        yield f"{instrument.kind} {instrument.name}"
        yield f"{instrument.kind} {instrument.name.removeprefix('về ')}"
    number, _, rest = instrument.number.partition("/")
    year = rest.partition("/")[0]
    for short in (number, f"{number}/{year}", instrument.number):
        yield f"{instrument.kind} {short}"
        yield f"{instrument.kind} số {short}"
    yield instrument.number


def _numbered(kind: str, number: str) -> Iterable[Phrase]:
    """Yield "kế hoạch 60", "kế hoạch số 60/KH-SVHTTDL"."""
    for short in (number.partition("/")[0], number):
        yield syllables(f"{kind} {short}")
        yield syllables(f"{kind} số {short}")


def _shortened(name: Phrase, vocabulary: Vocabulary) -> Iterable[Phrase]:
    """Yield a name, and the name with a part of it abbreviated ("luật pctn", "nđ 145")."""
    yield name
    for long, others in vocabulary.others.items():
        for start in range(len(name) - len(long) + 1):
            if name[start : start + len(long)] == long:
                for short in others:
                    yield (*name[:start], *short, *name[start + len(long) :])


def _issuer_names(document: Document, vocabulary: Vocabulary) -> set[Phrase]:
    issuer = document.particulars.issuer
    whole = syllables(issuer.value) if issuer else ()
    if not whole or whole in _ANYBODYS:
        return set()
    names = {whole, tuple(word for word in whole if word not in _JOINERS)}
    if whole[0] in _BODIES and len(whole) > 2:  # noqa: PLR2004 - "Sở" and at least two syllables
        names |= {whole[1:], whole[:3]}  # "Công Thương", "Sở Văn hóa"
        initials = "".join(word[0] for word in whole if word not in _JOINERS)
        names |= {(initials,), (whole[0], initials[1:])}  # "SCT", "Sở CT"
    for long, others in vocabulary.others.items():
        if len(long) > 1 and whole[1:] == long:
            names |= {(*whole[:1], *short) for short in others}
            names |= {short for short in others if len(short) == 1 and short not in _TYPED_KINDS}
    return names
