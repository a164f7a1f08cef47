"""By which words a question names documents, and which named ones are not there."""

from __future__ import annotations

import pytest

from assistant.reading.absent import asks_inside
from assistant.reading.scope import Names, Scope
from assistant.shelf import Shelf
from corpus.identity import Identities
from corpus.parse import parse
from corpus.registry import Registry
from corpus.syllables import syllables
from corpus.vocabulary import load_vocabulary
from tests.assistant.world import PLAN, REPORT

LAW = "Điều 1. Phạm vi điều chỉnh\n\nLuật này quy định về tố cáo.\n"
REGISTRY = Registry.load()
TEXTS = [
    parse(name, text)
    for name, text in (
        ("luat-25-2018.txt", LAW),
        ("ke_hoach.txt", PLAN),
        ("bao_cao.txt", REPORT),
    )
]
KNOWN = {d.id: i for d, _ in TEXTS if (i := Identities(REGISTRY).of(d))}
NAMES = Names(Shelf(TEXTS, KNOWN), load_vocabulary(), REGISTRY)


def scope(question: str) -> Scope:
    return NAMES.scope(question, syllables(question))


def sources(question: str) -> list[str]:
    by_id = {document.id: document.source for document, _ in TEXTS}
    return sorted(by_id[key] for key in scope(question).documents)


@pytest.mark.parametrize(
    "question",
    [
        "Theo Luật Tố cáo, ai được tố cáo?",
        "luat to cao quy dinh gi",
        "Luật 25/2018/QH14 nói gì?",
        "Luật số 25 nói gì?",
        "Người tố cáo theo luật quy định có quyền gì?",
    ],
)
def test_a_law_is_named_by_its_title_its_number_or_as_the_law(question: str) -> None:
    assert sources(question) == ["luat-25-2018.txt"]


@pytest.mark.parametrize(
    "question",
    ["Kế hoạch số 12/KH-SNV nói gì?", "Sở Nội vụ làm gì?", "Bên Nội vụ làm gì?", "SNV làm gì?"],
)
def test_a_plan_is_named_by_its_number_or_its_issuer(question: str) -> None:
    assert sources(question) == ["ke_hoach.txt"]


def test_the_year_of_a_law_is_part_of_its_name() -> None:
    assert scope("Luật Tố cáo năm 2018 nói gì?").years == frozenset()


def test_documents_named_apart_are_groups_of_their_own() -> None:
    groups = scope("Luật Tố cáo và kế hoạch của Sở Nội vụ khác gì nhau?").groups

    assert [len(group) for group in groups] == [1, 1]


def test_a_number_that_the_library_does_not_have_is_absent() -> None:
    assert scope("Công văn 403-CV/TU giao việc gì?").absent == ("403-CV/TU",)
    assert scope("Luật Khiếu nại quy định gì?").absent == ("Luật Khiếu nại",)
    assert scope("Kế hoạch số 12/KH-SNV giao việc gì?").absent == ()


def test_the_title_of_an_absent_document_may_be_asked_for() -> None:
    assert not asks_inside("Công văn 403-CV/TU về việc gì?", ("403-CV/TU",))


def test_an_agency_that_no_document_mentions_is_nowhere() -> None:
    assert scope("Sở Y tế có bao nhiêu biên chế?").nowhere == ("Sở Y tế",)
    assert scope("so y te co bao nhieu bien che").nowhere == ("so y te",)
    assert scope("Bộ Nội vụ có bao nhiêu biên chế?").nowhere == ("Bộ Nội vụ",)
    assert scope("Sở Nội vụ, sở tư pháp và cơ sở y tế có bao nhiêu biên chế?").nowhere == ()


def test_a_place_that_no_document_mentions_is_nowhere() -> None:
    assert scope("Sở Nội vụ tỉnh Hà Nam có kế hoạch gì?").nowhere == ()
    assert scope("Sở Nội vụ tỉnh Trà Vinh có kế hoạch gì?").nowhere == ("tỉnh Trà Vinh",)
    assert scope("What is planned in tỉnh Ha Nam?").nowhere == ()
    assert scope("What is planned in tỉnh Tra Vinh?").nowhere == ("tỉnh Tra Vinh",)


def test_an_agency_is_of_the_place_that_its_documents_are_from() -> None:
    other = parse("khac.txt", REPORT.replace("Sở Tư pháp", "Sở Y tế").replace("Hà Nam", "Trà Vinh"))
    names = Names(Shelf([*TEXTS, other], KNOWN), load_vocabulary(), REGISTRY)
    question = "Sở Nội vụ tỉnh Trà Vinh có kế hoạch gì?"

    assert names.scope(question, syllables(question)).nowhere == ("Sở Nội vụ tỉnh Trà Vinh",)


def test_an_agency_inside_a_number_names_nobody() -> None:
    assert scope("Kế hoạch 77/KH-SNV đặt ra chỉ tiêu gì?").documents == frozenset()


def test_a_document_called_by_its_number_alone_is_absent_where_no_text_is_it() -> None:
    assert scope("Ai ký Kế hoạch 765 của tỉnh?").absent == ("Kế hoạch 765",)
    assert scope("Kế hoạch 12 giao việc gì?").absent == ()
    assert scope("Kế hoạch 2024 giao việc gì?").absent == ()


def test_a_place_alone_is_no_name_of_a_document() -> None:
    assert scope("Ở Hà Nam, Công văn 403-CV/TU giao việc gì?").by_place
    assert not scope("Kế hoạch số 12/KH-SNV ở Hà Nam giao việc gì?").by_place


def test_a_place_is_known_by_its_initials_in_capitals() -> None:
    assert sources("Kế hoạch của tỉnh HN?") == sources("Kế hoạch của tỉnh Hà Nam?") != []
    assert sources("Kế hoạch của tỉnh hn?") == []


ELSEWHERE = """UBND TỈNH LÂM BÌNH
Số: 12/2022/QĐ-UBND
Lâm Bình, ngày 15 tháng 3 năm 2022

QUYẾT ĐỊNH
Quy định quản lý cây xanh

Điều 1. Thực hiện Kế hoạch số 77 /KH-UBND của UBND tỉnh An Lạc.

CHỦ TỊCH

Trịnh Văn Trường
"""
ELSEWHERE_NAMES = Names(Shelf([parse("quyet_dinh.txt", ELSEWHERE)]), load_vocabulary(), REGISTRY)


def over_elsewhere(question: str) -> Scope:
    return ELSEWHERE_NAMES.scope(question, syllables(question))


def test_the_document_of_that_number_of_another_place_is_not_meant() -> None:
    found = over_elsewhere("Ai ký Quyết định 12/2022/QĐ-UBND của UBND tỉnh An Lạc?")
    assert (found.documents, found.absent) == (
        frozenset(),
        ("12/2022/QĐ-UBND của UBND tỉnh An Lạc",),
    )
    assert over_elsewhere("Ai ký Quyết định 12/2022/QĐ-UBND của UBND tỉnh Lâm Bình?").documents


def test_a_number_that_no_text_mentions_is_unknown() -> None:
    assert over_elsewhere("Kế hoạch 77/KH-UBND ngày nào?").unknown == ()
    assert over_elsewhere("Kế hoạch 7/KH-UBND ngày nào?").unknown == ("7/KH-UBND",)


def test_a_place_is_heard_of_in_capitals_and_with_an_address_behind_it() -> None:
    assert over_elsewhere("Tỉnh Lâm Bình quản lý cây xanh thế nào?").nowhere == ()
    assert over_elsewhere("Quyết định của UBND tỉnh Lâm Bình Điều 1").nowhere == ()


def test_a_unit_that_every_agency_has_names_no_document() -> None:
    paper = "VĂN PHÒNG\nSố: 3/TB-VP\nAn Lạc, ngày 05 tháng 3 năm 2024\n\nTHÔNG BÁO\nVề việc trực\n"
    shelf = Shelf([*TEXTS, parse("thong_bao.txt", paper)])
    names = Names(shelf, load_vocabulary(), REGISTRY)
    question = "Văn phòng phải làm gì?"

    assert not names.scope(question, syllables(question)).documents


@pytest.mark.parametrize("issuer", ["CHÍNH PHỦ", "TỈNH ỦY"])
def test_one_whose_name_is_short_names_its_documents(issuer: str) -> None:
    paper = f"{issuer}\nSố: 3/NQ-CP\nAn Lạc, ngày 05 tháng 3 năm 2024\n\nNGHỊ QUYẾT\nVề việc trực\n"
    shelf = Shelf([*TEXTS, parse("nghi_quyet.txt", paper)])
    question = f"{issuer.capitalize()} quyết định việc gì?"

    assert Names(shelf, load_vocabulary(), REGISTRY).scope(question, syllables(question)).documents


RIVERS = "BÁO CÁO\n\nHuyện Sông Mã có 18 xã.\n\nNhân dân huyện Sông Mã được hỏi ý kiến.\n"
PLACED = [*TEXTS, parse("song_ma.txt", RIVERS)]


@pytest.mark.parametrize(
    "question",
    [
        "Huyện Sông Mã và Sở Nội vụ nói gì về văn hóa công sở?",
        "Sở Nội vụ nói gì, còn huyện Sông Mã làm gì?",
    ],
)
def test_a_place_set_beside_an_agency_is_another_document(question: str) -> None:
    names = Names(Shelf(PLACED), load_vocabulary(), REGISTRY)
    found = names.scope(question, syllables(question))
    by_id = {document.id: document.source for document, _ in PLACED}

    named = [{by_id[key] for key in group} for group in found.groups]
    assert {"ke_hoach.txt"} in named
    assert {"song_ma.txt"} in named
    assert all(len(at) == 1 for at in found.named)
