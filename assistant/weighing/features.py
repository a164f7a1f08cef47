"""What is known of a candidate when it is decided whether it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from assistant.evidence.candidate import Candidate
from assistant.evidence.figures import counts_in
from assistant.evidence.match import held
from assistant.evidence.support import Judge
from assistant.evidence.values import counted, defines, nearness
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from assistant.weighing.precedents import NOWHERE, Nearby
from corpus.passage import PassageKind
from corpus.syllables import syllables
from corpus.vocabulary import Phrase
from index.hit import Hit

LISTS = frozenset({Wanted.LIST, Wanted.DUTIES, Wanted.MEANS, Wanted.WHERE})
VALUES = frozenset({Wanted.COUNT, Wanted.WHEN, Wanted.NUMBER, Wanted.PHONE, Wanted.EMAIL})
ENOUGH, HALF = 0.6, 0.5  # below which a support is short, or a chunk lost
LONG = 100  # syllables
MANY = 10  # items
# What asks for a figure and nothing else; "khi nào" may ask for a condition.
FIGURES = frozenset({"ngày", "tháng", "năm", "nhiêu", "mấy", "lâu", "trăm", "lượng"})
USUAL, WIDE = 0.7, 3.0  # the cosine of a question and what is near it; how far cosines spread
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.?!:]\s+)[\s“\"(–-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Numbers about one candidate for one question, each about in [-1, 1].

    The first five are of `Support`; `short` and `lost` are what the score lacks to ENOUGH and the
    weakest chunk to HALF. `focus` is the share of its own words that the question has, for a list
    those of its lead-in or heading, `headed` the same of the nearest heading. `lexical` is its BM25
    score against the best hit's, `dense` its cosine against the best (0 for the best, down to -1),
    `similar` that cosine beyond what any passage has; `late` is how well its words match those of
    the question against the best hit, as `dense`. `names` is the share of the names in the question
    that stand nowhere around it. `unknown` is the share of the question that no text of the library
    has, `asked` what is lost of the thing beside the asking words. `near` says how near a figure
    stands to what it counts, `counted` how much of that stands right behind it, `defines` how much
    it is the definition asked for, `glossary` that it is one of a law's definitions. `fits` says
    that it holds a value of the sort that is wanted, `misfit` that it does not, `lacks_figure` that
    it has not even a figure, `role` that it says who has the role that is asked for, `actor` that
    it is the section of who is asked about. `given` is the share of what a question for a figure
    itself counts ("of the 25 files") that it counts too: it may be asked for more than that.
    `taught` is what a network makes of all these (`assistant.weighing.network`), `crossed` what a
    second reading says of it (`assistant.weighing.crossing`), of one that is not read the least of
    those that are, 0 where none is; both are 0 without. `precedent` is how good an answer it is to
    the written questions that are nearest (`assistant.weighing.precedents`), `answering` the same
    among those that anything answers, `silent` how many of them nothing answers and `likeness` how
    near the nearest is; all are 0 where none is known.
    """

    score: float = 0.0
    weakest: float = 0.0
    soft: float = 0.0
    body: float = 0.0
    under: float = 0.0
    short: float = 0.0
    lost: float = 0.0
    focus: float = 0.0
    headed: float = 0.0
    lexical: float = 0.0
    dense: float = 0.0
    similar: float = 0.0
    late: float = 0.0
    names: float = 0.0
    unknown: float = 0.0
    asked: float = 0.0
    near: float = 0.0
    counted: float = 0.0
    defines: float = 0.0
    glossary: float = 0.0
    fits: float = 0.0
    misfit: float = 0.0
    lacks_figure: float = 0.0
    role: float = 0.0
    actor: float = 0.0
    whole_of_list: float = 0.0
    whole_of_value: float = 0.0
    whole_of_other: float = 0.0
    section: float = 0.0
    piece_of_list: float = 0.0
    length: float = 0.0
    items: float = 0.0
    given: float = 0.0
    taught: float = 0.0
    crossed: float = 0.0
    precedent: float = 0.0
    answering: float = 0.0
    silent: float = 0.0
    likeness: float = 0.0


NAMES = tuple(field.name for field in fields(Features))
_numbers = attrgetter(*NAMES)  # astuple copies deeply, and is slow


def vector(features: Features) -> tuple[float, ...]:
    """Return the numbers in the order of `NAMES`."""
    return _numbers(features)


class Describer:
    """Describes the candidates for one question."""

    def __init__(
        self,
        shelf: Shelf,
        judge: Judge,
        reading: Reading,
        hits: tuple[Hit, ...],
        near: Nearby = NOWHERE,
    ) -> None:
        self._shelf = shelf
        self._judge = judge
        self._reading = reading
        self._near = near
        self._parts = {hit.passage.id: hit.parts for hit in hits}
        self._lexical = max((hit.parts.lexical for hit in hits), default=0.0) or 1.0
        self._late = max((hit.parts.late for hit in hits), default=0.0)
        self._dense = max((hit.parts.dense for hit in hits), default=0.0)
        self._asked = asked_words(reading)
        self._names = names_in(reading.text)
        dated = reading.wanted in (Wanted.COUNT, Wanted.WHEN)
        self._counts = counts_in(reading.text) if reading.wanted is Wanted.COUNT else frozenset()
        self._figure = dated and bool(FIGURES & set(reading.asking.split()))
        self._unknown = self._share_unknown()

    def features(self, candidate: Candidate) -> Features:
        """Return what is known of a candidate."""
        support, wanted = candidate.support, self._reading.wanted
        lexical, dense, similar = self._found(candidate)
        words = self._lead(candidate)
        value = wanted in VALUES
        return Features(
            score=support.score,
            weakest=support.weakest,
            soft=support.soft,
            body=support.body,
            under=support.under,
            short=max(0.0, ENOUGH - support.score),
            lost=max(0.0, HALF - support.weakest),
            focus=self._covered(words),
            headed=self._headed(candidate),
            lexical=lexical,
            dense=dense,
            similar=similar,
            late=self._late_of(candidate),
            names=self._nameless(candidate),
            unknown=self._unknown,
            asked=self._beside(candidate),
            near=nearness(candidate.sentence.words, self._reading) if candidate.sentence else 0.0,
            counted=counted(candidate.sentence.words, self._reading) if candidate.sentence else 0.0,
            fits=float(candidate.fits and value),
            misfit=float(not candidate.fits),
            lacks_figure=float(not candidate.fits and self._figure),
            defines=defines(candidate.sentence.words, self._reading) if candidate.sentence else 0.0,
            glossary=self._glossary(candidate),
            role=self._role(candidate),
            actor=self._actor(candidate),
            whole_of_list=float(candidate.whole and wanted in LISTS),
            whole_of_value=float(candidate.whole and value),
            whole_of_other=float(candidate.whole and not value and wanted not in LISTS),
            section=float(candidate.sentence is None),
            piece_of_list=float(not candidate.whole and wanted in LISTS),
            length=min(len(words), LONG) / LONG,
            items=min(len(candidate.items), MANY) / MANY,
            given=self._given(candidate),
            **self._near.of(candidate.head.document_id).said_of(candidate.stretches),
        )

    def _found(self, candidate: Candidate) -> tuple[float, float, float]:
        """Return how each leg of the search saw the candidate, against what it saw best."""
        passages = (candidate.head, *candidate.items)
        seen = [self._parts[p.id] for p in passages if p.id in self._parts]
        lexical = max((part.lexical for part in seen), default=0.0) / self._lexical
        dense = max((part.dense for part in seen), default=0.0)
        if not dense:
            return lexical, -1.0 if self._dense else 0.0, 0.0
        beyond = max(-1.0, (dense - USUAL) * WIDE)
        return lexical, max(-1.0, (dense - self._dense) * WIDE), beyond

    def _late_of(self, candidate: Candidate) -> float:
        """Return how the words of the question are matched, against the best of all hits."""
        passages = (candidate.head, *candidate.items)
        seen = [self._parts[p.id].late for p in passages if p.id in self._parts]
        if not seen:
            return -1.0 if self._late else 0.0
        return max(-1.0, (max(seen) - self._late) * 5)

    def _given(self, candidate: Candidate) -> float:
        """Return the share of what the question counts that the candidate counts as well."""
        if not self._counts or candidate.sentence is None:
            return 0.0
        own = counts_in(self._shelf.text(candidate.sentence))
        return len(self._counts & own) / len(self._counts)

    def _nameless(self, candidate: Candidate) -> float:
        """Return the share of the question's names that stand nowhere around the candidate."""
        if not self._names:
            return 0.0
        around = self._judge.around(candidate.head)
        own = set(self._lead(candidate)).union(*(self._shelf.words(p) for p in candidate.items))
        return sum(name not in own and name not in around for name in self._names) / len(
            self._names
        )

    def _lead(self, candidate: Candidate) -> Phrase:
        return candidate.sentence.words if candidate.sentence else self._shelf.words(candidate.head)

    def _headed(self, candidate: Candidate) -> float:
        if candidate.sentence is None:
            return self._covered(self._shelf.words(candidate.head))
        above = self._shelf.above(candidate.head)
        heading = next((p for p in above if p.kind is PassageKind.HEADING), None)
        return self._covered(self._shelf.words(heading)) if heading else 0.0

    def _covered(self, words: Phrase) -> float:
        weights = [(self._shelf.frequency.weight(word), word in self._asked) for word in words]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, asked in weights if asked) / total if total else 0.0

    def _beside(self, candidate: Candidate) -> float:
        """Return what is lost of the thing asked for: of "chỉ tiêu" in "những chỉ tiêu nào"."""
        asked = self._reading.asked
        if asked is None or asked.soft:
            return 0.0
        above = self._shelf.above(candidate.head)[:2]
        near = (self._lead(candidate), *(self._shelf.words(p) for p in above))
        return 1.0 - max(held(asked, words) for words in near)

    def _glossary(self, candidate: Candidate) -> float:
        """Tell whether a definition is wanted and this stands among those of a law."""
        headings = " ".join(candidate.head.headings).casefold()
        if "giải thích từ ngữ" not in headings or candidate.sentence is None:
            return 0.0
        return {Wanted.DEFINITION: 1.0, Wanted.TERM: 0.5}.get(self._reading.wanted, 0.0)

    def _role(self, candidate: Candidate) -> float:
        role = self._reading.asked
        if self._reading.wanted is not Wanted.WHO or role is None or role.soft:
            return 0.0
        return held(role, self._lead(candidate))

    def _actor(self, candidate: Candidate) -> float:
        if self._reading.wanted is not Wanted.DUTIES or candidate.head.kind is not _HEADING:
            return 0.0
        heading = self._shelf.words(candidate.head)
        return max((held(chunk, heading) for chunk in self._reading.firm), default=0.0)

    def _share_unknown(self) -> float:
        frequency = self._shelf.frequency
        weights = [
            (frequency.rarest(place), not any(word in frequency.counts for word in place))
            for chunk in self._reading.firm
            for place in chunk.wordings[0].places
        ]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, unknown in weights if unknown) / total if total else 0.0


_HEADING = PassageKind.HEADING


def names_in(text: str) -> frozenset[str]:
    """Return the syllables of a question that are written as names are.

    >>> sorted(names_in("Theo báo cáo, Sở Y tế Hà Nội có bao nhiêu người?"))
    ['hà', 'nội', 'sở', 'y']
    """
    named = (
        found.group()
        for found in _WORD.finditer(text)
        if found.group()[0].isupper() and not _OPENS.search(text[: found.start()])
    )
    return frozenset(word for name in named for word in syllables(name))


def asked_words(reading: Reading) -> frozenset[str]:
    """Return every syllable that the question has or may stand for."""
    places = (p for c in reading.chunks for wording in c.wordings for p in wording.places)
    return frozenset(_union(places))


def _union(places: Iterable[frozenset[str]]) -> set[str]:
    return set().union(*places)
