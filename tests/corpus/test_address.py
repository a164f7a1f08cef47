"""How people cite a passage."""

from __future__ import annotations

import pytest

from corpus.address import address
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span


def at(*path: str, kind: PassageKind = PassageKind.ITEM) -> Passage:
    return Passage(
        id=passage_id("d", Span(0, 1), "x"),
        document_id="d",
        span=Span(0, 1),
        kind=kind,
        path=path,
        headings=(),
        text="x",
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("II", "3", "gạch 5"), "mục II.3, gạch đầu dòng thứ 5"),
        (("I", "1", "gạch 3", "cộng 2"), "mục I.1, gạch đầu dòng thứ 3, dấu cộng thứ 2"),
        (("II", "1", "đoạn 2"), "mục II.1, đoạn 2"),
        (("III", "1"), "mục III.1"),
        (("II", "1", "a"), "mục II.1.a"),
        (("đoạn 3", "(2)"), "đoạn 3, ý (2)"),
        (("đoạn 4",), "đoạn 4"),
        (("đoạn cuối",), "đoạn cuối"),
        (("Điều 46", "khoản 1", "điểm a"), "điểm a khoản 1 Điều 46"),
        (("Điều 3", "khoản 1", "đoạn 2"), "đoạn 2 khoản 1 Điều 3"),
        (("Điều 54", "khoản 1", "điểm a", "điểm a1"), "điểm a1 khoản 1 Điều 54"),
        (("Quy chế", "Điều 2", "khoản 1"), "khoản 1 Điều 2 Quy chế"),
        (("Chương I", "Mục 2"), "Mục 2 Chương I"),
        (("Phụ lục I", "II", "1"), "Phụ lục I, mục II.1"),
        (("chú thích 2",), "chú thích 2"),
        (
            ("Công tác cải cách hành chính", "đoạn 1"),
            "phần “Công tác cải cách hành chính”, đoạn 1",
        ),
    ],
)
def test_a_place_is_named_as_people_name_it(path: tuple[str, ...], words: str) -> None:
    assert address(at(*path)) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("phần đầu", "phần đầu văn bản"),
        ("trích yếu", "phần đầu văn bản"),
        ("nơi nhận", "nơi nhận"),
        ("phần ký", "phần ký"),
    ],
)
def test_the_frame_has_names_of_its_own(place: str, words: str) -> None:
    assert address(at(place, kind=PassageKind.FRAME)) == words
