"""Tuning: the figures that may be varied to see what they do; every default is what ships."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields, replace

from assistant.evidence.candidate import LEAST
from assistant.weighing.decision import Decision, load_decision
from assistant.weighing.precedents import NEAREST
from index.entry import Chunking
from index.fusion import Weights, packaged_weights
from index.searcher import SearchOptions

HITS = 40
WEIGHTS = ("lexical", "dense", "late")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """One way to set the program up; None leaves what was fitted.

    `candidates` are taken from each leg of the search, `hits` of them are read for an answer, which
    must have `support` of the question's words; `precedents` written questions are looked at beside
    it (`assistant.weighing.precedents`). `lexical`, `dense` and `late` are the weights of the legs,
    which are made to sum to 1; the others are those of `assistant.weighing.decision.Decision`.
    """

    candidates: int = 100
    hits: int = HITS
    support: float = LEAST
    precedents: int = NEAREST
    lexical: float | None = None
    dense: float | None = None
    late: float | None = None
    least: float | None = None
    close: float | None = None
    near: float | None = None
    sure: float | None = None
    sibling: float | None = None
    several: float | None = None
    beside: float | None = None
    replaced: float | None = None
    certain: float | None = None
    ahead: float | None = None

    def __post_init__(self) -> None:
        if self.candidates < 1 or self.hits < 1:
            reason = "candidates and hits are counts from 1"
            raise ValueError(reason)
        if self.precedents < 0:
            reason = "precedents are a count, 0 for none"
            raise ValueError(reason)
        if sum(self._legs().values()) <= 0 or min(self._legs().values()) < 0:
            reason = "the weights of the legs are shares, and not all of them nothing"
            raise ValueError(reason)

    def _legs(self) -> dict[str, float]:
        shipped = asdict(packaged_weights())
        given = {name: getattr(self, name) for name in WEIGHTS}
        return {name: shipped[name] if given[name] is None else given[name] for name in WEIGHTS}

    def search_options(self) -> SearchOptions:
        """Return how the legs are asked."""
        legs = self._legs()
        whole = sum(legs.values())
        weights = Weights(**{name: value / whole for name, value in legs.items()})
        return SearchOptions(candidates=self.candidates, weights=weights)

    def decision(self) -> Decision:
        """Return what decides which candidate answers."""
        named = {field.name for field in fields(Decision)}
        given = {name: value for name, value in asdict(self).items() if name in named}
        fitted = load_decision()
        return replace(fitted, **{name: v for name, v in given.items() if v is not None})

    def changed(self) -> dict[str, int | float | str]:
        """Return what differs from what ships, by name.

        >>> Tuning(hits=20).changed()
        {'hits': 20}
        """
        shipped, own = asdict(SHIPPED), asdict(self)
        return {name: value for name, value in own.items() if value != shipped[name]}


SHIPPED = Tuning()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One way to set the whole program up; `embedder` is "" for the one that the settings name."""

    tuning: Tuning = SHIPPED
    chunking: Chunking = Chunking.STRUCTURE
    embedder: str = ""

    def changed(self) -> dict[str, int | float | str]:
        """Return what differs from what ships, by name."""
        own = {"chunking": self.chunking.value, "embedder": self.embedder}
        shipped = {"chunking": Chunking.STRUCTURE.value, "embedder": ""}
        return {
            **self.tuning.changed(),
            **{name: value for name, value in own.items() if value != shipped[name]},
        }

    @property
    def own_index(self) -> str:
        """The name of the index that this needs, "" for that of the library."""
        parts = (self.chunking.value, self.embedder)
        return "" if parts == (Chunking.STRUCTURE.value, "") else _named(parts)


def _named(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


AS_SHIPPED = Setting()
