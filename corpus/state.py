"""The state folder: where everything of a library lies, owned by one process at a time."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import LibraryLockedError, UnusableStateError

_LOOKS, _LOOK = 20, 0.025  # times, seconds


@dataclass(frozen=True, slots=True)
class StateFolder:
    """The names inside a state folder; nothing is created by asking."""

    home: Path

    @property
    def library(self) -> Path:
        """The database of documents and passages."""
        return self.home / "library.sqlite"

    @property
    def originals(self) -> Path:
        """The files as they were added, byte for byte."""
        return self.home / "originals"

    @property
    def index(self) -> Path:
        """The generations of the index."""
        return self.home / "index"

    @property
    def variants(self) -> Path:
        """Indexes that are only measured: built in another way, or by another embedder."""
        return self.home / "variants"

    @property
    def lock(self) -> Path:
        """The file whose lock is the ownership."""
        return self.home / "owner.lock"

    @property
    def owner(self) -> Path:
        """The file that says who holds the lock."""
        return self.home / "owner.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The process that owns a state folder; `url` is "" unless it is a server."""

    name: str
    pid: int
    url: str = ""

    def __str__(self) -> str:
        return f"{self.name}, process {self.pid}" + (f", {self.url}" if self.url else "")


@contextmanager
def own(home: Path, owner: str, url: str = "") -> Iterator[StateFolder]:
    """Own the state folder, which is created when missing, until the end of the block.

    The system gives the lock back when the process ends, however it ends.

    Raises:
        LibraryLockedError: another process owns it; at once, without waiting.
        UnusableStateError: it cannot be created or written.
    """
    folder = StateFolder(home)
    private_folder(home)
    lock = _lock(folder)
    try:
        lock.acquire()
    except Timeout as error:
        raise LibraryLockedError(home, _holder(folder)) from error
    except OSError as error:
        raise UnusableStateError(home, error.strerror or str(error)) from error
    try:
        _tell(folder, Owner(name=owner, pid=os.getpid(), url=url))
        yield folder
    finally:
        with suppress(OSError):  # a stale owner file does no harm
            folder.owner.unlink(missing_ok=True)
        lock.release()


def read_owner(home: Path) -> Owner | None:
    """Return who owns the folder now; None when nobody does, also after a killed owner."""
    folder = StateFolder(home)
    owner = _told(folder)
    if owner is None:
        return None
    lock = _lock(folder)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return owner
    lock.release()
    return None


def _holder(folder: StateFolder) -> str:
    """Return who holds the lock; who took it this moment has yet to say its name."""
    for _ in range(_LOOKS):
        if owner := _told(folder):
            return str(owner)
        time.sleep(_LOOK)
    return "another process"


def _lock(folder: StateFolder) -> FileLock:
    return FileLock(folder.lock, timeout=0, mode=0o600, thread_local=False)


def private_folder(home: Path) -> None:
    """Create a state folder where there is none; nobody else on the machine may look into it.

    Raises:
        UnusableStateError: it cannot be created or changed.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        home.chmod(0o700)
    except OSError as error:
        raise UnusableStateError(home, error.strerror or str(error)) from error


def _tell(folder: StateFolder, owner: Owner) -> None:
    """Write the owner file beside and move it there: who reads it never finds half of it."""
    beside = folder.owner.with_suffix(".new")
    try:
        with open(beside, "w", encoding="utf-8", opener=_private) as file:
            json.dump(asdict(owner), file)
        beside.replace(folder.owner)
    except OSError as error:
        raise UnusableStateError(folder.home, error.strerror or str(error)) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _told(folder: StateFolder) -> Owner | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(folder.owner.read_bytes())
        return Owner(name=str(told["name"]), pid=int(told["pid"]), url=str(told["url"]))
    return None
