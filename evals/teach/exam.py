"""An exam: questions that a pupil was not taught, over all that the product would search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from evals.retrieval.beir import Query
from evals.retrieval.run import Scored
from evals.teach.lesson import School
from evals.teach.lora import Pupil
from evals.teach.loss import PROMPT
from index.courtesy import plain
from index.embedder import Progress, Read, Vectors
from index.fusion import Legs, Weights, fused
from index.late import Tokens, packed
from index.packaged import PROMPTS

CANDIDATES = 100  # entries of each leg
BATCH = 6144  # tokens
LONGEST = 192  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What was found for a question: what each leg gives some entries, and the rows of each."""

    query: str
    legs: Legs
    rows: tuple[Sequence[str], ...]

    def ranking(self, weights: Weights) -> tuple[Scored, ...]:
        """Return the rows by their best entry, best first."""
        best: dict[str, float] = {}
        scores = fused(weights, self.legs)
        for at in np.argsort(-scores, kind="stable"):
            for row in self.rows[at]:
                best.setdefault(row, float(scores[at]))
        return tuple(Scored(row, score) for row, score in best.items())


def sheets(
    school: School, queries: Sequence[Query], read: Mapping[str, Read], asked: Sequence[Read]
) -> list[Sheet]:
    """Return what is found for each question by a pupil that read every passage and question."""
    known = [read[entry.embedded] for entry in school.entries]
    vectors = np.array([one.vector for one in known], np.float32)
    return [
        _sheet(school, query, one, vectors, known)
        for query, one in zip(queries, asked, strict=True)
    ]


def _sheet(
    school: School, query: Query, asked: Read, vectors: Vectors, known: Sequence[Read]
) -> Sheet:
    near = school.near(query.text, asked.vector, vectors, CANDIDATES)
    question = asked.tokens[PROMPT:-1].astype(np.float32)
    late = [_late(question, known[number].tokens) for number in near.entries]
    return Sheet(
        query=query.id,
        legs=Legs(lexical=near.lexical, dense=near.dense, late=np.array(late, np.float32)),
        rows=tuple(school.rows[number] for number in near.entries),
    )


def _late(question: NDArray[np.float32], tokens: Tokens) -> float:
    if not len(question) or not len(tokens):
        return 0.0
    return float((question @ tokens.astype(np.float32).T).max(1).mean())


def questions(pupil: Pupil, texts: Sequence[str], progress: Progress) -> list[Read]:
    """Let a pupil read questions as they are searched for, without their courtesies."""
    return _reading(pupil, [PROMPTS["query"] + plain(text) for text in texts], progress)


def passages(pupil: Pupil, texts: Sequence[str], progress: Progress) -> dict[str, Read]:
    """Let a pupil read passages, each once."""
    known = list(dict.fromkeys(texts))
    read = _reading(pupil, [PROMPTS["document"] + text for text in known], progress)
    return dict(zip(known, read, strict=True))


def _reading(pupil: Pupil, texts: Sequence[str], progress: Progress) -> list[Read]:
    """Read texts that carry their prompt, the longest first so that a batch is of one length."""
    pupil.lower.read(texts, progress)
    found: dict[int, Read] = {}
    order = sorted(range(len(texts)), key=lambda i: (-pupil.lower.length(texts[i]), i))
    at = 0
    with torch.inference_mode():
        while at < len(order):
            some = order[at : at + max(1, BATCH // pupil.lower.length(texts[order[at]]))]
            at += len(some)
            states = pupil.states([texts[i] for i in some], LONGEST)
            short, lengths = pupil.short(states).numpy(), states.mask.sum(1).int().tolist()
            for place, i in enumerate(some):
                tokens = packed(short[place, : lengths[place]])
                found[i] = Read(vector=states.pooled[place].numpy().copy(), tokens=tokens)
            progress(at, len(order))
    return [found[i] for i in range(len(texts))]
