"""The seals of files."""

from __future__ import annotations

import os
from pathlib import Path

from index.card import BIG, Sealed


def put(path: Path, whole: bytes, like: os.stat_result) -> None:
    """Write a file with the time of change that it had."""
    path.write_bytes(whole)
    os.utime(path, ns=(like.st_atime_ns, like.st_mtime_ns))


def test_every_byte_of_a_small_file_is_always_read(tmp_path: Path) -> None:
    path = tmp_path / "small"
    path.write_bytes(b"ab")
    sealed, was = Sealed.of(path), path.stat()
    put(path, b"aB", was)
    assert not sealed.holds(path, every_byte=False)


def test_a_large_file_is_read_when_its_time_has_changed_or_when_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(BIG))
    sealed, was = Sealed.of(path), path.stat()
    put(path, bytes(BIG - 1) + b"?", was)
    assert sealed.holds(path, every_byte=False)
    assert not sealed.holds(path, every_byte=True)
    os.utime(path, ns=(1, 1))
    assert not sealed.holds(path, every_byte=False)


def test_a_large_file_that_was_only_touched_holds(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(BIG))
    sealed = Sealed.of(path)
    os.utime(path, ns=(1, 1))
    assert sealed.holds(path, every_byte=False)


def test_a_file_of_another_size_does_not_hold(tmp_path: Path) -> None:
    path = tmp_path / "some"
    path.write_bytes(b"ab")
    sealed = Sealed.of(path)
    path.write_bytes(b"a")
    assert not sealed.holds(path, every_byte=False)
