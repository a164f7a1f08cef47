"""The gold sets over the shipped documents are sound, and the first is as varied as it says."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.document import Document
from corpus.shipped import shipped_texts
from evals.answers import evaluate
from evals.check import check
from evals.gold import GoldItem, GoldSet, Kind, Split, merged
from evals.goldfile import load
from evals.outcome import Cited, Outcome
from evals.seal import read
from evals.shipped import first_light, law, shipped_sets
from evals.sources import Sources


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return merged([load(path) for path in shipped_sets()])


@pytest.fixture(scope="module")
def first() -> GoldSet:
    return load(first_light())


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return read(shipped_texts())


def test_the_first_set_comes_first_and_the_set_over_laws_is_none_of_them() -> None:
    assert shipped_sets()[0] == first_light()
    assert law() not in shipped_sets()
    assert len(set(shipped_sets())) == len(shipped_sets())


def test_every_quote_stands_in_its_document_and_no_item_contradicts_itself(
    gold: GoldSet, documents: tuple[Document, ...]
) -> None:
    assert [str(problem) for problem in check(gold, documents)] == []


def test_every_kind_is_asked_and_every_document_is_quoted(first: GoldSet) -> None:
    assert {item.kind for item in first.items} == set(Kind)
    assert first.sources == tuple(sorted(path.name for path in shipped_texts()))


def test_each_half_has_a_fair_part_of_every_sort_of_item(first: GoldSet) -> None:
    counts = Counter((item.split, item.answerable) for item in first.items)
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
        judged = [f for f in group.figures if f.n]  # a person does not search
        assert {f.measure: f.full for f in judged if f.full != 1} == {}
