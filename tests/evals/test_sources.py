"""Finding gold quotes in documents."""

from __future__ import annotations

from corpus.span import Span
from evals.quote import Quote
from evals.sources import Place, Sources, squeeze
from tests.evals.world import NEWS, PLAN, SOURCES


def test_a_quote_is_found_over_line_ends_and_emphasis() -> None:
    (place,) = SOURCES.places(Quote("plan.txt", "lập kế hoạch; - báo cáo năm."))
    assert place.span.of(PLAN.text) == "lập kế hoạch;\n- **báo cáo** năm."


def test_every_occurrence_of_a_quote_is_a_place() -> None:
    spans = [place.span for place in SOURCES.places(Quote("news.txt", "hồ sơ"))]
    assert [span.of(NEWS.text) for span in spans] == ["hồ sơ", "hồ sơ"]


def test_words_of_another_document_are_not_found() -> None:
    assert SOURCES.places(Quote("news.txt", "lập kế hoạch")) == ()
    assert SOURCES.places(Quote("absent.txt", "lập kế hoạch")) == ()
    assert SOURCES.places(Quote("news.txt", " ")) == ()


def test_half_of_the_shorter_one_must_be_shared() -> None:
    ten = Place("a", Span(0, 10))
    assert ten.meets(Place("a", Span(5, 25)))
    assert not ten.meets(Place("a", Span(6, 26)))
    assert ten.meets(Place("a", Span(2, 4)))
    assert not ten.meets(Place("b", Span(0, 10)))


def test_a_quote_holds_only_at_its_very_offsets() -> None:
    assert Sources([NEWS]).holds("news.txt", 0, 2, "Sở")
    assert not Sources([NEWS]).holds("news.txt", 1, 3, "Sở")
    assert not Sources([NEWS]).holds("news.txt", 0, 2, "sở")
    assert not Sources([NEWS]).holds("absent.txt", 0, 2, "Sở")
    assert not Sources([NEWS]).holds("news.txt", -2, 999, "Sở")


def test_offsets_of_a_squeezed_text_point_into_the_full_one() -> None:
    found = squeeze("a\n\n*b*")
    assert (found.text, found.offsets) == ("a b", (0, 1, 4))
