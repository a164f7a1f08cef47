"""Letters: told by their head, whatever servers wrote before it, with the letters they pass on."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import TypeGuard

import pytest

from corpus.errors import UnreadableSourceError
from corpus.loaders.load import loaded, unpacked
from corpus.loaders.source import Source
from corpus.sniff import Format, sniff

WORDS = "Văn phòng gửi kế hoạch thực hiện quy chế dân chủ."
SERVERS = (
    b"Received: from a.example (2001:db8::1)\r\n by b.example; Tue, 5 Mar 2024\r\n"
    b"ARC-Seal: i=1; a=rsa-sha256;\r\n b=abc\r\nAuthentication-Results: spf=pass\r\n"
)
ENVELOPES = (
    b"",
    SERVERS,
    SERVERS * 40,  # more than is looked at
    b"Return-Path: <a@b>\r\nDKIM-Signature: v=1; a=rsa\r\n",
    b"From vanthu@xa.example Tue Mar  5 10:00:00 2024\r\n",
)
PAGE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://xa.example/\r\n"
    "Subject: Quy che\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><article>"
    f"<p>{WORDS * 8}</p></article></body></html>\r\n--B--\r\n"
).encode()


def letter(subject: str = "Gửi kế hoạch", words: str = WORDS) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Cc"] = "a@xa.example", "b@xa.example", "c@xa.example"
    made["Subject"] = subject
    made.set_content(words)
    return made


def read(data: bytes) -> list[str]:
    return [loaded(one).text for one in unpacked(Source(Path("thu.eml"), data)) if is_read(one)]


def is_read(one: Source | UnreadableSourceError) -> TypeGuard[Source]:
    return isinstance(one, Source)


@pytest.mark.parametrize("envelope", ENVELOPES, ids=range(len(ENVELOPES)))
def test_what_servers_write_before_a_letter_does_not_hide_it(envelope: bytes) -> None:
    head = "From: a@xa.example\nTo: b@xa.example\nCc: c@xa.example\nSubject: Gửi kế hoạch"
    assert read(envelope + letter().as_bytes()) == [f"{head}\n\n{WORDS}\n"]


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi: Sở Nội vụ\nTừ: Văn phòng\nNội dung: họp",
        "Title: Plan\nAuthor: Office\nDate: 2024\n\nWords",
        "From: a\nTo: b\nSubject: c\nand this line is no field\n\nWords",
    ],
)
def test_lines_with_colons_are_no_letter(text: str) -> None:
    assert sniff(text.encode()) is Format.TEXT


def test_a_letter_that_is_passed_on_is_a_document_of_its_own() -> None:
    outer = letter("Chuyển tiếp", "Xin chuyển thư kèm.")
    outer.add_attachment(letter("Báo cáo quý I/2024", "Đề nghị gửi báo cáo."))
    files = [*filter(is_read, unpacked(Source(Path("thu.eml"), outer.as_bytes())))]
    assert [str(one.path) for one in files] == ["thu.eml", "Báo cáo quý I 2024.eml"]
    assert "Đề nghị gửi báo cáo." in loaded(files[1]).text


def test_a_file_that_is_attached_without_a_name_is_kept() -> None:
    made = letter()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf")
    files = unpacked(Source(Path("thu.eml"), made.as_bytes()))
    assert [str(one.path) for one in files] == ["thu.eml", "tệp kèm 1.pdf"]


def test_a_page_that_a_browser_kept_gives_its_words() -> None:
    assert read(PAGE) == [WORDS * 8]
