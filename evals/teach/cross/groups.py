"""What is learnt together: a question that passages answer, and one that they do not."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from corpus.parse import parse
from corpus.passage import PassageKind
from corpus.shipped import shipped_texts
from evals.teach.cross.pairs import Paired
from evals.teach.lesson import School
from evals.teach.written import Written
from index.courtesy import plain
from index.entry import Entry, entries
from index.lexical import LexicalIndex
from index.ranked import Scores, top

NEAREST = 2  # passages of an article that are read for a question
SHORT = 520  # characters; a shorter article may be read whole
WHOLE = 0.35  # of these, which are
NEAR = 80  # entries among which another article is looked for
OTHERS = 3  # of which one is drawn


@dataclass(frozen=True, slots=True)
class Sample:
    """A question and passages: does one of them answer it?"""

    question: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A sample whose passages answer, and one whose passages do not; `name` is of their text."""

    name: str
    answered: Sample
    missed: Sample


class Articles:
    """The articles of the schools, with what is near a question in them."""

    def __init__(self, schools: Sequence[School], seed: int) -> None:
        self._schools = schools
        self._draw = random.Random(seed)  # noqa: S311 - no secret

    def of_pairs(self, paired: Sequence[Paired]) -> Iterator[Group]:
        """Yield a group for each pair about an article: the same passages answer but one."""
        for one in paired:
            known = self._known(one.text, one.place)
            if known is None:
                continue
            for asked, missed in one.pairs:
                samples = (self._sample(*known, question) for question in (asked, missed))
                yield Group(f"{one.text} {one.place}", *samples)

    def of_lessons(self, written: Sequence[Written]) -> Iterator[Group]:
        """Yield a group for each question of the lessons: another article answers it not."""
        for one in written:
            known = self._known(one.law, one.article)
            for question in one.questions if known else ():
                group = self._lesson(*known, question) if known else None
                if group:
                    yield group

    def _known(self, law: str, article: str) -> tuple[School, str] | None:
        rows = ((s, s.row_of(law, article)) for s in self._schools)
        known = [(s, row) for s, row in rows if row is not None]
        return self._draw.choice(known) if known else None

    def _lesson(self, school: School, row: str, question: str) -> Group | None:
        scores = school.scores(question)
        others = [*self._others(school, row, scores)]
        if not others:
            return None
        other = Sample(plain(question), (self._draw.choice(others).embedded,))
        return Group(row, self._sample(school, row, question), other)

    def _others(self, school: School, row: str, scores: Scores) -> Iterator[Entry]:
        """Yield the nearest entries of other articles, one of each."""
        seen = {row}
        for number in top(scores, NEAR).rows.tolist():
            rows, entry = school.rows[number], school.entries[number]
            if rows and not seen.intersection(rows) and entry.passage.kind is not _HEADING:
                seen.update(rows)
                yield entry
            if len(seen) > OTHERS:
                return

    def _sample(self, school: School, row: str, question: str) -> Sample:
        numbers = school.of_row[row]
        under = [n for n in numbers if school.entries[n].passage.kind is not _HEADING] or numbers
        scores = school.scores(question)
        nearest = sorted(under, key=lambda n: -scores[n])[:NEAREST]
        passages = tuple(school.entries[n].embedded for n in nearest)
        whole = _whole([school.entries[n] for n in numbers])
        if len(whole) < SHORT and self._draw.random() < WHOLE:
            passages = (whole,)
        return Sample(plain(question), passages)


_HEADING = PassageKind.HEADING


def _whole(some: Sequence[Entry]) -> str:
    """Return an article as one text."""
    ordered = sorted(some, key=lambda entry: entry.passage.span.start)
    text = "\n".join(entry.passage.text for entry in ordered)
    return f"{ordered[0].law}. {text}" if ordered[0].law else text


def of_shipped(paired: Sequence[Paired]) -> Iterator[Group]:
    """Yield a group for each pair about a passage of a shipped text.

    A near miss is answered by no other passage of its text: the nearest one is read with it.
    """
    asked = {(one.text, int(one.place)): one for one in paired if one.text.endswith(".txt")}
    for path in shipped_texts():
        some = entries([parse(path.name, path.read_text("utf-8"))])
        lexical = LexicalIndex.build(some)
        for number, entry in enumerate(some):
            one = asked.get((path.name, entry.passage.span.start))
            for answered, missed in one.pairs if one and entry.passage.kind is not _HEADING else ():
                near = _nearest(some, lexical.scores(plain(missed)), number)
                yield Group(
                    f"{path.name} {number}",
                    Sample(plain(answered), (entry.embedded,)),
                    Sample(plain(missed), (entry.embedded, near)),
                )


def _nearest(some: Sequence[Entry], scores: Scores, number: int) -> str:
    order = (int(n) for n in np.argsort(-scores, kind="stable") if n != number)
    return next(some[n].embedded for n in order if some[n].passage.kind is not _HEADING)


class Named(Protocol):
    """Something that is learnt from one text."""

    @property
    def name(self) -> str:
        """Return the name of the text."""
        ...


Taught = TypeVar("Taught", bound=Named)


def held_out(every: Sequence[Taught], share: int) -> tuple[list[Taught], list[Taught]]:
    """Return what is taught, and what is of one text in `share`, which is not."""
    held = [zlib.crc32(one.name.encode()) % share == 0 for one in every]
    parts = tuple(zip(every, held, strict=True))
    return [one for one, out in parts if not out], [one for one, out in parts if out]
