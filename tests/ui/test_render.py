"""A reply becomes HTML whole claim by whole claim, and nothing in it becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.reply import Answer, Citation, Claim, Part, Refusal, RefusalReason
from corpus.document import Document, Fact, Particulars
from corpus.span import Span
from tests.ui.hostile import PAYLOADS, elements
from tests.ui.written import ANSWER, PLAN, REFUSAL, span_of
from ui import messages
from ui.markup import on_one_line, tag, text
from ui.render import claim_count, reply_html

OURS = {"div", "section", "article", "p", "ul", "li", "span", "button", "strong", "h2"}


def test_each_citation_is_a_button_with_an_internal_place() -> None:
    html = reply_html(ANSWER)

    span = span_of("Viên chức được biết:")
    assert f'data-cite="{PLAN.id}:{span.start}-{span.end}" data-n="1"' in html
    assert 'aria-label="Nguồn 2, mục 2"' in html
    assert elements(html).addresses == set()


def test_a_streamed_reply_shows_whole_claims_with_all_their_chips() -> None:
    chips = [re.findall(r'data-n="(\d)"', reply_html(ANSWER, claims)) for claims in range(4)]

    assert chips == [[], ["1"], ["1", "2", "3"], ["1", "2", "3", "4"]]


def test_warnings_and_copying_come_with_the_last_claim() -> None:
    assert "Cần kiểm tra hiệu lực." not in reply_html(ANSWER, 2)
    assert "data-copy" not in reply_html(ANSWER, 2)
    assert reply_html(ANSWER, 3) == reply_html(ANSWER)
    assert "Cần kiểm tra hiệu lực." in reply_html(ANSWER)


def test_bullets_stand_in_one_list_under_their_lead_in() -> None:
    html = reply_html(ANSWER)

    assert html.count("<ul>") == 1
    assert html.index("Viên chức được biết:") < html.index("<ul>") < html.index("Nội quy")


def test_emphasis_marks_and_line_ends_are_not_shown() -> None:
    words = "".join(elements(reply_html(ANSWER)).words)

    assert "Nội quy cơ quan;" in words
    assert "*" not in words


def test_a_refusal_gives_its_reason_and_the_nearest_passages_as_citations() -> None:
    html = reply_html(REFUSAL)

    assert messages.refusal(RefusalReason.SILENT) in html
    assert "Không nói về lương." in html
    assert 'data-n="1"' in html
    assert claim_count(REFUSAL) == 1


def test_what_was_understood_is_said_once() -> None:
    bare, full = ("Quyền được biết?", "Tôi hiểu là: Quyền được biết?")

    for understood in (bare, full):
        html = reply_html(replace(ANSWER, understood=understood))
        assert html.count("Tôi hiểu là:") == 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_words_of_a_document_become_markup(payload: str) -> None:
    document = Document(
        id="d",
        source=payload,
        text=payload,
        particulars=Particulars(title=Fact(payload, Span(0, 1))),
    )
    cited = Citation(
        n=1, document_id="d", span=Span(0, len(payload)), quote=payload, address=payload
    )
    claim = Claim(text=payload, citations=(cited,))
    part = Part(document=document, lead=payload, claims=(claim,))
    answer = Answer(parts=(part,), warnings=(payload,), understood=payload)
    refusal = Refusal(
        reason=RefusalReason.SILENT, missing=payload, nearest=(cited,), understood=payload
    )

    for reply in (answer, refusal):
        found = elements(reply_html(reply))
        assert found.tags <= OURS
        assert not {name for name in found.attributes if name.startswith("on")}
        assert found.attributes.isdisjoint({"href", "src", "style", "action"})


def test_a_tag_escapes_its_children_and_its_attributes() -> None:
    assert tag("p", "<b>", title='"x"') == '<p title="&quot;x&quot;">&lt;b&gt;</p>'
    assert tag("p", text("<b>")) == "<p>&lt;b&gt;</p>"


def test_html_on_one_line_has_no_line_ends() -> None:
    assert on_one_line(tag("p", "a\n\nb")) == "<p>a&#10;&#10;b</p>"


def test_control_characters_do_not_reach_the_page() -> None:
    assert text("a\x00\x1b[31mb") == "a[31mb"
