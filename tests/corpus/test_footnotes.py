"""Footnotes whose numbers are plain digits, in texts with pages."""

from __future__ import annotations

from corpus.parse import parse
from corpus.passage import Passage, PassageKind

LAW = "Luật số 90/2031/QH19 được Quốc hội thông qua ngày 10 tháng 11 năm 2031"


def passages(*pages: str) -> tuple[Passage, ...]:
    return parse("x.pdf", "\n\f".join(pages))[1]


def notes(*pages: str) -> list[tuple[str, str]]:
    found = [p for p in passages(*pages) if p.kind is PassageKind.FOOTNOTE]
    return [(p.path[0], p.text) for p in found]


def test_a_note_with_a_plain_number_is_kept_and_the_sentence_above_goes_on() -> None:
    first = f"Điều 1. Phạm vi\n\nXã thi hành Luật dân chủ1 và báo cáo\n\n1 {LAW}"
    _, body, note, rest = passages(first, "kết quả trong năm theo kế hoạch.")
    assert (note.kind, note.path, note.text) == (
        PassageKind.FOOTNOTE,
        ("chú thích 1",),
        f"1 {LAW}",
    )
    assert (rest.continues, rest.path) == (body.id, body.path)


def test_notes_stand_above_the_page_number_each_on_its_own_page() -> None:
    one = f"Xã thi hành Luật “dân chủ”1, Luật tiếp dân2.\n\n1 {LAW}.\n\n2 {LAW}.\n\n1"
    two = f"Xã theo dõi quy chế3; nơi khác không.\n\n3 {LAW}\nvà các luật khác.\n\n2"
    assert [name for name, _ in notes(one, two)] == ["chú thích 1", "chú thích 2", "chú thích 3"]
    assert notes(one, two)[2][1].endswith("và các luật khác.")


def test_rows_numbers_and_words_with_digits_begin_no_note() -> None:
    pages = (
        "Rộng 20 km2 và 5 ha2.\n\n2 Niêm yết công khai",
        "Nội dung\n\n1 Niêm yết công khai",
        "Thu quý1/2024 và quý1.5 như sau\n\n1 Niêm yết công khai",
        "Xã thi hành Luật dân chủ1.\n\n1 hộ nghèo được hỗ trợ",
        "Xã thi hành Luật dân chủ1.\n\n1 Niêm yết\n\n2. Họp dân.",
        "Xã thi hành Luật dân chủ1.\n\n1 | Niêm yết | Văn phòng",
        "1 Niêm yết công khai theo Luật dân chủ1.",
    )
    assert notes(*pages) == []


def test_a_text_without_pages_has_no_notes_with_plain_numbers() -> None:
    assert notes(f"Xã thi hành Luật dân chủ1.\n\n1 {LAW}") == []


def test_a_note_among_the_first_short_lines_or_below_the_signature_is_no_frame() -> None:
    top = "Thông tin về dân chủ¹ ở xã Mẫu\n\n¹ Theo báo cáo của xã\n\nXã đã họp dân hai lần."
    foot = "Xã báo cáo¹ như trên./.\n\nNơi nhận:\n\n- Lưu: VT.\n\n¹ Theo sổ của xã"
    assert notes(top) == [("chú thích 1", "¹ Theo báo cáo của xã")]
    assert notes(foot) == [("chú thích 1", "¹ Theo sổ của xã")]
