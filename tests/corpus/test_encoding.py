"""Bytes become Vietnamese text, or an error; never garbled letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from corpus.errors import Unreadable, UnreadableSourceError, UnsupportedFormatError
from corpus.loaders.legacy import TCVN3
from corpus.loaders.legible import is_syllable
from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.reading import Mending
from tests.corpus.files import cp1258, tcvn3
from tests.corpus.made import formats

TEXT = (
    "Quy chế thực hiện dân chủ ở cơ sở\n"
    "Thủ trưởng cơ quan công khai, minh bạch những việc phải để công chức biết; "
    "đường lối, nghị quyết, kế hoạch hằng năm, dự toán, quyết toán ngân sách được giao.\n"
)


def read(data: bytes) -> str:
    return loaded(Source(Path("a.txt"), data)).text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_form_of_unicode_is_read(encoding: str) -> None:
    assert read(TEXT.encode(encoding)) == TEXT


def test_the_eight_bit_tables_are_told_apart_by_the_syllables() -> None:
    assert read(cp1258(TEXT)) == TEXT
    assert read(tcvn3(TEXT)) == TEXT


def test_a_few_words_are_enough() -> None:
    assert read(tcvn3("Quy chế dân chủ")) == "Quy chế dân chủ"
    assert read(cp1258("Quy chế dân chủ")) == "Quy chế dân chủ"


def test_the_table_of_tcvn3_holds_every_letter_with_a_tone() -> None:
    lower = {unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES_OR_NONE}
    assert {letter for letter in lower if not letter.isascii()} | {"đ", "Đ"} <= set(TCVN3)
    assert len(TCVN3) == 96


def test_plain_ascii_is_read() -> None:
    assert read(b"Cong bo thong tin\n") == "Cong bo thong tin\n"


@pytest.mark.parametrize("data", [TEXT.encode(), tcvn3(TEXT)])
def test_what_an_earlier_program_took_for_western_letters_is_made_good(data: bytes) -> None:
    garbled = "".join(western(byte) for byte in data)
    assert garbled != TEXT
    assert read(garbled.encode()) == TEXT


def western(byte: int) -> str:
    """Return what a browser shows for a byte of an unnamed page: cp1252, holes as controls."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    "data",
    [
        "été à la forêt, où l'âne brûle déjà près du château".encode("latin-1"),
        bytes(range(0xA0, 0x100)) * 20,
        "ŁódŹ ŻÓłĆ ŚŃ ĄĘ źdźbło śćieżka żółw".encode("cp1250"),
    ],
)
def test_bytes_that_are_no_vietnamese_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read(data)
    assert caught.value.reason is Unreadable.GARBLED


@pytest.mark.parametrize(
    "text",
    [
        "Krông Pắc, Ea Kiết, Krông Búk, Đắk Mil, Krông Nô, Chư Prông, Kông Chro, Ngọk Réo.",
        "Y Krăk Niê Kdăm, H'Wăt Êban, Y Brŏ Ayŭn, H'Lĭ Êñuôl, Y Čăm Bkrông",
        "Université de Besançon, Universität Zürich, São Paulo, Köln, Göttingen, Málaga",
        "été à la forêt, où l'âne brûle déjà près du château",
    ],
)
def test_names_and_words_of_other_languages_in_unicode_are_kept(text: str) -> None:
    assert read(text.encode()) == text


@pytest.mark.parametrize("lost", [TEXT.encode(), tcvn3(TEXT)])
def test_letters_in_a_wrong_table_that_cannot_be_read_again_are_refused(lost: bytes) -> None:
    garbled = f"Ế {''.join(map(western, lost))}"  # one letter that no byte of that table is
    with pytest.raises(UnreadableSourceError) as caught:
        read(garbled.encode())
    assert caught.value.reason is Unreadable.GARBLED


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"abc\x00def" * 50, b"\x01\x02" * 99])
def test_binary_junk_is_no_text(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError):
        read(data)


def test_a_few_damaged_bytes_lose_no_more_than_their_characters() -> None:
    data = (TEXT * 3).replace(" thực", "\nthực", 1).encode()
    at = data.index("ự".encode())
    found = loaded(Source(Path("a.txt"), data[:at] + data[at + 1 :]))
    assert found.text == (TEXT * 3).replace(" thực", "\nth\ufffd\ufffdc", 1)
    assert [(one.what, one.count, one.after) for one in found.mended] == [
        (Mending.LOST, 2, "th\ufffd\ufffdc")
    ]
    assert found.mended[0].before == r"th\xbb\xb1c"


def test_letters_of_an_older_code_inside_a_format_are_shown_with_their_first_line() -> None:
    lines = [from_tcvn3_back(TEXT.split("\n", maxsplit=1)[0])] * 3
    found = loaded(Source(Path("a.docx"), formats.docx(lines)))
    (done,) = found.mended
    assert (done.before, done.after) == (lines[0], TEXT.split("\n", maxsplit=1)[0])


def from_tcvn3_back(text: str) -> str:
    return tcvn3(text).decode("latin-1")


def test_utf16_that_breaks_off_is_damaged() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read(TEXT.encode("utf-16")[:-1])
    assert caught.value.reason is Unreadable.DAMAGED


def test_control_characters_that_nobody_sees_go_and_page_breaks_become_line_ends() -> None:
    text = f"Hết trang một\x07\x0cTrang hai. {PLAIN * 3}"
    document, _ = parse("a.txt", read(text.encode()))
    assert document.text == f"Hết trang một\nTrang hai. {PLAIN * 3}"
    assert document.reading.pages == (0, 14)


@pytest.mark.parametrize("word", ["nghiêng", "quyết", "khuỷu", "thuở", "ở", "giữa", "oằn", "chệch"])
def test_a_vietnamese_syllable_is_legal(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["thùc", "été", "chủở", "háà", "brûle", "Ã¡"])
def test_what_no_vietnamese_mouth_says_is_illegal(word: str) -> None:
    assert not is_syllable(word)


TONES_OR_NONE = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
PLAIN = "Thẩm quyền của thủ tướng là quyết định, phổ biến kế hoạch ở cơ sở"
