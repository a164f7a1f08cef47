"""Tables: which of them are rows, and which only place the head or the foot of a document."""

from __future__ import annotations

from corpus.loaders.lines import table


def test_a_register_with_a_column_of_recipients_keeps_its_rows() -> None:
    rows = [
        ["TT", "Số văn bản", "Nơi nhận", "Ghi chú"],
        ["1", "15/KH-UBND", "Huyện ủy", "bản giấy"],
        ["2", "16/BC-UBND", "Sở Nội vụ", ""],
    ]
    assert list(table(rows))[1:] == [
        "1 | 15/KH-UBND | Huyện ủy | bản giấy",
        "2 | 16/BC-UBND | Sở Nội vụ |",
    ]
    wide = [["Số", "Trích yếu", "Nơi nhận:"], *[["1", "Kế hoạch", "Huyện ủy"]] * 9]
    assert next(iter(table(wide))) == "Số | Trích yếu | Nơi nhận:"
    assert list(table([["Nơi nhận", "Số"], ["Huyện ủy", "15/KH-UBND"]])) == [
        "Nơi nhận | Số",
        "Huyện ủy | 15/KH-UBND",
    ]
    signed = [["TT", "Nơi nhận\n(ký, ghi rõ họ tên)", "Ngày"], ["1", "Huyện ủy", "5/3"]]
    assert next(iter(table(signed))) == "TT | Nơi nhận (ký, ghi rõ họ tên) | Ngày"


def test_a_register_of_two_columns_keeps_its_rows() -> None:
    register = [["Nơi nhận:", "Ký nhận"], ["Huyện ủy", "đã ký"], ["Công an xã", "đã ký"]]
    assert list(table(register)) == [
        "Nơi nhận: | Ký nhận",
        "Huyện ủy | đã ký",
        "Công an xã | đã ký",
    ]


def test_a_foot_may_have_its_recipients_without_marks() -> None:
    foot = [["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], ["Các thôn", "Lê Thị Mẫu"]]
    assert list(table(foot)) == [cell for cells in foot for cell in cells]


def test_a_table_that_places_the_foot_gives_its_cells() -> None:
    below = ["Nơi nhận:\n- Huyện ủy;\n- Lưu: VT.", "", "CHỦ TỊCH"]
    assert list(table([below])) == below
    beside = [["Nơi nhận:", "CHỦ TỊCH"], ["- Huyện ủy;", ""], ["- Lưu: VT.", "Lê Thị Mẫu"]]
    assert list(table(beside)) == [cell for cells in beside for cell in cells]
