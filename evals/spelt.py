"""How many questions are read right when they are typed in a hurry.

`python -m evals.spelt HOME GOLD... [--half tune]` takes the questions of one half of gold sets that
are typed well, takes their diacritics away, or puts slips into every sixth word, and counts how
many come back as they were, over the library of the state folder; and how many that were right
are changed. The slips are drawn by a fixed seed: a tone lost or taken for the one that sounds like
it, all marks lost, a letter twice, left out or turned round with the next.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import load_settings
from assistant.typed.repair import Repairer
from assistant.wiring import open_workbench
from corpus.syllables import TONES, folded, syllables
from corpus.vocabulary import load_vocabulary
from evals.gold import Kind, Split
from evals.goldfile import load

SEED = 7
EVERY = 6  # one word in so many is typed wrong
LONG = 3  # letters, from which on one may be left out
_LIKE = str.maketrans("\u0309\u0303", "\u0303\u0309")  # hook and tilde sound alike in the South
_ROUGH = frozenset({Kind.TYPO, Kind.UNACCENTED, Kind.ENGLISH})


@dataclass(frozen=True, slots=True)
class Came:
    """How many questions came back as they were meant, and of their changed syllables."""

    asked: int
    whole: int
    wrong: int
    mended: int

    def __str__(self) -> str:
        """Say it in shares."""
        whole, mended = self.whole / (self.asked or 1), self.mended / (self.wrong or 1)
        questions = f"{whole:.3f} of {self.asked} questions whole"
        return f"{questions}, {mended:.3f} of {self.wrong} syllables"


def came(questions: Sequence[str], typed: Callable[[str], str], repairer: Repairer) -> Came:
    """Type every question badly, have it repaired, and count.

    One that stays as it is, or gets more or fewer syllables, is left out.
    """
    asked = whole = wrong = mended = 0
    for question in questions:
        bad = typed(question)
        meant, put, got = map(syllables, (question, bad, repairer.repaired(bad).text))
        if put == meant or len(put) != len(meant):
            continue
        asked, whole = asked + 1, whole + (got == meant)
        places = [n for n, word in enumerate(meant) if put[n] != word]
        wrong += len(places)
        mended += sum(len(got) == len(meant) and got[n] == meant[n] for n in places)
    return Came(asked, whole, wrong, mended)


def slipped(question: str, chance: random.Random) -> str:
    """Return a question with slips in some of its words, but in no abbreviation."""
    words = question.split()
    open_to = [n for n, word in enumerate(words) if word.isalpha() and not word.isupper()]
    for n in chance.sample(open_to, min(len(open_to), max(1, len(words) // EVERY))):
        words[n] = chance.choice(tuple(_slips(words[n], chance)))
    return " ".join(words)


def _slips(word: str, chance: random.Random) -> Iterator[str]:
    apart = unicodedata.normalize("NFD", word)
    yield unicodedata.normalize("NFC", apart.translate(_LIKE))
    yield unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    yield folded(word)
    yield word + word[-1]
    if len(word) > LONG:
        at = chance.randrange(len(word) - 1)
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + word[at + 1 :]


def main(argv: Sequence[str]) -> None:
    """Type the questions of a half badly and print how they were read."""
    parser = argparse.ArgumentParser(prog="python -m evals.spelt", description=__doc__)
    parser.add_argument("home", type=Path, help="the state folder whose texts are known")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--half", type=Split, choices=tuple(Split), default=Split.REPORT)
    given = parser.parse_args(argv)
    items = [item for path in given.gold for item in load(path).half(given.half).items]
    questions = [item.question for item in items if item.kind not in _ROUGH]
    settings = load_settings({**os.environ, "HOIQUYCHE_HOME": str(given.home)})
    with open_workbench(settings, owner=parser.prog) as bench:
        repairer = Repairer.of(bench.shelf, load_vocabulary())
    chance = random.Random(SEED)  # noqa: S311 — the same slips each time
    changed = sum(repairer.repaired(question).changed for question in questions)
    sys.stdout.write(
        f"without diacritics: {came(questions, folded, repairer)}\n"
        f"with slips: {came(questions, lambda text: slipped(text, chance), repairer)}\n"
        f"typed well and changed: {changed} of {len(questions)}\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
