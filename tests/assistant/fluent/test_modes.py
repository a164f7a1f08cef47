"""The modes for staff: two documents compared, one summed up by section, a letter drafted."""

from __future__ import annotations

from assistant.fluent.model import Fault
from assistant.mode import Mode
from assistant.question import Question
from assistant.reply import Answer, ClaimStatus
from tests.assistant.fluent.scripted import saying
from tests.assistant.world import SHELF, speaker_on
from ui.letter import CHECK, DRAFT, is_letter
from ui.plain import copied_text, reply_text
from ui.render import reply_html

BOTH = frozenset(SHELF.documents)
PLAN = next(key for key in SHELF.documents if "ke" in key)
MOTTO = "Phương châm là gì?"
TOLD = "Phương châm năm 2024 là “Lắng nghe, tận tụy”. Phương châm năm 2022 là “Gần dân, hiểu dân”."


def asked(question: Question, *says: str) -> Answer:
    reply = speaker_on(SHELF, saying(*says) if says else None).ask(question)
    assert isinstance(reply, Answer), reply
    return reply


def test_the_same_is_asked_of_both_documents_and_each_is_named() -> None:
    answer = asked(Question(MOTTO, documents=BOTH, mode=Mode.COMPARE), TOLD)

    assert {part.document.id for part in answer.parts} == BOTH
    assert all(part.lead for part in answer.parts)
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_document_that_is_silent_is_named_in_a_comparison() -> None:
    words = "Trong năm 2022 đã trả lời bao nhiêu góp ý của người dân?"
    question = Question(words, documents=BOTH, mode=Mode.COMPARE)

    answer = asked(question)

    assert any("không nói về điều được hỏi" in warning for warning in answer.warnings)


def test_a_summary_has_a_part_for_each_section_in_the_order_of_the_text() -> None:
    whole = Question("Tóm tắt văn bản", documents=frozenset([PLAN]), mode=Mode.SUMMARY)

    answer = asked(whole)

    assert answer.written is not None
    assert answer.written.fault == Fault.ABSENT
    leads = [part.lead for part in answer.parts]
    assert ["MỤC ĐÍCH" in lead for lead in leads].index(True) < len(leads)
    starts = [part.claims[0].citations[0].span.start for part in answer.parts]
    assert starts == sorted(starts)


def test_a_worded_summary_is_parted_by_section_too() -> None:
    says = "Trang bị bảng tên cho 35 công chức. Nâng cao thái độ phục vụ của công chức."
    whole = Question("Tóm tắt văn bản", documents=frozenset([PLAN]), mode=Mode.SUMMARY)

    answer = asked(whole, says)

    assert len(answer.parts) == 2
    assert "Văn phòng" in answer.parts[0].lead
    assert "MỤC ĐÍCH" in answer.parts[1].lead


def test_a_letter_is_a_draft_with_its_sources_and_its_blanks() -> None:
    question = "Năm 2022 Sở Tư pháp tiếp nhận bao nhiêu góp ý?"
    says = "Sở Tư pháp đã tiếp nhận 120 góp ý của người dân trong năm 2022."

    answer = asked(Question(question, mode=Mode.LETTER), says)

    assert is_letter(answer)
    text = copied_text(answer)
    assert text.startswith(DRAFT)
    assert f"“{question}”" in text
    assert "[1]" in text
    assert CHECK in text
    assert 'class="letter"' in reply_html(answer)
    assert DRAFT not in reply_text(answer)


def test_an_explanation_is_asked_for_in_plain_words() -> None:
    model = saying("Sở Tư pháp đã tiếp nhận 120 góp ý của người dân trong năm 2022.")

    reply = speaker_on(SHELF, model).ask(
        Question("Năm 2022 Sở Tư pháp tiếp nhận bao nhiêu góp ý?", mode=Mode.PLAIN)
    )

    assert isinstance(reply, Answer)
    assert "chưa quen văn bản" in model.asked[0][-1].content
    assert reply.parts[0].claims[0].status is ClaimStatus.PARAPHRASED
