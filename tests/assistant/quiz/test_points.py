"""What can be asked of a small plan, and how it is said."""

from __future__ import annotations

import pytest

from assistant.quiz.field import Field, Scope
from assistant.quiz.naming import name_of
from assistant.quiz.point import Gap, Group, Pair, Sequence
from assistant.quiz.points.chronology import day_of
from assistant.quiz.points.duties import duties
from assistant.quiz.points.figures import figures
from assistant.quiz.points.leadin import led
from assistant.quiz.points.number import numbers
from assistant.quiz.points.phrases import phrases
from assistant.quiz.points.references import cited
from assistant.quiz.wording import clean, lowered
from tests.assistant.quiz.world import shelf_of, shipped, small


def field_of(text: str) -> Field:
    return Field(shelf_of({"a.txt": text}), Scope())


def test_a_stem_names_kind_title_year_issuer_and_place() -> None:
    shelf = small()
    document = next(iter(shelf.documents.values()))

    assert name_of(document, shelf) == "Kế hoạch số 12/KH-SNV ngày 05/02/2024 của Sở Nội vụ Hà Nam"


def test_a_document_without_a_number_is_named_by_its_title() -> None:
    shelf = shipped()
    names = [name_of(document, shelf) for document in shelf.documents.values()]

    assert "Kế hoạch thực hiện dân chủ cơ sở năm 2024 của Sở Công Thương Tây Ninh" in names
    assert "bài viết của Bùi Thị Vân về huyện Lạc Sơn" in names


def test_a_duty_is_asked_by_its_office() -> None:
    found = [point for point in duties(Field(small(), Scope())) if isinstance(point, Gap)]
    who = {point.value: point.question for point in found if point.family == "office"}

    assert who["Thanh tra Sở"] == (
        "đơn vị nào được giao nhiệm vụ “Kiểm tra việc chấp hành giờ làm việc của công chức trong"
        " cơ quan”?"
    )
    assert set(who) == {"Văn phòng Sở", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "BCH Công đoàn Sở"}


def test_offices_make_pairs_and_groups() -> None:
    found = list(duties(Field(small(), Scope())))

    assert len({point.left for point in found if isinstance(point, Pair)}) == 4
    assert len([point for point in found if isinstance(point, Group)]) == 4


def test_numbers_of_documents_dates_and_articles_count_nothing() -> None:
    text = "Theo Điều 4 Nghị định 04/2015/NĐ-CP ngày 09/01/2015, quý 1 có 25 hồ sơ, đạt 12,5%."

    assert [(n.digits, n.unit) for n in numbers(text)] == [("25", "hồ sơ"), ("12,5", "%")]


def test_a_later_number_is_asked_without_the_numbers_before_it() -> None:
    text = "Trong năm 2023, tiếp nhận 514 hồ sơ (du lịch: 25 hồ sơ), đã giải quyết 509 hồ sơ."

    assert [left for _, left in led(text)] == [
        "Trong năm 2023, tiếp nhận",
        "Trong năm 2023, … du lịch:",
        "Trong năm 2023, … đã giải quyết",
    ]


def test_a_figure_is_asked_in_place_where_its_sentence_has_a_subject() -> None:
    point = next(iter(figures(field_of("Tổng số biên chế được giao năm 2023 là 41 biên chế."))))

    assert isinstance(point, Gap)
    assert point.question == "tổng số biên chế được giao năm 2023 là bao nhiêu biên chế?"
    assert point.accepts == ("41",)


def test_a_slogan_gives_an_order_and_its_last_part() -> None:
    points = list(phrases(Field(small(), Scope())))
    sequence = next(point for point in points if isinstance(point, Sequence))

    assert sequence.parts == ("Lắng nghe", "Thấu hiểu", "Tận tụy", "Liêm chính")


def test_a_cited_document_has_kind_number_day_issuer_and_subject() -> None:
    text = (
        "Thực hiện Kế hoạch số 765/KH-UBND ngày 20/3/2023 của UBND tỉnh về việc thực hiện công tác"
        " dân vận chính quyền năm 2023."
    )
    one = next(cited(field_of(text)))

    assert (one.kind, one.number, one.day, one.issuer) == (
        "Kế hoạch",
        "765/KH-UBND",
        "20/3/2023",
        "UBND tỉnh",
    )
    assert one.subject == "về việc thực hiện công tác dân vận chính quyền năm 2023"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("- Gửi về **Sở**¹;", "Gửi về Sở"),
        ("(1) Tăng cường", "Tăng cường"),
        ("về “Dân vận khéo”", "về “Dân vận khéo”"),
        ("Dân vận khéo”", "Dân vận khéo"),
    ],
)
def test_words_are_shown_without_marks(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Huyện Lạc Sơn có", "huyện Lạc Sơn có"),
        ("Quyết định số 5/QĐ-UBND", "Quyết định số 5/QĐ-UBND"),
        ("Tham mưu xây dựng", "tham mưu xây dựng"),
        ("Thanh tra Sở được", "Thanh tra Sở được"),
    ],
)
def test_names_keep_their_capitals_within_a_stem(raw: str, shown: str) -> None:
    assert lowered(raw) == shown


def test_days_are_ordered_by_year_month_and_day() -> None:
    assert day_of("ngày 01/7/2023") < day_of("27/10/2023") < day_of("29/02/2024")
