"""Pages: running titles and page numbers, sentences and footnotes that a page cuts."""

from __future__ import annotations

import pytest

from corpus.parse import parse
from corpus.passage import Passage, PassageKind

CUT = ("Xã công khai dự toán của", "các thôn, tổ dân phố trong năm")


def passages(*pages: str) -> tuple[Passage, ...]:
    document, parts = parse("x.pdf", "\n\f".join(pages))
    rest = document.text
    for part in reversed(parts):
        assert part.text == part.span.of(document.text)
        rest = rest[: part.span.start] + rest[part.span.end :]
    assert not rest.strip()
    return parts


def furniture(*pages: str) -> list[str]:
    return [p.text for p in passages(*pages) if p.kind is PassageKind.FURNITURE]


def sheets(heads: list[str], feet: list[str] | None = None) -> list[str]:
    """Return pages whose sentences go on from one to the next."""
    ends = feet or [""] * len(heads)
    words = "Kỳ {0} của năm do xã làm, Ủy ban xã lần {0}"
    return [
        f"{head}\n\nđược niêm yết {n}.\n\n{words.format(n)}\n\n{foot}"
        for n, (head, foot) in enumerate(zip(heads, ends, strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        ([f"{n} CÔNG BÁO/Số 12 + 13/Ngày 05-3-2024" for n in range(7, 11)], None),
        ([f"{n} BẢN TIN XÃ MẪU" if n % 2 else f"BẢN TIN XÃ MẪU {n}" for n in range(3, 7)], None),
        (["Quy chế xã Mẫu" if n % 2 else "Chương II: Công khai" for n in range(8)], None),
        ([f"Sổ tay dân chủ - {n}" for n in range(1, 5)], None),
        (["BM.02.QT.05"] * 4, None),
        ([f"Trang {n}" for n in range(1, 4)], [f"Tài liệu học tập, trang {n}" for n in (1, 2, 3)]),
        ([str(n) for n in range(1, 5)], [f"https://xamau.vn/quy-che {n}/4" for n in range(1, 5)]),
    ],
)
def test_titles_that_run_from_page_to_page_are_furniture(
    heads: list[str], feet: list[str] | None
) -> None:
    found = furniture(*sheets(heads, feet))
    named = [title for title in (*heads, *(feet or ())) if any(map(str.isdigit, title))]
    assert set(named) <= set(found)
    assert set(found) <= {*heads, *(feet or ())}


def test_a_sentence_goes_on_under_the_running_title() -> None:
    halves = ("Xã họp dân.\n\nXã nêu", "rõ thu chi.\n\nThôn ghi", "biên bản họp thôn.")
    pages = [f"{n} BẢN TIN XÃ MẪU\n\n{half}" for n, half in enumerate(halves, 8)]
    first, title, second = passages(*pages)[2:5]
    assert title.kind is PassageKind.FURNITURE
    assert (second.continues, second.path) == (first.id, first.path)


def test_what_begins_each_page_in_its_own_words_is_no_running_title() -> None:
    words = "Nội dung của phần này được viết đầy đủ."
    articles = [f"Điều {n}. Công khai thông tin\n\n{words}" for n in range(1, 5)]
    forms = [f"Mẫu số 0{n}\n\n{words}" for n in range(1, 5)]
    hamlets = [f"DANH SÁCH HỘ DÂN THÔN {n}\n\n{words}" for n in range(1, 5)]
    heads = [f"TT | Nội dung | Kinh phí\n\n{n} | Họp thôn | {n}00.000" for n in range(1, 5)]
    years = [f"Kết quả năm {n}\n\n{words}" for n in (2021, 2023, 2022)]
    letter = "UBND XÃ MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    letters = [f"{letter}\n\nSố: {n}/TB-UBND\n\nTHÔNG BÁO\n\n{words}" for n in range(1, 5)]
    slips = [f"Phiếu góp ý\nHọ và tên\nNơi ở\nÝ kiến khác\n\nHộ {n} đồng ý." for n in range(4)]
    for pages in (articles, forms, hamlets, heads, years, letters, slips):
        assert furniture(*pages) == []


def test_the_title_on_the_first_page_is_not_taken_for_the_running_title_it_gives() -> None:
    for title in ("Quy chế dân chủ của xã Mẫu", "QUY CHẾ LÀM VIỆC CỦA XÃ MẪU"):
        pages = [f"{title}\n\n{f'Phần này nói về việc {n}. ' * 50}" for n in range(1, 5)]
        kinds = [p.kind for p in passages(*pages) if p.text.startswith(title)]
        assert kinds[0] is not PassageKind.FURNITURE
        assert kinds[1:] == [PassageKind.FURNITURE] * 3


def test_a_running_title_that_begins_with_a_kind_parts_no_sentence() -> None:
    halves = ("Xã họp dân.\n\nXã nêu", "rõ thu chi.\n\nThôn ghi", "biên bản họp thôn.")
    parts = passages(*(f"QUY CHẾ CỦA XÃ MẪU\n\n{half}" for half in halves))
    half = next(p for p in parts if p.text == "Xã nêu")
    assert next(p for p in parts if p.text == "rõ thu chi.").continues == half.id


def test_pages_of_a_few_lines_that_are_alike_keep_their_words() -> None:
    pledges = [
        f"BẢN CAM KẾT\n\nTôi là {name}\n\nNơi ở: thôn Mẫu\n\nThực hiện từ ngày ký"
        for name in ("An", "Bình", "Chi")
    ]
    slides = [f"Dân chủ ở cơ sở\n\n• Việc {n}\n\n• Họp thôn" for n in range(1, 5)]
    minutes = [f"Kỳ {n}: xã họp.\n\nGiao Văn phòng theo dõi việc này" for n in range(1, 5)]
    for pages in (pledges, slides, minutes):
        assert furniture(*pages) == []


def test_a_particular_of_each_page_is_no_running_title() -> None:
    words = "Cán bộ trực ghi đủ việc đã làm trong ngày. " * 40
    assert furniture(*(f"{words}{n}.\n\nTình hình: không có việc" for n in range(4))) == []
    feet = [f"Trang: {n}/4" for n in range(1, 5)]
    assert furniture(*(f"{words}\n\n{foot}" for foot in feet)) == feet


@pytest.mark.parametrize("lead", ["Tổng số hộ của thôn là:", "Số hộ của thôn"])
def test_a_number_that_does_not_agree_with_its_page_is_a_count(lead: str) -> None:
    assert furniture(*(f"{lead}\n\n{n}" for n in (120, 98, 77))) == []


def test_numbers_that_a_lead_in_announces_are_counts_though_they_rise_with_the_pages() -> None:
    assert furniture(*(f"Số hộ của thôn là:\n\n{n}" for n in range(7, 11))) == []


def test_the_numbers_of_pages_need_not_begin_on_the_first() -> None:
    words = "Xã họp dân."
    assert furniture(words, f"2\n\n{words}") == ["2"]
    assert furniture(words, f"2\n\n{words}", f"3\n\n{words}") == ["2", "3"]
    again = [f"{n}\n\n{words}" for n in (1, 2, 3, 1, 2)]
    assert furniture(*again) == ["1", "2", "3", "1", "2"]
    assert furniture(*(f"{n}/14\n\n{words}" for n in (12, 13, 14))) == ["12/14", "13/14", "14/14"]


def test_two_pages_prove_no_running_title() -> None:
    assert furniture("Bản tin xã\n\nNói về xã.", "Bản tin xã\n\nNói về huyện.") == []


def test_a_number_within_a_page_is_the_number_of_a_row() -> None:
    table = "Nội dung\n\n1\n\nNiêm yết\n\n2\n\nHọp dân"
    assert furniture(f"{table}\n\n5", f"{table}\n\n6") == ["5", "6"]
    assert furniture(table) == []
    assert furniture("Nội dung Đơn vị 1\n\nNiêm yết\n\n2\n\nHọp dân") == []
    assert furniture(f"{'Xã công khai các khoản. ' * 30}\n\n2\n\nHọp dân.") == ["2"]
    posted = "Xã Mẫu họp dân bàn việc làm đường\n\n05/12/2024 08:15 1204\n\n20311\n\nXã họp dân."
    assert furniture(posted) == ["1204", "20311"]


def test_a_page_number_above_the_letterhead_makes_no_menu_of_it() -> None:
    assert furniture("1\n\nUBND XÃ MẪU\n\nXã thông báo việc họp dân vào ngày mai.") == ["1"]


@pytest.mark.parametrize("number", ["", "\n\n3"])
def test_a_footnote_without_a_stop_does_not_take_the_sentence_of_the_next_page(
    number: str,
) -> None:
    note = "¹ Quyết định số 5/QĐ-UBND ngày 03/02/2024"
    text = (f"Điều 1. Phạm vi\n\n{CUT[0]}\n\n{note}{number}", f"{CUT[1]}.\n\nHết phần này.")
    _, first, kept, *_, second, _ = passages(*text)
    assert (kept.kind, kept.text, kept.path) == (PassageKind.FOOTNOTE, note, ("chú thích 1",))
    assert (second.text, second.continues) == (f"{CUT[1]}.", first.id)


def test_a_full_footnote_line_does_not_take_the_full_line_of_the_next_page() -> None:
    full = "Ủy ban nhân dân xã đã chỉ đạo các thôn và tổ dân phố thực hiện việc đó"
    body = "\n".join([full] * 12)
    note = "¹ Quyết định số 5/QĐ-UBND ngày 03/02/2024 của Chủ tịch Ủy ban nhân dân"
    first, kept, second = parse("x.txt", f"{body}\n\n{note}\f{full}\ntheo quy định.\n")[1]
    assert (kept.kind, kept.text) == (PassageKind.FOOTNOTE, note)
    assert second.continues == first.id


def test_the_rest_of_a_footnote_stands_on_the_next_page_and_on_none_after_it() -> None:
    rest = "và các văn bản khác của xã"
    one = "Xã công khai¹ dự toán.\n\n¹ Gồm nghị quyết của Hội đồng nhân dân"
    near, far = passages(one, f"Hết.\n\n{rest}"), passages(one, "Hết.", f"Thêm.\n\n{rest}")
    assert (near[-1].kind, far[-1].kind) == (PassageKind.FOOTNOTE, PassageKind.PARAGRAPH)


def test_a_sentence_goes_on_over_a_page_with_a_name_when_its_last_word_waits_for_one() -> None:
    _, first, number, second = passages("Mở đầu.\n\nTheo đề nghị của\n\n1", "Ủy ban nhân dân xã.")
    assert (number.kind, second.continues) == (PassageKind.FURNITURE, first.id)
    assert len(passages("Mở đầu.\n\nNội dung công khai", "Ủy ban nhân dân xã.")) == 3


@pytest.mark.parametrize(
    "title",
    [
        "6 CÔNG BÁO/Số 12 + 13/Ngày 05-3-2024",
        "CÔNG BÁO/Số 12/Ngày 5/3/2024 7",
        "CÔNG BÁO TỈNH MẪU/Số 3/Ngày 05-3-2024",
    ],
)
def test_the_title_of_a_gazette_is_known_where_nothing_says_that_a_page_begins(title: str) -> None:
    text = f"Mở đầu.\n\nXã công khai dự toán,\n\n{title}\n\nquyết toán trong năm."
    assert furniture(text) == [title]
    assert furniture(f"Mở đầu.\n\nVăn bản này được đăng trên {title} của tỉnh.") == []


@pytest.mark.parametrize("mark", [". ", ")", "/ "])
def test_the_letter_of_an_item_begins_it_after_an_item_without_a_stop(mark: str) -> None:
    items = [f"{letter}{mark}{words}" for letter, words in (("a", "họp thôn"), ("đ", "niêm yết"))]
    assert [p.text for p in passages("\n\n".join(["Xã làm:", *items]))[1:]] == items
    assert [p.text for p in passages("Xã làm:", *items)[1:]] == items


def test_a_sentence_goes_on_with_the_letter_that_its_last_word_waits_for() -> None:
    _, whole = passages("Mở đầu.\n\nXã làm theo điểm", "a. khoản này nói rõ.")
    assert whole.text.endswith("a. khoản này nói rõ.")
