"""Teach the cross-encoder.

`python -m evals.teach.cross --beir FOLDER … --laws FOLDER --over HOME … [--out FOLDER]`. It is
taught by questions that were written for this: with the words that answer them, asked over the
libraries of state folders (`evals.teach.cross.asked`), in pairs about a passage
(`evals.teach.cross.pairs`), and some of the lessons of the embedding model. Every twentieth article
and text is kept for its examination. A library has the texts in `made`, or the laws; what is asked
about a text that none of them has is left out.

With `--further` it goes on from what ships. With `--bfloat16` it is taught in that, which halves
the time on a processor that multiplies it and takes forty times as long on another.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from assistant.settings import load_settings
from evals.retrieval.beir import Collection
from evals.teach.__main__ import collections, command, told
from evals.teach.cross import asked, pairs
from evals.teach.cross.asked import read_asked
from evals.teach.cross.choices import Choice, asked_over, some_bare
from evals.teach.cross.groups import Articles, Group, held_out, of_shipped
from evals.teach.cross.joined import Joined, texts_of
from evals.teach.cross.train import Training, marks, train
from evals.teach.lesson import School
from evals.teach.lora import Shape
from evals.teach.lower import Lower
from evals.teach.written import read_written
from index.adapter import CROSS, Adapter, packaged_adapter
from index.cross import PASSAGE
from index.packaged import plain_model

LESSONS = 3000  # groups; they keep what a passage is about in mind
HELD = 20  # one article in so many is not taught
SHAPE = Shape(layers=6, rank=32)
MORE = Training(steps=1500, groups=1, rate=4e-4)


def main(argv: Sequence[str]) -> None:
    """Teach, print the marks, write what was learnt."""
    parser = command("evals.teach.cross", __doc__, Training().steps)
    parser.add_argument("--over", nargs="+", type=Path, required=True, metavar="HOME")
    parser.add_argument(
        "--further", action="store_true", help=f"go on from what ships, for {MORE.steps} steps"
    )
    parser.add_argument("--bfloat16", action="store_true", help="teach in bfloat16")
    given = parser.parse_args(argv)
    known = collections(given)
    before = packaged_adapter(CROSS) if given.further else None
    training = MORE if before else Training(steps=given.steps)
    questions = read_asked()
    choices = asked_over(given.over, questions)
    joined, counts = taught(known, choices, training, before, narrow=given.bfloat16)
    if given.out:
        made = {
            **({"further": before.digest} if before else {}),
            "data": " ".join(f"{c.name}={c.digest}" for c in known),
            "pairs": pairs.digest(pairs.read_pairs()),
            "asked": asked.digest(questions),
            **counts,
            **{f"shape.{k}": str(v) for k, v in asdict(SHAPE).items()},
            **{f"training.{k}": str(v) for k, v in asdict(training).items()},
        }
        joined.adapter(made).save(given.out / CROSS)


def taught(
    known: Sequence[Collection],
    choices: Iterable[Choice],
    training: Training,
    before: Adapter | None,
    *,
    narrow: bool,
) -> tuple[Joined, dict[str, str]]:
    """Teach a cross-encoder and examine it; return it, and how much it was taught."""
    torch.manual_seed(training.seed)
    schools = [School(collection) for collection in known]
    groups, held = held_out(every(schools, training.seed), HELD)
    learnt, kept = held_out(list(some_bare(choices, training.seed)), HELD)
    folder = plain_model(load_settings(os.environ).cache / "models")
    joined = Joined(Lower(folder, SHAPE.layers, PASSAGE), SHAPE, narrow=narrow)
    if before:
        joined.restore(before)
    samples = [sample for group in groups for sample in (group.answered, group.missed)]
    joined.lower.read(texts_of(samples, learnt), told("text"))
    train(joined, groups, learnt, training, told("step"))
    counts = {"groups": str(len(groups)), "choices": str(len(learnt))}
    sys.stdout.write(f"{counts}; {marks(joined, held, kept)}\n")
    return joined, counts


def every(schools: Sequence[School], seed: int) -> list[Group]:
    """Return all groups: of the pairs, of some lessons."""
    articles, paired = Articles(schools, seed), pairs.read_pairs()
    lessons = list(articles.of_lessons(read_written()))
    some = lessons[:: max(1, len(lessons) // LESSONS)]
    return [*articles.of_pairs(paired), *of_shipped(paired), *some]


if __name__ == "__main__":
    main(sys.argv[1:])
