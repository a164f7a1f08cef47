"""The assistant answers in the words of the sources, or refuses."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.question import LONGEST_QUESTION, Question
from assistant.reply import Answer, Refusal, RefusalReason
from tests.assistant.world import OFFICE, PLAN, ask, assistant_over, refusal, words

DUTIES = [
    "Trang bị bảng tên cho 35 công chức.",
    "Tổng hợp kết quả, báo cáo Giám đốc chậm nhất ngày 15/11/2024.",
]
SUGGESTIONS = [
    "Những việc công chức được góp ý:",
    "nội quy cơ quan",
    "lịch trực",
    "việc mua sắm tài sản",
]


def test_duties_are_the_whole_section_of_the_actor_in_the_document_named() -> None:
    assert words(ask("Văn phòng Sở Nội vụ có nhiệm vụ gì?")) == DUTIES


def test_duties_without_a_document_come_from_each_the_oldest_first() -> None:
    reply = ask("Văn phòng có nhiệm vụ gì?")

    assert words(reply) == ["Theo dõi việc đeo thẻ công chức.", *DUTIES]
    assert isinstance(reply, Answer)
    assert [part.document.source for part in reply.parts] == ["bao_cao.txt", "ke_hoach.txt"]


def test_an_enumeration_is_given_whole_with_its_lead_in() -> None:
    assert words(ask("Công chức được góp ý những gì?")) == SUGGESTIONS


def test_a_question_without_diacritics_gets_the_same_answer() -> None:
    assert words(ask("cong chuc duoc gop y nhung gi")) == SUGGESTIONS


def test_a_deadline_is_one_sentence() -> None:
    assert words(ask("Hạn báo cáo Giám đốc là ngày nào?")) == [DUTIES[1]]


def test_a_figure_is_taken_from_the_year_asked_for() -> None:
    found = words(ask("Năm 2022 tiếp nhận bao nhiêu góp ý?"))

    assert found == ["Trong năm 2022, tiếp nhận 120 góp ý của người dân, đã trả lời 118 góp ý."]


def test_a_figure_of_another_year_is_refused_with_that_reason() -> None:
    assert "năm 2023" in refusal(ask("Năm 2023 tiếp nhận bao nhiêu góp ý?")).missing


def test_what_the_texts_do_not_speak_of_is_refused_with_its_words() -> None:
    refused = refusal(ask("Lương tối thiểu vùng là bao nhiêu?"))

    assert refused.reason is RefusalReason.SILENT
    assert "lương tối thiểu" in refused.missing


def test_a_refusal_shows_the_nearest_passages_numbered_from_one() -> None:
    assert [c.n for c in refusal(ask("Thủ đô nước Pháp ở đâu?")).nearest] == [1, 2, 3]


def test_a_follow_up_takes_the_topic_of_the_last_turn_and_says_so() -> None:
    reply = ask("Thế năm 2024 thì sao?", "Phương châm năm 2022 là gì?")

    assert words(reply) == ["Phương châm năm 2024 là “Lắng nghe, tận tụy”."]
    assert "phương châm" in reply.understood


def test_a_follow_up_asks_the_same_of_another_document() -> None:
    reply = ask("Còn kế hoạch của Sở Nội vụ?", "Ai ký báo cáo của Sở Tư pháp?")

    assert words(reply) == ["Người ký: Lê Văn An."]


def test_the_weather_of_today_points_to_nothing_that_was_said() -> None:
    reply = ask("Thời tiết Đà Lạt hôm nay thế nào?", "Năm 2022 tiếp nhận bao nhiêu góp ý?")

    assert refusal(reply).understood == ""


def test_who_signed_is_asked_of_the_document_of_the_last_turn_not_of_its_matter() -> None:
    before = "Kế hoạch của Sở Nội vụ giao Thanh tra kiểm tra việc gì?"

    assert words(ask("Người ký là ai?", before)) == ["Người ký: Lê Văn An."]
    assert words(ask("Ai ký văn bản đó?", before)) == ["Người ký: Lê Văn An."]


def test_a_follow_up_that_names_another_kind_counts_the_same_thing() -> None:
    reply = ask("Vậy công chức?", "Năm 2022 tiếp nhận bao nhiêu góp ý của người dân?")

    assert "bao nhiêu góp ý" in reply.understood


def test_the_name_of_who_holds_an_office_is_refused_where_only_the_office_is_named() -> None:
    assert refusal(ask("Giám đốc Sở Nội vụ tên là gì?"))


def test_a_question_that_names_no_document_is_asked_of_the_one_spoken_of() -> None:
    asked = "Văn phòng được giao theo dõi việc gì?"

    assert words(ask(asked, "Sở Tư pháp tiếp nhận bao nhiêu góp ý?")) == [
        "Theo dõi việc đeo thẻ công chức."
    ]
    about = ask("Phương châm của năm là gì?", "Sở Tư pháp tiếp nhận bao nhiêu góp ý?")
    assert words(about) == ["Phương châm năm 2022 là “Gần dân, hiểu dân”."]
    assert "sở tư pháp" in about.understood


def test_a_question_that_stands_alone_takes_nothing_over() -> None:
    reply = ask("Hạn báo cáo Giám đốc là ngày nào?", "Phương châm năm 2022 là gì?")

    assert words(reply) == [DUTIES[1]]
    assert reply.understood == ""


def test_the_signer_comes_from_the_foot_of_the_document() -> None:
    assert words(ask("Ai ký kế hoạch của Sở Nội vụ?")) == ["Người ký: Lê Văn An."]


def test_a_blank_number_is_said_to_be_blank_with_the_line_that_shows_it() -> None:
    reply = ask("Báo cáo của Sở Tư pháp số bao nhiêu?")

    assert words(reply) == ["Số, ký hiệu: nguồn để trống, chỉ ghi “Số: /BC-STP”."]
    assert isinstance(reply, Answer)
    assert reply.citations[0].quote == "Số: /BC-STP"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  \n ", RefusalReason.EMPTY),
        ("a" * (LONGEST_QUESTION + 1), RefusalReason.TOO_LONG),
        ("\x00\x01%%%%", RefusalReason.UNREADABLE),
        ("?!?! ... ???", RefusalReason.UNREADABLE),
    ],
)
def test_what_is_no_question_is_refused_with_its_reason(text: str, reason: RefusalReason) -> None:
    assert refusal(ask(text)).reason is reason


@pytest.mark.parametrize("text", ["Кто подписал план?", "计划 số mấy 的", "🙂 hạn nộp 🙂?"])
def test_a_question_in_mixed_scripts_is_answered_or_refused_without_an_error(text: str) -> None:
    assert ask(text) is not None


def test_an_empty_library_says_so() -> None:
    refused = refusal(assistant_over().ask(Question("Ai ký?")))

    assert refused.reason is RefusalReason.NO_DOCUMENTS


def test_a_question_limited_to_a_document_is_answered_from_it_alone() -> None:
    plan = next(d for d in documents(OFFICE) if d.startswith("ke-hoach"))
    reply = OFFICE.ask(Question("Văn phòng có nhiệm vụ gì?", documents=frozenset({plan})))

    assert words(reply) == DUTIES


def test_every_quote_stands_in_its_document_at_its_span() -> None:
    reply = ask("Văn phòng Sở Nội vụ có nhiệm vụ gì?")

    assert isinstance(reply, Answer)
    text = reply.parts[0].document.text
    assert [c.span.of(text) for c in reply.citations] == [c.quote for c in reply.citations]
    assert all(c.quote in PLAN for c in reply.citations)


def documents(assistant: Assistant) -> list[str]:
    reply = assistant.ask(Question("Văn phòng có nhiệm vụ gì?"))
    assert isinstance(reply, Answer)
    return [part.document.id for part in reply.parts]


def test_a_year_that_another_is_compared_with_limits_nothing() -> None:
    report = (
        "BÁO CÁO\nKết quả năm 2023\n\nTiếp nhận 40 đơn, giảm 12% so với năm 2022.\n\n"
        "Năm 2022 đã nhận 45 kiến nghị.\n"
    )
    reply = assistant_over(bao_cao=report).ask(Question("Năm 2023 tiếp nhận bao nhiêu đơn?"))

    assert isinstance(reply, Answer)
    assert "40 đơn" in " ".join(words(reply))


def test_what_did_not_change_since_a_year_is_told_of_it() -> None:
    report = "BÁO CÁO\nKết quả năm 2023\n\nBiên chế năm 2023 là 41 người, {} so với năm 2022.\n"
    question = Question("Năm 2022 biên chế là bao nhiêu người?")

    same = assistant_over(bao_cao=report.format("không thay đổi")).ask(question)
    other = assistant_over(bao_cao=report.format("giảm 2 người")).ask(question)

    assert "41 người, không thay đổi so với năm 2022" in " ".join(words(same))
    assert isinstance(other, Refusal)


CITING = (
    "KẾ HOẠCH\nTriển khai Nghị định số 8/2020/NĐ-CP\n\nI. NỘI DUNG\n\n"
    "- Thực hiện Kết luận số 114-KL/TW về công tác dân vận.\n\n"
    "- Thực hiện Kết luận số 120-KL/TW ngày 07/01/2016 về quy chế dân chủ.\n\n"
    "- Văn phòng tập huấn cho 35 công chức.\n"
)


def test_what_is_said_of_a_document_that_is_only_cited_names_it() -> None:
    question = Question("Kết luận 114-KL/TW ban hành ngày nào?")
    assistant = assistant_over(ke_hoach=CITING)

    assert not assistant.considered(question)
    assert isinstance(assistant.ask(question), Refusal)


def test_a_plan_tells_of_what_it_carries_out_without_naming_it_again() -> None:
    question = "Triển khai Nghị định 8/2020/NĐ-CP, Văn phòng tập huấn cho bao nhiêu công chức?"
    assert "35" in " ".join(words(assistant_over(ke_hoach=CITING).ask(Question(question))))


def test_a_place_that_was_typed_wrong_is_found() -> None:
    page = "Huyện Lạc Sơn có 23 xã và 01 thị trấn. Xã Tam Sơn có 5 thôn.\n"
    reply = assistant_over(bai=page).ask(Question("Huyện Lạc Sươn có bao nhiêu xã?"))

    assert isinstance(reply, Answer)
    assert "Lạc Sơn" in reply.understood


@pytest.mark.parametrize("place", ["Xã Tân Sơn", "Huyện Lạc Sen", "Huyện Lạc Sinh"])
def test_a_place_that_may_be_another_is_not(place: str) -> None:
    page = "Huyện Lạc Sơn có 23 xã và 01 thị trấn. Xã Tam Sơn có 5 thôn.\n"
    reply = assistant_over(bai=page).ask(Question(f"{place} có bao nhiêu thôn, xã?"))

    assert isinstance(reply, Refusal)
    assert not reply.understood


def test_the_chief_by_an_everyday_word_is_asked_for_by_name_too() -> None:
    assert refusal(ask("Sếp Sở Nội vụ tên gì?"))
