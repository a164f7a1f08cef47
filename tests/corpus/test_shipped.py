"""The shipped texts come into a new library once, and stay away when they are removed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from corpus.library import Library
from corpus.shipped import fill, shipped_texts
from tests.corpus.world import steps

NAMES = [path.name for path in shipped_texts()]


def test_the_five_texts_are_those_of_the_manifest() -> None:
    manifest = json.loads(shipped_texts()[0].with_name("manifest.json").read_text("utf-8"))
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in shipped_texts()}
    assert hashes == {text["source"]: text["sha256"] for text in manifest["texts"]}
    assert len(hashes) == 5


def test_a_new_library_gets_the_texts_and_only_once(tmp_path: Path) -> None:
    library = Library.open(tmp_path, steps())
    assert [added.document.source for added in fill(library)] == NAMES
    library.remove(NAMES[0])
    assert fill(library) == ()
    library.close()
    again = Library.open(tmp_path, steps())
    assert fill(again) == ()
    assert [document.source for document in again.documents()] == NAMES[1:]
    again.close()


def test_a_first_start_that_was_cut_short_is_completed(tmp_path: Path) -> None:
    library = Library.open(tmp_path, steps())
    library.add(shipped_texts()[2])
    library.close()
    again = Library.open(tmp_path, steps())
    assert len(fill(again)) == 5
    assert [document.source for document in again.documents()] == NAMES
    again.close()


def test_a_library_that_has_texts_of_its_own_gets_none(tmp_path: Path) -> None:
    own = tmp_path / "quy-che.txt"
    own.write_text("Một", "utf-8")
    library = Library.open(tmp_path / "home", steps())
    library.add(own)
    assert fill(library) == ()
    library.remove("quy-che")
    assert fill(library) == ()
    library.close()
