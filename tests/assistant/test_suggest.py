"""A question is suggested only when asking it leads to the section it was made of."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from assistant.question import Question
from assistant.reply import Answer, Refusal, RefusalReason, Reply
from assistant.suggest import MOST, Suggester, question_of
from ui.fakes import FakeAssistant, FakeLibrary

TEXT = (
    "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Văn phòng Sở\n\n- Tham mưu kế hoạch năm của Sở.\n\n"
    "2. Thanh tra Sở\n\n- Kiểm tra việc thực hiện quy chế.\n\n"
    "3. Công đoàn Sở\n\n- Vận động đoàn viên tham gia.\n"
)


@dataclass
class Asked:
    """Answers as a fake does, or refuses, and remembers what it was asked."""

    library: FakeLibrary
    refuses: bool = False
    questions: list[str] = field(default_factory=list)

    def ask(self, question: Question) -> Reply:
        self.questions.append(question.text)
        if self.refuses:
            return Refusal(reason=RefusalReason.SILENT)
        words = question.text.removesuffix(" có nhiệm vụ gì?")
        return self._about(words)

    def _about(self, words: str) -> Reply:
        one = FakeAssistant(self.library, claims=1)
        cited = {
            "Văn phòng Sở": "tham mưu kế hoạch năm",
            "Thanh tra Sở": "kiểm tra việc thực hiện",
            "Công đoàn Sở": "tham mưu kế hoạch năm",  # answered from another section
        }
        return one.ask(Question(cited.get(words, words)))


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary({"ke-hoach.txt": TEXT})


def first_answer(library: FakeLibrary) -> Answer:
    reply = FakeAssistant(library, claims=1).ask(Question("tham mưu kế hoạch năm"))
    assert isinstance(reply, Answer)
    return reply


def test_what_is_answered_from_elsewhere_is_not_suggested(library: FakeLibrary) -> None:
    found = Suggester(library.shelf, Asked(library)).suggest(first_answer(library))
    assert found == ("Thanh tra Sở có nhiệm vụ gì?",)


def test_nothing_is_suggested_that_is_refused_or_after_a_refusal(library: FakeLibrary) -> None:
    assert (
        Suggester(library.shelf, Asked(library, refuses=True)).suggest(first_answer(library)) == ()
    )
    silent = Refusal(reason=RefusalReason.SILENT)
    assert Suggester(library.shelf, Asked(library)).suggest(silent) == ()


def test_nothing_is_asked_twice(library: FakeLibrary) -> None:
    asked = Asked(library)
    suggester = Suggester(library.shelf, asked)
    first = suggester.suggest(first_answer(library))
    count = len(asked.questions)
    assert suggester.suggest(first_answer(library)) == first
    assert len(asked.questions) == count
    assert len(first) <= MOST


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("II. MỤC ĐÍCH, YÊU CẦU", "Mục đích, yêu cầu gồm những nội dung gì?"),
        ("3. Ban Thanh tra nhân dân", "Ban Thanh tra nhân dân có nhiệm vụ gì?"),
        ("Điều 7. Hình thức công khai", "Hình thức công khai được quy định thế nào?"),
        ("**Chương**", ""),
        ("1.", ""),
        ("a) " + "từ " * 60, ""),
    ],
)
def test_a_heading_makes_the_question_that_it_answers(heading: str, question: str) -> None:
    assert question_of(heading) == question
