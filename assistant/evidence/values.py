"""Whether a sentence holds a value of the sort that a question wants, beside what it asks about."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from assistant.evidence.counting import NEAR, has_count
from assistant.evidence.figures import is_figure
from assistant.evidence.match import match
from assistant.evidence.named import OFFICE, asks_name, has_name, has_person
from assistant.evidence.numbered import BY_NUMBER, has_number
from assistant.evidence.units import units_asked
from assistant.evidence.when import has_date
from assistant.evidence.where import asks_area, has_area, has_place
from assistant.reading.cues import Wanted
from assistant.reading.reading import Chunk, Reading, asked_by
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_MEANS = frozenset({"qua", "bằng", "trên", "tại", "dưới"})
_PHONE = re.compile(r"(?<!\d)0[\d.\s]{8,13}\d(?!\d)|\b1[89]00[\d.\s]{4,}")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_TERMS = frozenset({Wanted.DEFINITION, Wanted.TERM})
_CONTACTS = frozenset({Wanted.PHONE, Wanted.EMAIL})
_MEANING = re.compile(r"\bla (?:nhung|cac|ai|gi|viec|loai|van ban|nguoi)\b|\bgoi la\b|\bcoi la\b")
LONGEST_TERM = 16  # syllables


def holds(text: str, reading: Reading) -> bool:
    """Tell whether `text` has a value of the sort that is wanted; sorts without a value pass."""
    if asks_name(reading):
        return has_name(text)
    if asks_area(reading):
        return has_area(text, reading)
    check = _CHECKS.get(reading.wanted)
    return check is None or check(text, reading)


def demands(reading: Reading) -> bool:
    """Tell whether nothing answers without such a value: a contact, a unit, a name, an area, a day.

    Who asks how many per cent is not answered by another figure, however near it stands.
    """
    if reading.wanted in _CONTACTS or reading.asks_most:
        return True
    if asks_name(reading) or asks_area(reading):
        return True
    question = _DEMANDING.get(reading.wanted)
    if question and asked_by(question, reading.text):
        return True
    return reading.wanted is Wanted.COUNT and bool(units_asked(reading.text))


def nearness(words: Phrase, reading: Reading) -> float:
    """Return how near a figure stands to what is asked about, in [0, 1]; 0 without a figure.

    For the figure that stands best: the mean over the chunks found in `words`, each 1 beside the
    figure and half `NEAR` syllables away.
    """
    if reading.wanted not in (Wanted.COUNT, Wanted.WHEN):
        return 0.0
    figures = [i for i, word in enumerate(words) if word[0].isdigit()]
    found = [(chunk.weight, match(chunk, words).places) for chunk in reading.firm]
    total = sum(weight for weight, _ in found)
    if not figures or not total:
        return 0.0
    return max(
        sum(weight * _closeness(figure, places) for weight, places in found) / total
        for figure in figures
    )


def counted(words: Phrase, reading: Reading) -> float:
    """Return how much of the thing asked about stands right behind a figure, in [0, 1].

    "24 đơn vị hành chính" has all of "đơn vị hành chính", "70 đơn vị" a half.
    """
    if reading.wanted is not Wanted.COUNT or reading.asked is None:
        return 0.0
    figures = [i for i in range(len(words)) if is_figure(words, i)]
    return max(
        (
            _opening(wording.places, words[i + 1 :])
            for i in figures
            for wording in reading.asked.wordings
        ),
        default=0.0,
    )


def _opening(places: tuple[frozenset[str], ...], words: Phrase) -> float:
    """Return the share of a wording with which `words` begin."""
    pairs = zip(places, words, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[1] in pair[0], pairs)) / len(places)


def defines(words: Phrase, reading: Reading) -> float:
    """Return how much a sentence is the definition "term là …" that is asked for, in [0, 1].

    For the chunk of the question that it fits best: the less of the share of the chunk in the term
    and the share of the term in the chunk.
    """
    if "là" not in words[:LONGEST_TERM] or not _asks_meaning(reading):
        return 0.0
    term = tuple(word for word in words[: words.index("là")] if not word.isdigit())
    return max((_same(chunk, term) for chunk in reading.firm), default=0.0) if term else 0.0


def _asks_meaning(reading: Reading) -> bool:
    return reading.wanted in _TERMS or asked_by(_MEANING, reading.text)


def _same(chunk: Chunk, term: Phrase) -> float:
    asked = frozenset(
        word for wording in chunk.wordings for place in wording.places for word in place
    )
    return min(match(chunk, term).share, sum(word in asked for word in term) / len(term))


def _closeness(figure: int, places: tuple[int, ...]) -> float:
    away = min((abs(figure - place) for place in places), default=None)
    return 0.0 if away is None else NEAR / (NEAR + away - 1) if away else 1.0


def _has_means(text: str, reading: Reading) -> bool:
    """Tell whether a word of means stands right after what is done: "công khai qua …"."""
    words = syllables(text)
    ends = {i + 1 for chunk in reading.firm for i in match(chunk, words).places}
    return any(words[i] in _MEANS for end in ends for i in range(end, min(end + 2, len(words))))


_DEMANDING = {  # the words by which a value of the sort is asked for and nothing else
    Wanted.WHEN: re.compile(r"\b(?:ngay|hom) (?:nao|may|bao nhieu)\b"),
    Wanted.NUMBER: BY_NUMBER,
    Wanted.WHO: OFFICE,
}
_CHECKS: dict[Wanted, Callable[[str, Reading], bool]] = {
    Wanted.WHEN: has_date,
    Wanted.COUNT: has_count,
    Wanted.MEANS: _has_means,
    Wanted.WHERE: has_place,
    Wanted.NUMBER: has_number,
    Wanted.WHO: has_person,
    Wanted.PHONE: lambda text, _: bool(_PHONE.search(text)),
    Wanted.EMAIL: lambda text, _: bool(_EMAIL.search(text)),
}
