"""Files that hold files: a ZIP archive, a letter with attachments."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.errors import Unreadable
from corpus.loaders.archive import check_bounds, opened
from corpus.loaders.mail import attachments
from corpus.loaders.source import LARGEST, Source
from corpus.sniff import Format

MOST_FILES = 500
_UTF8_NAME = 0x800  # of the flags of a member: its name is UTF-8, else of an old code page
_HIDDEN = (".", "__MACOSX", "~$", "Thumbs.db")


def held(source: Source, kind: Format) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file in an archive or attached to a letter.

    Raises:
        UnreadableSourceError: damaged, behind a password, or it unpacks to too much.
    """
    members = attachments(source) if kind is Format.LETTER else _members(source)
    for count, (name, data) in enumerate(members, start=1):
        if count > MOST_FILES:
            raise source.refused(Unreadable.UNSAFE)
        yield name, data


def _members(source: Source) -> Iterator[tuple[str, bytes]]:
    with opened(source) as archive:
        check_bounds(source, archive)
        for member in archive.infolist():
            path = PurePosixPath(_name(member).replace("\\", "/"))
            if member.is_dir() or any(part.startswith(_HIDDEN) for part in path.parts):
                continue
            if member.file_size > LARGEST:
                raise source.refused(Unreadable.TOO_LARGE)
            yield str(path), archive.read(member)


def _name(member: zipfile.ZipInfo) -> str:
    """Return the name of a member; many programs write UTF-8 without saying so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
