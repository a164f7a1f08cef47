"""What Office packs: told by the type of its main part, and never an archive."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from corpus.sniff import Format, sniff
from tests.corpus.files import changed, paragraphs, part
from tests.corpus.made.formats import pptx

TYPES = "[Content_Types].xml"


def renamed(package: bytes) -> bytes:
    """Return a document whose main part has the name that some programs give it."""
    kept = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package)) as before,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            data = before.read(name).replace(b"word/document.xml", b"word/document2.xml")
            after.writestr(name.replace("/document.xml", "/document2.xml"), data)
    return kept.getvalue()


def packed(types: str, *names: str) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(TYPES, f"<Types>{types}</Types>")
        for name in names:
            archive.writestr(name, "x")
    return kept.getvalue()


def test_the_main_part_of_a_document_may_have_any_name() -> None:
    package = renamed(paragraphs("Điều 1. Phạm vi"))
    assert b"document2.xml" in part(package, TYPES)
    assert loaded(Source(Path("a.docx"), package)).text == "Điều 1. Phạm vi"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", Format.OTHER),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", Format.SHEETS),
        ("application/vnd.ms-visio.drawing.main+xml", Format.OTHER),
        ("application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
         Format.SLIDES),
    ],
)  # fmt: skip
def test_the_type_of_the_main_part_says_what_a_package_is(kind: str, expected: Format) -> None:
    types = f'<Override PartName="/a/main.bin" ContentType="{kind}"/>'
    assert sniff(packed(types, "a/main.bin", "docProps/app.xml")) is expected


def test_a_package_of_no_known_type_is_no_archive() -> None:
    assert sniff(packed("", "xl/workbook.bin", "docProps/app.xml")) is Format.OTHER


@pytest.mark.parametrize(
    ("package", "usual", "other"),
    [
        (
            paragraphs("Mẫu số 1"),
            b"wordprocessingml.document.main",
            b"wordprocessingml.template.main",
        ),
        (
            paragraphs("Mẫu số 1"),
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        ),
        (
            pptx(["Mẫu số 1"]),
            b"presentationml.presentation.main",
            b"presentationml.slideshow.main",
        ),
    ],
    ids=["template", "macros", "show"],
)
def test_templates_shows_and_macros_read_like_ordinary_files(
    package: bytes, usual: bytes, other: bytes
) -> None:
    types = part(package, TYPES)
    assert usual in types
    changed_one = changed(package, {TYPES: types.replace(usual, other)})
    assert "Mẫu số 1" in loaded(Source(Path("a"), changed_one)).text
