"""Whether a sentence holds the figure that a question wants."""

from __future__ import annotations

import pytest

from assistant.evidence.values import demands, holds
from assistant.question import Question
from tests.assistant.reading.test_reading import reading
from tests.assistant.world import assistant_over, words

TEXT = "Trong năm 2022 tiếp nhận 120 hồ sơ; đã giải quyết, trả kết quả cho 118 nhân dân."


def test_a_figure_must_stand_near_what_is_counted() -> None:
    assert holds(TEXT, reading("Bao nhiêu hồ sơ?", TEXT))
    assert not holds("Tiếp nhận hồ sơ của công dân.", reading("Bao nhiêu hồ sơ?", TEXT))


def test_a_question_that_ends_in_asking_words_counts_what_it_is_about() -> None:
    """What stands before the asking words, here "xong", is not counted."""
    assert holds(TEXT, reading("Đã giải quyết xong bao nhiêu?", TEXT))
    assert not holds("Đã giải quyết kịp thời.", reading("Đã giải quyết xong bao nhiêu?", TEXT))


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Đạt bao nhiêu điểm thi đua?", "Thi đua đạt 95 điểm.", "Đạt 3 danh hiệu thi đua."),
        ("Chi mấy triệu cho hội nghị?", "Hội nghị chi 12 triệu đồng.", "Họp 2 hội nghị."),
        ("Bao nhiêu phần trăm hộ nghèo?", "Hộ nghèo còn 5%.", "Có 20 hộ nghèo."),
    ],
)
def test_only_a_figure_in_the_unit_that_is_named_answers(
    question: str, right: str, wrong: str
) -> None:
    asked = reading(question, f"{right} {wrong}")

    assert demands(asked)
    assert holds(right, asked)
    assert not holds(wrong, asked)


def test_the_day_of_a_document_is_asked_by_its_number_alone() -> None:
    right = "Theo Quyết định số 23/QĐ-SNV ngày 05/3/2024 về việc trực."
    asked = reading("qđ 23 về việc trực ngày mấy?", right)

    assert holds(right, asked)
    assert not holds("Theo Quyết định số 24/QĐ-SNV ngày 05/3/2024.", asked)


@pytest.mark.parametrize(
    "question", ["Kế hoạch 12 giao Văn phòng họp ngày nào?", "KH 12 yêu cầu nộp ngày nào?"]
)
def test_the_day_of_a_cited_document_is_not_that_of_an_event(question: str) -> None:
    text = "Văn phòng họp, nộp báo cáo theo Kế hoạch số 12/KH-SNV ngày 05/02/2024."
    assert not holds(text, reading(question, text))


def test_the_number_is_of_the_kind_beside_the_asking_words() -> None:
    text = "Quy định tiếp dân kèm theo Quyết định số 23/QĐ-SNV ngày 05/3/2024."

    assert holds(text, reading("Quy định tiếp dân kèm quyết định số mấy?", text))
    assert holds(text, reading("Quy định tiếp dân theo QĐ số mấy?", text))
    assert not holds(text, reading("Quyết định tiếp dân theo kế hoạch số mấy?", text))


def test_a_letter_box_has_no_address_of_electronic_mail() -> None:
    text = "Hộp thư góp ý đặt tại tầng một."
    assert holds(text, reading("Hộp thư góp ý đặt ở đâu?", text))


def test_a_name_is_asked_of_whom_not_what_a_document_is_called() -> None:
    text = "Trưởng phòng Trần Thị Bình chủ trì. Kế hoạch do Trưởng phòng trình."

    assert demands(reading("Trưởng phòng tên gì?", text))
    assert holds("Trưởng phòng Trần Thị Bình chủ trì.", reading("Trưởng phòng tên gì?", text))
    assert not holds("Kế hoạch do Trưởng phòng trình.", reading("Trưởng phòng tên gì?", text))
    assert not demands(reading("Kế hoạch tên gì?", text))


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Nghỉ phép bao nhiêu ngày?", "Được nghỉ phép 12 ngày.", "Nghỉ phép hằng năm."),
        ("Họp ngày nào?", "Họp ngày 05/3/2024.", "Họp theo Kế hoạch số 5/KH-SNV, ngày 05/3/2024."),
        (
            "Kế hoạch 7/KH-SNV ban hành ngày nào?",
            "Theo Kế hoạch số 7/KH-SNV ngày 05/3/2024.",
            "Kế hoạch số 7/KH-SNV; Công văn số 9/SNV ngày 06/3/2024.",
        ),
        ("Kế hoạch tiếp dân số mấy?", "Kế hoạch số 7/KH-SNV tiếp dân.", "Kế hoạch tiếp dân."),
        ("Tiếp dân ở đâu?", "Tiếp dân tại trụ sở cơ quan.", "Tiếp dân theo lịch; báo cáo Sở."),
        ("Trưởng ban là ai?", "Đồng chí Bí thư làm Trưởng ban.", "Trưởng ban tiếp dân."),
        ("Đại hội lần thứ mấy?", "Đại hội lần thứ XI.", "Đại hội họp 2 ngày."),
        ("Chi bao nhiêu kinh phí?", "Kinh phí chi 12 triệu đồng.", "Kinh phí quý 1, quý 2."),
    ],
)
def test_what_is_asked_for_has_to_be_told_of_that_very_thing(
    question: str, right: str, wrong: str
) -> None:
    asked = reading(question, f"{right} {wrong}")

    assert holds(right, asked)
    assert not holds(wrong, asked)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Giám đốc tiếp dân vào ngày nào?", "Giám đốc tiếp dân vào ngày 15 hằng tháng."),
        ("Luật có hiệu lực từ ngày nào?", "Luật có hiệu lực từ ngày 01 tháng 7 năm 2023."),
        ("Kế hoạch 7/KH-SNV ban hành ngày nào?", "Ngày 05/3/2024 ban hành Kế hoạch số 7/KH-SNV."),
        ("Quyết định đó ban hành ngày nào?", "Quyết định số 23-QĐ/TW ngày 30/7/2021."),
        ("Luật Bảo hiểm xã hội số mấy?", "Luật Bảo hiểm xã hội số 58/2014/QH13."),
        ("Người phổ biến chủ trương là ai?", "Người phổ biến chủ trương là cán bộ thôn."),
        ("Trưởng ban là ai?", "Phân công Giám đốc Sở giữ vai trò Trưởng ban."),
        ("Trưởng ban là ai?", "Trưởng ban: đồng chí Lưu Văn Bản."),
        ("Nộp hồ sơ ở đâu?", "Nộp hồ sơ tại số 12 đường Lê Lợi."),
        ("Mấy tháng họp một lần?", "Họp định kỳ hằng quý một lần."),
        ("Đại hội lần thứ mấy?", "Đại hội lần thứ mười một."),
    ],
)
def test_what_is_asked_for_may_be_told_in_many_ways(question: str, right: str) -> None:
    assert holds(right, reading(question, right))


def test_the_name_of_a_province_is_no_name_of_a_person() -> None:
    asked = reading("Trưởng phòng tên gì?", "Trưởng phòng của tỉnh Hà Nam từ đầu năm.")

    assert not holds("Trưởng phòng của tỉnh Hà Nam từ đầu năm.", asked)


def test_amounts_are_compared_only_where_a_sentence_tells_two_of_the_same() -> None:
    right = "Hội nghị cấp huyện 08 cuộc, cấp xã 92 cuộc."
    asked = reading("Cấp nào họp nhiều nhất?", right)

    assert demands(asked)
    assert holds(right, asked)
    assert not holds("Cấp xã họp 92 cuộc, 14 cấp đã báo cáo.", asked)
    assert holds("Cấp xã là cấp họp nhiều nhất.", asked)


@pytest.mark.parametrize("staff", ["cán bộ", "công chức", "viên chức", "nhân viên"])
def test_staff_are_counted_as_people(staff: str) -> None:
    text = "Kê khai tài sản: 41 người; gửi 3 báo cáo."

    assert holds(text, reading(f"Bao nhiêu {staff} kê khai tài sản?", text))
    assert not holds("Kê khai tài sản, gửi 3 báo cáo.", reading(f"Bao nhiêu {staff} họp?", text))


HILLS = "Xã Đồi Mơ có 12 thôn, thuộc huyện Sông Tranh. Cán bộ thực hiện Chỉ thị của Ban Thường vụ."


@pytest.mark.parametrize(
    "question", ["Xã Đồi Mơ thuộc huyện nào?", "xa doi mo o huyen nao", "Đồi Mơ ở tỉnh nào?"]
)
def test_in_which_area_something_is_is_answered_by_the_name_of_another_only(question: str) -> None:
    asked = reading(question, HILLS)

    assert demands(asked)
    assert holds("Đồi Mơ là xã miền núi, huyện Sông Tranh.", asked)
    assert holds("Sông Tranh, ngày 5 tháng 3", asked)
    assert not holds("Đồi Mơ thực hiện Chỉ thị của Ban Thường vụ.", asked)
    assert not holds("Xã Đồi Mơ, huyện miền núi.", asked)


HALL = """QUY CHẾ

Điều 3. Phòng tiếp dân

1. Phòng tiếp dân đặt tại tầng một nhà A, mở cửa mọi ngày làm việc.

2. Chánh Văn phòng quản lý phòng tiếp dân.

3. Văn phòng niêm yết nội quy phòng tiếp dân.
"""


def test_where_something_is_is_told_by_a_sentence_and_not_by_the_article() -> None:
    [answer] = words(assistant_over(quy_che=HALL).ask(Question("Phòng tiếp dân ở đâu?")))
    assert "tầng một nhà A" in answer


def test_asking_words_are_nothing_that_a_text_could_say() -> None:
    asked = reading("Cỡ chữ số, ký hiệu của công văn là bao nhiêu?", TEXT)
    assert ("bao", "nhiêu") not in [chunk.words for chunk in asked.chunks]
