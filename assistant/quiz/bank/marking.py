"""Marking: whether what a person answered is right."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.quiz.bank.kept import Content
from assistant.quiz.item import Kind
from assistant.quiz.wording import in_order
from corpus.syllables import syllables


@dataclass(frozen=True, slots=True)
class Given:
    """What a person answered: options by index (as `Item.key`), or typed words."""

    key: tuple[int, ...] = ()
    words: str = ""


def is_right(content: Content, given: Given) -> bool:
    """Tell whether an answer is right, all of it.

    Typed words are right when they are an accepted answer, apart from capitals, punctuation and
    the place of tone marks; where several things are to be named, when each of them is there.
    """
    if content.answers:
        return any(_says(given.words, answer) for answer in content.answers)
    if content.kind in (Kind.MATCH, Kind.ORDER):
        return given.key == content.key
    return set(given.key) == set(content.key)


def _says(words: str, answer: str) -> bool:
    parts = answer.split("; ")
    if len(parts) > 1:
        return all(in_order((part,), words) for part in parts)
    return bool(syllables(answer)) and syllables(words) == syllables(answer)
