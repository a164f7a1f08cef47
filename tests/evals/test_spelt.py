"""Questions typed badly, and how many come back."""

from __future__ import annotations

from random import Random

from assistant.shelf import Shelf
from assistant.typed.repair import Repairer
from corpus.parse import parse
from corpus.syllables import folded
from corpus.vocabulary import load_vocabulary
from evals.spelt import EVERY, Came, came, slipped

TEXT = "QUY CHẾ\n\n1. Công chức được góp ý kiến về văn hóa công sở.\n"
QUESTIONS = ("Công chức được góp ý gì?", "Ai góp ý kiến về văn hóa công sở?", "ai?")


def repairer() -> Repairer:
    return Repairer.of(Shelf([parse("quy_che.txt", TEXT)]), load_vocabulary())


def test_questions_that_typing_changes_are_counted_with_their_syllables() -> None:
    found = came(QUESTIONS, folded, repairer())

    assert found == Came(asked=2, whole=2, wrong=14, mended=14)
    assert str(found) == "1.000 of 2 questions whole, 1.000 of 14 syllables"


def test_what_does_not_come_back_is_counted_too() -> None:
    found = came(["Công chức được góp ý gì?"], lambda text: text.replace("góp", "zzp"), repairer())

    assert found == Came(asked=1, whole=0, wrong=1, mended=0)


def test_slips_are_few_never_in_an_abbreviation_and_the_same_each_time() -> None:
    text = "Công chức của UBND xã được góp ý những nội dung gì"
    typed = [slipped(text, Random(seed)) for seed in range(30)]  # noqa: S311

    assert len(set(typed)) > 10
    assert all("UBND" in one for one in typed)
    for one in typed:
        pairs = zip(text.split(), one.split(), strict=True)
        assert sum(a != b for a, b in pairs) <= len(text.split()) // EVERY
    assert typed == [slipped(text, Random(seed)) for seed in range(30)]  # noqa: S311
