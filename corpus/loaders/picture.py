"""Pictures of pages: their words recognised by Tesseract, where it is installed. The door to it.

Tesseract is a program of its own (`apt install tesseract-ocr tesseract-ocr-vie`), run on pictures
that were drawn here, one page at a time.
"""

from __future__ import annotations

import csv
import os
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO, StringIO
from itertools import groupby
from pathlib import Path
from shutil import which

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from corpus.errors import Unreadable
from corpus.loaders.flow import Drawn, flowed
from corpus.loaders.loaded import PAGE, Loaded
from corpus.loaders.source import Source

PROGRAM, LANGUAGE, TURNING = "tesseract", "vie", "osd"  # the last tells which way a page lies
SECONDS_A_PAGE = 60.0
DOTS = 300  # an inch; Tesseract reads letters of 20 to 40 dots best
MOST_DOTS = 60_000_000
_MOST_PAGES = 500
_WORD = "5"  # the level of a word in Tesseract's table


def can_recognise() -> bool:
    """Tell whether Tesseract and its Vietnamese model are installed."""
    return LANGUAGE in _models()


@cache
def _models() -> frozenset[str]:
    """Return the names of the models that Tesseract has; none where it is not installed."""
    if which(PROGRAM) is None:
        return frozenset()
    try:
        known = subprocess.run(  # noqa: S603  a program found by name, no words of a user
            [str(which(PROGRAM)), "--list-langs"], capture_output=True, check=False, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(known.stdout.decode("utf-8", "replace").split())


def picture_text(source: Source) -> Loaded:
    """Return the words of a picture, each of its frames a page.

    Raises:
        UnreadableSourceError: damaged, larger than a page can be, or without words.
    """
    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    try:
        with Image.open(BytesIO(source.data)) as image:
            frames = list(map(_upright, ImageSequence.Iterator(image)))
    except Image.DecompressionBombError as error:
        raise source.refused(Unreadable.TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise source.refused(Unreadable.DAMAGED) from error
    if len(frames) > _MOST_PAGES:
        raise source.refused(Unreadable.TOO_LARGE)
    return Loaded(text=f"\n{PAGE}".join(map(recognised, frames)), recognised=True)


def _upright(frame: Image.Image) -> Image.Image:
    """Return a picture the way it was held: telephones only note how they were turned.

    What is transparent is paper.
    """
    turned = ImageOps.exif_transpose(frame)
    if turned.has_transparency_data:
        layers = turned.convert("RGBA")
        turned = Image.alpha_composite(Image.new("RGBA", layers.size, "white"), layers)
    return turned.convert("L")


def recognised(page: Image.Image) -> str:
    """Return the words on the picture of a page, its wrapped lines joined."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        page.save(path)
        layout = ["--psm", "1"] if TURNING in _models() else []
        asked = [str(path), "stdout", "-l", LANGUAGE, "--dpi", str(DOTS), *layout, "tsv"]
        made = subprocess.run(  # noqa: S603  our own picture, no words of a user
            [str(which(PROGRAM)), *asked],
            capture_output=True,
            check=True,
            timeout=SECONDS_A_PAGE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    lines = list(_lines(made.stdout.decode("utf-8", "replace")))
    return flowed(lines, max((line.right for line in lines), default=0.0))


def _lines(table: str) -> Iterator[Drawn]:
    """Yield the lines of Tesseract's table of words."""
    rows = csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD and row["text"].strip())
    keys = ("block_num", "par_num", "line_num")
    for _, line in groupby(words, lambda row: [row[key] for key in keys]):
        yield _drawn(list(line))


def _drawn(words: list[dict[str, str]]) -> Drawn:
    first, last = words[0], words[-1]
    width = float(first["width"])
    return Drawn(
        text=" ".join(word["text"] for word in words),
        left=float(first["left"]),
        right=float(last["left"]) + float(last["width"]),
        bottom=-max(float(word["top"]) + float(word["height"]) for word in words),
        first=width * (1 + 1 / len(first["text"])),
    )
