"""What a question was understood to ask."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.reading.cues import Cues, Found, Wanted, find, load_cues
from assistant.reading.degree import degrees
from assistant.reading.force import asked_on
from assistant.reading.runs import Run, beside, coupled, pairs_in, runs_of
from assistant.reading.scope import Names, Scope
from assistant.shelf import Frequency
from corpus.syllables import folded, syllables
from corpus.vocabulary import Phrase, Vocabulary

NEAR = 0.9  # how much a synonym counts where the question's own words count 1
# Stand between two things where they are compared: "so với … thì …", "X khác (với, gì) Y".
BETWEEN = frozenset({("thì",), ("khác",), ("khac",)})
MOST_TAKEN = 64  # questions that are remembered taken apart: one is read several times
FEW = 3  # syllables; a shorter run is one word
SOFT = 0.15  # how much words like "nội dung" or "nhiệm vụ" weigh beside words of matter
_COURTESY = re.compile(
    r"(?:(?:\w+ ){1,6}hoi ?: ?)?"  # for whom it is asked: "chị kế toán hỏi: …"
    r"(?:(?:xin|hay|vui long|lam on|nho|anh|chi(?! (?:thi|tieu|so|dao|bo|phi|tra|cuc|hoi|nhanh))"
    r"|ad|em|toi|minh|muon|cho|phep|giup|duoc) )*"
    r"(?:(?:biet|hoi(?! (?:nghi|dong|vien|thi|thao|phu nu|nong dan|dan|cuu)))"
    r"(?: (?:la|rang|ve))?(?:,|:)? )?"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a chunk: at each place the syllables of the texts that will do."""

    places: tuple[frozenset[str], ...]
    weights: tuple[float, ...]
    worth: float = 1.0  # less for a synonym than for the question's own words


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words of matter in a question, with its other wordings; the first is its own."""

    words: Phrase
    wordings: tuple[Wording, ...]
    weight: float
    soft: bool


Side = tuple[Chunk, ...]  # what a question says of one of two things, and not of the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A question taken apart."""

    text: str
    wanted: Wanted
    chunks: tuple[Chunk, ...]
    scope: Scope
    accented: bool
    asking: str = ""  # the asking words: "bao nhiêu"
    asked: Chunk | None = None  # what they stand beside: "hồ sơ" in "bao nhiêu hồ sơ"
    follows: bool = False  # `asked` stands behind the asking words, as what is counted does
    several: bool = False  # every document that says something of it is wanted
    compared: tuple[Side, Side] | None = None  # two things that are set beside each other
    amounts: bool = False  # amounts are compared
    day: date | None = None  # for which day it is asked, where it names one
    original: str = ""  # as it was asked in another language

    @property
    def asks_most(self) -> bool:
        """Whether it asks which of all has the most: no one amount tells it."""
        return self.amounts and self.compared is None

    @property
    def firm(self) -> tuple[Chunk, ...]:
        """The chunks that an answer has to be about."""
        return tuple(chunk for chunk in self.chunks if not chunk.soft)


def without_courtesy(text: str) -> str:
    """Return a question without the polite words that open it.

    >>> without_courtesy("Xin cho biết ai được giám sát?")
    'ai được giám sát?'
    >>> without_courtesy("Chị ở văn thư hỏi: báo cáo gửi ai?")
    'báo cáo gửi ai?'
    >>> without_courtesy("Hội nghị họp khi nào?")
    'Hội nghị họp khi nào?'
    """
    opening = _COURTESY.match(folded(text))
    return text[opening.end() :] if opening else text


class Reader:
    """Takes questions apart, with the words of the library at hand."""

    def __init__(self, frequency: Frequency, names: Names, vocabulary: Vocabulary) -> None:
        self._frequency = frequency
        self._names = names
        self._near = vocabulary.near
        self._others = vocabulary.asked()
        self._cues = {accented: load_cues(accented=accented) for accented in (True, False)}
        self._bare = _unaccented(self._others)
        self._bare_near = frozenset((tuple(map(folded, a)), b) for a, b in vocabulary.near)
        self._begun = {True: _begun(self._others), False: _begun(self._bare)}
        self._taken = lru_cache(MOST_TAKEN)(self._take)

    @property
    def asking(self) -> frozenset[Phrase]:
        """Every word that asks, with and without diacritics."""
        return self._cues[True].asking | self._cues[False].asking

    def read(self, text: str) -> Reading:
        """Return what `text` asks; it must have passed `unanswerable`."""
        return self._taken(text)

    def _take(self, text: str) -> Reading:
        text, day = asked_on(without_courtesy(unicodedata.normalize("NFC", text)))
        accented = any(folded(c) != c.casefold() for c in text)
        cues = self._cues[accented]
        words = syllables(text)
        scope = self._names.scope(text, words)
        wanted, said = cues.sort_of(words)
        degree = degrees(words)
        asks = (at for at in find(words, cues.asking) if at.end - at.start > 1)  # "bao nhiêu"
        runs = runs_of(text, words, (*scope.stretches, *said, *degree, *asks), cues)
        runs = tuple(piece for run in runs for piece in self._pieces(run, cues, accented=accented))
        made = {run.words: self._chunk(run.words, cues, accented=accented) for run in runs}
        next_to = beside(runs, said)
        asked = made[next_to.words] if next_to else None
        asking = " ".join(words[said[0].start : said[0].end]) if said else ""
        return Reading(
            text=text,
            wanted=Wanted.COUNT if degree else wanted,
            chunks=tuple(made.values()),
            scope=scope,
            accented=accented,
            asking=asking,
            asked=None if degree else asked,
            follows=next_to is not None and next_to.start > said[0].start,
            several=bool(find(words, cues.several)),
            compared=_compared(words, runs, made, cues),
            amounts=bool(degree),
            day=day,
        )

    def _pieces(self, run: Run, cues: Cues, *, accented: bool) -> Iterable[Run]:
        """Cut a run where no text has its syllables side by side: "nhà nước | họp".

        Only beside a piece that the texts or the tables know as such, for an unknown word of two
        syllables is not two words.
        """
        light = len(run.words) == FEW - 1 and bool(cues.light_in(run.words[:1]))
        if len(run.words) < FEW and not light:
            return (run,)
        pairs = self._frequency.pairs if accented else self._frequency.bare_pairs
        known = self._known(run.words, accented=accented)
        joined = {i for at in known for i in range(at.start, at.end - 1)}
        whole = [
            pair in pairs or i in joined for i, pair in enumerate(itertools.pairwise(run.words))
        ]
        cuts = [0, *(i + 1 for i, together in enumerate(whole) if not together), len(run.words)]
        spans = list(itertools.pairwise(cuts))
        merged: list[tuple[int, int]] = []
        for start, end in spans:
            if merged and all(
                _is_lone(run.words[a:b], cues) for a, b in (merged[-1], (start, end))
            ):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        return tuple(Run(run.start + a, run.words[a:b]) for a, b in merged)

    def _chunk(self, run: Phrase, cues: Cues, *, accented: bool) -> Chunk:
        """Return a chunk with every wording that the tables know for it."""
        table = self._others if accented else self._bare
        near = self._near if accented else self._bare_near
        forms: dict[Phrase, float] = {run: 1.0}
        for at in self._known(run, accented=accented):
            phrase = run[at.start : at.end]
            for other in table[phrase]:
                form = (*run[: at.start], *other, *run[at.end :])
                forms.setdefault(form, NEAR if (phrase, other) in near else 1.0)
        wordings = tuple(
            self._wording(form, cues, accented=accented, worth=worth)
            for form, worth in forms.items()
        )
        soft = cues.weightless(run)
        return Chunk(run, wordings, sum(wordings[0].weights) * (SOFT if soft else 1.0), soft)

    def _known(self, run: Phrase, *, accented: bool) -> tuple[Found, ...]:
        """Return where phrases of the tables stand in a run."""
        begun = self._begun[accented]
        return find(run, frozenset().union(*(begun.get(word, ()) for word in run)))

    def _wording(self, form: Phrase, cues: Cues, *, accented: bool, worth: float) -> Wording:
        places = tuple(self._accepted(word, accented=accented) for word in form)
        light = {i for at in cues.light_in(form) for i in range(at.start, at.end)}
        weights = (
            self._frequency.rarest(place) * (SOFT if i in light and len(light) < len(form) else 1.0)
            for i, place in enumerate(places)
        )
        return Wording(places, tuple(weights), worth)

    def _accepted(self, word: str, *, accented: bool) -> frozenset[str]:
        """Return the syllables of the library that a typed syllable stands for.

        In an accented question a syllable that the library has stands for itself; any other
        stands for each syllable that differs from it in diacritics only.
        """
        if accented and word in self._frequency.counts:
            return frozenset({word})
        return self._frequency.accented.get(folded(word), frozenset()) | {word}


def _is_lone(words: Phrase, cues: Cues) -> bool:
    """Tell whether a piece is half of a word that the texts do not have, and no word by itself."""
    return len(words) == 1 and not cues.light_in(words)


def _unaccented(table: Mapping[Phrase, tuple[Phrase, ...]]) -> dict[Phrase, tuple[Phrase, ...]]:
    """Return a table by its phrases without diacritics; what falls together is joined."""
    bare: dict[Phrase, tuple[Phrase, ...]] = {}
    for phrase, others in table.items():
        key = tuple(map(folded, phrase))
        bare[key] = (*bare.get(key, ()), *others)
    return bare


def _begun(table: Iterable[Phrase]) -> dict[str, frozenset[Phrase]]:
    """Return phrases by their first syllable, for the tables are long and a run is short."""
    by_first: dict[str, set[Phrase]] = {}
    for phrase in table:
        by_first.setdefault(phrase[0], set()).add(phrase)
    return {first: frozenset(phrases) for first, phrases in by_first.items()}


def _compared(
    words: Phrase, runs: tuple[Run, ...], made: dict[Phrase, Chunk], cues: Cues
) -> tuple[Side, Side] | None:
    """Return the first two things that a question sets beside each other.

    It compares them, or they differ in a part: "thụ lý tố cáo và thụ lý khiếu nại".
    """
    compares = bool(find(words, cues.comparing))
    between = cues.coupling | (BETWEEN if compares else frozenset())
    for left, right in coupled(words, runs, between):
        one, other = ([run.words for run in side] for side in (left, right))
        sides = (
            tuple(made[run] for run in one if run not in other),
            tuple(made[run] for run in other if run not in one),
        )
        alike = pairs_in(left) & pairs_in(right)
        if all(any(not c.soft for c in side) for side in sides) and (compares or alike):
            return sides
    return None


@lru_cache(MOST_TAKEN * 8)
def asked_by(pattern: re.Pattern[str], question: str) -> bool:
    """Tell whether a question, without its diacritics, has a pattern.

    It is asked for each of many sentences.
    """
    return bool(pattern.search(folded(question)))
