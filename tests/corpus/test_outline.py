"""Outlines that the source texts do not show."""

from __future__ import annotations

from corpus.labels import Rank, label_of
from corpus.parse import parse
from corpus.passage import Passage, PassageKind


def tree(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.kind.value, p.path) for p in parse("x.txt", text)[1]]


def passages(text: str) -> tuple[Passage, ...]:
    return parse("x.txt", text)[1]


LAW = """Chương I
QUY ĐỊNH CHUNG

Mục 1
PHẠM VI

Điều 1. Giải thích từ ngữ
Trong Luật này, các từ ngữ được hiểu như sau:
1. Cơ sở là xã, phường.
2. Công khai gồm:
a) Niêm yết;
b) Đăng tải theo
Điều 5 của Luật này.
đ) Thông báo.
Trường hợp khác do luật định.

**Điều 2:** Hiệu lực
Luật này có hiệu lực.
"""


def test_clauses_belong_to_the_lead_in_and_points_to_their_clause() -> None:
    by_path = {p.path: p for p in passages(LAW)}
    lead = by_path["Điều 1", "đoạn 1"]
    assert by_path["Điều 1", "khoản 2"].parent == lead.id
    assert by_path["Điều 1", "khoản 2", "điểm đ"].parent == by_path["Điều 1", "khoản 2"].id


def test_chapters_are_headings_but_no_part_of_the_path_of_an_article() -> None:
    by_path = {p.path: p for p in passages(LAW)}
    assert by_path["Điều 2",].headings == ("QUY ĐỊNH CHUNG", "PHẠM VI")
    assert by_path["Điều 2", "đoạn 1"].headings[-1] == "Hiệu lực"


def test_a_paragraph_after_the_last_point_belongs_to_the_clause() -> None:
    assert tree(LAW)[-3] == ("paragraph", ("Điều 1", "khoản 2", "đoạn 2"))


def test_an_article_named_in_running_text_is_no_heading() -> None:
    assert label_of("Điều 5 của Nghị định này quy định") is None
    assert [path for kind, path in tree(LAW) if kind == "heading"][-1] == ("Điều 2",)


def test_a_bullet_ending_in_a_colon_holds_the_paragraph_below() -> None:
    text = "1. Nhiệm vụ\n\n- Văn phòng:\n\nTổng hợp kết quả chung.\n\n- Thanh tra giám sát.\n"
    assert tree(text) == [
        ("heading", ("1",)),
        ("item", ("1", "gạch 1")),
        ("paragraph", ("1", "gạch 1", "đoạn 1")),
        ("item", ("1", "gạch 2")),
    ]


def test_a_list_belongs_to_the_paragraph_that_announces_it() -> None:
    text = "II. KẾT QUẢ\nĐã đạt:\n- Một là tốt;\n- Hai là khá.\nCòn lại:\n- Ba chưa tốt.\n"
    assert tree(text)[1:] == [
        ("paragraph", ("II", "đoạn 1")),
        ("item", ("II", "đoạn 1", "gạch 1")),
        ("item", ("II", "đoạn 1", "gạch 2")),
        ("paragraph", ("II", "đoạn 2")),
        ("item", ("II", "đoạn 2", "gạch 1")),
    ]


def test_stars_part_a_section_and_hold_the_dashes_below() -> None:
    text = "1. Kết quả\n* Về nhận thức:\n- Tốt.\n– Rất tốt.\n* Về hành động:\n- Khá.\n"
    assert [path for _, path in tree(text)[1:]] == [
        ("1", "gạch 1"),
        ("1", "gạch 1", "gạch 1"),
        ("1", "gạch 1", "gạch 2"),
        ("1", "gạch 2"),
        ("1", "gạch 2", "gạch 1"),
    ]


def test_the_labels_of_a_quoted_new_text_are_not_those_of_the_amending_clause() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều\n1. Sửa đổi Điều 5 như sau:\n"
        "“Điều 5. Trách nhiệm\n1. Công khai:\na) Quy chế.”.\n2. Bãi bỏ Điều 6.\n"
    )
    assert [path[1:] for _, path in tree(text)[1:]] == [
        ("khoản 1",),
        ("khoản 1", "đoạn 2"),
        ("khoản 1", "đoạn 3"),
        ("khoản 1", "đoạn 4"),
        ("khoản 2",),
    ]


def test_one_colon_after_the_first_words_is_no_run_in_heading() -> None:
    text = "Kết quả: Sở đã tổ chức tốt các nội dung của kế hoạch năm 2023.\n\nCác phòng làm tốt."
    assert [kind for kind, _ in tree(text)] == ["paragraph", "paragraph"]


def test_a_page_number_between_two_halves_is_furniture() -> None:
    text = "Đã làm tốt.\n\nThực hiện công tác dân vận của\n\n2\n\nchính quyền các cấp.\n"
    _, first, number, second = passages(text)
    assert number.kind is PassageKind.FURNITURE
    assert (second.continues, second.path) == (first.id, first.path)


def test_a_line_that_begins_with_a_point_is_not_joined_to_the_line_above() -> None:
    assert len(passages("1. Thẩm quyền triệu tập\na) Trưởng thôn triệu tập.\n")) == 2


def test_capitals_with_a_diacritic_do_not_go_on_with_a_sentence() -> None:
    assert len(passages("Nội dung chính\n\nĐảng ủy, Ảnh hưởng lãnh đạo.\n")) == 2


def test_the_lines_of_a_hard_wrapped_text_are_joined_within_a_paragraph() -> None:
    line = "Ủy ban nhân dân huyện đã chỉ đạo các cơ quan thuộc phạm vi quản lý của"
    text = "\n".join(["I. KẾT QUẢ", *[line] * 11, "huyện thực hiện tốt.", "- Công khai đầy đủ."])
    assert tree(text) == [
        ("heading", ("I",)),
        ("paragraph", ("I", "đoạn 1")),
        ("item", ("I", "gạch 1")),
    ]


def test_labels_are_read_in_bold_and_in_their_older_forms() -> None:
    read = {
        "**1. Mục đích**": (Rank.ARABIC, "1"),
        "1- Tiếp tục triển khai": (Rank.ARABIC, "1"),
        "**Điều 5.** Hiệu lực": (Rank.ARTICLE, "Điều 5"),
        "Điều 7: Nguyên tắc": (Rank.ARTICLE, "Điều 7"),
        "CHƯƠNG II": (Rank.CHAPTER, "Chương II"),
        "Phần thứ nhất": (Rank.PART, "Phần thứ nhất"),
        "đ) Thông báo": (Rank.LETTER, "đ"),
        "2.1. Kết quả": (Rank.DECIMAL, "2.1"),
        "– Gạch dài": (Rank.BULLET, "-"),
        "PHỤ LỤC I": (Rank.ANNEX, "Phụ lục I"),
    }
    labels = {line: label_of(line) for line in read}
    assert {line: at and (at.rank, at.name) for line, at in labels.items()} == read


def test_numbers_dates_and_words_are_no_labels() -> None:
    lines = (
        "28/5/2021 về thực hiện",
        "1.710.000đ ủng hộ",
        "13,6 vạn người",
        "30-CT/TW của Bộ Chính trị",
        "Chương XI của Bộ luật này.",
        "Phần mềm văn phòng điện tử",
        "*Khiếu nại* là việc",
    )
    assert [label_of(line) for line in lines] == [None] * len(lines)


def test_a_portal_page_keeps_only_the_words_of_its_article() -> None:
    page = (
        "Trang chủ\nTin tức\n\nĐẨY MẠNH THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\n\n"
        "Thứ năm - 05/12/2024 08:15 1204 0\n\n"
        + "Huyện đã tổ chức nhiều hội nghị đối thoại với người dân. "
        * 5
        + "\n\nNguồn: Phòng Nội vụ\n\nChia sẻ bài viết\n\nNhững tin mới hơn\n\n"
        "Hội nghị tổng kết năm 2024\n\nLượt xem: 12\n"
    )
    kinds = [(p.kind.value, p.text[:12]) for p in passages(page)]
    assert kinds == [
        ("furniture", "Trang chủ"),
        ("furniture", "Tin tức"),
        ("frame", "ĐẨY MẠNH THỰ"),
        ("frame", "Thứ năm - 05"),
        ("furniture", "1204 0"),
        ("paragraph", "Huyện đã tổ "),
        ("frame", "Nguồn: Phòng"),
        ("furniture", "Chia sẻ bài "),
        ("furniture", "Những tin mớ"),
        ("furniture", "Hội nghị tổn"),
        ("furniture", "Lượt xem: 12"),
    ]


def test_a_list_right_after_a_run_in_heading_is_given_item_by_item() -> None:
    words = "Tổ chức các hội nghị để quán triệt nội dung đến toàn thể công chức, viên chức của Sở"
    text = (
        f"Công tác tuyên truyền: {words}.\n\n"
        f"Công tác nhân sự: (1) {words}; (2) Luân chuyển; (3) Bổ nhiệm lại.\n"
    )
    found = [p for p in passages(text) if p.path[0] == "Công tác nhân sự"]
    assert [p.path[1:] for p in found] == [(), ("(1)",), ("(2)",), ("(3)",)]
    assert {p.parent for p in found[1:]} == {found[0].id}
    assert found[-1].headings == ("Công tác nhân sự",)
    assert "".join(p.text for p in passages(text)).replace(" ", "") == "".join(text.split())


def test_each_row_of_a_table_is_a_passage_though_it_begins_in_lower_case() -> None:
    rows = ["Họ tên | Chức vụ | Ghi chú", "đ/c Lý A | Chủ tịch |", "ông Vi B | Ủy viên | mới"]
    assert [p.text for p in passages("\n\n".join(rows))] == rows


def test_the_first_row_of_a_table_is_no_title_of_the_annex_above_it() -> None:
    assert tree("Phụ lục\n\nLĩnh vực | Hình thức\n\nĐất đai | Niêm yết\n") == [
        ("heading", ("Phụ lục",)),
        ("paragraph", ("Phụ lục", "đoạn 1")),
        ("paragraph", ("Phụ lục", "đoạn 2")),
    ]


def test_a_row_is_no_heading_nor_does_it_run_in() -> None:
    text = (
        "1. Công khai | Văn phòng\n\nViệc này làm hằng quý.\n\n"
        "Nội dung: | Số liệu về thu và chi của các quỹ do nhân dân đóng góp trong năm\n\n"
        "Hình thức: | Niêm yết tại trụ sở của xã và nhà văn hóa các thôn trong ba mươi ngày\n"
    )
    assert "heading" not in [kind for kind, _ in tree(text)]


def test_a_row_that_names_recipients_is_no_foot() -> None:
    text = "Nơi nhận | Số\n\nSở Nội vụ | 15/KH-UBND\n\nCác thôn | 16/KH-UBND\n"
    assert [kind for kind, _ in tree(text)] == ["paragraph"] * 3
