"""The training of a pupil."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor

from evals.teach.lesson import Lesson
from evals.teach.lora import Pupil, States
from evals.teach.loss import late, marked
from index.embedder import Progress
from index.packaged import PROMPTS

Taught = TypeVar("Taught")
WARMING = 0.08  # of the steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How long and in what portions; lengths are in tokens, `dense` is what the vectors count.

    Of what was learnt, the share `kept` is used.
    """

    steps: int = 600
    batch: int = 24
    hard: int = 2  # wrong passages beside each right one
    rate: float = 1e-3
    temperature: float = 0.03
    dense: float = 0.5
    question: int = 96
    passage: int = 128
    kept: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Portion:
    """Questions, then a right passage for each, then wrong ones; where another is right too."""

    questions: list[str]
    passages: list[str]
    others: Tensor


def train(pupil: Pupil, lessons: Sequence[Lesson], training: Training, progress: Progress) -> None:
    """Teach `pupil` the lessons, in an order drawn by the seed."""
    pupil.lower.read(list(_told(lessons)), lambda _done, _total: None)
    optimiser = torch.optim.AdamW(pupil.parameters(), lr=training.rate, weight_decay=0.01)
    rate = pace(training.steps, WARMING * training.steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    for step, portion in enumerate(_portions(lessons, training), start=1):
        _loss(pupil, portion, training).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        progress(step, training.steps)
    pupil.keep(training.kept)


def _told(lessons: Sequence[Lesson]) -> Iterator[str]:
    """Yield every text of the lessons with its prompt."""
    for lesson in lessons:
        yield PROMPTS["query"] + lesson.question
        yield from (PROMPTS["document"] + text for text in (*lesson.right, *lesson.wrong))


def pace(steps: int, warming: float) -> Callable[[int], float]:
    """Return which share of the rate each step has: rising at first, then falling to nothing."""
    return lambda step: min(1.0, (step + 1) / max(1.0, warming)) * max(0.0, 1 - step / steps)


def portions(
    every: Sequence[Taught], size: int, steps: int, draw: random.Random
) -> Iterator[Sequence[Taught]]:
    """Yield for each step so many, each once before any comes again."""
    left: list[Taught] = []
    for _ in range(steps):
        if len(left) < size:
            left = draw.sample(every, len(every))
        some, left = left[:size], left[size:]
        yield some


def _portions(lessons: Sequence[Lesson], training: Training) -> Iterator[Portion]:
    draw = random.Random(training.seed)  # noqa: S311 - no secret
    for some in portions(lessons, training.batch, training.steps, draw):
        yield _portion(some, draw, training.hard)


def _portion(some: Sequence[Lesson], draw: random.Random, hard: int) -> Portion:
    passages = [draw.choice(lesson.right) for lesson in some]
    for lesson in some:
        passages += draw.sample(lesson.wrong, min(hard, len(lesson.wrong)))
    others = [
        [j != i and text in lesson.right for j, text in enumerate(passages)]
        for i, lesson in enumerate(some)
    ]
    return Portion([lesson.question for lesson in some], passages, torch.tensor(others))


def _loss(pupil: Pupil, portion: Portion, training: Training) -> Tensor:
    asked = pupil.states([PROMPTS["query"] + q for q in portion.questions], training.question)
    words, whole = _scores(pupil, asked, portion.passages, training)
    return marked(words, portion.others, training.temperature) + training.dense * marked(
        whole, portion.others, training.temperature
    )


def _scores(
    pupil: Pupil, asked: States, passages: Sequence[str], training: Training
) -> tuple[Tensor, Tensor]:
    """Return how well each question matches each passage, by words and as a whole.

    The shorter half of the passages is run by itself, or half of the work would be on nothing.
    """
    texts = [PROMPTS["document"] + passage for passage in passages]
    order = sorted(range(len(texts)), key=lambda i: (pupil.lower.length(texts[i]), i))
    middle, question = len(order) // 2, pupil.short(asked)
    words, whole = [], []
    for part in (order[:middle], order[middle:]):
        found = pupil.states([texts[i] for i in part], training.passage) if part else None
        if found:
            words.append(late(asked, question, found, pupil.short(found)))
            whole.append(asked.pooled @ found.pooled.T)
    back = torch.tensor(order).argsort()
    return torch.cat(words, 1)[:, back], torch.cat(whole, 1)[:, back]
