"""Which candidates answer a question, and when none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.evidence.candidate import Candidate, Finder, Trusted, said
from assistant.evidence.cases import CASES, Cases
from assistant.evidence.support import years_of_document
from assistant.reading.absent import asks_inside, mentions
from assistant.reading.force import Force
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from assistant.weighing.crossing import Crossing, heard
from assistant.weighing.decision import FAR, Decision, Weights
from assistant.weighing.features import LISTS, Describer, Features
from assistant.weighing.precedents import NEAREST, NONE, NOWHERE, Near, Nearby, Precedents
from assistant.weighing.watch import UNWATCHED, Watch
from corpus.passage import Passage
from index.hit import Hit

ALMOST = 0.06  # what the support of another document's answer may fall short of the best by
ALIKE = 4  # hits nearest in meaning, which may answer in quite other words
READ_AGAIN = 2  # candidates that are read together with the question,
WITHIN = 3.0  # and how far below the best in rank such may be
Known = tuple[Candidate, Features]
Ranked = tuple[float, Candidate, Features]  # with its rank


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate, what is known of it, its rank and the log odds that it answers.

    `near` are the questions near to the one that were written about its document.
    """

    candidate: Candidate
    features: Features
    rank: float
    odds: float
    near: Near = NONE


@dataclass(frozen=True, slots=True)
class Selector:
    """Picks the candidates that answer."""

    shelf: Shelf
    finder: Finder
    decision: Decision
    force: Force
    watch: Watch = UNWATCHED
    crossing: Crossing | None = None
    precedents: Precedents | None = None
    looked_at: int = NEAREST  # of these

    def select(self, reading: Reading, hits: tuple[Hit, ...]) -> tuple[Chosen, ...]:
        """Return what answers, best first; empty when the hits do not answer the question."""
        return self.best(reading, self.weighed(reading, hits))

    def best(self, reading: Reading, weighed: Sequence[Chosen]) -> tuple[Chosen, ...]:
        """Return those of weighed candidates, best in rank first, that answer; empty for none."""
        first = leading(weighed, self.decision)
        if first is None:
            return ()
        if reading.wanted in LISTS and not first.candidate.whole and not first.candidate.items:
            above = self.shelf.above(first.candidate.head)[:1]
            first = widened(first, weighed, [passage.id for passage in above], self.decision)
        elif reading.wanted in CASES and not first.candidate.items:
            cases = Cases(self.shelf, self.finder.judge, reading, first.candidate)
            lists = (c for c in weighed if cases.are_in(c.candidate))
            every = next(lists, first)  # has the one, too, and answers as surely
            first = replace(every, rank=first.rank, odds=first.odds)
        others = (chosen for chosen in weighed if chosen.candidate != first.candidate)
        return tuple(self._best(reading, [first, *others]))

    def beside(self, weighed: Sequence[Chosen]) -> tuple[Chosen, ...]:
        """Return the best of weighed candidates, if it may stand beside another part's answer."""
        least = self.decision.least - self.decision.beside
        return tuple(chosen for chosen in weighed[:1] if chosen.odds >= least)

    def answering(self, weighed: Iterable[Chosen]) -> frozenset[str]:
        """Return the ids of the documents that answer."""
        enough = (chosen for chosen in weighed if chosen.odds >= self.decision.least)
        return frozenset(chosen.candidate.head.document_id for chosen in enough)

    def weighed(self, reading: Reading, hits: tuple[Hit, ...]) -> list[Chosen]:
        """Return every candidate, best first, ties by place in the library."""
        scope = reading.scope
        # What a document that is not here says cannot be known from those that mention it.
        within = scope.documents and not scope.by_place
        elsewhere = not within and asks_inside(reading.text, scope.absent)
        if not reading.chunks or elsewhere or scope.nowhere or scope.unknown:
            return []
        near = self._near(reading, hits)
        trusted = self._trusted(hits, near)
        describer = Describer(self.shelf, self.finder.judge, reading, hits, near)
        found = self.finder.candidates(reading, self._around(hits, trusted), trusted)
        found = self.finder.entitling(reading, found)
        if scope.absent and not within:
            found = [c for c in found if mentions(scope.absent, self._said_with(c))]
        known = [(c, self.decision.judged(describer.features(c))) for c in found]
        weights, ranked = self._weighed(reading, known, near)
        ranked = self._read_again(reading, ranked, weights)
        margin = _margin(ranked)
        weighed = [
            Chosen(
                candidate,
                features,
                rank,
                weights.odds(features, margin),
                near.of(candidate.head.document_id),
            )
            for rank, candidate, features in ranked
        ]
        self.watch.weighed(weighed)
        return weighed

    def _near(self, reading: Reading, hits: tuple[Hit, ...]) -> Nearby:
        """Return the written questions near to one, about the documents that were found."""
        if self.precedents is None:
            return NOWHERE
        found = {hit.passage.document_id for hit in hits}
        inside = found & reading.scope.documents if reading.scope.documents else found
        texts = (heard(reading), reading.text) if reading.original else (heard(reading),)
        return self.precedents.near(texts, inside, self.looked_at)

    def _trusted(self, hits: tuple[Hit, ...], near: Nearby) -> Trusted:
        """Return what may answer though it hardly has the words of the question."""
        alike = sorted(hits, key=lambda hit: -hit.parts.dense)[:ALIKE]
        told = self.precedents.places(near) if self.precedents else ()
        return Trusted(frozenset(hit.passage.id for hit in alike), frozenset(told))

    def _weighed(
        self, reading: Reading, known: Sequence[Known], near: Nearby
    ) -> tuple[Weights, list[Ranked]]:
        """Return candidates as they rank, and the weights of the decision that says so.

        What was written about one document says nothing of another that nothing was written about.
        """
        alone = self.decision.alone
        ranked = self._ranked(reading, known, alone)
        if not ranked or ranked[0][1].head.document_id not in near.documents:
            return alone, ranked
        precedented = self.decision.precedented
        return precedented, self._ranked(reading, known, precedented)

    def _said_with(self, candidate: Candidate) -> str:
        """Return a candidate, what introduces it, and what its document is based on."""
        own = said(self.shelf, candidate)
        others = (*self.shelf.above(candidate.head), *candidate.items)
        preamble = self.shelf.preambles[candidate.head.document_id]
        return "\n".join((preamble, own, *(passage.text for passage in others)))

    def _read_again(self, reading: Reading, ranked: list[Ranked], weights: Weights) -> list[Ranked]:
        """Return candidates as they rank when the best have been read with the question.

        Those that have not count as the worst of these, which leaves them behind. None is read
        where that would change nothing.
        """
        best = takewhile(lambda one: one[0] >= ranked[0][0] - WITHIN, ranked[:READ_AGAIN])
        near = [candidate for _, candidate, _ in best]
        if not self.crossing or not near or self._is_certain(ranked, len(near), weights):
            return ranked
        again = self.crossing.read(reading, near)
        every = (*again, *[min(again)] * (len(ranked) - len(again)))
        read = [(c, replace(f, crossed=x)) for (_, c, f), x in zip(ranked, every, strict=True)]
        return self._ranked(reading, read, weights)

    def _is_certain(self, ranked: Sequence[Ranked], count: int, weights: Weights) -> bool:
        """Tell whether reading the first `count` again would change nothing."""
        margin, (_, best, features) = _margin(ranked), ranked[0]
        odds, least = weights.odds(features, margin), self.decision.certain
        if odds >= least and margin >= self.decision.ahead:
            document = best.head.document_id  # of another something may be quoted beside it
            doubted = [one for one in ranked[1:count] if one[1].head.document_id != document]
        elif odds <= -least:
            doubted = list(ranked[1:])
        else:
            return False
        return all(weights.odds(features, margin) <= -least for _, _, features in doubted)

    def _ranked(self, reading: Reading, known: Iterable[Known], weights: Weights) -> list[Ranked]:
        """Return candidates with their rank, best first, ties by place in the library."""
        ranked = [
            (weights.rank(features) - self._replaced(reading, candidate), candidate, features)
            for candidate, features in known
        ]
        return sorted(ranked, key=lambda o: (-round(o[0], 3), self.shelf.order[o[1].head.id]))

    def _replaced(self, reading: Reading, candidate: Candidate) -> float:
        """Return what a candidate loses for standing in a document that is not in force.

        A document that the question names is what it asks about, in force or not.
        """
        document = candidate.head.document_id
        asked = document in reading.scope.documents or self.force.holds(document, reading.day)
        return 0.0 if asked else self.decision.replaced

    def _around(self, hits: tuple[Hit, ...], trusted: Trusted) -> Iterable[Passage]:
        """Return the passages to look at.

        They are the hits, what stands above and right below them, and what is told of elsewhere.
        """
        found: dict[str, Passage] = {}
        for hit in hits:
            around = (hit.passage, *self.shelf.above(hit.passage))
            for passage in (*around, *self.shelf.children.get(hit.passage.id, ())):
                found.setdefault(passage.id, passage)
        told = sorted({key for key, _ in trusted.told}, key=self.shelf.order.__getitem__)
        return (found | {key: self.shelf.passages[key] for key in told}).values()

    def _best(self, reading: Reading, found: list[Chosen]) -> Iterable[Chosen]:
        """Yield the best, and the best of each other document that is nearly as good.

        Where several documents are asked for, the best of each of them.
        """
        unserved = self._asked(reading)
        seen: set[str] = set()
        for chosen in found:
            document = chosen.candidate.head.document_id
            serves = {group for group in unserved if document in group}
            if document not in seen and self._stands(reading, chosen, found[0], asked=bool(serves)):
                unserved -= serves
                seen.add(document)
                yield chosen
                yield from self._siblings(reading, chosen, found)

    def _asked(self, reading: Reading) -> set[frozenset[str]]:
        """Return the groups of documents that a question sets beside each other."""
        scope = reading.scope
        if len(scope.groups) > 1:
            return set(scope.groups)
        if len(scope.years) < 2:  # noqa: PLR2004 - two years to compare
            return set()
        documents = self.shelf.documents.values()
        return {
            frozenset(d.id for d in documents if year in years_of_document(d))
            for year in scope.years
        }

    def _stands(self, reading: Reading, chosen: Chosen, best: Chosen, *, asked: bool) -> bool:
        """Tell whether a candidate of another document is quoted beside the best."""
        decision = self.decision
        if asked:
            return chosen.odds >= decision.least - decision.beside
        if chosen.odds < decision.least or self._outdated(reading, chosen, best):
            return False
        near = decision.several if reading.several else decision.near
        supports = chosen.candidate.support.score >= best.candidate.support.score - ALMOST
        good = chosen.rank >= best.rank - near or chosen.odds >= decision.sure
        return good and (supports or reading.several)

    def _outdated(self, reading: Reading, chosen: Chosen, best: Chosen) -> bool:
        lost = self._replaced(reading, chosen.candidate)
        return lost > self._replaced(reading, best.candidate) and not reading.several

    def _siblings(self, reading: Reading, best: Chosen, found: list[Chosen]) -> Iterable[Chosen]:
        """Yield the other items of the same list that answer as well, where a list is wanted."""
        head = best.candidate.head
        if reading.wanted not in LISTS or best.candidate.whole or head.parent is None:
            return
        least = best.rank - self.decision.sibling
        for other in found:
            item = other.candidate
            same_list = item.head.parent == head.parent and item.head != head
            if same_list and item.fits and not item.items and other.rank >= least:
                yield other


def _margin(ranked: Sequence[Ranked]) -> float:
    """Return how far the best is ahead in rank."""
    return ranked[0][0] - ranked[1][0] if ranked[1:] else FAR


def leading(weighed: Sequence[Chosen], decision: Decision) -> Chosen | None:
    """Return the first of the candidates, best in rank first, that may lead an answer.

    The best need not be likely to answer at all; then one that is, and hardly worse, is meant.
    """
    close = (c for c in weighed if c.rank >= weighed[0].rank - decision.close)
    return next((chosen for chosen in close if chosen.odds >= decision.least), None)


def widened(
    first: Chosen, weighed: Iterable[Chosen], above: Sequence[str], decision: Decision
) -> Chosen:
    """Return the list that stands `above` a piece, where it is hardly worse; else the piece."""
    least = first.rank - decision.section
    lists = (c for c in weighed if c.candidate.items and c.candidate.head.id in above)
    likely = (c for c in lists if c.rank >= least and c.odds >= decision.least)
    return next(likely, first)
