"""What people have a right to: the list that says so answers, not one of another right."""

from __future__ import annotations

import pytest

from assistant.evidence.entitled import Entitled, rights_asked
from assistant.shelf import Shelf
from corpus.passage import Passage
from ui.fakes import FakeLibrary

TEXT = """Điều 1. Những nội dung viên chức bàn và quyết định

1. Việc thu, chi các khoản đóng góp của viên chức trong đơn vị.

Điều 2. Hình thức viên chức bàn và quyết định

1. Biểu quyết tại hội nghị viên chức của đơn vị.

Điều 3. Những nội dung người đứng đầu đơn vị phải công khai

1. Kế hoạch công tác hằng năm của đơn vị.
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    library = FakeLibrary({"quy-che.txt": TEXT})
    return Shelf((d, library.passages(d.id)) for d in library.documents())


def item(shelf: Shelf, words: str) -> Passage:
    return next(p for p in shelf.passages.values() if p.text.startswith(f"1. {words}"))


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        ("Viên chức được bàn những gì?", "Việc thu", {"gives"}),
        ("Viên chức được bàn những gì?", "Biểu quyết", {"way"}),
        ("Viên chức được bàn những gì?", "Kế hoạch", {"other"}),
        ("Viên chức được biết những gì?", "Kế hoạch", {"gives"}),
        ("Viên chức được biết những gì?", "Việc thu", {"other"}),
    ],
)
def test_a_stretch_is_about_the_right_that_the_heading_above_it_gives(
    question: str, words: str, told: set[str], shelf: Shelf
) -> None:
    entitled, asked, passage = Entitled(shelf), rights_asked(question), item(shelf, words)

    found = {
        "other": entitled.is_other(asked, passage.text, passage),
        "gives": entitled.gives(asked, passage.text, passage),
        "way": entitled.is_way(asked, passage),
    }

    assert {name for name, holds in found.items() if holds} == told


def test_a_question_that_asks_for_a_number_asks_for_no_content() -> None:
    assert rights_asked("Người lao động được biết trong bao nhiêu ngày?") == frozenset()
