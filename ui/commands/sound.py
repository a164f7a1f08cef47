"""Whether gold sets may be asked: over this library, and without a fault."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from assistant.workbench import Workbench
from corpus.shipped import shipped_texts
from evals.check import check
from evals.errors import MissingDocumentsError
from evals.gold import GoldSet, merged
from evals.sources import Sources
from ui.commands import wording
from ui.commands.output import plain

FAILED = 1  # the exit code of a check or a gate that failed


def sound(sets: Sequence[GoldSet], bench: Workbench) -> bool:
    """Tell whether the sets have no fault over the library, and name the faults that there are.

    Raises:
        MissingDocumentsError: a set quotes documents that are not in the library.
    """
    documents = bench.documents()
    for gold in sets:
        if missing := Sources(documents).without(gold.sources):
            raise MissingDocumentsError(gold.name, missing)
    known = {*merged(sets).sources, *(path.name for path in shipped_texts())}
    if more := tuple(one.source for one in documents if one.source not in known):
        tell(wording.more_than_asked(more))
    problems = check(merged(sets), documents)
    for problem in problems:
        tell(str(problem))
    return not problems


def tell(words: str) -> None:
    """Say something beside the results."""
    print(plain(words), file=sys.stderr)
