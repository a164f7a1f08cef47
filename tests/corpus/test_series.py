"""A number belongs to who issued it: places, levels and years keep documents apart."""

from __future__ import annotations

import pytest

from corpus.contradictions import contradictions
from corpus.document import Document
from corpus.parse import parse
from corpus.registry import Registry
from corpus.relations import Held, graph
from corpus.series import area_of, central

REGISTRY = Registry.load()
Paper = tuple[str, str, str, str]
NORTH = "UBND TỈNH MẪU BẮC"
SOUTH = "UBND TỈNH MẪU NAM"


def paper(issuer: str, number: str, day: str, words: str = "Một nội dung.") -> Document:
    place = " ".join(issuer.split()[-2:]).title()
    head = f"{issuer}\nSố: {number}\n{place}, {day}\n\nKẾ HOẠCH\nTriển khai việc lớn"
    return parse(f"{issuer} {number} {day}.txt", f"{head}\n\n{words}\n")[0]


def links(*documents: Document) -> list[tuple[str, str]]:
    return [(one.source, one.target) for one in graph(documents, REGISTRY).links]


def test_a_number_with_its_year_is_a_key_only_for_an_issuer_of_the_whole_country() -> None:
    assert [central(n) for n in ("01/2016/TT-BNV", "3417/BNV-CCVC", "12/2022/NQ-HĐND")] == [
        True, True, False,
    ]  # fmt: skip
    held = paper(SOUTH, "12/2022/QĐ-UBND", "ngày 15 tháng 3 năm 2022")
    citing = paper(
        NORTH, "1/BC-UBND", "ngày 1 tháng 2 năm 2024", "Theo Quyết định số 12/2022/QĐ-UBND."
    )
    assert held.id not in dict(links(held, citing)).values()


def test_one_number_of_two_provinces_with_two_days_contradicts_nothing() -> None:
    said = "Theo Quyết định số 12/2022/QĐ-UBND ngày {} của {}."
    shelf = [
        parse(f"{n}.txt", f"Số: {n}/BC-UBND\n\nBÁO CÁO\nKết quả\n\n{said.format(day, issuer)}")
        for n, (day, issuer) in enumerate(
            [("20/4/2022", "UBND tỉnh Mẫu Bắc"), ("15/3/2022", "UBND tỉnh Mẫu Nam")], start=1
        )
    ]
    assert not contradictions(shelf, REGISTRY)


@pytest.mark.parametrize(
    "said",
    [
        "Kế hoạch số 45/KH-UBND ngày 25/12/2024 của UBND tỉnh Mẫu Nam",
        "Kế hoạch số 45/KH-UBND của UBND tỉnh Mẫu Nam",
        "Kế hoạch số 45/KH-UBND ngày 25/12/2024 của UBND tỉnh",
    ],
)
def test_the_issuer_of_a_mention_tells_which_document_is_meant(said: str) -> None:
    held = paper(SOUTH, "45/KH-UBND", "ngày 25 tháng 12 năm 2024")
    district = paper("UBND HUYỆN MẪU ĐÔNG", "8/KH-UBND", "ngày 6 tháng 2 năm 2025", f"Theo {said}.")
    assert links(held, district) == [(district.id, held.id)]


def test_a_document_of_another_place_is_not_the_citing_one_of_the_same_number() -> None:
    said = "Thực hiện Chỉ thị số 05-CT/TU của Tỉnh ủy Mẫu Nam như một kinh nghiệm tốt."
    north = paper("TỈNH ỦY MẪU BẮC", "05-CT/TU", "ngày 10 tháng 6 năm 2021", said)
    south = paper("TỈNH ỦY MẪU NAM", "05-CT/TU", "ngày 22 tháng 3 năm 2021")
    assert links(north, south) == [(north.id, south.id)]
    (alone,) = [r for r in graph([north], REGISTRY).references if r.held is Held.MISSING]
    assert alone.number == "05-CT/TU"


def test_one_number_and_day_of_two_provinces_that_are_named_stays_two_documents() -> None:
    said = "Theo Kế hoạch số 45/KH-UBND ngày 25/12/2024 của UBND tỉnh Mẫu Tây."
    held = paper(SOUTH, "45/KH-UBND", "ngày 25 tháng 12 năm 2024")
    citing = paper(NORTH, "1/BC-UBND", "ngày 1 tháng 2 năm 2025", said)
    assert held.id not in dict(links(held, citing)).values()


def test_a_number_that_begins_anew_each_year_is_told_by_its_day() -> None:
    first = paper(NORTH, "5/KH-UBND", "ngày 3 tháng 1 năm 2023")
    second = paper(NORTH, "5/KH-UBND", "ngày 8 tháng 1 năm 2024")
    said = "Theo Kế hoạch số 5/KH-UBND ngày 3/1/2023 và Kế hoạch số 5/KH-UBND ngày 08/01/2024."
    citing = paper(NORTH, "9/BC-UBND", "ngày 1 tháng 2 năm 2025", said)
    assert sorted(links(first, second, citing)) == sorted(
        [(citing.id, first.id), (citing.id, second.id)]
    )


@pytest.mark.parametrize(
    ("issuer", "name", "level"),
    [
        ("UBND TỈNH MẪU BẮC", "mẫu bắc", "tỉnh"),
        ("THÀNH ỦY TP. MẪU BẮC", "mẫu bắc", "thành phố"),
        ("SỞ LAO ĐỘNG VÀ XÃ HỘI TỈNH MẪU BẮC", "mẫu bắc", "tỉnh"),
        ("CHI CỤC QUẢN LÝ THỊ TRƯỜNG", "thị trường", ""),
    ],
)
def test_where_an_issuer_is_at_home_is_read_from_its_name(
    issuer: str, name: str, level: str
) -> None:
    area = area_of(paper(issuer, "5/KH-UBND", "ngày 3 tháng 1 năm 2023"))
    assert (area.name, area.level) == (name, level)
