"""The texts that the tests of this package parse."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpus.document import Document
from corpus.parse import parse
from corpus.passage import Passage, PassageKind

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "corpus" / "texts").glob("*.txt"))
LAWS = sorted((ROOT.parent / "shared" / "law").glob("*.txt"))
ARTICLES = {
    "blld-45-2019-dieu-1-169.txt": 169,
    "luat-10-2022-qh15.txt": 91,
    "luat-khieu-nai-02-2011.txt": 70,
    "luat-pctn-36-2018.txt": 96,
    "luat-tiep-can-thong-tin-104-2016.txt": 37,
    "luat-tiep-cong-dan-42-2013.txt": 36,
    "luat-to-cao-25-2018.txt": 67,
    "nd-145-2020-dieu-1-91.txt": 91,
    "nd-30-2020.txt": 38,
    "nd-59-2023.txt": 31,
    "nd-61-2023.txt": 25,
}
CLAUSES_AND_POINTS = {
    "blld-45-2019-dieu-1-169.txt": (481, 196),
    "luat-10-2022-qh15.txt": (349, 186),
    "luat-khieu-nai-02-2011.txt": (149, 124),
    "luat-pctn-36-2018.txt": (279, 163),
    "luat-tiep-can-thong-tin-104-2016.txt": (103, 84),
    "luat-tiep-cong-dan-42-2013.txt": (107, 76),
    "luat-to-cao-25-2018.txt": (191, 181),
    "nd-145-2020-dieu-1-91.txt": (292, 289),
    "nd-30-2020.txt": (116, 94),
    "nd-59-2023.txt": (81, 61),
    "nd-61-2023.txt": (86, 73),
}
Parsed = tuple[Document, tuple[Passage, ...]]


@cache
def parsed(path: Path) -> Parsed:
    return parse(path.name, path.read_text(encoding="utf-8"))


def seed(number: str) -> Parsed:
    return parsed(next(path for path in SEEDS if path.name.startswith(number)))


def of_kind(passages: tuple[Passage, ...], kind: PassageKind) -> list[Passage]:
    return [p for p in passages if p.kind is kind]


def starting(passages: tuple[Passage, ...], words: str) -> Passage:
    """Return the only passage that begins with `words`."""
    (found,) = [p for p in passages if p.text.startswith(words)]
    return found
