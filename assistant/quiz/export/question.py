"""A question as any format holds it: what goes out to, and comes in from, other programs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.quiz.item import Item, Kind, Source
from assistant.quiz.wording import clean, raised


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its key, without its proof; `key` as in `Item`.

    `short` is the stem without the name of its document, for programs that take few characters.
    `feedback` is what is shown after answering: the explanation and the citation.
    """

    name: str
    kind: Kind
    stem: str
    short: str = ""
    options: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    feedback: str = ""

    @property
    def is_list(self) -> bool:
        """Whether several things are to be named: no program can mark that."""
        return self.kind is Kind.SHORT and any("; " in answer for answer in self.answers)


class Lost(StrEnum):
    """What an export could not take along."""

    KIND = "kind"  # the format has no questions of this kind: left out
    SHORTENED = "shortened"  # the name of the document was left out of the stem, for its length
    LENGTH = "length"  # a text is longer than the format allows: left out
    FEEDBACK = "feedback"  # the format has no place for explanation and citation


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost of which question; `name` is "" for a loss of all of them."""

    lost: Lost
    name: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file and what they could not hold."""

    data: bytes
    losses: tuple[Loss, ...] = ()


def questions(items: Sequence[Item], names: Mapping[str, str]) -> tuple[Question, ...]:
    """Return items as questions, their names in order; `names` are those of the documents."""
    width = len(str(len(items)))
    return tuple(
        Question(
            name=f"{number:0{width}d}-{item.id}",
            kind=item.kind,
            stem=item.stem,
            short=_short(item, names),
            options=item.options,
            prompts=item.prompts,
            key=item.key,
            answers=item.answers,
            feedback=f"{item.explanation} {cited(item.source, names)}",
        )
        for number, item in enumerate(items, start=1)
    )


def _short(item: Item, names: Mapping[str, str]) -> str:
    """Return a stem without "Theo Kế hoạch …,"; the same where its document has to stand."""
    name = names[item.source.document_id]
    found = re.search(rf"Theo (?:Điều \w+ )?{re.escape(name)}, ", item.stem)
    if found is None:
        return item.stem
    return item.stem[: found.start()] + raised(item.stem[found.end() :])


def cited(source: Source, names: Mapping[str, str]) -> str:
    """Return the citation of a source as people write it."""
    quote = clean(source.quote)
    return f"Nguồn: {raised(names[source.document_id])}, {source.address}: “{quote}”."


def kept(asked: Sequence[Question], kinds: frozenset[Kind]) -> tuple[list[Question], list[Loss]]:
    """Return the questions of some kinds, and the losses of the others."""
    inside = [one for one in asked if one.kind in kinds]
    losses = [Loss(Lost.KIND, one.name) for one in asked if one.kind not in kinds]
    return inside, losses
