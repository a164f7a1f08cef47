"""What the heads and feet of the source texts, and of a full official head, prove."""

from __future__ import annotations

import pytest

from corpus.document import Document, Fact
from corpus.parse import parse
from corpus.passage import PassageKind
from tests.corpus.sources import of_kind, seed

DECISION = """ỦY BAN NHÂN DÂN
TỈNH A
SỞ CÔNG THƯƠNG
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 123/QĐ-SCT

Tỉnh A, ngày 05 tháng 6 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Quy chế
của Sở Công Thương

GIÁM ĐỐC SỞ CÔNG THƯƠNG

Căn cứ Luật Thực hiện dân chủ ở cơ sở;
Theo đề nghị của Chánh Văn phòng Sở.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế của Sở Công Thương.
Điều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

GIÁM ĐỐC

Lê Văn A

QUY CHẾ
Thực hiện dân chủ
(Ban hành kèm theo Quyết định số 123/QĐ-SCT)

Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc thực hiện dân chủ.
"""
LETTER = """SỞ NỘI VỤ
Số: 45/SNV-XDCQ
V/v báo cáo kết quả thực hiện dân chủ

Tỉnh A, ngày 05 tháng 6 năm 2024

Kính gửi: Các sở, ban, ngành; UBND các huyện

Sở Nội vụ đề nghị các đơn vị báo cáo trước ngày 01/12/2024./.

Nơi nhận: - Như trên; - Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Nguyễn Thị Bình
"""


def stated(document: Document) -> dict[str, str]:
    return {
        name: fact.value if isinstance(fact, Fact) else str(fact)
        for name, fact in document.facts().items()
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (
            "000",
            {
                "issuer": "Sở Văn hóa, Thể thao và Du lịch",
                "issued_on": "07/11/2023",
                "title": "KẾT QUẢ THỰC HIỆN QUY CHẾ DÂN CHỦ Ở CƠ SỞ TRONG HOẠT ĐỘNG CỦA CƠ QUAN, "
                "ĐƠN VỊ TRỰC THUỘC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH NĂM 2023",
                "signer": "Thanh tra Sở",
            },
        ),
        ("001", {"signer": "Bùi Thị Vân"}),
        (
            "002",
            {
                "kind": "Kế hoạch",
                "issuer": "Sở Công Thương",
                "place": "Tây Ninh",
                "issued_on": "3/2024",
                "title": "Thực hiện dân chủ cơ sở năm 2024",
            },
        ),
        (
            "003",
            {
                "kind": "Báo cáo",
                "issuer": "Sở Thông tin và Truyền thông",
                "place": "Trà Vinh",
                "issued_on": "11/2021",
                "title": "kết quả xây dựng, thực hiện quy chế dân chủ ở cơ sở năm 2021 "
                "về nhiệm vụ trọng tâm năm 2022",
                "signer": "Nguyễn Văn Này",
            },
        ),
        (
            "004",
            {
                "kind": "Kế hoạch",
                "number": "60/KH-SVHTTDL",
                "issuer": "Sở Văn hóa, Thể thao và Du lịch",
                "place": "Tây Ninh",
                "issued_on": "29/3/2023",
                "title": "Thực hiện công tác dân vận chính quyền năm 2023 "
                "của Sở Văn hóa, Thể thao và Du lịch",
                "signer": "Trần Thị Huy Hoàng",
            },
        ),
    ],
)
def test_a_text_states_what_it_states_and_nothing_else(
    number: str, expected: dict[str, str]
) -> None:
    assert stated(seed(number)[0]) == expected


def test_a_blank_number_and_a_blank_day_stay_unknown() -> None:
    known = seed("002")[0].particulars
    assert known.number is None
    assert known.issued_on is not None
    assert known.issued_on.day is None


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_each_particular_is_proved_by_the_words_under_its_span(number: str) -> None:
    document, _ = seed(number)
    for fact in document.facts().values():
        words = fact.span.of(document.text)
        if isinstance(fact, Fact):
            assert fact.value.casefold().replace(" ", "") == "".join(words.casefold().split())
        else:
            assert str(fact.year) in words


def test_recipients_are_those_who_get_it_not_where_it_is_filed() -> None:
    names = [fact.value for fact in seed("004")[0].particulars.recipients]
    assert names == [
        "UBND tỉnh (b/c)",
        "Sở Nội vụ",
        "Lãnh đạo Sở",
        "Các phòng, đơn vị thuộc Sở",
    ]


def test_the_issuer_of_a_decision_is_the_lower_agency_of_its_letterhead() -> None:
    assert stated(parse("quyet-dinh.txt", DECISION)[0]) == {
        "kind": "Quyết định",
        "number": "123/QĐ-SCT",
        "issuer": "Sở Công Thương",
        "place": "Tỉnh A",
        "issued_on": "05/6/2024",
        "title": "Về việc ban hành Quy chế của Sở Công Thương",
        "signer": "Lê Văn A",
    }


def test_the_articles_of_an_attached_document_are_told_from_those_of_the_decision() -> None:
    _, passages = parse("quyet-dinh.txt", DECISION)
    heads = [p.path for p in of_kind(passages, PassageKind.HEADING)]
    assert heads == [
        ("Điều 1",),
        ("Điều 2",),
        ("Quy chế",),
        ("Quy chế", "Chương I"),
        ("Quy chế", "Điều 1"),
    ]
    assert passages[-1].headings == (
        "Thực hiện dân chủ (Ban hành kèm theo Quyết định số 123/QĐ-SCT)",
        "NHỮNG QUY ĐỊNH CHUNG",
        "Phạm vi điều chỉnh",
    )


def test_the_kind_is_that_of_the_document_not_the_first_word_of_a_news_title() -> None:
    body = "Công khai, minh bạch các nội dung theo quy định.\n"
    regulation, _ = parse("a.txt", f"QUY CHẾ LÀM VIỆC CỦA SỞ\n\n{body}")
    news, _ = parse("b.txt", f"BÁO CÁO VIÊN DỰ HỘI NGHỊ\n\n07/11/2023 10:59\n\n{body}")
    assert stated(regulation) == {"kind": "Quy chế", "title": "QUY CHẾ LÀM VIỆC CỦA SỞ"}
    assert stated(news) == {"issued_on": "07/11/2023", "title": "BÁO CÁO VIÊN DỰ HỘI NGHỊ"}


def test_a_letter_has_its_subject_as_title_and_its_addressees_as_recipients() -> None:
    document, _ = parse("cong-van.txt", LETTER)
    known = document.particulars
    assert known.kind is None
    assert document.title == "báo cáo kết quả thực hiện dân chủ"
    assert known.signer is not None
    assert known.signer.value == "Nguyễn Thị Bình"
    assert [fact.value for fact in known.recipients] == [
        "Các sở, ban, ngành",
        "UBND các huyện",
        "Như trên",
    ]


def test_what_is_attached_is_named_with_the_words_that_prove_it() -> None:
    text = (
        "Số: 7/KH-SNV\n\nHà Nam, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nTiếp công dân\n\n"
        "I. MỤC ĐÍCH\n\nBảo đảm quyền của công dân.\n\n"
        "Phụ lục I\nMẫu sổ tiếp công dân\n\nPhụ lục II\nLịch trực\n"
    )
    document, _ = parse("a.txt", text)
    annexes = document.particulars.annexes
    assert [fact.value for fact in annexes] == [
        "Phụ lục I Mẫu sổ tiếp công dân", "Phụ lục II Lịch trực",
    ]  # fmt: skip
    assert all(fact.span.of(document.text).startswith("Phụ lục") for fact in annexes)
