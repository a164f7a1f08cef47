"""A question is suggested only when asking it leads to the section it was made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from assistant.question import Question
from assistant.reply import Answer, Citation, Refusal, RefusalReason, Reply
from assistant.telling.suggest import MOST, Suggester, question_of
from assistant.weighing.asked import Asked
from assistant.weighing.precedents import Precedents, Written
from ui.fakes import FakeAssistant, FakeLibrary

TEXT = (
    "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Văn phòng Sở\n\n- Tham mưu kế hoạch năm của Sở.\n\n"
    "2. Thanh tra Sở\n\n- Kiểm tra việc thực hiện quy chế.\n\n"
    "3. Công đoàn Sở\n\n- Vận động đoàn viên tham gia.\n"
)


@dataclass
class Answering:
    """Answers as a fake does, or refuses, and remembers what it was asked."""

    library: FakeLibrary
    refuses: bool = False
    questions: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> Reply:
        self.questions.append(question)
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
            SURVEY: "kiểm tra việc thực hiện",
            JOINING: "kiểm tra việc thực hiện",  # answered from another place
        }
        return one.ask(Question(cited.get(words, words)))


PLAN = Question("tham mưu kế hoạch năm")
SURVEY, JOINING = "Ai đi soi xem quy chế có được làm theo?", "Ai kêu gọi mọi người vào hội?"
LIKE_SURVEY = Question("Ai đi soi xem quy chế thế nào?")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary({"ke-hoach.txt": TEXT})


def over(library: FakeLibrary, asked: Answering | None = None) -> Suggester:
    """Return a suggester over a library about which two questions were written."""
    (document,) = library.documents()
    proofs = {SURVEY: "Kiểm tra việc thực hiện quy chế.", JOINING: "Vận động đoàn viên tham gia."}
    written = [
        Asked(text="", question=question, proofs=(stretch(proof),), also=(), near=())
        for question, proof in proofs.items()
    ]
    precedents = Precedents(library.shelf, Written.of({document.id: written}))
    return Suggester(library.shelf, asked or Answering(library), precedents)


def stretch(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def first_answer(library: FakeLibrary) -> Answer:
    reply = FakeAssistant(library, claims=1).ask(PLAN)
    assert isinstance(reply, Answer)
    return reply


def refusal(library: FakeLibrary, nearest: str = "") -> Refusal:
    """Return a refusal that shows the passage with some words, if any."""
    shown = [p for p in library.shelf.passages.values() if nearest and nearest in p.text]
    cited = tuple(
        Citation(n=n, document_id=p.document_id, span=p.span, quote=p.text, address="")
        for n, p in enumerate(shown, 1)
    )
    return Refusal(reason=RefusalReason.SILENT, nearest=cited)


def test_what_is_answered_from_elsewhere_is_not_suggested(library: FakeLibrary) -> None:
    assert over(library).suggest(PLAN, first_answer(library)) == ("Thanh tra Sở có nhiệm vụ gì?",)


def test_nothing_is_suggested_that_is_refused(library: FakeLibrary) -> None:
    refusing = over(library, Answering(library, refuses=True))

    assert refusing.suggest(PLAN, first_answer(library)) == ()
    assert refusing.suggest(LIKE_SURVEY, refusal(library, "Kiểm tra")) == ()


def test_a_question_like_a_refused_one_is_suggested(library: FakeLibrary) -> None:
    found = over(library).suggest(LIKE_SURVEY, refusal(library))

    assert found == (SURVEY,)


def test_what_is_answered_from_another_place_than_it_was_is_not(library: FakeLibrary) -> None:
    assert over(library).suggest(Question("Ai kêu gọi vào hội?"), refusal(library)) == ()


def test_a_refused_question_is_not_suggested_to_itself(library: FakeLibrary) -> None:
    assert over(library).suggest(Question(SURVEY), refusal(library)) == ()


def test_the_section_of_the_nearest_passage_makes_one(library: FakeLibrary) -> None:
    found = over(library).suggest(Question("Xe buýt số mấy?"), refusal(library, "- Kiểm tra"))

    assert found == ("Thanh tra Sở có nhiệm vụ gì?",)


def test_what_is_like_nothing_has_no_suggestion(library: FakeLibrary) -> None:
    assert over(library).suggest(Question("Xe buýt số mấy?"), refusal(library)) == ()


def test_nothing_is_suggested_when_there_is_no_question(library: FakeLibrary) -> None:
    assert over(library).suggest(LIKE_SURVEY, Refusal(reason=RefusalReason.EMPTY)) == ()


def test_the_limits_of_a_question_hold_for_what_is_suggested(library: FakeLibrary) -> None:
    asked = Answering(library)
    (document,) = library.documents()
    here, elsewhere = (replace(LIKE_SURVEY, documents=frozenset({i})) for i in (document.id, "x"))

    assert over(library, asked).suggest(here, refusal(library)) == (SURVEY,)
    assert asked.questions == [Question(SURVEY, documents=here.documents)]
    assert over(library).suggest(elsewhere, refusal(library, "- Kiểm tra")) == ()


def test_nothing_is_asked_twice(library: FakeLibrary) -> None:
    asked = Answering(library)
    suggester = over(library, asked)
    first = suggester.suggest(PLAN, first_answer(library))
    count = len(asked.questions)
    assert suggester.suggest(PLAN, first_answer(library)) == first
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
