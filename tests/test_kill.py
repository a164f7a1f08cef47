"""A process that adds documents is killed at fifty points; two want to add at once, twenty times.

Nothing that was acknowledged is lost, nothing is half there; of two, one adds, and the other says
who holds the folder.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.soundness import check_documents, check_originals
from corpus.state import StateFolder

KILLS, RACES = 50, 20
ADDING = """
import sys
from pathlib import Path
from corpus.library import Library
from corpus.loaders.source import Source
from corpus.state import own

home, first = Path(sys.argv[1]), int(sys.argv[2])
with own(home, "adder"):
    library = Library.open(home)
    print("ready", flush=True)
    for n in range(first, first + 100_000):
        words = f"Điều {n}. Viên chức được biết nội dung số {n}.\\n" * 40
        library.take_in(Source(Path(f"{n}.txt"), words.encode()))
        print(n, flush=True)
"""
RACING = """
import sys
from pathlib import Path
from corpus.errors import LibraryLockedError
from corpus.library import Library
from corpus.loaders.source import Source
from corpus.state import own

home, name = Path(sys.argv[1]), sys.argv[2]
sys.stdin.readline()
try:
    with own(home, name):
        Library.open(home).take_in(Source(Path(f"{name}.txt"), f"Điều 1. {name}.".encode()))
        print("added", flush=True)
        sys.stdin.readline()
except LibraryLockedError as error:
    print(f"held by {error.owner}", flush=True)
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def killed_after(home: Path, first: int, seconds: float) -> set[int]:
    """Add documents until it is killed; return those that were acknowledged."""
    with start(ADDING, home, first) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()
        told, _ = process.communicate(timeout=30)
    lines = told.splitlines(keepends=True)
    return {int(line) for line in lines if line.endswith("\n")}


def test_what_was_acknowledged_survives_fifty_kills(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - a draw
    home, acknowledged = tmp_path / "home", set[int]()
    for kill in range(KILLS):
        # a text is decoded in a process of its own: some tenths of a second for each
        acknowledged |= killed_after(home, kill * 1000, chance.uniform(0.0, 0.8))
        check_documents(StateFolder(home))
        check_originals(StateFolder(home))
        library = Library.open(home)
        kept = {int(document.source.removesuffix(".txt")) for document in library.documents()}
        for document in library.documents()[-3:]:
            assert document.text.count("Viên chức được biết") == 40
            assert library.passages(document.id)
        library.close()
        assert acknowledged <= kept
    assert len(acknowledged) > KILLS // 2


@pytest.mark.parametrize("race", range(RACES))
def test_of_two_adders_one_wins_and_the_other_is_told_by_whom(tmp_path: Path, race: int) -> None:
    home, names = tmp_path / f"home{race}", ("one", "two")
    with start(RACING, home, "one") as one, start(RACING, home, "two") as two:
        told = raced((one, two))
        for racer in (one, two):
            racer.communicate("\n", timeout=30)
    winner = told.index("added")
    assert told[1 - winner].startswith(f"held by {names[winner]}, process")
    library = Library.open(home)
    assert [document.source for document in library.documents()] == [f"{names[winner]}.txt"]
    library.close()


def raced(racers: tuple[subprocess.Popen[str], ...]) -> list[str]:
    """Let both begin, and return what each says."""
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("\n")
        racer.stdin.flush()
    told = []
    for racer in racers:
        assert racer.stdout
        told.append(racer.stdout.readline().strip())
    return told
