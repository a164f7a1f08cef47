"""A process killed in the middle of a change: what was stays, or what comes is whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.state import StateFolder, own
from tests.corpus.test_library import originals, sha256
from tests.corpus.world import steps

CHANGE = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from corpus.library import Library
from corpus.originals import Originals
from corpus.state import own
from tests.corpus.world import parse_words, steps

home, file, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

class Dying(Originals):
    def keep(self, sha256, data):
        if moment == "before-keep": die()
        super().keep(sha256, data)
        if moment == "after-keep": die()
    def drop(self, sha256):
        if moment == "before-drop": die()
        super().drop(sha256)
        if moment == "after-drop": die()

at = {"parse": {"parse": die}, "change": {"clock": die}}.get(moment, {})
with own(home, "test"):
    library = Library.open(home, replace(steps(), **at))
    library._originals = Dying(library._originals.folder)
    if moment.startswith("remove"):
        moment = moment.removeprefix("remove-")
        library.remove("a")
    else:
        library.add(file)
"""
BEFORE = ("parse", "before-keep", "after-keep", "change")
AFTER = ("before-drop", "after-drop")


def killed_while(moment: str, home: Path, file: Path) -> None:
    command = [sys.executable, "-c", CHANGE, str(home), str(file), moment]
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == -signal.SIGKILL


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    file = tmp_path / "a.txt"
    file.write_text("Một hai", "utf-8")
    library = Library.open(home, steps())
    library.add(file)
    library.close()
    file.write_text("Ba bốn năm", "utf-8")
    return home


@pytest.mark.parametrize("moment", BEFORE)
def test_a_replacement_that_was_killed_is_not_half_there(
    home: Path, tmp_path: Path, moment: str
) -> None:
    killed_while(moment, home, tmp_path / "a.txt")
    text = "Một hai"
    with own(home, "test"):
        library = Library.open(home, steps())
        assert [document.text for document in library.documents()] == [text]
        assert [passage.text for passage in library.passages("a")] == text.split()
        assert originals(home) == {sha256(text)}
        assert library.add(tmp_path / "a.txt").document.text == "Ba bốn năm"
        assert originals(home) == {sha256("Ba bốn năm"), sha256(text)}
        library.close()


@pytest.mark.parametrize("moment", AFTER)
def test_a_removal_that_was_killed_is_completed_by_the_next_opening(
    home: Path, tmp_path: Path, moment: str
) -> None:
    killed_while(f"remove-{moment}", home, tmp_path / "a.txt")
    library = Library.open(home, steps())
    assert library.documents() == ()
    assert originals(home) == set()
    library.close()


def test_half_an_original_is_dropped_at_the_next_opening(home: Path) -> None:
    half = StateFolder(home).originals / ".incoming-x"
    half.write_bytes(b"M")
    Library.open(home, steps()).close()
    assert not half.exists()
