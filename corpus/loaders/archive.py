"""A look into a zipped document before any library opens it: what an attack needs is refused."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from corpus.errors import Unreadable
from corpus.loaders.source import Source

_MOST_PARTS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024  # bytes
_HIGHEST_RATIO = 200
_SMALL = 1024 * 1024  # bytes; a part so small may be packed as tightly as it likes
_XML = (".xml", ".rels")
# in any of the encodings of XML; a NUL stands between the letters in UTF-16
_DECLARATION = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y|E\x00?N\x00?T\x00?I\x00?T)")


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open the archive that `source` is; what is wrong inside comes out as an error of the tree."""
    try:
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, ValueError) as error:
        raise source.refused(Unreadable.DAMAGED) from error
    except RuntimeError as error:  # what zipfile raises for a part behind a password
        raise source.refused(Unreadable.ENCRYPTED) from error


def check_archive(source: Source) -> None:
    """Refuse an archive that unpacks to too much, or whose XML declares a type or an entity.

    Raises:
        UnreadableSourceError: unsafe, damaged or behind a password.
    """
    with opened(source) as archive:
        check_bounds(source, archive)
        for part in archive.infolist():
            if part.filename.lower().endswith(_XML) and _declares(archive, part):
                raise source.refused(Unreadable.UNSAFE)


def check_bounds(source: Source, archive: zipfile.ZipFile) -> None:
    """Refuse an archive of too many parts, or that unpacks to too much.

    Raises:
        UnreadableSourceError: unsafe.
    """
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or total > MOST_UNPACKED or any(map(_is_bomb, parts)):
        raise source.refused(Unreadable.UNSAFE)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _HIGHEST_RATIO * max(part.compress_size, 1)


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    return _DECLARATION.search(archive.read(part)) is not None
