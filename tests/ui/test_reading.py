"""A document is read as paragraphs; exactly the cited words are marked."""

from __future__ import annotations

import re

import pytest

from corpus.document import Document
from corpus.span import Span
from tests.ui.hostile import PAYLOADS, elements
from tests.ui.written import PASSAGES, PLAN, span_of
from ui import messages
from ui.fakes import FakeLibrary
from ui.plain import named, shown
from ui.reading import Mark, outline_html, particular, particulars_html, source_html, summary


def marked(html: str) -> list[tuple[str, str]]:
    """Return the number and the words of each mark."""
    pairs = re.findall(r'<mark [^>]*data-n="(\d+)"[^>]*>(.*?)</mark>', html)
    return [(n, "".join(elements(words).words)) for n, words in pairs]


def test_exactly_the_cited_words_are_marked() -> None:
    mark = Mark(7, span_of("Quy chế <chi tiêu>"))

    assert marked(source_html(PLAN, PASSAGES, (mark,), 7)) == [("7", "Quy chế <chi tiêu>")]


def test_a_mark_over_two_paragraphs_is_cut_between_them() -> None:
    start, end = span_of("được biết:").start, span_of("cơ\nquan").end

    words = marked(source_html(PLAN, PASSAGES, (Mark(1, Span(start, end)),), 1))

    assert words == [("1", "được biết:"), ("1", "- Nội quy cơ quan")]


def test_where_marks_overlap_the_chosen_one_is_shown() -> None:
    wide, narrow = Mark(1, span_of("Viên chức được biết:")), Mark(2, span_of("được biết"))

    assert marked(source_html(PLAN, PASSAGES, (wide, narrow), 2)) == [
        ("1", "Viên chức "),
        ("2", "được biết"),
        ("1", ":"),
    ]
    assert 'id="trich"' in source_html(PLAN, PASSAGES, (wide, narrow), 2)


def test_every_word_of_a_document_is_shown_once() -> None:
    library = FakeLibrary()
    for document in library.documents():
        html = source_html(document, library.passages(document.id))
        words = "".join(elements(html).words).replace(messages.WEB_FURNITURE, "")

        assert "".join(words.split()) == "".join(shown(document.text).split())


def test_any_words_of_the_texts_that_ship_are_marked_exactly() -> None:
    library = FakeLibrary()
    for document in library.documents():
        passages = library.passages(document.id)
        for passage in passages[::7]:
            html = source_html(document, passages, (Mark(1, passage.span),), 1)
            words = " ".join(words for _, words in marked(html))
            assert " ".join(words.split()) == shown(passage.text)


def test_furniture_is_folded_away_unless_it_is_cited() -> None:
    assert '<details class="furniture">' in source_html(PLAN, PASSAGES)
    cited = source_html(PLAN, PASSAGES, (Mark(1, span_of("0 / 5")),), 1)
    assert "<details" not in cited


def test_headings_become_a_tree() -> None:
    library = FakeLibrary()
    plan = next(d for d in library.documents() if "002" in d.source)

    outline = outline_html(library.passages(plan.id))

    assert re.search(r"MỤC ĐÍCH, YÊU CẦU</a><ol><li><a [^>]*>1\. Mục đích</a>", outline)
    assert outline.count("<ol>") == outline.count("</ol>")


def test_a_number_left_blank_is_said_to_be_blank_and_one_never_given_is_not() -> None:
    news = Document(id="n", source="bai.txt", text="Một bài báo.")

    assert particular("number", PLAN) == messages.BLANK
    assert particular("number", news) == messages.NOT_STATED
    assert particular("issued_on", PLAN) == "3/2024"


def test_the_head_of_a_source_names_kind_number_issuer_date_and_signer() -> None:
    assert summary(PLAN) == (
        f"Kế hoạch · Số: {messages.BLANK} · Sở ABC · 3/2024 · Người ký: {messages.NOT_STATED}"
    )
    assert messages.BLANK in particulars_html(PLAN)


def test_a_document_is_called_by_its_kind_and_title() -> None:
    assert named(PLAN) == "Kế hoạch thực hiện dân chủ"
    assert named(Document(id="n", source="bai.txt", text="Một bài báo.")) == "bai.txt"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_document_becomes_markup(payload: str) -> None:
    library = FakeLibrary({f"{payload}.txt": f"{payload}\n\nI. MỤC {payload}\n\n- {payload}"})
    (document,) = library.documents()
    passages = library.passages(document.id)

    html = source_html(document, passages, (Mark(1, Span(0, 5)),), 1) + outline_html(passages)
    found = elements(html + particulars_html(document))

    assert found.tags <= {
        "div",
        "p",
        "mark",
        "details",
        "summary",
        "ol",
        "li",
        "a",
        "dl",
        "dt",
        "dd",
    }
    assert all(address.startswith("#p-") for address in found.addresses)
    assert found.attributes <= {"class", "id", "lang", "data-n", "title", "href"}
