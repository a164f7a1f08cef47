"""Judging answers over a gold set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.document import Document
from evals.faults import Faults
from evals.gold import GoldItem, GoldSet, Kind, Split
from evals.interval import Average, interval
from evals.lost import Indexed, Stages
from evals.measures.calibration import calibration
from evals.measures.complete import Complete
from evals.measures.concision import concision
from evals.measures.evidence import CitationPrecision, Evidence
from evals.measures.forbidden import forbidden
from evals.measures.key_points import key_points
from evals.measures.overlap import exact_match, token_f1
from evals.measures.refusal import refusal, refusals
from evals.measures.retrieved import retrieved_at, retrieved_mrr, retrieved_ndcg
from evals.measures.right import premise, right
from evals.measures.robustness import robustness
from evals.measures.verbatim import Verbatim
from evals.outcome import Outcome, absent
from evals.report import Figure, Group, Report, Rough, Row, Score, Times
from evals.sources import Sources

Measured = Callable[[GoldItem, Outcome], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with the name that reports and gates call it by."""

    name: str
    of: Measured
    average: Average = Average.MEAN

    def score(self, item: GoldItem, outcome: Outcome) -> Score:
        """Score one question; a question missing from the run gets 0, it is not left out."""
        value = self.of(item, outcome)
        return Score(self.name, 0.0 if outcome.missing and value is not None else value)


def measures(sources: Sources) -> tuple[Measure, ...]:
    """Return every measure of an answer, in the order of the report."""
    return (
        Measure("right", right),
        Measure("key_points", key_points),
        Measure("forbidden", forbidden),
        Measure("evidence", Evidence(sources)),
        Measure("evidence_complete", Complete(sources)),
        Measure("citation_precision", CitationPrecision(sources)),
        Measure("verbatim", Verbatim(sources)),
        Measure("refusal", refusal),
        Measure("premise", premise),
        Measure("concision", concision, Average.MEDIAN),
        Measure("exact_match", exact_match),
        Measure("token_f1", token_f1),
        Measure("retrieved_1", retrieved_at(sources, 1)),
        Measure("retrieved_5", retrieved_at(sources, 5)),
        Measure("retrieved_20", retrieved_at(sources, 20)),
        Measure("retrieved_mrr", retrieved_mrr(sources)),
        Measure("retrieved_ndcg", retrieved_ndcg(sources)),
    )


def evaluate(
    gold: GoldSet,
    answer: Callable[[GoldItem], Outcome],
    documents: Iterable[Document],
    indexed: Indexed | None = None,
) -> Report:
    """Ask every question of a gold set, in its order, and judge what comes."""
    return judge(gold, {item.id: answer(item) for item in gold.items}, documents, indexed)


def judge(
    gold: GoldSet,
    outcomes: Mapping[str, Outcome],
    documents: Iterable[Document],
    indexed: Indexed | None = None,
) -> Report:
    """Judge outcomes by the id of their question; a question without one scores 0.

    With what is `indexed`, rows say at which stage they were lost; that needs outcomes that
    somebody watched (`evals.record`).
    """
    sources = Sources(documents)
    taken, faults = measures(sources), Faults(sources)
    judged = [(item, outcomes.get(item.id) or absent(item.id)) for item in gold.items]
    lost = Stages(sources, indexed) if indexed else _unwatched
    rows = (_row(item, outcome, taken) for item, outcome in judged)
    return Report(
        gold=gold.name,
        digest=gold.digest,
        rows=tuple(
            replace(row, faults=faults(*pair), lost_at=lost(*pair))
            for row, pair in zip(rows, judged, strict=True)
        ),
        groups=tuple(
            _group(split, kind, some, taken)
            for split in (Split.REPORT, Split.TUNE)
            for kind in (None, *Kind)
            if (some := _of(judged, split, kind))
        ),
        rough=tuple(_rough(judged)),
    )


Judged = Sequence[tuple[GoldItem, Outcome]]


def _unwatched(_item: GoldItem, _outcome: Outcome) -> None:
    """Say nothing of where a question was lost."""


def _of(judged: Judged, split: Split, kind: Kind | None) -> Judged:
    half = [(item, outcome) for item, outcome in judged if item.split is split]
    return half if kind is None else [pair for pair in half if pair[0].kind is kind]


def _rough(judged: Judged) -> Iterator[Rough]:
    rights = [(item, right(item, outcome)) for item, outcome in judged]
    proofs = {item.id: _proof(outcome) for item, outcome in judged}
    for split in (Split.REPORT, Split.TUNE):
        half = [(item, value) for item, value in rights if item.split is split]
        if kinds := robustness(half, rights, proofs):
            yield Rough(split, kinds)


def _proof(outcome: Outcome) -> frozenset[tuple[str, int, int]]:
    """Return what an answer cites; a refusal cites nothing."""
    return frozenset((cited.source, cited.start, cited.end) for cited in outcome.citations)


def _row(item: GoldItem, outcome: Outcome, taken: Sequence[Measure]) -> Row:
    return Row(
        id=item.id,
        kind=item.kind,
        split=item.split,
        tags=item.tags,
        question=item.question,
        reference=item.reference,
        answerable=item.answerable,
        history=item.history,
        outcome=replace(outcome, id=item.id),
        scores=tuple(measure.score(item, outcome) for measure in taken),
    )


def _group(split: Split, kind: Kind | None, judged: Judged, taken: Sequence[Measure]) -> Group:
    return Group(
        split=split,
        kind=kind,
        n=len(judged),
        figures=tuple(_figure(measure, judged) for measure in taken),
        refusals=refusals(judged),
        times=_times([outcome for _, outcome in judged if not outcome.missing]),
        calibration=calibration(judged),
    )


def _figure(measure: Measure, judged: Judged) -> Figure:
    scores = [measure.score(item, outcome).value for item, outcome in judged]
    values = [value for value in scores if value is not None]
    return Figure(
        measure=measure.name,
        n=len(values),
        average=interval(values, measure.average),
        full=sum(value >= 1 for value in values) / len(values) if values else None,
    )


def _times(outcomes: Sequence[Outcome]) -> Times:
    taken = [outcome.elapsed_ms for outcome in outcomes] or [0.0]
    p50, p95 = np.percentile(np.asarray(taken), [50, 95])
    return Times(float(p50), float(p95))
