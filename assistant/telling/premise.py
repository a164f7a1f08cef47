"""A premise that the source corrects: who is asked about is not who the text gives it to."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evidence.candidate import Candidate
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import Shelf
from assistant.telling.write import without_label
from corpus.passage import Passage, PassageKind
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

LONGEST_ACTOR = 7  # syllables of a heading that names who its section is about
SHORTEST_NAME = 3  # syllables of it by which a question may call the actor


@dataclass(frozen=True, slots=True)
class Correction:
    """The heading of who has the duty, and the name of who was thought to have it."""

    heading: Passage
    actor: str
    instead_of: str

    @property
    def text(self) -> str:
        """What is said."""
        return f"Văn bản giao việc này cho {self.actor}, không phải {self.instead_of}."


@dataclass(frozen=True, slots=True)
class Premises:
    """Compares who a question names with the section that its answer stands in."""

    shelf: Shelf

    def correction(self, reading: Reading, candidate: Candidate) -> Correction | None:
        """Return the correction that an answer needs, None when it needs none."""
        own = self._section(candidate.head)
        if own is None or candidate.sentence is None or reading.wanted is Wanted.WHO:
            return None
        asked = syllables(reading.text)
        if _called(own, asked):
            return None
        others = (p for p in self.shelf.children.get(own.parent or "", ()) if p.id != own.id)
        said = candidate.sentence.words
        for other in others:
            names = _called(other, asked) if _is_actor(other) else ()
            if names and not _called(other, said):
                return Correction(own, _actor(own), _actor(other))
        return None

    def _section(self, passage: Passage) -> Passage | None:
        """Return the heading of an actor that a passage stands under."""
        above = self.shelf.above(passage)
        nearest = next((p for p in above if p.kind is PassageKind.HEADING), None)
        return nearest if nearest and _is_actor(nearest) else None


def _actor(heading: Passage) -> str:
    return without_label(" ".join(heading.text.replace("*", "").split()))


def _is_actor(passage: Passage) -> bool:
    """Tell whether a heading is a name and no more."""
    name = syllables(_actor(passage))
    return passage.kind is PassageKind.HEADING and 1 < len(name) <= LONGEST_ACTOR


def _called(heading: Passage, words: Phrase) -> Phrase:
    """Return the part of a heading by which `words` call the actor: all of it, or its end."""
    name = syllables(_actor(heading))
    ends = (name[start:] for start in range(len(name)))
    for part in ends:
        if (len(part) >= SHORTEST_NAME or part == name) and _stands(part, words):
            return part
    return ()


def _stands(part: Phrase, words: Phrase) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
