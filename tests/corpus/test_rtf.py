"""RTF: footnotes, strokes, words that are not seen, marks of secrecy in page headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import SecretSourceError
from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from tests.corpus.made.formats import in_rtf

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}\pard\plain "


def read(body: str) -> list[str]:
    text = loaded(Source(Path("a.rtf"), f"{HEAD}{body}}}".encode("ascii"))).text
    return [line for line in text.splitlines() if line]


def test_a_footnote_stands_below_its_paragraph_and_parts_no_sentence() -> None:
    first, second = in_rtf("Quy chế số 5."), in_rtf("Kế hoạch năm 2024,")
    rest = in_rtf("phần một")
    noted = rf"{{\footnote\pard {second}\par {rest}}}"
    body = (
        rf"{in_rtf('Theo quy chế')}{{\cs16\super\chftn{{\footnote\ltrpar\pard\plain "
        rf"{{\super\chftn}} {first}}}}} {in_rtf('của xã')}"
        rf"{{\super\chftn}}{noted}.\par {in_rtf('Hết')}"
    )
    assert read(body) == [
        "Theo quy chế¹ của xã².",
        "¹ Quy chế số 5.",
        "² Kế hoạch năm 2024, phần một",
        "Hết",
    ]


def test_a_stroke_that_the_author_wrote_stays() -> None:
    body = (
        rf"{in_rtf('Điện thoại: 1 | Thư: 2')}\par {in_rtf('Bản {A|')}\par "
        rf"\trowd A\'7c1\cell B\cell\row \u7898|\u7898|n"
    )
    assert read(body) == ["Điện thoại: 1 | Thư: 2", "Bản {A|", "A|1 | B", "ỚỚn"]


def test_hidden_and_deleted_words_are_left_out() -> None:
    body = (
        rf"Mot {{\v {in_rtf('ẩn')} {{\b hai}}}}ba \v bon\v0 nam {{\deleted sau}} bay"
        rf" \v tam\plain chin"
    )
    assert read(body) == ["Mot ba nam  bay chin"]


@pytest.mark.parametrize("place", ["header", "headerl", "headerf", "footer"])
def test_a_stamp_in_the_page_header_is_seen(place: str) -> None:
    with pytest.raises(SecretSourceError):
        read(rf"{{\{place}\pard\plain {in_rtf('TỐI MẬT')}\par}}Bao cao\par")


def test_a_page_header_is_no_part_of_the_text() -> None:
    assert read(rf"{{\header {in_rtf('Công báo số 5')}\par}}Bao cao\par") == ["Bao cao"]


def test_the_bytes_of_a_picture_are_no_groups() -> None:
    assert read(r"Mot{\pict\wmetafile8\bin5 {{{{|}hai\par") == ["Mothai"]
