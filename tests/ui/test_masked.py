"""Personal contacts are hidden where people read, and nothing moves."""

from __future__ import annotations

from typing import cast

from assistant.question import Question
from assistant.reply import Answer
from assistant.shelf import Shelf
from ui.fakes import FakeAssistant, FakeLibrary
from ui.masked import MaskedAssistant, MaskedLibrary, masked, masked_reply
from ui.masked_shelf import MaskedShelf

TEXT = (
    "I. LIÊN HỆ\n\nGửi báo cáo về hộp thư nguyenvana@so.example.vn trước ngày 20/11/2023.\n\n"
    "Điện thoại liên hệ của đồng chí A: 0912.345.678; của cơ quan: 0276.3822.233.\n"
)
LIBRARY = FakeLibrary({"a.txt": TEXT})


def test_contacts_are_hidden_and_every_offset_holds() -> None:
    [document] = MaskedLibrary(LIBRARY).documents()
    assert "nguyenvana" not in document.text
    assert "0912.345.678" not in document.text
    assert "09••.•••.•••" not in TEXT
    assert "0276.3822.233" in document.text
    assert "20/11/2023" in document.text
    assert len(document.text) == len(TEXT)
    for passage in MaskedLibrary(LIBRARY).passages(document.id):
        assert passage.text == passage.span.of(document.text)


def test_an_answer_hides_them_in_its_words_and_its_quotes() -> None:
    asked = Question("Gửi báo cáo về hộp thư nào trước ngày nào?")
    reply = cast("Answer", MaskedAssistant(FakeAssistant(LIBRARY)).ask(asked))
    [part] = reply.parts
    for citation in reply.citations:
        assert citation.quote == citation.span.of(part.document.text)
    assert "@so.example.vn" in part.claims[0].text
    assert "nguyenvana" not in str(reply)


def test_a_refusal_hides_them_in_the_nearest_passages() -> None:
    refused = FakeAssistant(LIBRARY).ask(Question("Thời tiết hôm nay thế nào?"))
    assert "nguyenvana" not in str(masked_reply(refused))


def test_figures_and_numbers_of_documents_stay() -> None:
    text = "Quyết định số 0912/QĐ-UBND; 1.710.000 đồng; 098.765 đồng"
    assert masked(text) == text


def test_quizzes_are_made_of_texts_that_hide_them() -> None:
    shelf = Shelf((d, LIBRARY.passages(d.id)) for d in LIBRARY.documents())
    current = MaskedShelf(lambda: shelf)
    made = current()
    assert made is current()
    assert list(made.passages) == list(shelf.passages)
    for passage in made.passages.values():
        assert "nguyenvana" not in passage.text
        assert passage.text == passage.span.of(made.documents[passage.document_id].text)
