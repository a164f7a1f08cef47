"""Two hundred malformed files: each ends soon with one sentence, and the library is unchanged."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import HoiQuyCheError, Unreadable
from corpus.library import Library
from corpus.loaders.load import unpacked
from corpus.loaders.source import read_source
from tests.corpus.files import changed, part
from tests.corpus.made import formats
from ui.failures import sentence

LINES = ["KẾ HOẠCH", "Thực hiện dân chủ ở cơ sở", "Điều 1. Công khai cho công chức biết."]
ROWS = (("TT", "Nội dung", "Tiền"), ("1", "Quỹ", "5.000"), ("2", "Hội phí", "7.000"))
GOOD = {
    "docx": formats.docx(LINES, ROWS),
    "doc": formats.doc(LINES),
    "rtf": formats.rtf(LINES, ROWS),
    "odt": formats.odt(LINES, ROWS),
    "pdf": formats.pdf(LINES),
    "scan.pdf": formats.scan(LINES, dots=60),
    "html": formats.html(LINES, ROWS),
    "xlsx": formats.xlsx(ROWS),
    "pptx": formats.pptx(LINES, ROWS),
    "eml": formats.eml(LINES, {"a.txt": b"abc"}),
    "zip": formats.packed({"a.txt": "Kế hoạch".encode(), "b.docx": formats.docx(LINES)}),
    "png": formats.picture(LINES),
}
ZIPPED = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/workbook.xml",
          "pptx": "ppt/presentation.xml"}  # fmt: skip
SECONDS = 30.0  # of a wall clock, beside other tests; by itself the slowest takes a third of it
COUNT = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A malformed file, and whether some of it may still be read: damage can miss the words."""

    name: str
    data: bytes
    may_be_read: bool = False


def cut_off() -> Iterator[Case]:
    for kind, data in GOOD.items():
        for share in (0.02, 0.2, 0.4, 0.6, 0.95):
            yield Case(f"cut-{share}.{kind}", data[: int(len(data) * share)], may_be_read=True)


def with_a_fuzzed_head() -> Iterator[Case]:
    for kind, data in GOOD.items():
        for seed in range(4):
            draw = random.Random(f"{kind}{seed}")  # noqa: S311  seeded on purpose
            head = bytearray(data[:256])
            for _ in range(12):
                head[draw.randrange(4, len(head))] = draw.randrange(256)
            yield Case(f"head-{seed}.{kind}", bytes(head) + data[256:], may_be_read=True)


def with_random_damage() -> Iterator[Case]:
    for kind, data in GOOD.items():
        for seed in range(4):
            draw = random.Random(f"{seed}{kind}")  # noqa: S311
            bad = bytearray(data)
            for _ in range(max(8, len(bad) // 200)):
                bad[draw.randrange(len(bad))] = draw.randrange(256)
            yield Case(f"damage-{seed}.{kind}", bytes(bad), may_be_read=True)


def bombs() -> Iterator[Case]:
    blanks = b" " * 30_000_000
    for kind, name in ZIPPED.items():
        data = GOOD[kind]
        yield Case(f"bomb.{kind}", changed(data, {"x/blank.bin": b"\0" * 30_000_000}))
        yield Case(f"padded.{kind}", changed(data, {name: part(data, name) + blanks}))
        yield Case(f"crowd.{kind}", changed(data, {f"x/{n}": b"" for n in range(2_100)}))
    yield Case("bomb.zip", formats.packed({"a.txt": b"a" * 60_000_000}))
    yield Case("crowd.zip", formats.packed({f"{n}.txt": b"abc" for n in range(600)}))
    inner = formats.packed({"a.txt": b"a" * 20_000_000})
    yield Case("nested.zip", formats.packed({f"{n}.zip": inner for n in range(20)}))


def entities() -> Iterator[Case]:
    lol = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        f'<!ENTITY a{n} "{"&a;" if n == 0 else f"&a{n - 1};" * 10}">'.encode() for n in range(12)
    )
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for kind, name in ZIPPED.items():
        xml = part(GOOD[kind], name)
        start = xml.index(b"?>") + 2 if b"?>" in xml else 0
        for what, declared in (("laugh", lol + b"]>"), ("outside", outside)):
            data = changed(GOOD[kind], {name: xml[:start] + declared + xml[start:]})
            yield Case(f"{what}.{kind}", data)


def deep() -> Iterator[Case]:
    divs = b"<!doctype html><html><body>" + b"<div>" * 100_000
    yield Case("deep.html", divs + "Kế hoạch".encode(), may_be_read=True)
    yield Case("deep.rtf", b"{\\rtf1 " + b"{" * 200_000 + b"a" + b"}" * 200_000, may_be_read=True)
    xml = part(GOOD["odt"], "content.xml")
    at = xml.index(b"<text:p>")
    spans = b"<text:span>" * 50_000 + b"a" + b"</text:span>" * 50_000
    bad = xml[:at] + b"<text:p>" + spans + b"</text:p>" + xml[at:]
    yield Case("deep.odt", changed(GOOD["odt"], {"content.xml": bad}), may_be_read=True)
    lists = b"<text:list><text:list-item>" * 20_000
    yield Case("lists.odt", changed(GOOD["odt"], {"content.xml": xml[:at] + lists + xml[at:]}))
    body = part(GOOD["docx"], "word/document.xml")
    at = body.index(b"<w:p>") if b"<w:p>" in body else body.index(b"<w:p ")
    tables = b"<w:tbl><w:tr><w:tc>" * 20_000
    nested = changed(GOOD["docx"], {"word/document.xml": body[:at] + tables + body[at:]})
    yield Case("deep.docx", nested)
    yield Case("deep.pdf", b"%PDF-1.7\n" + b"[" * 500_000, may_be_read=True)
    yield Case("deep.eml", b"From: a\nTo: b\nSubject: c\n" + b"\n> " * 100_000, may_be_read=True)


def locked() -> Iterator[Case]:
    with zipfile.ZipFile(BytesIO(GOOD["zip"])) as archive:
        header = archive.infolist()[0].header_offset
    bad = bytearray(GOOD["zip"])
    bad[header + 6] |= 1
    bad[bad.index(b"PK\x01\x02") + 8] |= 1
    yield Case("locked.zip", bytes(bad))
    old = bytearray(GOOD["doc"])
    old[old.index(b"\xec\xa5") + 11] |= 1
    yield Case("locked.doc", bytes(old))
    package = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") + bytes(2_000)
    yield Case("locked.docx", package)


def in_disguise() -> Iterator[Case]:
    for kind in ("pdf", "docx", "doc", "rtf", "xlsx", "png", "zip", "html"):
        draw = random.Random(kind)  # noqa: S311
        start = GOOD[kind][:8]
        yield Case(f"noise.{kind}", start + draw.randbytes(3_000), may_be_read=kind == "html")
    yield Case("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    yield Case("program.docx", b"MZ\x90\x00" + bytes(500))
    yield Case("empty.txt", b"")


CASES = [
    *cut_off(), *with_a_fuzzed_head(), *with_random_damage(), *bombs(), *entities(), *deep(),
    *locked(), *in_disguise(),
]  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "home")
    good = tmp_path / "tốt.docx"
    good.write_bytes(GOOD["docx"])
    opened.add(good)
    yield opened
    opened.close()


def test_two_hundred_malformed_files_each_end_soon_and_leave_the_library_as_it_was(
    library: Library, tmp_path: Path
) -> None:
    assert len(CASES) >= COUNT
    before = library.digest()

    def tried(case: Case) -> tuple[Case, float, HoiQuyCheError | None]:
        path = tmp_path / case.name
        path.write_bytes(case.data)
        start = time.monotonic()
        try:
            for source in unpacked(read_source(path)):
                if isinstance(source, HoiQuyCheError):
                    raise source
                library.read(source)
        except HoiQuyCheError as error:
            return case, time.monotonic() - start, error
        return case, time.monotonic() - start, None

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(tried, CASES))
    assert [case.name for case, seconds, _ in done if seconds > SECONDS] == []
    assert [case.name for case, _, error in done if not error and not case.may_be_read] == []
    said = [sentence(error) for _, _, error in done if error]
    assert len(said) > COUNT / 2
    assert [words for words in said if "\n" in words or not words.endswith(".")] == []
    assert library.digest() == before
    assert all(reason in Unreadable for reason in reasons(done))


def reasons(done: list[tuple[Case, float, HoiQuyCheError | None]]) -> Iterator[Unreadable]:
    """Yield why each file could not be read."""
    for _, _, error in done:
        if error is not None:
            yield getattr(error, "reason")  # noqa: B009
