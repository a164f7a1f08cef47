"""The outline of the five source texts, counted by hand in the texts."""

from __future__ import annotations

import pytest

from corpus.passage import Passage, PassageKind
from corpus.passages import outline
from tests.corpus.sources import of_kind, seed, starting

ROMAN = ("I", "II", "III", "IV", "V", "VI")


def counts(number: str) -> dict[str, int]:
    """Count parts, sections, bullets, "+" items, numbered points and halves joined."""
    _, passages = seed(number)
    heads = [p.path for p in outline(passages)]
    items = [p for p in of_kind(passages, PassageKind.ITEM) if p.continues is None]
    words = [p for p in passages if p.kind not in {PassageKind.FRAME, PassageKind.FURNITURE}]
    return {
        "parts": sum(len(path) == 1 and path[0] in ROMAN for path in heads),
        "sections": sum(len(path) == 2 for path in heads),
        "bullets": sum(p.text.startswith("-") for p in items),
        "plus": sum(p.text.startswith("+") for p in items),
        "points": sum(p.path[-1].isdigit() for p in items),
        "footnotes": len({p.path for p in of_kind(passages, PassageKind.FOOTNOTE)}),
        "joins": sum("\n\n" in p.text or p.continues is not None for p in words),
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("002", [3, 10, 16, 0, 0, 0, 0]),
        ("003", [5, 7, 25, 8, 4, 3, 5]),
        ("004", [4, 10, 22, 0, 4, 0, 4]),
    ],
)
def test_the_official_texts_have_the_parts_that_a_reader_counts(
    number: str, expected: list[int]
) -> None:
    assert list(counts(number).values()) == expected


def inline(passages: tuple[Passage, ...]) -> list[Passage]:
    return [p for p in of_kind(passages, PassageKind.ITEM) if p.path[-1].startswith("(")]


@pytest.mark.parametrize(("number", "run_in", "listed"), [("000", 6, 8), ("001", 0, 5)])
def test_the_web_pages_have_run_in_headings_and_inline_lists(
    number: str, run_in: int, listed: int
) -> None:
    _, passages = seed(number)
    assert len(outline(passages)) == run_in
    assert [p.path[-1] for p in inline(passages)] == [f"({n})" for n in range(1, listed + 1)]
    assert len({p.parent for p in inline(passages)}) == 1


def test_a_run_in_heading_names_the_paragraph_that_it_opens() -> None:
    _, passages = seed("000")
    paragraph = starting(passages, "Trong năm 2023, tiếp nhận 514 hồ sơ")
    assert paragraph.path == ("Công tác cải cách hành chính", "đoạn 1")
    assert paragraph.headings == ("Công tác cải cách hành chính",)


def test_what_comes_after_run_in_paragraphs_stands_under_none_of_them() -> None:
    _, passages = seed("000")
    assert starting(passages, "Phát huy kết quả đạt được").path == ("đoạn 3",)


def test_headings_glued_in_one_line_are_two_headings() -> None:
    _, passages = seed("004")
    assert starting(passages, "I. MỤC ĐÍCH").text == "I. MỤC ĐÍCH, YÊU CẦU"
    glued = starting(passages, "**1. Mục đích")
    assert (glued.path, glued.headings) == (("I", "1"), ("MỤC ĐÍCH, YÊU CẦU",))


def test_a_sentence_cut_by_a_footnote_goes_on_after_it() -> None:
    _, passages = seed("003")
    by_id = {p.id: p for p in passages}
    rest = starting(passages, "ổn định, không hoang mang")
    first = by_id[rest.continues or ""]
    assert first.text.endswith("trong cơ quan có tâm lý")
    assert (rest.kind, rest.path, rest.parent) == (first.kind, first.path, first.parent)


def test_a_footnote_cut_by_the_body_goes_on_as_that_footnote() -> None:
    _, passages = seed("003")
    by_id = {p.id: p for p in passages}
    rest = starting(passages, "xét nghiệm, giám sát sức khỏe")
    assert rest.kind is PassageKind.FOOTNOTE
    assert rest.path == ("chú thích 3",)
    assert by_id[rest.continues or ""].text.startswith("³ 88 công dân")


def test_a_sentence_cut_only_by_a_page_is_one_passage() -> None:
    _, passages = seed("003")
    point = starting(passages, "1- Tiếp tục triển khai thực hiện các văn bản")
    assert "22-KH/ĐUK ngày\n\n28/5/2021 về thực hiện" in point.text


def test_plus_items_belong_to_the_bullet_that_announces_them() -> None:
    _, passages = seed("003")
    lead = starting(passages, "- Về tuyên truyền bầu cử")
    below = [p for p in passages if p.parent == lead.id]
    assert [p.path[2:] for p in below] == [("gạch 4", f"cộng {n}") for n in range(1, 5)]


def test_numbered_paragraphs_are_points_and_no_headings() -> None:
    _, passages = seed("004")
    point = starting(passages, "2. 100% các phòng")
    assert (point.kind, point.path) == (PassageKind.ITEM, ("III", "2"))


def test_a_heading_with_its_content_on_the_line_gives_both() -> None:
    _, passages = seed("003")
    assert starting(passages, "Không có.").headings == ("Kiến nghị, đề xuất",)


def test_the_closing_paragraph_stands_under_no_section() -> None:
    for number in ("002", "003", "004"):
        _, passages = seed(number)
        closing = starting(passages, "Trên đây là")
        assert (closing.path, closing.parent) == (("đoạn cuối",), None)


def test_stars_counters_and_other_news_are_furniture() -> None:
    odd = {
        number: [p.text.split(".")[0][:24] for p in of_kind(seed(number)[1], PassageKind.FURNITURE)]
        for number in ("000", "001", "002", "003", "004")
    }
    assert odd == {
        "000": ["370 0", "Tổng số điểm của bài viế", "Ý kiến bạn đọc", "Bạn đã không sử dụng Sit"],
        "001": [
            "Chính trị",
            "Bạn đánh giá: 0 / 5",
            "Ngôi sao không hiệu lựcN",
            "Tin mới",
            "Các tin khác",
            "Viết bởi Quản trị TTTĐT",
        ],
        "002": [],
        "003": [],
        "004": [],
    }


def test_captions_heads_recipients_and_signatures_are_frame() -> None:
    frames = {p.text for p in of_kind(seed("000")[1], PassageKind.FRAME)}
    assert any(text.startswith("Hình ảnh tại Hội nghị") for text in frames)
    assert "Tác giả: Thanh tra Sở" in frames
    last = [p.text for p in of_kind(seed("003")[1], PassageKind.FRAME)][-3:]
    assert last == ["- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn Này"]
