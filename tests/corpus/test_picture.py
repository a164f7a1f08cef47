"""Pictures: photographs as they were held, what is transparent, words that are no Vietnamese."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from corpus.loaders.load import loaded
from corpus.loaders.picture import can_recognise
from corpus.loaders.source import Source
from tests.corpus.made.formats import drawn

pytestmark = pytest.mark.skipif(not can_recognise(), reason="needs tesseract-ocr-vie")

WORDS = "Nhân dân bàn và quyết định mức đóng góp"
ORIENTATION = 0x0112  # the tag of EXIF 2.32, 4.6.4
TURNED = 6  # its value for what has to be turned by a quarter, clockwise


def page(words: str = WORDS) -> Image.Image:
    return drawn([words] * 6, 200)[0]


def read(image: Image.Image, kind: str = "PNG", exif: Image.Exif | None = None) -> str:
    kept = BytesIO()
    image.save(kept, kind, exif=exif or Image.Exif())
    return loaded(Source(Path("anh"), kept.getvalue()), recognising=lambda: True).text


def test_a_photograph_is_read_the_way_it_was_held() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    assert WORDS in read(page().rotate(90, expand=True), "JPEG", exif)


def test_a_page_that_lies_on_its_side_is_read_where_the_model_for_it_is_installed() -> None:
    assert WORDS in read(page().rotate(90, expand=True))


def test_words_on_nothing_are_words_on_paper() -> None:
    clear = Image.new("LA", page().size, (0, 0))
    clear.putalpha(page().point(lambda light: 255 - light))
    assert WORDS in read(clear)


def test_recognised_words_that_are_no_vietnamese_are_kept() -> None:
    assert "Göttingen" in read(page("Universität Zürich, Köln, Göttingen, Düsseldorf"))
