"""Whether a sentence says anything: a small model likes to write the question down again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from assistant.grounding.align import Alignment
from assistant.grounding.words import Sort, Words
from corpus.syllables import syllables

AGAIN = 3  # times more than in the evidence that two words may stand side by side
_ASKING = frozenset({"nào", "gì", "mấy", "ai", "đâu"})
_BAO = frozenset({"nhiêu", "lâu"})  # behind "bao"
_WHATEVER = frozenset(syllables("không chưa cũng bất dù đều kể"))  # "không ai", "cơ quan nào cũng"
_WHETHER = frozenset({"không", "chưa", "à", "hả", "sai"})  # ends a question for yes or no
_CONFIRMS = (("có", "phải"), ("đúng", "không"), ("phải", "không"), ("hay", "không"))


def asks(alignment: Alignment) -> str:
    """Return the first word that asks and that the evidence does not have; "" when none."""
    theirs = {word.key for word in alignment.run}
    keys = [word.key for word in alignment.words]
    if _WHATEVER & set(keys):
        return ""
    asking = (
        key
        for at, key in enumerate(keys)
        if key in _ASKING or (key in _BAO and keys[max(0, at - 1)] == "bao")
    )
    return next((key for key in asking if key not in theirs), "")


def stutters(alignment: Alignment) -> bool:
    """Tell whether a sentence goes in circles, as a small model does: two words over and over."""
    mine, theirs = _pairs(alignment.words), _pairs(alignment.run)
    return any(count > theirs[pair] + AGAIN for pair, count in mine.items())


def _pairs(words: Words) -> Counter[tuple[str, str]]:
    return Counter(pairwise(word.key for word in words))


def repeats(words: Words, question: Words) -> bool:
    """Tell whether a sentence has no word of matter and no fact beyond those of the question.

    Where the question is one for yes or no, such a sentence is its answer.
    """
    if not question or _is_for_yes_or_no(question):
        return False
    known = {word.key for word in question}
    return all(word.key in known for word in words if word.sort is not Sort.LINK)


def _is_for_yes_or_no(question: Words) -> bool:
    keys = [word.key for word in question]
    pairs = set(pairwise(keys))
    return keys[-1] in _WHETHER or any(pair in pairs for pair in _CONFIRMS)
