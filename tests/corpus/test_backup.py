"""A backup holds everything that cannot be built again, and is put back only when it is whole."""

from __future__ import annotations

import json
import stat
import threading
import zipfile
from itertools import count
from pathlib import Path

import pytest

from corpus.backup import BadBackupError, NotEmptyError, back_up, restore
from corpus.errors import DamagedLibraryError, UnusableStateError
from corpus.library import Library
from corpus.loaders.source import Source


def library(home: Path, count: int = 3) -> Path:
    kept = Library.open(home)
    for number in range(count):
        add(kept, number)
    kept.close()
    return home


def add(kept: Library, number: int) -> None:
    words = f"Điều {number}. Viên chức được biết nội dung {number}.\n"
    kept.take_in(Source(Path(f"{number}.txt"), words.encode()))


def contents(home: Path) -> list[tuple[str, str]]:
    kept = Library.open(home)
    found = [(one.id, one.text) for one in kept.documents()]
    kept.close()
    return found


def test_what_is_restored_is_what_was_backed_up(tmp_path: Path) -> None:
    home = library(tmp_path / "a")
    (home / "hoiquyche.toml").write_text("port = 7000\n")
    made = back_up(home, tmp_path / "out" / "b.zip")

    restored = restore(tmp_path / "out" / "b.zip", tmp_path / "c")

    assert (made.documents, restored.documents) == (3, 3)
    assert contents(tmp_path / "c") == contents(home)
    originals = {path.name: path.read_bytes() for path in (home / "originals").glob("*.bin")}
    assert originals == {
        path.name: path.read_bytes() for path in (tmp_path / "c" / "originals").glob("*.bin")
    }
    assert (tmp_path / "c" / "hoiquyche.toml").read_text() == "port = 7000\n"


def test_a_backup_and_what_is_restored_are_their_owners_only(tmp_path: Path) -> None:
    back_up(library(tmp_path / "a"), tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "c")
    for path in (tmp_path / "b.zip", tmp_path / "c" / "library.sqlite", tmp_path / "c"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_backup_taken_while_the_library_changes_is_whole(tmp_path: Path) -> None:
    kept, done = Library.open(tmp_path / "a"), threading.Event()
    writing = threading.Thread(target=keep_changing, args=(kept, done))
    writing.start()
    try:
        for turn in range(8):
            back_up(tmp_path / "a", tmp_path / f"{turn}.zip")
            restored = restore(tmp_path / f"{turn}.zip", tmp_path / f"r{turn}")
            files = len(list((tmp_path / f"r{turn}" / "originals").glob("*.bin")))
            assert files == restored.documents
    finally:
        done.set()
        writing.join()
        kept.close()


def test_nothing_is_restored_over_a_library(tmp_path: Path) -> None:
    home = library(tmp_path / "a")
    back_up(home, tmp_path / "b.zip")
    with pytest.raises(NotEmptyError):
        restore(tmp_path / "b.zip", home)


def keep_changing(kept: Library, done: threading.Event) -> None:
    for number in count():
        add(kept, number)
        if number > 3:
            kept.remove(f"{number - 3}.txt")
        if done.wait(0.02):
            return


def changed(path: Path, name: str, data: bytes | None) -> None:
    """Write a backup again with one file changed, added or, with None, left out."""
    with zipfile.ZipFile(path) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    if data is None:
        del files[name]
    else:
        files[name] = data
    with zipfile.ZipFile(path, "w") as archive:
        for one, words in files.items():
            archive.writestr(one, words)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("library.sqlite", b"x"),
        ("library.sqlite", None),
        ("manifest.json", None),
        ("manifest.json", b"{"),
        ("manifest.json", b"[]"),
        ("../evil.txt", b"x"),
        ("originals/../../evil.bin", b"x"),
        ("hoiquyche.toml", b"port = 1"),
    ],
)
def test_a_backup_that_was_changed_is_refused_before_anything_is_written(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    back_up(library(tmp_path / "a"), tmp_path / "b.zip")
    changed(tmp_path / "b.zip", name, data)
    with pytest.raises(BadBackupError):
        restore(tmp_path / "b.zip", tmp_path / "c")
    assert not (tmp_path / "c").exists()


def test_a_name_that_leads_outside_is_refused_even_with_its_digest(tmp_path: Path) -> None:
    back_up(library(tmp_path / "a"), tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        told = json.loads(archive.read("manifest.json"))
    told["files"]["../evil.txt"] = (
        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of b"x"
    )
    changed(tmp_path / "b.zip", "manifest.json", json.dumps(told).encode())
    changed(tmp_path / "b.zip", "../evil.txt", b"x")
    with pytest.raises(BadBackupError):
        restore(tmp_path / "b.zip", tmp_path / "c")
    assert not (tmp_path / "evil.txt").exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no archive", b"x" * 1000])
def test_what_is_no_backup_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BadBackupError):
        restore(tmp_path / "b.zip", tmp_path / "c")


def test_a_backup_of_nothing_or_to_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(DamagedLibraryError):
        back_up(tmp_path / "none", tmp_path / "b.zip")
    (tmp_path / "file").write_text("")
    with pytest.raises(UnusableStateError):
        back_up(library(tmp_path / "a"), tmp_path / "file" / "b.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "file"]


def test_an_original_that_was_lost_is_told_not_left_out(tmp_path: Path) -> None:
    home = library(tmp_path / "a")
    next((home / "originals").glob("*.bin")).unlink()
    with pytest.raises(DamagedLibraryError):
        back_up(home, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()
