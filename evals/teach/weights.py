"""The weights of the legs: those with the best ranking, found by trying all on a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from evals.measures.ndcg import ndcg
from evals.teach.exam import Sheet
from index.fusion import Weights

STEP = 20  # the grid has weights of whole twentieths

Gold = Mapping[str, Mapping[str, int]]  # by question: by row


def fitted(sheets: Sequence[tuple[Sheet, Gold]]) -> Weights:
    """Return the weights whose mean nDCG@10 over the sheets is best; of equal ones the first."""
    return max(_grid(), key=lambda weights: quality(sheets, weights))


def quality(sheets: Sequence[tuple[Sheet, Gold]], weights: Weights) -> float:
    """Return the mean nDCG@10 of the sheets' rankings."""
    return float(np.mean([graded(sheet, gold, weights) for sheet, gold in sheets]))


def graded(sheet: Sheet, gold: Gold, weights: Weights) -> float:
    """Return the nDCG@10 of one sheet."""
    return ndcg(gold[sheet.query], [one.row for one in sheet.ranking(weights)], k=10)


def _grid() -> Iterator[Weights]:
    for lexical in range(STEP + 1):
        for dense in range(STEP + 1 - lexical):
            late = STEP - lexical - dense
            yield Weights(lexical=lexical / STEP, dense=dense / STEP, late=late / STEP)
