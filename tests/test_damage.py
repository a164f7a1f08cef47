"""Seventy-five kinds of damage to a state folder: each is seen before anything is served.

Damage of the index is repaired by `doctor --repair`, damage of the texts is explained; a flipped
bit that hits nothing (an empty page of SQLite) leaves every document as it was.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assistant import wiring
from assistant.question import Question
from assistant.settings import Settings
from assistant.wiring import load_embedder, open_workbench
from assistant.workbench import Workbench
from corpus.errors import (
    DamagedIndexError,
    DamagedLibraryError,
    MissingIndexError,
    StaleIndexError,
)
from index.cached import CachedEmbedder

QUESTION = "Công chức, viên chức được biết những nội dung nào?"
Damage = Callable[[Path], None]


def write(path: str, data: bytes) -> Damage:
    def damage(home: Path) -> None:
        found(home, path).write_bytes(data)

    return damage


def cut(path: str, share: float) -> Damage:
    def damage(home: Path) -> None:
        file = found(home, path)
        os.truncate(file, int(file.stat().st_size * share))

    return damage


def drop(path: str) -> Damage:
    def damage(home: Path) -> None:
        file = found(home, path)
        shutil.rmtree(file) if file.is_dir() else file.unlink()

    return damage


def statement(sql: str) -> Damage:
    def damage(home: Path) -> None:
        connection = sqlite3.connect(home / "library.sqlite")
        connection.execute(sql)
        connection.commit()
        connection.close()

    return damage


def swap(home: Path) -> None:
    """Give two files of the index each other's place."""
    one, other = found(home, "index/*/*/keys.npy"), found(home, "index/*/*/keyed.npy")
    beside = one.with_suffix(".swap")
    one.rename(beside)
    other.rename(one)
    beside.rename(other)


def found(home: Path, pattern: str) -> Path:
    return min(home.glob(pattern))


def flip(pattern: str, seed: int) -> Damage:
    def damage(home: Path) -> None:
        chance = random.Random(seed)  # noqa: S311 - a draw
        files = [f for f in sorted(home.glob(pattern)) if f.is_file() and f.stat().st_size]
        file = chance.choice(files)
        data = bytearray(file.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)

    return damage


INDEX = "index/*/*"
STRUCTURED: dict[str, Damage] = {
    "no pointer": drop("index/CURRENT"),
    "an empty pointer": write("index/CURRENT", b""),
    "a pointer to nothing": write("index/CURRENT", b"g999999\n"),
    "a pointer outside": write("index/CURRENT", b"../../etc\n"),
    "no card": drop("index/*/card.json"),
    "a card that is no JSON": write("index/*/card.json", b"{"),
    "a card of nothing": write("index/*/card.json", b"{}"),
    "half a card": cut("index/*/card.json", 0.5),
    "no vectors": drop(f"{INDEX}/vectors.npy"),
    "half of the vectors": cut(f"{INDEX}/vectors.npy", 0.5),
    "vectors of nothing": write(f"{INDEX}/vectors.npy", b""),
    "no entries": drop(f"{INDEX}/entries.jsonl"),
    "half of the entries": cut(f"{INDEX}/entries.jsonl", 0.5),
    "no store of Chroma": drop(f"{INDEX}/chroma"),
    "no database of Chroma": drop(f"{INDEX}/chroma/chroma.sqlite3"),
    "half a database of Chroma": cut(f"{INDEX}/chroma/chroma.sqlite3", 0.5),
    "no graph of Chroma": drop(f"{INDEX}/chroma/*/data_level0.bin"),
    "half a header of Chroma": cut(f"{INDEX}/chroma/*/header.bin", 0.5),
    "two files in each other's place": swap,
    "no index at all": drop("index"),
    "no library": drop("library.sqlite"),
    "a library that is text": write("library.sqlite", b"x" * 5000),
    "half a library": cut("library.sqlite", 0.5),
    "a text that was changed": statement("UPDATE documents SET text = replace(text, 'a', 'b')"),
    "a passage that is gone": statement("DELETE FROM passages WHERE position = 3"),
}
FLIPS: dict[str, Damage] = {
    **{f"bit {n} of the index": flip("index/**/*", n) for n in range(30)},
    **{f"bit {n} of the originals": flip("originals/*.bin", n) for n in range(10)},
    **{f"bit {n} of the library": flip("library.sqlite", n) for n in range(10)},
}
EVERY = STRUCTURED | FLIPS


@pytest.fixture(scope="module", autouse=True)
def embedded_once(office: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give every opening one embedder: seventy-five repairs need no text embedded twice."""
    embedder = CachedEmbedder(load_embedder(office), tmp_path_factory.mktemp("vectors"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wiring, "load_embedder", lambda *_: embedder)
        yield


@pytest.fixture(scope="module")
def sound(office: Settings) -> tuple[tuple[str, ...], object]:
    """Return the texts and an answer of the folder before it is damaged."""
    with open_workbench(office, owner="tests") as bench:
        return state(bench)


def state(bench: Workbench) -> tuple[tuple[str, ...], object]:
    bench.prepare(lambda _done, _all: None)
    texts = tuple(document.text for document in bench.documents())
    return texts, bench.assistant.ask(Question(QUESTION))


def test_there_are_seventy_five_kinds() -> None:
    assert (len(STRUCTURED), len(FLIPS)) == (25, 50)


@pytest.mark.parametrize("name", list(EVERY))
def test_damage_is_seen_before_serving_and_repaired_or_explained(
    name: str, office: Settings, tmp_path: Path, sound: tuple[tuple[str, ...], object]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(office.home, home)
    EVERY[name](home)
    settings = office.model_copy(update={"home": home})

    seen = True
    told = suppress(DamagedLibraryError)  # with what to do: see test_failures.py
    with told, open_workbench(settings, owner="tests") as bench:
        seen = repaired(bench)
        assert state(bench) == sound
    # what hit nothing that is read is a bit only: an empty page of the database
    assert seen or name in FLIPS


def repaired(bench: Workbench) -> bool:
    """Do as `doctor --repair` does; tell whether anything was wrong with the index."""
    try:
        bench.examine()
    except (MissingIndexError, DamagedIndexError, StaleIndexError):
        bench.rebuild(lambda _done, _all: None)
        bench.examine()
        return True
    return False
