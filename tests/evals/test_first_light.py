"""The gold set over the shipped documents is sound and as varied as it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.parse import parse
from evals.answers import evaluate
from evals.check import check
from evals.gold import GoldItem, GoldSet, Kind, Split, load
from evals.outcome import Cited, Outcome
from evals.sources import Sources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load(ROOT / "evals" / "gold" / "first-light.jsonl")


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    files = sorted((ROOT / "corpus" / "texts").glob("*.txt"))
    return tuple(parse(file.name, file.read_text(encoding="utf-8"))[0] for file in files)


def test_every_quote_stands_in_its_document_and_no_item_contradicts_itself(
    gold: GoldSet, documents: tuple[Document, ...]
) -> None:
    assert [str(problem) for problem in check(gold, documents)] == []


def test_every_kind_is_asked_and_every_document_is_quoted(gold: GoldSet) -> None:
    assert {item.kind for item in gold.items} == set(Kind)
    assert len({quote.source for item in gold.items for quote in item.quotes}) == 5


def test_each_half_has_a_fair_part_of_every_sort_of_item(gold: GoldSet) -> None:
    counts = Counter((item.split, item.answerable) for item in gold.items)
    for half in Split:
        assert counts[half, True] >= 60
        assert counts[half, False] >= 20


def test_a_variant_names_a_clean_question_that_is_there(gold: GoldSet) -> None:
    ids = {item.id for item in gold.items}
    named = {tag[3:] for item in gold.items for tag in item.tags if tag.startswith("of:")}
    assert named <= ids


def test_no_personal_address_stands_in_the_gold_set(gold: GoldSet) -> None:
    assert not any("@" in item.reference + str(item.quotes) for item in gold.items)


def test_a_careful_person_who_cites_the_evidence_scores_one(
    gold: GoldSet, documents: tuple[Document, ...]
) -> None:
    """No item is beyond reach: its own reference with its own evidence is right."""
    sources = Sources(documents)

    def careful(item: GoldItem) -> Outcome:
        places = [sources.places(group[0])[0] for group in item.evidence]
        texts = {document.source: document.text for document in documents}
        citations = tuple(
            Cited(
                n=n,
                document=place.source,
                source=place.source,
                start=place.span.start,
                end=place.span.end,
                quote=place.span.of(texts[place.source]),
            )
            for n, place in enumerate(places, 1)
        )
        markers = " ".join(f"[{cited.n}]" for cited in citations)
        answer = f"{item.reference} {markers}"
        abstained = not citations
        return Outcome(id=item.id, answer=answer, abstained=abstained, citations=citations)

    for half in Split:
        group = evaluate(gold, careful, documents).group(half)
        assert group is not None
        assert {f.measure: f.full for f in group.figures if f.full != 1} == {}
