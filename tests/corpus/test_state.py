"""One process owns a state folder, says who it is, and is forgotten when it is gone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import LibraryLockedError, UnusableStateError
from corpus.state import Owner, StateFolder, own, read_owner

OWN = """
import sys
from pathlib import Path
from corpus.state import own
with own(Path(sys.argv[1]), "hoiquyche serve", "http://127.0.0.1:7860"):
    print("owned", flush=True)
    sys.stdin.read()
"""


def start_owner(home: Path) -> subprocess.Popen[bytes]:
    """Start a process that owns `home`, and wait until it does."""
    owner = subprocess.Popen(
        [sys.executable, "-c", OWN, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert owner.stdout is not None
    assert owner.stdout.readline() == b"owned\n"
    return owner


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_folder_and_its_files_are_for_the_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    with own(home, "hoiquyche add") as folder:
        assert folder == StateFolder(home)
        assert mode(home) == 0o700
        assert mode(folder.owner) == mode(folder.lock) == 0o600


def test_the_owner_is_told_with_its_address(tmp_path: Path) -> None:
    with own(tmp_path, "hoiquyche serve", "http://127.0.0.1:7860"):
        owner = read_owner(tmp_path)
    assert owner == Owner(name="hoiquyche serve", pid=os.getpid(), url="http://127.0.0.1:7860")


def test_nobody_owns_a_folder_before_and_after(tmp_path: Path) -> None:
    assert read_owner(tmp_path / "none") is None
    with own(tmp_path, "hoiquyche add"):
        pass
    assert read_owner(tmp_path) is None


def test_a_second_owner_is_told_who_the_first_is(tmp_path: Path) -> None:
    with start_owner(tmp_path) as owner:
        with pytest.raises(LibraryLockedError) as caught, own(tmp_path, "hoiquyche add"):
            pytest.fail("two owners")
        assert caught.value.owner == f"hoiquyche serve, process {owner.pid}, http://127.0.0.1:7860"
        owner.communicate(b"")


def test_a_killed_owner_leaves_nothing_that_counts(tmp_path: Path) -> None:
    with start_owner(tmp_path) as owner:
        owner.send_signal(signal.SIGKILL)
        owner.communicate()
    assert json.loads(StateFolder(tmp_path).owner.read_bytes())["pid"] == owner.pid
    assert read_owner(tmp_path) is None
    with own(tmp_path, "hoiquyche add"):
        told = read_owner(tmp_path)
    assert told is not None
    assert told.pid == os.getpid()


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff"])
def test_a_spoilt_owner_file_does_no_harm(tmp_path: Path, junk: bytes) -> None:
    with own(tmp_path, "first") as folder:
        folder.owner.write_bytes(junk)
        assert read_owner(tmp_path) is None
        with pytest.raises(LibraryLockedError, match="another process"), own(tmp_path, "second"):
            pytest.fail("two owners")


def test_a_folder_that_cannot_be_made_is_an_error_of_the_tree(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableStateError), own(tmp_path / "file" / "home", "hoiquyche add"):
        pytest.fail("owned a file")


def test_an_error_inside_gives_the_folder_back(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), own(tmp_path, "hoiquyche add"):
        raise ZeroDivisionError
    assert read_owner(tmp_path) is None
