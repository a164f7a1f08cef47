"""The originals: files as they were added, byte for byte, each under the hash of its bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DamagedLibraryError, UnusableStateError

_INCOMING = ".incoming-"


@dataclass(frozen=True, slots=True)
class Originals:
    """A folder of files named by their SHA-256."""

    folder: Path

    def create(self) -> None:
        """Make the folder, private to its owner, and drop what a killed process left half."""
        with _usable(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for left in self.folder.glob(f"{_INCOMING}*"):
                left.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Return where the file with that hash lies."""
        return self.folder / f"{sha256}.bin"

    def keep(self, sha256: str, data: bytes) -> None:
        """Store bytes, safe on the disk, before or after: never half."""
        with _usable(self.folder):
            handle, name = tempfile.mkstemp(prefix=_INCOMING, dir=self.folder)  # mode 0600
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path(sha256))
            self._sync()

    def read(self, sha256: str) -> bytes:
        """Return the bytes with that hash.

        Raises:
            DamagedLibraryError: the file is missing or holds other bytes.
        """
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DamagedLibraryError(path, error.strerror or str(error)) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedLibraryError(path, "it was changed")
        return data

    def drop(self, sha256: str) -> None:
        """Remove a file; nothing happens when it is gone already."""
        with _usable(self.folder):
            self.path(sha256).unlink(missing_ok=True)

    def is_empty(self) -> bool:
        """Tell whether no file is kept."""
        return not self.folder.is_dir() or next(self.folder.glob("*.bin"), None) is None

    def _sync(self) -> None:
        if os.name == "nt":  # a folder cannot be opened there
            return
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnusableStateError(folder, error.strerror or str(error)) from error
