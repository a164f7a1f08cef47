"""What is asked about a document itself is told from its head and foot, whatever its kind."""

from __future__ import annotations

import pytest

from assistant.direct.particular import asked_particular
from assistant.lead import lead
from assistant.question import Question
from assistant.reply import Answer, Reply
from corpus.parse import parse
from tests.assistant.world import assistant_over, refusal, words

PAPER = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC
Số: {number}
An Lạc, ngày 15 tháng 3 năm 2022

{kind}
{title}

Điều 1. Phạm vi
Văn bản này áp dụng trên địa bàn tỉnh.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
CHỦ TỊCH

{signer}
"""
LETTER = """SỞ GIÁO DỤC VÀ ĐÀO TẠO
TỈNH AN LẠC
Số: 1522/SGDĐT-VP
V/v tăng cường quản lý dạy thêm
An Lạc, ngày 5 tháng 9 năm 2024

Kính gửi: Hiệu trưởng các trường trung học

Sở yêu cầu các trường báo cáo kết quả trước ngày 20/9/2024.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC

Trần Văn Khang
"""
PAPERS = {
    "nghi_quyet": PAPER.format(
        number="23/2022/NQ-HĐND", kind="NGHỊ QUYẾT", title="Quy định mức hỗ trợ", signer="Lê Văn Bé"
    ),
    "to_trinh": PAPER.format(
        number="156/TTr-STC", kind="TỜ TRÌNH", title="Phân cấp tài sản công", signer="Hà Văn Minh"
    ),
    "quyet_dinh": PAPER.format(
        number="31/QĐ-UBND",
        kind="QUYẾT ĐỊNH",
        title="Ban hành Quy chế chi tiêu nội bộ",
        signer="Lý Văn Sơn",
    ),
    "cong_van": LETTER,
}


def asked(question: str) -> Reply:
    return assistant_over(**PAPERS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tờ trình 156/TTr-STC là của tỉnh nào?", ["Địa danh: An Lạc."]),
        ("to trinh 156/TTr-STC duoc lam o tinh nao", ["Địa danh: An Lạc."]),
        ("Nghị quyết 23/2022/NQ-HĐND ai ký?", ["Người ký: Lê Văn Bé."]),
        ("Tờ trình 156/TTr-STC do ai ký?", ["Người ký: Hà Văn Minh."]),
        ("Tờ trình 156/TTr-STC ban hành ngày nào?", ["Ngày ban hành: 15/3/2022."]),
        ("to trinh 156/TTr-STC ngay nao ban hanh", ["Ngày ban hành: 15/3/2022."]),
        ("Quyết định 31/QĐ-UBND của tỉnh An Lạc do ai ký?", ["Người ký: Lý Văn Sơn."]),
        ("Trích yếu của Tờ trình 156/TTr-STC là gì?", ["Trích yếu: Phân cấp tài sản công."]),
        ("Quy chế chi tiêu nội bộ ban hành ngày nào?", ["Ngày ban hành: 15/3/2022."]),
        ("Công văn 1522/SGDĐT-VP về việc gì?", ["Trích yếu: tăng cường quản lý dạy thêm."]),
        (
            "Công văn 1522/SGDĐT-VP gửi cơ quan nào?",
            ["Nơi nhận: Hiệu trưởng các trường trung học.", "Nơi nhận: Như trên."],
        ),
        (
            "Công văn 1522/SGDĐT-VP do ai ký, ngày nào?",
            ["Ngày ban hành: 05/9/2024.", "Người ký: Trần Văn Khang."],
        ),
        (
            "Quyết định ban hành Quy chế chi tiêu nội bộ số bao nhiêu, ngày nào?",
            ["Số, ký hiệu: 31/QĐ-UBND.", "Ngày ban hành: 15/3/2022."],
        ),
    ],
)
def test_a_document_of_any_kind_tells_its_particulars(question: str, told: list[str]) -> None:
    assert words(asked(question)) == told


def test_a_number_in_full_is_the_only_document_meant() -> None:
    assert "32/QĐ-UBND" in refusal(asked("Quyết định 32/QĐ-UBND do ai ký?")).missing


def test_the_number_of_another_document_in_a_title_settles_nothing() -> None:
    reply = asked("Kế hoạch thực hiện Tờ trình 156/TTr-STC do ai ký?")
    assert not isinstance(reply, Answer) or "Hà Văn Minh" not in "".join(words(reply))


def test_a_deadline_inside_a_numbered_document_is_no_particular() -> None:
    told = words(asked("Công văn 1522/SGDĐT-VP yêu cầu báo cáo kết quả khi nào?"))
    assert told == ["Sở yêu cầu các trường báo cáo kết quả trước ngày 20/9/2024."]


def test_which_office_is_not_which_number() -> None:
    asking = asked_particular("Sở nào ban hành kế hoạch?")
    assert asking is not None
    assert asking.particulars == ("issuer",)


@pytest.mark.parametrize(
    ("head", "called"),
    [
        ("Số: 1522/SGDĐT-VP\n", "Theo Công văn số 1522/SGDĐT-VP ngày"),
        ("Số: 15/VBHN-VPQH\n", "Theo văn bản số 15/VBHN-VPQH ngày"),
    ],
)
def test_a_numbered_text_without_a_kind_is_no_page_of_the_web(head: str, called: str) -> None:
    text = LETTER.replace("Số: 1522/SGDĐT-VP\n", head)
    assert lead(parse("a.txt", text)[0]).startswith(called)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Quyết định 777/QĐ-UBND ngày nào?",
            "Kho văn bản không có Quyết định 777/QĐ-UBND và không văn bản nào nhắc đến.",
        ),
        (
            "Ai ký Quyết định 31/QĐ-UBND của UBND tỉnh Lâm Bình?",
            "Kho không có văn bản nào về tỉnh Lâm Bình.",
        ),
    ],
)
def test_a_document_that_is_not_there_is_not_answered_from_another(
    question: str, said: str
) -> None:
    assert refusal(asked(question)).missing == said


@pytest.mark.parametrize(
    "question",
    ["Kế hoạch làm sạch môi trường mang số mấy?", "KH làm sạch môi trường có số hiệu gì?"],
)
def test_a_number_is_asked_in_the_words_of_an_office(question: str) -> None:
    asked = asked_particular(question)

    assert asked
    assert asked.particulars == ("number",)
    assert asked.rest.casefold().split() == "kế hoạch làm sạch môi trường ?".split()  # noqa: SIM905 - shorter


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("KH 60 ngày mấy?", "kế hoạch 60 ?"),
        ("Kế hoạch 60/KH-SNV ngày nào?", "Kế hoạch 60/KH-SNV ?"),
    ],
)
def test_the_day_is_asked_right_behind_the_number(question: str, rest: str) -> None:
    asked = asked_particular(question)

    assert asked
    assert asked.particulars == ("issued_on",)
    assert asked.rest.split() == rest.split()


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch dọn vệ sinh môi trường ra quân ngày nào?",
        "Kế hoạch của Sở KH&ĐT giao việc gì?",
        "Kế hoạch của Sở Nội vụ thực hiện những văn bản nào, cho đủ số hiệu?",
        "Luật Tố cáo buộc nơi nhận đơn giữ kín tên người tố cáo thế nào?",
    ],
)
def test_what_only_sounds_like_a_particular_is_none(question: str) -> None:
    assert asked_particular(question) is None


PAGE = """Chính trị

Bạn đánh giá: 0 / 5

Huyện Sông Tranh có 12 xã, nhiều xã đã lập nhóm tự quản và họp dân mỗi quý một lần./.

Đ/c Lê Thị Mận - Trưởng Ban Dân vận Huyện ủy
"""


def test_a_page_of_the_web_without_a_title_is_called_by_who_wrote_it() -> None:
    assert lead(parse("trang.txt", PAGE)[0]) == "Theo bài viết của Lê Thị Mận:"
    assert lead(parse("trang.txt", PAGE[: PAGE.index("Đ/c")])[0]) == "Theo bài viết (trang.txt):"
