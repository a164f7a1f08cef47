"""Proves claims against the texts: whether words stand where a frame needs them."""

from __future__ import annotations

from functools import cache

from assistant.quiz.field import Field, Unit
from assistant.quiz.form import form_of
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Source
from assistant.quiz.wording import clean, follows, in_order, share, weighty
from assistant.telling.write import without_label
from corpus.passage import Passage, PassageKind
from corpus.syllables import syllables

ALIKE = 0.6  # the share of the weighty syllables from which two texts may say the same
NEAR = 4  # syllables around a value in which the words beside it are looked for


class Prover:
    """Looks claims up in the texts of a field."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self.at = cache(field.at)
        self.may_hold = cache(self._may_hold)
        self._holding: dict[str, set[int]] = {}  # the units that hold a syllable
        for place, unit in enumerate(field.units):
            for word in unit.words:
                self._holding.setdefault(word, set()).add(place)
        headed = [p for p in field.all if p.kind is not PassageKind.HEADING]
        self._headed = [
            (p, syllables(actor(field.heading(p))), frozenset(syllables(p.text))) for p in headed
        ]

    # --- what the citation proves

    def holds(self, frame: Frame, value: str, source: Source) -> bool:
        """Tell whether the citation proves that `value` is right."""
        if frame.proof is Proof.HEADING:
            named = actor(self._field.heading(self.at(source)))
            return syllables(named) == syllables(value) and in_order((frame.before,), source.quote)
        if frame.proof is Proof.DUTY:
            return any(in_order((value,), p.text) for p in self._duties(frame.before, source))
        if frame.proof is Proof.PAIR:
            there = (in_order((part,), source.quote) for part in (frame.before, value))
            return all(there)
        parts = (value,) if frame.proof is Proof.MEMBER else frame.words(value)
        return in_order(parts, source.quote)

    def _duties(self, name: str, source: Source) -> list[Passage]:
        """Return what stands under the heading with this name, in the document of a source."""
        wanted = syllables(name)
        own = ((p, n) for p, n, _ in self._headed if p.document_id == source.document_id)
        return [p for p, named in own if named == wanted]

    # --- what any text of the scope may say

    def _may_hold(self, frame: Frame, value: str, source: Source) -> bool:
        """Tell whether some text of the scope says, or nearly says, that `value` is right."""
        if frame.proof is Proof.HEADING:
            return self._has_duty(value, frame.before) or in_order((value,), frame.before)
        if frame.proof is Proof.DUTY:
            return self._has_duty(frame.before, value)
        if frame.proof is Proof.MEMBER:
            return self._is_listed(value, source)
        asked = weighty(f"{frame.before} {frame.after}")
        least = 1.0 if frame.proof is Proof.PAIR and form_of(frame.before) == "sign" else ALIKE
        wanted = syllables(value)
        return any(
            share(asked, set(unit.words)) >= least and self._stands(wanted, frame, unit, source)
            for unit in self._units(wanted)
        )

    def _units(self, words: tuple[str, ...]) -> list[Unit]:
        """Return the units that hold all of some syllables, in order."""
        found = [self._holding.get(word, set()) for word in set(words)]
        places = set.intersection(*found) if found else set()
        return [self._field.units[place] for place in sorted(places)]

    def _stands(self, value: tuple[str, ...], frame: Frame, unit: Unit, source: Source) -> bool:
        """Tell whether a value stands in a unit; in the one that is cited, at the gap itself."""
        at = follows(value, unit.words)
        if at < 0:
            return False
        if unit.passage.document_id != source.document_id or not unit.span.overlaps(source.span):
            return True
        if frame.proof is Proof.PAIR:
            return True
        before, after = syllables(frame.before)[-2:], syllables(frame.after)[:2]
        while at >= 0:
            start = at - len(value)
            left = unit.words[max(0, start - NEAR) : start]
            right = unit.words[at : at + NEAR]
            if set(before) <= set(left) and set(after) <= set(right):
                return True
            at = follows(value, unit.words, at)
        return False

    def _has_duty(self, name: str, duty: str) -> bool:
        """Tell whether someone of that name has such a duty anywhere, or the duty names him."""
        asked, wanted = weighty(duty), syllables(name)
        return any(
            same_actor(wanted, named) and share(asked, words) >= ALIKE
            for _, named, words in self._headed
        )

    def _is_listed(self, value: str, source: Source) -> bool:
        """Tell whether the list, or the passage that it stands in, may say this too."""
        passage = self.at(source)
        words = set(syllables(passage.text)) | set(syllables(source.quote))
        return share(weighty(value), words) >= ALIKE


def actor(heading: Passage | None) -> str:
    """Return the name that a heading is: "Văn phòng Sở" of "2. Văn phòng Sở"."""
    return clean(without_label(clean(heading.text))) if heading else ""


def same_actor(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names may mean the same: one begins with the other.

    >>> same_actor(("văn", "phòng"), ("văn", "phòng", "sở"))
    True
    """
    short, long = sorted((one, other), key=len)
    return bool(short) and long[: len(short)] == short
