"""Teach the cross-encoder: `python -m evals.teach.cross --beir FOLDER … --laws FOLDER [--out F]`.

It is taught by pairs that were written for this (`evals.teach.cross.pairs`) and by some of the
lessons of the embedding model; every twentieth article of the pairs is kept for its examination.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from assistant.settings import load_settings
from evals.retrieval.beir import Collection
from evals.teach.__main__ import collections, command, told
from evals.teach.cross.groups import Articles, Group, held_out, of_shipped
from evals.teach.cross.joined import Joined, texts_of
from evals.teach.cross.pairs import digest, read_pairs
from evals.teach.cross.train import Training, marks, train
from evals.teach.lesson import School
from evals.teach.lora import Shape
from evals.teach.lower import Lower
from evals.teach.written import read_written
from index.adapter import CROSS
from index.cross import PASSAGE
from index.packaged import plain_model

LESSONS = 3000  # groups; they keep what a passage is about in mind
HELD = 20  # one article in so many is not taught
SHAPE = Shape(layers=6)


def main(argv: Sequence[str]) -> None:
    """Teach, print the marks, write what was learnt."""
    given = command("evals.teach.cross", __doc__, Training().steps).parse_args(argv)
    taught(collections(given), Training(steps=given.steps), given.out)


def taught(known: Sequence[Collection], training: Training, out: Path | None) -> None:
    """Teach a cross-encoder, examine it, write what it learnt."""
    torch.manual_seed(training.seed)
    schools = [School(collection) for collection in known]
    groups, held = held_out(every(schools, training.seed), HELD)
    folder = plain_model(load_settings(os.environ).cache / "models")
    joined = Joined(Lower(folder, SHAPE.layers, PASSAGE), SHAPE)
    joined.lower.read(texts_of([s for g in groups for s in (g.answered, g.missed)]), told("text"))
    train(joined, groups, training, told("step"))
    sys.stdout.write(f"{len(groups)} groups taught; {marks(joined, held)}\n")
    if out:
        made = {
            "data": " ".join(f"{c.name}={c.digest}" for c in known),
            "pairs": digest(read_pairs()),
            "groups": str(len(groups)),
            **{f"shape.{k}": str(v) for k, v in asdict(SHAPE).items()},
            **{f"training.{k}": str(v) for k, v in asdict(training).items()},
        }
        joined.adapter(made).save(out / CROSS)


def every(schools: Sequence[School], seed: int) -> list[Group]:
    """Return all groups: of the pairs, of some lessons."""
    articles, paired = Articles(schools, seed), read_pairs()
    lessons = list(articles.of_lessons(read_written()))
    some = lessons[:: max(1, len(lessons) // LESSONS)]
    return [*articles.of_pairs(paired), *of_shipped(paired), *some]


if __name__ == "__main__":
    main(sys.argv[1:])
