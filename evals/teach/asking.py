"""Count how questions are worded: `python -m evals.teach.asking --out assistant/typed`.

Texts hardly say "rồi thì mấy ngày" or "nộp cho ai vậy", and questions do. Those that were written
to teach by (`evals.teach.written`, `evals.teach.cross`) show which syllables follow which; by that
diacritics and misspelt words are put right (`assistant.typed.usage`). Nothing of a gold set is
read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from assistant.typed.usage import EDGE, FILE, Pair
from corpus.syllables import folded, syllables
from evals.teach.cross.asked import read_asked
from evals.teach.cross.pairs import read_pairs
from evals.teach.written import read_written

MOST = 65_535  # what sixteen bits hold


def written() -> Iterator[str]:
    """Yield every question that was written to teach by, near misses too."""
    for one in read_asked():
        yield from (one.question, *one.near)
    for about in read_written():
        yield from about.questions
    for paired in read_pairs():
        for pair in paired.pairs:
            yield from pair


def counted(questions: Iterable[str]) -> Counter[Pair]:
    """Count the pairs of neighbouring syllables of questions, but for those without diacritics.

    >>> sorted(counted(["Ai ký?", "ai ky?"]).items())
    [(('', 'ai'), 1), (('ai', 'ký'), 1), (('ký', ''), 1)]
    """
    pairs: Counter[Pair] = Counter()
    for question in questions:
        if folded(question) != question.casefold():
            pairs.update(pairwise((EDGE, *syllables(question), EDGE)))
    return pairs


def save(pairs: Mapping[Pair, int], folder: Path) -> Path:
    """Write counts as `assistant.typed.usage` reads them; the same counts make the same file."""
    words = sorted({word for pair in pairs for word in pair})
    place = {word: n for n, word in enumerate(words)}
    rows = sorted((place[a], place[b], min(times, MOST)) for (a, b), times in pairs.items())
    befores, after, times = np.array(rows).T
    path = folder / FILE
    np.savez_compressed(
        path,
        words=np.array(words),
        followers=np.bincount(befores, minlength=len(words)).astype(np.uint16),
        after=after.astype(np.uint16),
        times=times.astype(np.uint16),
    )
    return path


def main(argv: Sequence[str]) -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(prog="python -m evals.teach.asking", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder where the counts go")
    given = parser.parse_args(argv)
    pairs = counted(written())
    path = save(pairs, given.out)
    sys.stdout.write(f"{len(pairs)} pairs of syllables in {path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
