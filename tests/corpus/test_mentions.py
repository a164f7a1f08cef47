"""Where the texts speak of other documents: read by hand against the five shipped texts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.changes import Relation
from corpus.contradictions import Sort, contradictions
from corpus.mentions import mentions
from corpus.parse import parse
from corpus.registry import Registry
from corpus.relations import Held, graph, number_key
from tests.corpus.sources import SEEDS, parsed, seed

EXPECTED = json.loads((Path(__file__).parent / "mentions.json").read_text("utf-8"))
REGISTRY = Registry.load()


def said(text: str) -> list[tuple[str, str | None, Relation]]:
    above = "\n\n".join(f"{n}. Công khai việc thứ {n} cho công chức biết;" for n in range(1, 50))
    document, _ = parse("a.txt", f"I. NỘI DUNG\n\n{above}\n\n{text}")
    return [
        (m.value, str(m.issued_on) if m.issued_on else None, m.relation)
        for m in mentions(document, REGISTRY)
    ]


@pytest.mark.parametrize("number", EXPECTED)
def test_every_mention_of_a_shipped_text_is_found_with_what_stands_around_it(number: str) -> None:
    document, _ = seed(number)
    found = [
        [m.span.of(document.text), m.value, m.kind, str(m.issued_on) if m.issued_on else None,
         m.issuer, m.relation.value]
        for m in mentions(document, REGISTRY)
    ]  # fmt: skip
    assert found == EXPECTED[number]


def test_there_are_126_of_them_14_by_the_name_of_a_law() -> None:
    every = [m for path in SEEDS for m in mentions(parsed(path)[0], REGISTRY)]
    assert (len(every), sum(m.by_name for m in every)) == (126, 14)


def test_the_own_number_of_a_document_is_no_mention() -> None:
    document, _ = seed("004")
    assert document.particulars.number
    assert document.particulars.number.value not in [m.value for m in mentions(document, REGISTRY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Nghị định số 04/2015/NĐ-CP;", ("04/2015/NĐ-CP", None, Relation.BASIS)),
        (
            "Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 02/3/2020.",
            ("12/QĐ-UBND", "2/3/2020", Relation.REPLACES),
        ),
        ("Bãi bỏ Thông tư số 01/2016/TT-BNV.", ("01/2016/TT-BNV", None, Relation.REPEALS)),
        (
            "Sửa đổi, bổ sung một số điều của Nghị định số 145/2020/NĐ-CP.",
            ("145/2020/NĐ-CP", None, Relation.AMENDS),
        ),
        (
            "Nghị định số 60/2013/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
            ("60/2013/NĐ-CP", None, Relation.REPEALS),
        ),
        (
            "theo Kế hoạch số 22-KH/ĐUK ngày 18 tháng 02 năm 2019",
            ("22-KH/ĐUK", "18/2/2019", Relation.CITES),
        ),
        ("Kế hoạch số 5/KH-SNV ngày tháng 3 năm 2024", ("5/KH-SNV", "3/2024", Relation.CITES)),
    ],
)
def test_what_a_text_does_to_a_document_and_its_date_are_read(
    text: str, expected: tuple[str, str | None, Relation]
) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Thay thế cụm từ “cấp xã” bằng “xã” tại Điều 7 Nghị định số 59/2023/NĐ-CP.",
            Relation.AMENDS,
        ),
        ("Bãi bỏ khoản 2 Điều 5 của Nghị định số 59/2023/NĐ-CP.", Relation.AMENDS),
        ("Thay thế Phụ lục II kèm theo Nghị định số 59/2023/NĐ-CP.", Relation.AMENDS),
        ("Hủy bỏ Quyết định số 15/QĐ-SNV ngày 5/6/2020.", Relation.REPEALS),
        ("Quyết định số 15/QĐ-SNV chấm dứt hiệu lực.", Relation.REPEALS),
        ("Quyết định số 15/QĐ-SNV bị bãi bỏ từ ngày ký.", Relation.REPEALS),
        ("Theo Công văn số 15/SNV-VP, Quyết định này hết hiệu lực từ ngày ký.", Relation.CITES),
        ("Nghị quyết này thay thế nhân sự theo Nghị định số 3/2020/NĐ-CP.",
         Relation.CITES),
        ("dự thảo Quyết định thay thế Quyết định số 31/2018/QĐ-UBND.", Relation.CITES),
    ],
)  # fmt: skip
def test_only_what_a_document_does_itself_and_to_the_whole_is_its_relation(
    text: str, relation: Relation
) -> None:
    assert said(text)[-1][2] == relation


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết này thay thế Nghị quyết số 1/NQ-HĐND và bãi bỏ Nghị quyết số 2/NQ-HĐND.",
        "Bãi bỏ các nghị quyết sau: Nghị quyết số 1/NQ-HĐND; Nghị quyết số 2/NQ-HĐND.",
        "Bãi bỏ các nghị quyết sau đây:\n1. Nghị quyết số 1/NQ-HĐND;\n2. Nghị quyết số 2/NQ-HĐND.",
    ],
)
def test_what_is_done_to_each_of_several_documents_is_read(text: str) -> None:
    assert said(text)[-1][2] is Relation.REPEALS


def test_an_item_that_only_cites_a_document_leaves_it_as_it_is() -> None:
    text = "Bãi bỏ các nội dung sau:\n1. Báo cáo hằng tháng theo Nghị quyết số 2/NQ-HĐND."
    assert said(text)[-1][2] is Relation.CITES


def test_what_one_number_does_to_another_is_not_done_by_who_tells_it() -> None:
    text = (
        "Căn cứ Nghị định số 107/2020/NĐ-CP ngày 14/9/2020 của Chính phủ sửa đổi, bổ sung một số "
        "điều của Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ."
    )
    document, _ = parse("a.txt", text)
    found = [(m.relation, m.issuer) for m in mentions(document, REGISTRY)]
    assert found == [(Relation.BASIS, "Chính phủ"), (Relation.CITES, "Chính phủ")]


def test_a_law_that_the_amended_decree_details_is_not_amended() -> None:
    text = (
        "Sửa đổi, bổ sung một số điều của Nghị định số 59/2023/NĐ-CP quy định chi tiết một số điều "
        "của Luật Đất đai."
    )
    assert [relation for _, _, relation in said(text)] == [Relation.AMENDS, Relation.CITES]


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
            "Luật Tổ chức chính quyền địa phương",
            "19/6/2015",
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Mẫu và Luật Thử ngày 22/11/2019;",
            "Luật sửa đổi, bổ sung một số điều của Luật Mẫu và Luật Thử",
            "22/11/2019",
        ),
        ("theo Luật Mẫu, thử năm 2031", "Luật Mẫu, thử", "2031"),
        (
            "Thực hiện Luật Ban hành văn bản quy phạm pháp luật, Sở trình",
            "Luật Ban hành văn bản quy phạm pháp luật",
            None,
        ),
        ("Chỉ thị số 05-CT/TW, ngày 15-5-2016", "05-CT/TW", "15/5/2016"),
    ],
)
def test_a_law_is_found_by_a_name_that_the_registry_does_not_know(
    text: str, value: str, day: str | None
) -> None:
    assert [(known, when) for known, when, _ in said(text)] == [(value, day)]


def test_the_title_of_a_law_and_its_number_are_one_mention() -> None:
    document, _ = parse("a.txt", "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015;")
    (one,) = mentions(document, REGISTRY)
    assert one.kind == "Bộ luật"
    assert one.span.of(document.text) == "Bộ luật Dân sự số 91/2015/QH13"


def test_running_words_after_a_law_are_no_title() -> None:
    assert (
        said(
            "Các luật liên quan; Luật này có hiệu lực từ ngày 01/7/2023; Đại học Luật Mẫu năm 2020"
        )
        == []
    )


def test_a_mention_leads_to_the_library_to_the_registry_or_nowhere() -> None:
    own = "Số: 7/KH-SNV\n\nHà Nam, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nCải cách\n\nNội dung."
    other = (
        "Hà Nam, ngày 06 tháng 4 năm 2024\n\nBÁO CÁO\nKết quả\n\nTheo Kế hoạch số 7/KH-SNV ngày "
        "05/3/2024, Nghị định số 04/2015/NĐ-CP và Công văn số 9/SNV-VP ngày 01/4/2024."
    )
    documents = [parse("ke-hoach.txt", own)[0], parse("bao-cao.txt", other)[0]]
    found = graph(documents, REGISTRY)
    held = {one.number: one.held for one in found.references if one.number}
    assert held == {
        "7/KH-SNV": Held.LIBRARY, "04/2015/NĐ-CP": Held.REGISTERED, "9/SNV-VP": Held.MISSING,
    }  # fmt: skip
    assert [link.target == documents[0].id for link in found.links].count(True) == 1


def test_one_number_in_two_provinces_or_of_two_days_is_two_documents() -> None:
    head = "{}, ngày 05 tháng 3 năm 2024\n\nBÁO CÁO\nKết quả\n\nTheo Chỉ thị số 05-CT/TU{}."
    texts = [
        head.format("Tây Ninh", ""),
        head.format("Trà Vinh", ""),
        head.format("Tây Ninh", " ngày 01/02/2020"),
    ]
    documents = [parse(f"{n}.txt", text)[0] for n, text in enumerate(texts)]
    apart = graph(documents[:2], REGISTRY)
    assert sum(one.held is Held.MISSING for one in apart.references) == 2
    together = graph([documents[0], documents[2]], REGISTRY)
    assert sum(one.held is Held.MISSING for one in together.references) == 1
    dated = replace(documents[1], text=texts[2].replace("2020", "2021"))
    assert sum(o.held is Held.MISSING for o in graph([documents[2], dated], REGISTRY).references)


def test_what_the_shipped_texts_say_that_cannot_all_be_so_is_found() -> None:
    found = contradictions([parsed(path) for path in SEEDS], REGISTRY)
    told = {one.sort: (one.about, [place.said for place in one.places]) for one in found}
    assert told == {
        Sort.DATES: ("34/2007/PL-UBTVQH11", ["20/4/2007", "5/4/2007"]),
        Sort.SPELLINGS: ("765/KH-UBND", ["765/KH-UBND", "765-KH/UBND"]),
        Sort.GAP: ("V", ["VI"]),
    }
    assert len(found) == 3


def test_every_place_of_a_disagreement_stands_in_its_text() -> None:
    texts = {document.id: document.text for document, _ in map(parsed, SEEDS)}
    for one in contradictions([parsed(path) for path in SEEDS], REGISTRY):
        assert all(place.span.of(texts[place.document_id]) for place in one.places)


def test_the_part_around_a_document_has_what_it_cites_and_what_cites_it() -> None:
    documents = [parsed(path)[0] for path in SEEDS]
    whole = graph(documents, REGISTRY)
    part = whole.about(documents[1].id)
    assert {link.source for link in part.links} == {documents[1].id}
    assert len(part.references) == 1 + len({link.target for link in part.links})
    assert number_key("149/2018/NĐ-CP") in {one.id for one in part.references}
