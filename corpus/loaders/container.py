"""Files that hold files: a ZIP archive, a letter with attachments."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.errors import Unreadable
from corpus.loaders.archive import check_bounds, opened
from corpus.loaders.mail import attachments
from corpus.loaders.source import LARGEST, Source, is_hidden, is_long
from corpus.sniff import Format, sniff

MOST_FILES = 500
_UTF8_NAME = 0x800  # of the flags of a member: its name is UTF-8, else of an old code page


def held(source: Source, kind: Format) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Yield the name and the bytes of each file in an archive or attached to a letter.

    For a file that cannot be unpacked, the reason stands in the place of its bytes.

    Raises:
        UnreadableSourceError: the whole is damaged, or it unpacks to too much.
    """
    members = attachments(source) if kind is Format.LETTER else _members(source)
    for count, (name, data) in enumerate(members, start=1):
        if count > MOST_FILES:
            raise source.refused(Unreadable.UNSAFE)
        yield name, data


def _members(source: Source) -> Iterator[tuple[str, bytes | Unreadable]]:
    with opened(source) as archive:
        check_bounds(source, archive)
        for member in archive.infolist():
            path = PurePosixPath(_name(member).replace("\\", "/"))
            if not member.is_dir() and not any(map(is_hidden, path.parts)):
                yield str(path), _unpacked(archive, member)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | Unreadable:
    if member.file_size > LARGEST:
        return Unreadable.TOO_LARGE
    try:
        data = archive.read(member)
    except RuntimeError as error:  # NotImplementedError, a method that is not known, is one of them
        unknown = isinstance(error, NotImplementedError)
        return Unreadable.UNSUPPORTED if unknown else Unreadable.ENCRYPTED
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError):
        return Unreadable.DAMAGED
    if sniff(data) is Format.TEXT and is_long(data):
        return Unreadable.TOO_LARGE
    return data or Unreadable.EMPTY


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; many programs write UTF-8 without saying so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
