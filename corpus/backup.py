"""Backups: everything that cannot be built again, in one file; taken while the library is used.

A backup is a ZIP with the database as it was at one moment, the originals that it names, the
settings file if there is one, and a manifest with the SHA-256 of each. The index is not in it: it
is built again from the texts.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.database import Database
from corpus.errors import DamagedLibraryError, HoiQuyCheError, UnusableStateError
from corpus.originals import Originals
from corpus.state import StateFolder, private_folder

FORMAT = 1
SETTINGS = "hoiquyche.toml"
_MANIFEST, _DATABASE, _ORIGINALS = "manifest.json", "library.sqlite", "originals/"
_NAME = re.compile(rf"{re.escape(_DATABASE)}|{re.escape(SETTINGS)}|originals/[0-9a-f]{{64}}\.bin")
_TRIES = 5  # a document may be removed between the database and its original
_NAMED = "SELECT sha256 FROM documents UNION SELECT sha256 FROM versions"


class BadBackupError(HoiQuyCheError):
    """A file that is no backup, or not the one that was written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class NotEmptyError(HoiQuyCheError):
    """A state folder that a backup would be restored over."""

    def __init__(self, home: Path) -> None:
        self.home = home
        super().__init__(f"{home} holds a library already")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What a backup holds: documents (their older versions not counted), files, bytes."""

    documents: int
    files: int
    size: int


def back_up(home: Path, target: Path) -> BackedUp:
    """Write a backup of a state folder, which another process may be serving.

    Raises:
        DamagedLibraryError: there is no library, or an original that it names is missing.
        UnusableStateError: the file cannot be written.
    """
    folder = StateFolder(home)
    if not folder.library.is_file():
        raise DamagedLibraryError(folder.library, "it is not there")
    for last in range(_TRIES):
        try:
            with _written_beside(target) as beside:
                return _write(folder, beside)
        except DamagedLibraryError:
            if last == _TRIES - 1:
                raise
            time.sleep(0.2)
    raise AssertionError  # the loop returns or raises


def restore(source: Path, home: Path) -> BackedUp:
    """Put a backup into a state folder in which there is no library.

    Everything is compared with the manifest before anything is written.

    Raises:
        BadBackupError: the file is no backup, or was changed.
        NotEmptyError: there is a library already.
        UnusableStateError: the folder cannot be written.
    """
    folder = StateFolder(home)
    if folder.library.exists() or not Originals(folder.originals).is_empty():
        raise NotEmptyError(home)
    try:
        with zipfile.ZipFile(source) as archive:
            names = _checked(source, archive)
            private_folder(home)
            for name in sorted(names, key=lambda one: one == _DATABASE):  # the database comes last
                _put(archive, name, home)
            documents = _count(folder.library)
            size = sum(info.file_size for info in archive.infolist())
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
        raise BadBackupError(source, str(error)) from error
    return BackedUp(documents=documents, files=len(names), size=size)


def _write(folder: StateFolder, beside: Path) -> BackedUp:
    with tempfile.TemporaryDirectory(dir=beside.parent, prefix=".backup-") as work:
        database = Path(work) / _DATABASE
        _snapshot(folder.library, database)
        files = {_DATABASE: database, **dict(_originals(folder, database))}
        settings = folder.home / SETTINGS
        if settings.is_file():
            files[SETTINGS] = settings
        digests = _packed(files, beside)
        documents = _count(database)
    return BackedUp(documents=documents, files=len(digests), size=beside.stat().st_size)


def _snapshot(library: Path, target: Path) -> None:
    """Copy a database as it is at one moment; who writes to it meanwhile is not kept waiting."""
    target.touch(mode=0o600)
    try:
        with (
            closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as read,
            closing(sqlite3.connect(target)) as copy,
        ):
            read.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise DamagedLibraryError(library, str(error)) from error


def _originals(folder: StateFolder, database: Path) -> Iterator[tuple[str, Path]]:
    originals = Originals(folder.originals)
    with closing(sqlite3.connect(database)) as copy:
        named = [str(sha256) for (sha256,) in copy.execute(_NAMED)]
    for sha256 in named:
        originals.read(sha256)  # raises when it is not what its name says
        yield f"{_ORIGINALS}{sha256}.bin", originals.path(sha256)


def _packed(files: dict[str, Path], beside: Path) -> dict[str, str]:
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        digests = {}
        for name, path in files.items():
            data = path.read_bytes()
            digests[name] = hashlib.sha256(data).hexdigest()
            archive.writestr(name, data)
        told = {"format": FORMAT, "files": digests}
        archive.writestr(_MANIFEST, json.dumps(told, indent=1))
    return digests


@contextmanager
def _written_beside(target: Path) -> Iterator[Path]:
    """Give a file that gets that name when it is whole; only its owner can read it."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".backup-")  # mode 0600
        os.close(handle)
        try:
            yield Path(name)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise UnusableStateError(target, error.strerror or str(error)) from error


def _checked(source: Path, archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the names of a backup whose every byte is what its manifest says."""
    told = json.loads(archive.read(_MANIFEST))
    files = told["files"]
    if told["format"] != FORMAT:
        raise BadBackupError(source, f"its format is {told['format']}")
    names = [name for name in archive.namelist() if name != _MANIFEST]
    if sorted(names) != sorted(files) or _DATABASE not in files:
        raise BadBackupError(source, "it does not hold what its manifest says")
    for name in names:
        if not _NAME.fullmatch(name):
            raise BadBackupError(source, f"it holds {name!r}")
        if hashlib.sha256(archive.read(name)).hexdigest() != files[name]:
            raise BadBackupError(source, f"{name} was changed")
    return tuple(names)


def _put(archive: zipfile.ZipFile, name: str, home: Path) -> None:
    path = home / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with open(path, "wb", opener=lambda where, flags: os.open(where, flags, 0o600)) as file:
        file.write(archive.read(name))
        file.flush()
        os.fsync(file.fileno())


def _count(library: Path) -> int:
    with closing(Database.open(library)) as database:
        return int(database.rows("SELECT count(*) FROM documents")[0][0])
