"""Heads as people type them: Party papers, odd lines, columns parted by blanks, other dates."""

from __future__ import annotations

import pytest

from corpus.document import Fact
from corpus.parse import parse
from corpus.particulars import particulars

BODY = "\n\nNội dung gồm các việc sau đây cần làm ngay.\n1. Việc thứ nhất phải làm trong tháng.\n"
KNOWN = {
    "kind": "Kế hoạch",
    "number": "12/KH-UBND",
    "issuer": "UBND TỈNH MẪU",
    "place": "Mẫu",
    "issued_on": "03/4/2024",
    "title": "Triển khai việc lớn",
}


def stated(head: str, body: str = BODY) -> dict[str, str]:
    document, _ = parse("x.txt", head + body)
    return {
        name: fact.value if isinstance(fact, Fact) else str(fact)
        for name, fact in document.facts().items()
    }


def head(
    number: str = "Số: 12/KH-UBND",
    date: str = "Mẫu, ngày 3 tháng 4 năm 2024",
    kind: str = "KẾ HOẠCH\nTriển khai việc lớn",
) -> str:
    return f"UBND TỈNH MẪU\n{number}\n{date}\n\n{kind}"


@pytest.mark.parametrize("star", ["*", "***", "-----", "_"])
def test_what_is_drawn_under_the_issuer_of_a_party_paper_ends_no_head(star: str) -> None:
    text = (
        f"TỈNH ỦY MẪU\n{star}\nSố 05-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Mẫu, ngày 22 tháng 3 năm 2021\n\nCHỈ THỊ\nvề công tác dân vận"
    )
    assert stated(text) == {
        "kind": "Chỉ thị", "number": "05-CT/TU", "issuer": "TỈNH ỦY MẪU", "place": "Mẫu",
        "issued_on": "22/3/2021", "title": "về công tác dân vận",
    }  # fmt: skip


@pytest.mark.parametrize(
    "date",
    [
        "Mẫu, ngày 03/4/2024",
        "Mẫu, ngày 3-4-2024",
        "Mẫu, ngày 3.4.2024",
        "Mẫu ngày 3 tháng 4 năm 2024",
        "Mẫu , ngày 03 tháng 4 năm 2024",
        "Mẫu, 03 tháng 4 năm 2024",
        "Mẫu, hồi 17 giờ 30 ngày 03 tháng 4 năm 2024",  # of a công điện
        "Mẫu, hồi 17 giờ 30 phút, ngày 03 tháng 4 năm 2024",
    ],
)
def test_a_date_is_read_however_it_is_typed(date: str) -> None:
    assert stated(head(date=date)) == KNOWN


def test_a_line_that_no_rule_knows_loses_none_of_the_head() -> None:
    assert stated(head(date="Mẫu, ngày 3 tháng 4 năm 2024\nBản in lần 2")) == KNOWN


def test_running_text_above_an_attached_document_is_no_head() -> None:
    text = "Số: 4/SNV-VP\n\nSở Nội vụ gửi các đơn vị Quy chế.\n\nQUY CHẾ\nTiếp công dân"
    assert "kind" not in stated(text)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 77a/KH-UBND", "77a/KH-UBND"),
        ("Số: 5/P.VHTT", "5/P.VHTT"),
        ("Số: 45/BC_UBND", "45/BC_UBND"),
        ("Số: 15/QĐ−UBND", "15/QĐ-UBND"),
        ("Số: 22/2018/L-CTN", "22/2018/L-CTN"),
        ("Số: 12…/KH-UBND", "12/KH-UBND"),
    ],
)
def test_a_number_is_read_whole(line: str, number: str) -> None:
    assert stated(head(number=line)) == {**KNOWN, "number": number}


def test_a_number_that_goes_on_in_no_known_way_is_left_blank() -> None:
    assert "number" not in stated(head(number="Số: 12/KH-UBND&HĐND"))


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("THÔNG TRI", "Thông tri"),
        ("NỘI QUY", "Nội quy"),
        ("LỜI KÊU GỌI", "Lời kêu gọi"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động"),
        ("BIÊN BẢN HỌP", "Biên bản họp"),
        ("THÔNG BÁO KẾT LUẬN", "Thông báo kết luận"),
    ],
)
def test_a_kind_is_read_whole(kind: str, known: str) -> None:
    assert stated(head(kind=f"{kind}\nTriển khai việc lớn")) == {**KNOWN, "kind": known}


def test_a_title_may_be_parted_over_its_lines() -> None:
    kind = "KẾ HOẠCH\nKết quả tháng 4;\nphương hướng, nhiệm vụ,\ngiải pháp tháng 5"
    title = "Kết quả tháng 4; phương hướng, nhiệm vụ, giải pháp tháng 5"
    assert stated(head(kind=kind)) == {**KNOWN, "title": title}


def test_who_decides_is_no_part_of_the_title_that_it_touches() -> None:
    kind = "KẾ HOẠCH\nTriển khai việc lớn\nHỘI ĐỒNG NHÂN DÂN TỈNH MẪU\nKHÓA X, KỲ HỌP THỨ 5"
    assert stated(head(kind=kind)) == KNOWN


def test_grounds_that_touch_the_kind_are_no_title() -> None:
    assert "title" not in stated(head(kind="QUYẾT ĐỊNH\nCăn cứ Luật Mẫu;\nCăn cứ Luật Thử;"))


@pytest.mark.parametrize("gap", ["          ", "\t", " | "])
def test_two_columns_on_one_line_are_two_lines(gap: str) -> None:
    text = (
        f"UBND TỈNH MẪU{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"SỞ NỘI VỤ{gap}Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 12/KH-UBND{gap}Mẫu, ngày 3 tháng 4 năm 2024\n\nKẾ HOẠCH\nTriển khai việc lớn"
    )
    assert stated(text) == {**KNOWN, "issuer": "SỞ NỘI VỤ"}


def test_of_two_who_sign_side_by_side_the_head_of_the_agency_is_the_right_one() -> None:
    foot = (
        "\n1. Việc thứ nhất./.\nCHỦ TỊCH CÔNG ĐOÀN          HIỆU TRƯỞNG\n"
        "Lê Thị Mẫu          ThS. Nguyễn Văn Thử\n"
    )
    assert stated(head(), foot) == {**KNOWN, "signer": "Nguyễn Văn Thử"}


def test_recipients_beside_the_signature_are_told_from_it() -> None:
    foot = (
        "\n1. Việc thứ nhất./.\nNơi nhận:          TM. ỦY BAN NHÂN DÂN\n"
        "- Như Điều 3;          CHỦ TỊCH\n- Sở Nội vụ;\n- Lưu: VT.          Nguyễn Văn Thử\n"
    )
    document, _ = parse("x.txt", head() + foot)
    known = document.particulars
    assert [one.value for one in known.recipients] == ["Như Điều 3", "Sở Nội vụ"]
    assert known.signer is not None
    assert known.signer.value == "Nguyễn Văn Thử"


@pytest.mark.parametrize("above", ["Mẫu, ngày 3 tháng 4 năm 2024", "TỜ TRÌNH\nVề việc lớn"])
def test_those_addressed_line_by_line_are_recipients(above: str) -> None:
    text = (
        f"UBND TỈNH MẪU\nSố: 12/UBND-VP\n{above}\n\nKính gửi:\n- Các sở, ban, ngành;\n"
        "- Ủy ban nhân dân các xã.\n\nUBND tỉnh đề nghị các cơ quan:\n- Báo cáo trước ngày 20.\n"
    )
    document, passages = parse("x.txt", text)
    names = [fact.value for fact in document.particulars.recipients]
    assert names == ["Các sở, ban, ngành", "Ủy ban nhân dân các xã"]
    assert passages[-1].path == ("đoạn 1", "gạch 1")


def test_the_grounds_of_a_proposal_are_no_recipients() -> None:
    text = (
        "Số: 12/TTr-STC\n\nTỜ TRÌNH\nVề việc lớn\n\nKính gửi: Ủy ban nhân dân tỉnh Mẫu;\n"
        "- Căn cứ Nghị định số 4/2015/NĐ-CP;\n"
    )
    document, _ = parse("x.txt", text)
    assert [one.value for one in document.particulars.recipients] == ["Ủy ban nhân dân tỉnh Mẫu"]


@pytest.mark.parametrize(
    ("issuer", "kind", "title"),
    [
        ("ĐẢNG ỦY XÃ MẪU THÔN", "BÁO CÁO", "kết quả công tác năm 2024"),
        ("ỦY BAN NHÂN DÂN XÃ MẪU", "KẾ HOẠCH", "thực hiện việc lớn"),
        ("TRƯỜNG TIỂU HỌC MẪU THÔN", "QUY CHẾ", "làm việc của nhà trường"),
        ("SỞ MẪU", "QUY CHẾ", "làm việc của Sở"),
    ],
)
@pytest.mark.parametrize("parted", ["\n", "\n\n", "\n-----\n"])
def test_a_kind_with_its_subject_on_its_line_stands_below_its_issuer(
    issuer: str, kind: str, title: str, parted: str
) -> None:
    known = {"issuer": issuer, "kind": kind.capitalize(), "title": title}
    assert stated(f"{issuer}{parted}{kind} {title}") == known
    assert stated(f"{issuer}{parted}{kind} {title}", "\nĐiều 1. Công khai\nNội dung.\n") == known


def test_what_follows_the_kind_is_the_title_not_the_line_above() -> None:
    text = "CÂU LẠC BỘ NGƯỜI CAO TUỔI MẪU\nBÁO CÁO kết quả công tác năm 2024"
    assert stated(text) == {"kind": "Báo cáo", "title": "kết quả công tác năm 2024"}


def test_a_particular_without_a_span_is_left_out() -> None:
    document, passages = parse("x.txt", head(kind="KẾ HOẠCH\nTriển khai\nviệc lớn") + BODY)
    known = particulars(document.text, passages[::-1])
    assert known.title is None
    assert known.number == document.particulars.number


@pytest.mark.parametrize(
    "lines",
    [
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ MẪU Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ MẪU | Độc lập – Tự do",
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI\nXÃ MẪU CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN XÃ MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ],
)
def test_the_motto_is_no_part_of_an_issuer(lines: str) -> None:
    text = f"{lines}\nSố: 15/KH-UBND Mẫu, ngày 5 tháng 4 năm 2024\n\nKẾ HOẠCH\nTriển khai việc lớn"
    assert stated(text)["issuer"] == "ỦY BAN NHÂN DÂN XÃ MẪU"


def test_the_name_of_the_state_stays_in_an_issuer() -> None:
    text = (
        "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/2024/L-CTN\n\nLỆNH\nVề việc lớn"
    )
    assert stated(text)["issuer"] == "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize("title", ["DANH SÁCH CÁN BỘ", "BẢN CAM KẾT"])
@pytest.mark.parametrize("parted", ["\nĐộc lập", " Độc lập"])
def test_what_stands_in_capitals_below_the_motto_is_no_part_of_an_issuer(
    title: str, parted: str
) -> None:
    text = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nUBND XÃ MẪU{parted} - Tự do - Hạnh phúc\n{title}"
    assert stated(f"{text}\n\nKẾ HOẠCH\nTriển khai việc lớn")["issuer"] == "UBND XÃ MẪU"


def test_an_issuer_with_more_lines_than_the_motto_is_whole() -> None:
    text = (
        "PHÒNG GIÁO DỤC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVÀ ĐÀO TẠO\n"
        "Độc lập - Tự do - Hạnh phúc\nHUYỆN MẪU\nSố: 15/KH-PGD\n\nKẾ HOẠCH\nTriển khai việc lớn"
    )
    assert stated(text)["issuer"] == "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MẪU"
