"""Whether an answer says some words, however it is set."""

from __future__ import annotations

import re

from corpus.syllables import folded, syllables

_MARKER = re.compile(r"\[(\d+)\]")


def markers(answer: str) -> tuple[int, ...]:
    """Return the numbers of the citation markers of an answer, in order, repeats kept.

    >>> markers("Hai đơn [1], đã xử lý cả hai [2][1].")
    (1, 2, 1)
    """
    return tuple(int(number) for number in _MARKER.findall(answer))


def without_markers(answer: str) -> str:
    """Return the answer without its citation markers."""
    return _MARKER.sub(" ", answer)


def says(answer: str, words: str) -> bool:
    r"""Tell whether `words` stand in `answer` as whole syllables in a row.

    Case, diacritics, punctuation, leading zeros and markers do not count, so that a list set as
    bullets says the same as a sentence, and "41 biên chế" is not said by "141 biên chế".

    >>> says("- nâng bậc lương; [1]\n- nâng ngạch [1]", "Nâng bậc lương, nâng ngạch")
    True
    >>> says("có 141 biên chế", "41 biên chế")
    False
    """
    run = _run(words)
    return bool(run.strip()) and run in _run(without_markers(answer))


def _run(text: str) -> str:
    return f" {' '.join(folded(syllable) for syllable in syllables(text))} "
