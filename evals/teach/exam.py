"""An exam: questions that a pupil was not taught, over the rows with the most of their words.

What it finds is a lower bound of what a whole search finds, for a row must share words to be among
the candidates; in return only candidates are embedded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray

from evals.retrieval.beir import Query
from evals.retrieval.run import Scored
from evals.teach.lesson import School
from evals.teach.lora import Pupil
from evals.teach.loss import PROMPT
from index.courtesy import plain
from index.embedder import Progress, Read
from index.fusion import Legs, Weights, fused
from index.late import Tokens, packed
from index.packaged import PROMPTS

CANDIDATES = 40  # rows
BATCH = 24
LONGEST = 256  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What was found for a question: what each leg gives some entries, and the row of each."""

    query: str
    legs: Legs
    rows: tuple[str, ...]

    def ranking(self, weights: Weights) -> tuple[Scored, ...]:
        """Return the rows by their best entry, best first."""
        best: dict[str, float] = {}
        scores = fused(weights, self.legs)
        for at in np.argsort(-scores, kind="stable"):
            best.setdefault(self.rows[at], float(scores[at]))
        return tuple(Scored(row, score) for row, score in best.items())


def sheets(
    pupil: Pupil, school: School, queries: Sequence[Query], progress: Progress
) -> list[Sheet]:
    """Return what the pupil finds for each question."""
    rows = {q.id: [f.row for f in islice(school.best(q.text), CANDIDATES)] for q in queries}
    numbers = sorted({n for some in rows.values() for row in some for n in school.of_row[row]})
    texts = list(dict.fromkeys(school.entries[n].embedded for n in numbers))
    read = dict(zip(texts, reading(pupil, "document", texts, progress), strict=True))
    asked = reading(pupil, "query", [plain(q.text) for q in queries], progress)
    return [_sheet(school, q, rows[q.id], a, read) for q, a in zip(queries, asked, strict=True)]


def _sheet(
    school: School, query: Query, rows: Iterable[str], asked: Read, read: Mapping[str, Read]
) -> Sheet:
    of = {n: row for row in rows for n in school.of_row[row]}
    known = [read[school.entries[n].embedded] for n in of]
    question = asked.tokens[PROMPT:-1].astype(np.float32)
    legs = Legs(
        lexical=school.scores(query.text)[list(of)],
        dense=np.array([asked.vector @ one.vector for one in known], np.float32),
        late=np.array([_late(question, one.tokens) for one in known], np.float32),
    )
    return Sheet(query=query.id, legs=legs, rows=tuple(of.values()))


def _late(question: NDArray[np.float32], tokens: Tokens) -> float:
    if not len(question) or not len(tokens):
        return 0.0
    return float((question @ tokens.astype(np.float32).T).max(1).mean())


def reading(pupil: Pupil, task: str, texts: Sequence[str], progress: Progress) -> list[Read]:
    """Let a pupil read texts, the longest first so that a batch holds texts of one length."""
    found: dict[int, Read] = {}
    order = sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i))
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            states = pupil.states([PROMPTS[task] + texts[i] for i in chosen], LONGEST)
            short, lengths = pupil.short(states).numpy(), states.mask.sum(1).int().tolist()
            for at, i in enumerate(chosen):
                tokens = packed(short[at, : lengths[at]])
                found[i] = Read(vector=states.pooled[at].numpy(), tokens=tokens)
            progress(start + len(chosen), len(order))
    return [found[i] for i in range(len(texts))]
