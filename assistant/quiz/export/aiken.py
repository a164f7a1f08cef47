"""Aiken: https://docs.moodle.org/en/Aiken_format. Multiple choice only, nothing but the key."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quiz.export.question import Exported, Loss, Lost, Question, kept
from assistant.quiz.item import Kind

LETTERS = "ABCDEFGHIJ"


def aiken(asked: Sequence[Question]) -> Exported:
    """Write the multiple choices; explanation and citation have no place there."""
    inside, losses = kept(asked, frozenset({Kind.MC}))
    losses = [Loss(Lost.FEEDBACK), *losses] if inside else losses
    return Exported("\n".join(map(_question, inside)).encode(), tuple(losses))


def _question(one: Question) -> str:
    lines = [" ".join(one.stem.split())]
    lines += [f"{LETTERS[k]}. {' '.join(option.split())}" for k, option in enumerate(one.options)]
    return "\n".join([*lines, f"ANSWER: {LETTERS[one.key[0]]}", ""])
