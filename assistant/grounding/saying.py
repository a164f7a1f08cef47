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
_ANYONE = frozenset({"ai", "người", "cơ", "tổ", "cá"})  # "Ai vi phạm thì …"
_ONE = frozenset({"một"})
_WHATEVER = frozenset(syllables("không chưa cũng bất dù đều kể"))  # "không ai", "cơ quan nào cũng"
_EITHER = frozenset({"hay", "hoặc", "or"})
# what ends a question for yes or no
_WHETHER = frozenset(syllables("không chưa à hả sai ko khong chua chứ nhỉ"))
_CONFIRMS = (("có", "phải"), ("đúng", "không"), ("phải", "không"), ("hay", "không"))


def asks(alignment: Alignment) -> str:
    """Return the first word that asks and that the evidence does not have; "" when none."""
    theirs = {word.key for word in alignment.run}
    keys = [word.key for word in alignment.words]
    if _WHATEVER & set(keys) or ("thì" in keys and keys[0] in _ANYONE):
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
    chooses = known & _EITHER and not any(word.key in _EITHER for word in words)
    if chooses:  # which of two is said in words of the question
        return False
    telling = (w for w in words if w.sort is not Sort.LINK or w.key in _ONE)
    return all(word.key in known for word in telling)


def _is_for_yes_or_no(question: Words) -> bool:
    keys = [word.key for word in question]
    pairs = set(pairwise(keys))
    return keys[-1] in _WHETHER or any(pair in pairs for pair in _CONFIRMS)
