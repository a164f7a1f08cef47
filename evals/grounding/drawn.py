"""Sentences drawn from a half: so many of each kind, from as many sentences as there are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.grounding.evidence import Stretch
from evals.grounding.damage import facts, sense
from evals.grounding.damage.actors import Actors
from evals.grounding.paraphrase import RULES
from evals.grounding.pool import Sample

ON_SOURCE, ON_PARAPHRASE = "the words of the source", "a paraphrase"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence to be checked: what was done to it, to what, and what it is checked against."""

    kind: str
    text: str
    base: str
    evidence: tuple[Stretch, ...]


Damage = Callable[[str], Iterator[str]]


def damages() -> Mapping[str, Damage]:
    """Return every way in which a sentence is made false, by name."""
    return {
        "digit": facts.digits,
        "date": facts.dates,
        "number of a document": facts.documents,
        "negation": sense.negations,
        "modality": sense.modalities,
        "actor": Actors.load().replaced,
    }


def damaged(samples: Iterable[Sample], count: int) -> tuple[Drawn, ...]:
    """Return `count` sentences made false, as many of each kind as there are.

    Every other one was paraphrased before, so that it is false in words that are not the source's.
    """
    bases = [pair for sample in samples for pair in _bases(sample)]
    found = {
        name: _spread(
            [Drawn(name, text, base, sample.evidence) for text in damage(of)]
            for sample, of, base in bases
        )
        for name, damage in damages().items()
    }
    return _shared(found, count)


def _bases(sample: Sample) -> Iterator[tuple[Sample, str, str]]:
    yield sample, sample.text, ON_SOURCE
    others = [text for rule in RULES.values() for text in rule(sample)]
    for text in sorted(others, key=_chance)[:1]:
        yield sample, text, ON_PARAPHRASE


def paraphrased(samples: Iterable[Sample], count: int) -> tuple[Drawn, ...]:
    """Return `count` true paraphrases, as many of each rule as there are."""
    kept = list(samples)
    found = {
        name: _spread([Drawn(name, text, "", s.evidence) for text in rule(s)] for s in kept)
        for name, rule in RULES.items()
    }
    return _shared(found, count)


def _spread(groups: Iterable[list[Drawn]]) -> list[Drawn]:
    """Return what was made of each sentence in turn, in an order that chance decides."""
    turned = [sorted(group, key=lambda one: _chance(one.text)) for group in groups]
    keyed = [(rank, _chance(one.text), one) for g in turned for rank, one in enumerate(g)]
    return [one for _, _, one in sorted(keyed, key=lambda row: row[:2])]


def _shared(found: Mapping[str, list[Drawn]], count: int) -> tuple[Drawn, ...]:
    """Return `count` of all kinds, taking one of each in turn until there are no more."""
    taken: dict[str, Drawn] = {}
    for rank in range(max((len(group) for group in found.values()), default=0)):
        for group in found.values():
            if rank < len(group) and len(taken) < count:
                taken.setdefault(group[rank].text, group[rank])
    return tuple(taken.values())


def _chance(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
