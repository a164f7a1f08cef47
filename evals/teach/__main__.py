"""Teach the packaged model: `python -m evals.teach --beir FOLDER … [--laws FOLDER] [--out FOLDER]`.

It is taught by questions that were written for this (`evals.teach.written`), and examined on those
of the BEIR folders, which it is never taught; by them the weights of the legs are chosen.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from assistant.settings import load_settings
from evals.retrieval.beir import Collection, read_collection
from evals.retrieval.judge import judge
from evals.retrieval.run import Scored
from evals.teach.exam import LONGEST, Sheet, passages, questions, sheets
from evals.teach.laws import read_laws
from evals.teach.lesson import Lesson, School
from evals.teach.lora import Pupil, Shape, directions
from evals.teach.lower import Lower
from evals.teach.train import Training, train
from evals.teach.weights import fitted
from evals.teach.written import Written, digest, read_written
from index.adapter import FILE
from index.embedder import Progress, Read
from index.fusion import Weights, write_weights
from index.packaged import PROMPTS, plain_model

SAMPLE = 1000  # texts by which the first projection is found


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is taught, to which model, how."""

    schools: Sequence[School]
    written: Sequence[Written]
    lower: Lower
    shape: Shape
    training: Training

    @property
    def texts(self) -> list[str]:
        """Every passage of the schools, once."""
        each = (e.embedded for school in self.schools for e in school.entries)
        return list(dict.fromkeys(each))

    def pupil(self) -> Pupil:
        """Return a pupil that was taught nothing yet."""
        texts = self.texts
        some = [PROMPTS["document"] + text for text in texts[:: max(1, len(texts) // SAMPLE)]]
        self.lower.read(some, told("text"))
        torch.manual_seed(self.training.seed)
        pupil = Pupil(self.lower, self.shape, np.eye(self.width, dtype=np.float32))
        with torch.inference_mode():
            states = [pupil.states([text], LONGEST) for text in some]
        torch.manual_seed(self.training.seed)
        return Pupil(self.lower, self.shape, directions(states))

    @property
    def width(self) -> int:
        """The length of a token's state."""
        return int(self.lower.model.config.hidden_size)

    def lessons(self, pupil: Pupil) -> list[Lesson]:
        """Return the lessons, what is hard being told by what the untaught `pupil` confuses."""
        read = passages(pupil, self.texts, told("passage"))
        found = []
        for school, asked in zip(self.schools, self._dealt(), strict=True):
            vectors = np.array([read[e.embedded].vector for e in school.entries])
            texts = [text for text, _ in asked]
            for (text, row), one in zip(
                asked, questions(pupil, texts, told("question")), strict=True
            ):
                found.append(school.lesson(text, row, school.near(text, one.vector, vectors)))
        return [lesson for lesson in found if lesson.right and lesson.wrong]

    def _dealt(self) -> list[list[tuple[str, str]]]:
        """Return for each school questions with their row; an article of several is in one."""
        draw = random.Random(self.training.seed)  # noqa: S311 - no secret
        dealt: list[list[tuple[str, str]]] = [[] for _ in self.schools]
        for one in self.written:
            rows = [(n, s.row_of(one.law, one.article)) for n, s in enumerate(self.schools)]
            known = [(n, row) for n, row in rows if row is not None]
            if known:
                number, row = draw.choice(known)
                dealt[number] += [(question, row) for question in one.questions]
        return dealt

    def examined(self, pupil: Pupil) -> list[tuple[int, Sheet]]:
        """Return the sheets of the questions that the schools came with, with their school."""
        read = passages(pupil, self.texts, told("passage"))
        return [(n, s) for n, school in enumerate(self.schools) for s in _sat(pupil, school, read)]


def _sat(pupil: Pupil, school: School, read: Mapping[str, Read]) -> list[Sheet]:
    asked = school.collection.judged
    heard = questions(pupil, [q.text for q in asked], told("question"))
    return sheets(school, asked, read, heard) if asked else []


def told(what: str) -> Progress:
    """Return a progress that writes a line now and then."""

    def progress(done: int, total: int) -> None:
        if done == total or done % 20 == 0:
            sys.stderr.write(f"\r{what} {done} of {total}   ")
            sys.stderr.flush()

    return progress


def chosen(course: Course, done: Sequence[tuple[int, Sheet]]) -> Weights:
    """Return the best weights, with the figures that they give."""
    golds = [school.collection.qrels for school in course.schools]
    weights = fitted([(sheet, golds[n]) for n, sheet in done])
    for number, school in enumerate(course.schools):
        run = {s.query: s.ranking(weights) for n, s in done if n == number}
        if run:
            sys.stdout.write(f"  {school.collection.name}: {_figures(school, run)}\n")
    return weights


def _figures(school: School, run: Mapping[str, tuple[Scored, ...]]) -> str:
    values = judge(school.collection, run)
    return ", ".join(f"{v.measure} {v.average.value:.3f}" for v in values if v.average)


def command(module: str, about: str | None, steps: int) -> argparse.ArgumentParser:
    """Return the command line of what teaches from collections and laws."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=about)
    parser.add_argument("--beir", nargs="+", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--laws", type=Path, metavar="FOLDER", help="texts of further laws")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="index/ of the project")
    parser.add_argument("--steps", type=int, default=steps)
    return parser


def collections(given: argparse.Namespace) -> list[Collection]:
    """Read what a command line names."""
    np.seterr(all="raise", under="ignore")
    found = [read_collection(folder) for folder in given.beir]
    return found + ([read_laws(given.laws)] if given.laws else [])


def main(argv: Sequence[str]) -> None:
    """Teach, print the figures, write the adapter and the weights."""
    parser = command("evals.teach", __doc__, Training().steps)
    parser.add_argument("--kept", type=float, default=Training().kept, metavar="SHARE")
    given = parser.parse_args(argv)
    shape, folder = Shape(), plain_model(load_settings(os.environ).cache / "models")
    course = Course(
        schools=[School(collection) for collection in collections(given)],
        written=read_written(),
        lower=Lower(folder, shape.layers, LONGEST),
        shape=shape,
        training=Training(steps=given.steps, kept=given.kept),
    )
    taught(course, given.out)


def taught(course: Course, out: Path | None) -> None:
    """Teach a pupil, examine it, write what it learnt."""
    pupil = course.pupil()
    lessons = course.lessons(pupil)
    train(pupil, lessons, course.training, told("step"))
    weights = chosen(course, course.examined(pupil))
    sys.stdout.write(f"{weights}, of {len(lessons)} lessons\n")
    if out:
        write(course, pupil, len(lessons), weights, out)


def write(course: Course, pupil: Pupil, lessons: int, weights: Weights, folder: Path) -> None:
    """Write what was learnt, and the weights, with what they were made of."""
    made = {
        "data": " ".join(f"{s.collection.name}={s.collection.digest}" for s in course.schools),
        "written": digest(course.written),
        "lessons": str(lessons),
        **{f"shape.{k}": str(v) for k, v in asdict(course.shape).items()},
        **{f"training.{k}": str(v) for k, v in asdict(course.training).items()},
    }
    pupil.adapter(made).save(folder / FILE)
    write_weights(weights, made, folder)


if __name__ == "__main__":
    main(sys.argv[1:])
