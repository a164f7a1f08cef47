"""The gold set over laws matches the laws, which are not in the repository, and holds none of them.

The laws stand beside the repository, in ../shared/law; without them only the form is tested.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.shipped import shipped_texts
from evals.check import check
from evals.gold import GoldSet
from evals.goldfile import load
from evals.quote import Sealed
from evals.repeats import Repeats
from evals.seal import read, repeated, texts
from evals.shipped import law

LAWS = Path(__file__).parents[3] / "shared" / "law"
beside = pytest.mark.skipif(not LAWS.is_dir(), reason="the laws are not in ../shared/law")


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load(law())


def test_every_quote_of_another_text_than_the_shipped_ones_is_sealed(gold: GoldSet) -> None:
    shipped = {path.name for path in shipped_texts()}
    quotes = [quote for item in gold.items for quote in item.quotes]
    assert {q.source for q in quotes if not isinstance(q, Sealed)} <= shipped


def test_no_reference_goes_with_a_sealed_quote(gold: GoldSet) -> None:
    closed = [i for i in gold.items if any(isinstance(q, Sealed) for q in i.quotes)]
    assert [item.id for item in closed if item.reference or not item.reference_length] == []


@beside
def test_every_seal_matches_its_law(gold: GoldSet) -> None:
    documents = (*texts(LAWS), *read(shipped_texts()))
    assert [str(problem) for problem in check(gold, documents)] == []


@beside
def test_no_item_repeats_the_law(gold: GoldSet) -> None:
    repeats = Repeats(document.text for document in texts(LAWS))
    assert [str(problem) for problem in repeated(gold.items, repeats)] == []
