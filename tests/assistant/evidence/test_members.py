"""What a question counts and wants named is not answered by counting it once more."""

from __future__ import annotations

import pytest

from assistant.evidence.members import only_counts
from assistant.question import Question
from assistant.reply import Refusal
from tests.assistant.world import assistant_over, words

COUNTED = "Toàn huyện có 155 cơ quan, trong đó 70 cơ quan hành chính, 20 doanh nghiệp, 01 thị trấn."


@pytest.mark.parametrize(
    ("question", "text", "alone"),
    [
        ("20 doanh nghiệp đó là những công ty nào?", COUNTED, True),
        ("Hai mươi doanh nghiệp ấy gồm những ai?", COUNTED, True),
        ("Thị trấn duy nhất của huyện tên gì?", COUNTED, True),
        ("Hai đơn thư là của ai?", "Tiếp nhận 02 đơn thư và đã xử lý 02/02.", True),
        ("Hai đơn thư phản ánh về vấn đề gì?", "Tiếp nhận 02 đơn thư về đất đai.", False),
        ("155 cơ quan gồm những loại nào?", COUNTED, False),
        (
            "20 doanh nghiệp đó là những công ty nào?",
            "Có 20 doanh nghiệp: An Phú, Bình Minh.",
            False,
        ),
        ("Có bao nhiêu doanh nghiệp trong 155 cơ quan?", COUNTED, False),
        ("20 doanh nghiệp phải làm gì?", COUNTED, False),
        ("21 doanh nghiệp đó là những công ty nào?", COUNTED, False),
    ],
)
def test_a_count_names_nothing_unless_names_follow(
    question: str, text: str, *, alone: bool
) -> None:
    assert only_counts(question, text) is alone


def test_the_refusal_says_that_the_text_only_counts() -> None:
    text = "BÁO CÁO\n\nPhòng Kinh tế tiếp nhận 02 đơn thư phản ánh và đã xử lý xong."
    assistant = assistant_over(bao_cao=text)

    refused = assistant.ask(Question("Hai đơn thư phản ánh phòng Kinh tế tiếp nhận là của ai?"))
    counted = assistant.ask(Question("Phòng Kinh tế tiếp nhận bao nhiêu đơn thư phản ánh?"))

    assert isinstance(refused, Refusal)
    assert "nêu số lượng nhưng không nêu tên" in refused.missing
    assert "02 đơn thư" in words(counted)[0]
