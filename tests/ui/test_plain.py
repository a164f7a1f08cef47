"""A reply as text and as JSON: every marker has a citation and every citation a marker."""

from __future__ import annotations

import json
import re

from tests.ui.written import ANSWER, PLAN, REFUSAL
from ui import messages
from ui.contract import document_json, reply_json
from ui.plain import copied_text, reply_text


def test_the_answer_as_text_has_lead_claims_bullets_and_markers() -> None:
    assert reply_text(ANSWER).split("\n- ") == [
        "Theo Kế hoạch:\nViên chức được biết: [1]",
        "**Nội quy** cơ\nquan; [2][3]",
        "Quy chế <chi tiêu>. [4]",
    ]


def test_a_refusal_as_text_has_no_markers() -> None:
    assert (
        reply_text(REFUSAL) == "Các văn bản trong kho không nêu nội dung này. Không nói về lương."
    )


def test_the_json_of_an_answer_joins_markers_and_citations() -> None:
    data = reply_json(ANSWER, lambda _: PLAN, 12.34)

    assert re.findall(r"\[(\d+)\]", str(data["answer"])) == ["1", "2", "3", "4"]
    citations = json.loads(json.dumps(data["citations"]))
    assert [c["n"] for c in citations] == [1, 2, 3, 4]
    assert all(PLAN.text[c["start"] : c["end"]] == c["quote"] for c in citations)
    assert (data["abstained"], data["writer"], data["elapsed_ms"]) == (False, "extractive", 12.3)
    assert data["warnings"] == ["Cần kiểm tra hiệu lực."]
    assert citations[0]["number"] is None


def test_the_json_of_a_refusal_keeps_its_nearest_passages_apart() -> None:
    data = reply_json(REFUSAL, lambda _: PLAN, 1.0)

    assert (data["abstained"], data["citations"], data["reason"]) == (True, [], "silent")
    assert [c["n"] for c in json.loads(json.dumps(data["nearest"]))] == [1]


def test_what_is_copied_lists_its_sources_and_the_notice() -> None:
    lines = copied_text(ANSWER).splitlines()

    assert "[4] Kế hoạch thực hiện dân chủ, mục 4" in lines
    assert lines[-1] == messages.NOTICE


def test_a_particular_that_the_source_leaves_blank_is_null() -> None:
    data = document_json(PLAN)

    assert (data["number"], data["issued_on"], data["kind"]) == (None, "3/2024", "Kế hoạch")
