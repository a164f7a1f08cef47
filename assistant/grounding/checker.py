"""The checker: what a sentence is, measured against evidence; code decides, not who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.grounding.actors import wrong_actor
from assistant.grounding.align import Alignment, align
from assistant.grounding.evidence import Stretch, Weigh
from assistant.grounding.facts import wrong_date, wrong_document, wrong_number, wrong_quote
from assistant.grounding.force import changed_force
from assistant.grounding.instead import instead, other_force, someone_else
from assistant.grounding.opposite import opposite
from assistant.grounding.origin import wrong_origin
from assistant.grounding.saying import asks, repeats, stutters
from assistant.grounding.words import Sort, Speller, Words

LEAST_COVERED = 0.7  # share of the weight of a sentence; fitted by `python -m evals.grounding tune`

LEAST_SAID = 3  # words of matter and figures

_AFTER = '”"’) '  # what may stand behind the mark that ends a sentence


class Status(StrEnum):
    """What a sentence is to the evidence."""

    PROVED = "proved"  # its words are words of the evidence, in their order
    PARAPHRASED = "paraphrased"  # other words, and every check passed
    UNSUPPORTED = "unsupported"


class Check(StrEnum):
    """What can be wrong with a sentence."""

    QUESTION = "question"  # it asks instead of saying
    NOTHING = "nothing"  # it says no more than the question does, or goes in circles
    QUOTE = "quote"
    DOCUMENT = "document"
    DATE = "date"
    ORIGIN = "origin"  # a document has another date or issuer
    NUMBER = "number"
    FORCE = "force"  # negation, modality, "all", "only"
    ACTOR = "actor"
    OPPOSITE = "opposite"  # "tăng" for "giảm"
    COVERED = "covered"  # too much of it stands nowhere


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a sentence: its status, what proves it, and what is wrong with it.

    `failed` is None for a sentence that stands; `words` are those of the sentence that failed.
    """

    text: str
    status: Status
    stretches: tuple[Stretch, ...] = ()
    failed: Check | None = None
    words: str = ""

    @property
    def stands(self) -> bool:
        """Whether the sentence may be shown as part of an answer."""
        return self.status is not Status.UNSUPPORTED


class Checker:
    """Checks sentences against evidence."""

    def __init__(self, speller: Speller, weigh: Weigh, least: float = LEAST_COVERED) -> None:
        self._speller, self._weigh, self._least = speller, weigh, least

    def check(self, text: str, evidence: Iterable[Stretch], question: str = "") -> Finding:
        """Return what a sentence is; one without any word of matter is unsupported.

        So is one that says nothing beyond the `question` that it answers.
        """
        if text.rstrip(_AFTER).endswith("?"):
            return Finding(text, Status.UNSUPPORTED, failed=Check.QUESTION)
        words = self._speller.words(text)
        alignment = align(words, evidence, self._weigh)
        stretches = alignment.stretches
        if stretches and _is_verbatim(words, alignment):
            return Finding(text, Status.PROVED, stretches)
        if repeats(words, self._speller.words(question)) or stutters(alignment):
            return Finding(text, Status.UNSUPPORTED, stretches, Check.NOTHING)
        failed, found = self._failed(alignment, text)
        if failed:
            return Finding(text, Status.UNSUPPORTED, stretches, failed, found)
        return Finding(text, Status.PARAPHRASED, stretches)

    def _failed(self, alignment: Alignment, text: str) -> tuple[Check | None, str]:
        """Return the first check that a sentence fails, with the words that fail it."""
        if not alignment.stretches or _says_little(alignment.words):
            return Check.COVERED, ""
        for check, wrong in _CHECKS.items():
            found = wrong(alignment, text)
            if found:
                return check, found
        if alignment.covered >= self._least:
            return None, ""
        missing = (w for w in alignment.missing if w.sort is not Sort.LINK)
        return Check.COVERED, " ".join(text[w.start : w.end] for w in missing)


_CHECKS: dict[Check, Callable[[Alignment, str], str]] = {
    Check.QUESTION: lambda alignment, _: asks(alignment),
    Check.QUOTE: wrong_quote,
    Check.DOCUMENT: lambda a, text: wrong_document(a, text) or instead(a, Sort.DOCUMENT, text),
    Check.DATE: lambda a, text: wrong_date(a, text) or instead(a, Sort.DATE, text),
    Check.ORIGIN: lambda alignment, _: wrong_origin(alignment),
    Check.NUMBER: lambda a, text: wrong_number(a, text) or instead(a, Sort.NUMBER, text),
    Check.FORCE: lambda alignment, _: changed_force(alignment) or other_force(alignment),
    Check.ACTOR: lambda alignment, _: wrong_actor(alignment) or someone_else(alignment),
    Check.OPPOSITE: lambda alignment, _: opposite(alignment),
}


def _says_little(words: Words) -> bool:
    """Tell whether there is too little to be right or wrong: a word alone proves nothing."""
    return sum(word.sort is not Sort.LINK for word in words) < LEAST_SAID


def _is_verbatim(words: Words, alignment: Alignment) -> bool:
    """Tell whether a sentence is a whole stretch, with its lead-in or without its number."""
    mine = [word.key for word in words]
    wholes = (whole for s in alignment.stretches for whole in (s.own, s.run, _unnumbered(s.own)))
    return any(mine == [word.key for word in whole] for whole in wholes)


def _unnumbered(words: Words) -> Words:
    return words[1:] if words and words[0].sort is Sort.NUMBER else words
