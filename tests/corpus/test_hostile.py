"""Hostile and broken files: one clear error each, with its reason, soon."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders import child
from corpus.loaders.apart import parsed_apart, result
from corpus.loaders.load import load, loaded
from corpus.loaders.source import LARGEST, LONGEST_TEXT, Source
from corpus.sniff import Format, sniff
from tests.corpus.files import changed, paragraphs, part, pdf

DOCX = paragraphs("Điều 1. Phạm vi", "Quy chế này quy định việc thực hiện dân chủ.")
XML = part(DOCX, "word/document.xml")
LOCKED = (
    f"/ID [<{'00' * 16}> <{'00' * 16}>] "
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >>"
)
NOISE = hashlib.shake_256(b"noise").digest(5_000)
ODT = b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text"


def reason(data: bytes, name: str = "a.docx") -> Unreadable:
    with pytest.raises(UnreadableSourceError) as caught:
        loaded(Source(Path(name), data))
    assert caught.value.path.name == name
    return caught.value.reason


def with_doctype(xml: bytes) -> bytes:
    start = xml.index(b"?>") + 2
    return xml[:start] + b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + xml[start:]


def test_a_document_type_in_docx_is_refused() -> None:
    parts = {"word/document.xml": with_doctype(XML)}
    assert reason(changed(DOCX, parts)) is Unreadable.UNSAFE


def test_a_document_type_in_utf16_is_refused_too() -> None:
    xml = with_doctype(XML).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert reason(changed(DOCX, {"word/document.xml": xml})) is Unreadable.UNSAFE


def test_a_part_that_unpacks_to_more_than_two_hundred_times_is_refused() -> None:
    bomb = changed(DOCX, {"word/media/a.bin": b"\x00" * 8_000_000})
    assert len(bomb) < 100_000
    assert reason(bomb) is Unreadable.UNSAFE


def test_an_archive_of_very_many_parts_is_refused() -> None:
    assert reason(changed(DOCX, {f"word/{n}.bin": b"" for n in range(2_001)})) is Unreadable.UNSAFE


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("word/document.xml", XML)
    lying = plain.getvalue().replace(len(XML).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert reason(lying) is Unreadable.DAMAGED


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (DOCX[: len(DOCX) // 2], Unreadable.DAMAGED),
        (changed(DOCX, {"word/document.xml": XML[:200]}), Unreadable.DAMAGED),
        (pdf([["Điều 1. Phạm vi"]])[:300], Unreadable.DAMAGED),
        (pdf([["Điều 1. Phạm vi"]], trailer=LOCKED), Unreadable.ENCRYPTED),
        (pdf([[]]), Unreadable.EMPTY),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, Unreadable.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), Unreadable.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Unreadable.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 99, Unreadable.UNSUPPORTED),
        (b"RIFF" + b"\x00" * 99, Unreadable.UNSUPPORTED),
        (ODT, Unreadable.DAMAGED),
        (NOISE, Unreadable.UNSUPPORTED),
        (b" \n\t\r\n ", Unreadable.EMPTY),
        ("\ufeff".encode(), Unreadable.EMPTY),
        (b"<html><body><script>x()</script></body></html>", Unreadable.EMPTY),
        (paragraphs("", " "), Unreadable.EMPTY),
    ],
)
def test_a_broken_file_says_why(data: bytes, expected: Unreadable) -> None:
    assert reason(data) is expected


def test_content_is_believed_and_not_the_name() -> None:
    assert sniff(DOCX) is Format.DOCX
    assert sniff(pdf([["a"]])) is Format.PDF
    assert sniff(b"\xef\xbb\xbf<!-- x -->\n<HTML><body>") is Format.HTML
    assert sniff("<?xml version='1.0'?><html>".encode("utf-16")) is Format.HTML
    assert sniff(b"Theo <b>\xc4\x90i\xe1\xbb\x81u 1</b>, html") is Format.TEXT
    assert "Điều 1. Phạm vi" in loaded(Source(Path("a.txt"), DOCX)).text


@pytest.mark.parametrize("seed", range(8))
def test_random_damage_ends_in_text_or_in_an_error_of_the_tree(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  seeded on purpose
    data = bytearray(DOCX)
    for _ in range(20):
        data[draw.randrange(len(data))] = draw.randrange(256)
    with suppress(UnreadableSourceError):
        assert loaded(Source(Path("a.docx"), bytes(data))).text


def test_a_child_that_is_not_done_in_time_is_ended() -> None:
    source = Source(Path("a.docx"), DOCX)
    with pytest.raises(UnreadableSourceError) as caught:
        parsed_apart(source, Format.DOCX.value, seconds=0.001)
    assert caught.value.reason is Unreadable.TOO_HEAVY


def test_a_child_that_crashes_is_a_damaged_file() -> None:
    source = Source(Path("a.docx"), DOCX)
    with pytest.raises(UnreadableSourceError) as caught:
        result(source, -signal.SIGSEGV, b"")
    assert caught.value.reason is Unreadable.DAMAGED


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (MemoryError(), "TOO_HEAVY"),
        (RecursionError(), "TOO_HEAVY"),
        (ZeroDivisionError(), "DAMAGED"),
        (UnreadableSourceError("a", Unreadable.SCAN), "SCAN"),
    ],
)
def test_what_a_reader_raises_becomes_a_reason(raised: Exception, expected: str) -> None:
    def read(_source: Source) -> str:
        raise raised

    assert child.answer(child.read_by(read), Source(Path("a"), b"")) == {"reason": expected}


def test_a_text_of_any_length_is_not_taken() -> None:
    long = "a" * (LONGEST_TEXT + 1)
    reader = child.read_by(lambda _source: long)
    assert child.answer(reader, Source(Path("a"), b"")) == {"reason": "TOO_LARGE"}
    assert reason(long.encode()) is Unreadable.TOO_LARGE


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    empty = tmp_path / "empty"
    empty.touch()
    expected = {
        tmp_path: Unreadable.FOLDER,
        tmp_path / "none.txt": Unreadable.MISSING,
        empty / "below": Unreadable.FAILING,
        Path("a\x00b"): Unreadable.FAILING,
        pipe: Unreadable.SPECIAL,
        large: Unreadable.TOO_LARGE,
        empty: Unreadable.EMPTY,
    }
    for path, why in expected.items():
        with pytest.raises(UnreadableSourceError) as caught:
            load(path)
        assert caught.value.reason is why


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Quy chế", "utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableSourceError) as caught:
        load(path)
    assert caught.value.reason is Unreadable.FORBIDDEN
