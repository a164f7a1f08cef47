"""A source: the bytes of a file, held whole, with the name to call it by."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import Unreadable, UnreadableSourceError, unreadable

LARGEST = 25 * 1024 * 1024  # bytes
LONGEST_TEXT = 5_000_000  # characters; the longest codes have a tenth of it


_FOLLOWING = bytes(range(0x80, 0xC0))  # bytes of UTF-8 with which no character begins


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file; `path` is only its name, nothing is read from there again."""

    path: Path
    data: bytes

    def refused(self, reason: Unreadable) -> UnreadableSourceError:
        """Return the error that says why this file cannot become a document."""
        return unreadable(self.path, reason)


def read_source(path: Path) -> Source:
    """Read a file whole.

    Raises:
        UnreadableSourceError: missing, a folder, forbidden, empty or larger than `LARGEST`.
    """
    try:
        status = path.stat()
        _check(path, status.st_mode, status.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise unreadable(path, Unreadable.MISSING) from error
    except PermissionError as error:
        raise unreadable(path, Unreadable.FORBIDDEN) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise unreadable(path, Unreadable.FAILING) from error
    _check(path, stat.S_IFREG, len(data))  # it may have grown or shrunk meanwhile
    return Source(path, data)


def _check(path: Path, mode: int, size: int) -> None:
    if stat.S_ISDIR(mode):
        raise unreadable(path, Unreadable.FOLDER)
    if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
        raise unreadable(path, Unreadable.SPECIAL)
    if size > LARGEST:
        raise unreadable(path, Unreadable.TOO_LARGE)
    if size == 0:
        raise unreadable(path, Unreadable.EMPTY)


def is_long(data: bytes) -> bool:
    """Tell without decoding whether bytes, if they are a text, are more of it than is taken in.

    Marks apart and letters of two bytes make a text up to twice as long as it will be.

    >>> is_long("Quy chế".encode()), is_long(b"quy che " * 2_000_000)
    (False, True)
    """
    if len(data) <= 2 * LONGEST_TEXT:
        return False
    wide = b"\x00" in data
    characters = len(data) // 4 if wide else len(data.translate(None, _FOLLOWING))
    return characters > 2 * LONGEST_TEXT


_HIDDEN = (".", "__MACOSX", "~$")
_LEFT = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})  # what systems leave in folders


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is one that programs keep for themselves.

    >>> [is_hidden(name) for name in (".git", "~$ke-hoach.docx", "Thumbs.db", "ke-hoach.docx")]
    [True, True, True, False]
    """
    return name.startswith(_HIDDEN) or name.lower() in _LEFT


def source_name(path: Path) -> str:
    r"""Return the name that a file goes by: NFC, one line, no broken characters.

    >>> source_name(Path("kho/Quy che\u0302\u0301.txt"))
    'Quy chế.txt'
    """
    whole = path.name.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", re.sub(r"[\x00-\x1f\x7f\u2028\u2029]+", " ", whole))
