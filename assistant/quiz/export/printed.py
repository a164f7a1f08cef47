"""A printed paper, whatever it is printed with: the sheets of its variants, then their keys."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.export.question import Question
from assistant.quiz.export.table import key_of
from assistant.quiz.item import Kind

TITLE, VARIANT = "ĐỀ KIỂM TRA", "Mã đề"
NAME_LINE = "Họ và tên: ………………………………………………   Đơn vị: ………………………………………"
KEYS = "ĐÁP ÁN VÀ NGUỒN TRÍCH"
ANSWER = "Trả lời: ……………………………………………………………………………………………"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: what is set in bold, then the rest."""

    strong: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What begins on a page of its own."""

    title: str
    lines: tuple[Line, ...]


def sheets(asked: Sequence[Question], variants: int, seed: int) -> tuple[Sheet, ...]:
    """Return the questions of each variant in an order of its own, then the key of each."""
    made = [(f"{n:03d}", shuffled(asked, n, seed)) for n in range(1, variants + 1)]
    papers = (Sheet(f"{TITLE} – {VARIANT} {n}", tuple(_questions(some))) for n, some in made)
    keys = (Sheet(f"{KEYS} – {VARIANT} {n}", tuple(_keys(some))) for n, some in made)
    return (*papers, *keys)


def shuffled(asked: Sequence[Question], variant: int, seed: int) -> tuple[Question, ...]:
    """Return the questions of a variant; the first has them as they are."""
    if variant == 1:
        return tuple(asked)
    chance = random.Random(f"paper {seed} {variant}")  # noqa: S311 — a draw, not a secret
    order = list(asked)
    chance.shuffle(order)
    return tuple(_reordered(one, chance) for one in order)


def _reordered(one: Question, chance: random.Random) -> Question:
    """Return a question with its options in another order; "Đúng, Sai" stay as they are."""
    if one.kind is Kind.TF or not one.options:
        return one
    order = list(range(len(one.options)))
    chance.shuffle(order)
    options = tuple(one.options[k] for k in order)
    key = tuple(order.index(k) for k in one.key)
    straight = one.kind in (Kind.MC, Kind.MULTI)
    return replace(one, options=options, key=tuple(sorted(key)) if straight else key)


def _questions(asked: Sequence[Question]) -> Iterator[Line]:
    yield Line("", NAME_LINE)
    for n, one in enumerate(asked, start=1):
        yield Line(f"Câu {n}. {one.stem}")
        yield from (Line("", f"{k}. {prompt}: ……") for k, prompt in enumerate(one.prompts, start=1))
        yield from (Line("", f"{LETTERS[k]}. {option}") for k, option in enumerate(one.options))
        if one.kind in (Kind.ORDER, Kind.SHORT):
            yield Line("", ANSWER)


def _keys(asked: Sequence[Question]) -> Iterator[Line]:
    for n, one in enumerate(asked, start=1):
        yield Line(f"Câu {n}: {key_of(one)}. ", one.feedback)
