"""Teach the packaged model: `python -m evals.teach --beir FOLDER … [--out FOLDER]`.

Questions whose rows are known are dealt into folds by article; a pupil that was taught the other
folds is examined on each, so that every figure printed, and the weights of the legs, come from
questions that the pupil was not taught. Then one more is taught all of them, and written.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from assistant.settings import load_settings
from evals.retrieval.beir import read_collection
from evals.retrieval.judge import judge
from evals.retrieval.run import Scored
from evals.teach.exam import Sheet, sheets
from evals.teach.folds import Asked, folds
from evals.teach.lesson import Lesson, School
from evals.teach.lora import Pupil, Shape, directions
from evals.teach.train import Training, train
from evals.teach.weights import fitted
from index.adapter import FILE
from index.embedder import Progress
from index.fusion import Weights, write_weights
from index.packaged import plain_model

HEADINGS = 500  # more of them teach little more
SAMPLE = 1000  # texts by which the first projection is found


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is taught, to which model, how."""

    schools: Sequence[School]
    folder: Path
    shape: Shape
    training: Training

    def pupil(self, lessons: Sequence[Lesson]) -> Pupil:
        """Return a pupil that was taught `lessons`."""
        texts = [e.embedded for school in self.schools for e in school.entries]
        some = texts[:: max(1, len(texts) // SAMPLE)]
        torch.manual_seed(self.training.seed)
        pupil = Pupil(self.folder, self.shape, directions(self.folder, some))
        train(pupil, [*lessons, *self.headings()], self.training, told("step"))
        return pupil

    def lessons(self, asked: Sequence[Asked]) -> list[Lesson]:
        """Return the lessons of some questions."""
        return [
            lesson
            for number, school in enumerate(self.schools)
            for lesson in school.lessons(a.query for a in asked if a.school == number)
        ]

    def headings(self) -> list[Lesson]:
        """Return lessons that nobody asked, drawn by the seed from all schools."""
        each = {lesson.question: lesson for s in self.schools for lesson in s.headings()}
        draw = random.Random(self.training.seed)  # noqa: S311 - no secret
        return draw.sample(list(each.values()), min(HEADINGS, len(each)))

    def examined(self, pupil: Pupil, asked: Sequence[Asked]) -> list[tuple[int, Sheet]]:
        """Return the sheets of some questions, with their school."""
        return [
            (number, sheet)
            for number, school in enumerate(self.schools)
            for sheet in sheets(
                pupil, school, [a.query for a in asked if a.school == number], told("passage")
            )
        ]


def told(what: str) -> Progress:
    """Return a progress that writes a line now and then."""

    def progress(done: int, total: int) -> None:
        if done == total or done % 20 == 0:
            sys.stderr.write(f"\r{what} {done} of {total}   ")
            sys.stderr.flush()

    return progress


def crossed(course: Course, dealt: Sequence[Sequence[Asked]]) -> list[list[tuple[int, Sheet]]]:
    """Return for each fold the sheets of a pupil that was taught the others."""
    done = []
    for number, fold in enumerate(dealt):
        others = [a for n, other in enumerate(dealt) if n != number for a in other]
        done.append(course.examined(course.pupil(course.lessons(others)), fold))
        sys.stderr.write(f"\nfold {number + 1} of {len(dealt)} examined\n")
    return done


def chosen(course: Course, done: Sequence[Sequence[tuple[int, Sheet]]]) -> Weights:
    """Print the figures, each fold ranked by weights of the others; return those of all."""
    golds = [school.collection.qrels for school in course.schools]
    runs: list[dict[str, tuple[Scored, ...]]] = [{} for _ in course.schools]
    for number, fold in enumerate(done):
        others = [sheets for at, sheets in enumerate(done) if at != number]
        weights = fitted([(sheet, golds[n]) for other in others for n, sheet in other])
        for n, sheet in fold:
            runs[n][sheet.query] = sheet.ranking(weights)
    for school, run in zip(course.schools, runs, strict=True):
        figures = (
            f"{value.measure} {value.average.value:.3f}"
            for value in judge(school.collection, run)
            if value.average
        )
        sys.stdout.write(f"{school.collection.name} ({len(run)}): {', '.join(figures)}\n")
    return fitted([(sheet, golds[n]) for fold in done for n, sheet in fold])


def main(argv: Sequence[str]) -> None:
    """Teach, print the figures, write the adapter and the weights."""
    parser = argparse.ArgumentParser(prog="python -m evals.teach", description=__doc__)
    parser.add_argument("--beir", nargs="+", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="index/ of the project")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=Training().steps)
    given = parser.parse_args(argv)
    np.seterr(all="raise", under="ignore")
    schools = [School(read_collection(folder)) for folder in given.beir]
    course = Course(
        schools=schools,
        folder=plain_model(load_settings(os.environ).cache / "models"),
        shape=Shape(),
        training=Training(steps=given.steps),
    )
    dealt = folds(schools, given.folds, course.training.seed)
    weights = chosen(course, crossed(course, dealt))
    sys.stdout.write(f"weights: {weights}\n")
    if given.out:
        write(course, dealt, weights, given.out)


def write(course: Course, dealt: Sequence[Sequence[Asked]], weights: Weights, folder: Path) -> None:
    """Teach a pupil everything and write it, and the weights, with what they were made of."""
    everything = course.lessons([asked for fold in dealt for asked in fold])
    made = {
        "data": " ".join(f"{s.collection.name}={s.collection.digest}" for s in course.schools),
        "lessons": str(len(everything)),
        **{f"shape.{k}": str(v) for k, v in asdict(course.shape).items()},
        **{f"training.{k}": str(v) for k, v in asdict(course.training).items()},
    }
    course.pupil(everything).adapter(made).save(folder / FILE)
    write_weights(weights, made, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
