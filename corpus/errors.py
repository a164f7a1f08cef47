"""The error tree of the whole project.

    HoiQuyCheError
    ├── InvalidSpanError            a span that is empty, reversed or outside its text
    ├── UnreadableSourceError       a file that cannot become a document
    │   ├── UnsupportedFormatError  its format is not read here
    │   ├── EmptySourceError        it has no text (an empty file, a scan without OCR)
    │   ├── SecretSourceError       it bears a mark of state secrecy
    │   └── UnforeseenError         reading it failed in a way that nobody foresaw
    ├── UnknownDocumentError        no document with that id or source name
    ├── UnknownTagError             no document bears that tag
    ├── DuplicateDocumentError      the same bytes are in the library already
    ├── LibraryLockedError          another process owns the state folder
    └── StateError                  the state folder needs repair (exit code 3)
        ├── DamagedLibraryError     library.sqlite cannot be read
        ├── MissingIndexError       no index generation was built yet
        ├── DamagedIndexError       the files of a generation are not what its card says
        ├── StaleIndexError         the index was built from another library or by another embedder
        ├── NewerLibraryError       library.sqlite was written by a newer version of the program
        └── UnusableStateError      the folder cannot be created, read or written (disk, rights)

Each error carries fields and builds its own English sentence; `ui/messages.py` holds the
Vietnamese sentence that a person sees.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Unreadable(StrEnum):
    """Why a file cannot become a document; the value says it in English."""

    MISSING = "there is no such file"
    FOLDER = "it is a folder"
    SPECIAL = "it is not an ordinary file"
    FORBIDDEN = "there is no permission to read it"
    FAILING = "the disk or the network drive failed while it was read"
    TOO_LARGE = "it is larger than can be taken in"
    EMPTY = "it has no text"
    SCAN = "its pages are pictures; install tesseract-ocr and tesseract-ocr-vie to read them"
    UNSUPPORTED = "its format is not one that is read here"
    ARCHIVE = "it is an archive inside too many others"
    ENCRYPTED = "it is protected by a password"
    DAMAGED = "it is damaged or cut off"
    UNSAFE = "it is built in a way that documents are not, as an attack would be"
    TOO_HEAVY = "reading it takes more time or memory than a document needs"
    GARBLED = "its letters are in no encoding of Vietnamese that is known here"
    BARE = "it is a folder without files that can be read"
    UNFORESEEN = "reading it failed in a way that was not foreseen"
    SECRET = "it bears a mark of state secrecy"  # noqa: S105  a reason, no password


class HoiQuyCheError(Exception):
    """Root of every error that this project raises on purpose."""


class InvalidSpanError(HoiQuyCheError, ValueError):
    """A span that is empty, reversed or outside its text."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end
        super().__init__(f"span [{start}, {end}) is empty, reversed or outside its text")


class UnreadableSourceError(HoiQuyCheError):
    """A file that cannot become a document."""

    def __init__(self, path: Path | str, reason: Unreadable) -> None:
        self.path, self.reason = Path(path), reason
        super().__init__(f"cannot read {self.path.name}: {reason}")


class UnsupportedFormatError(UnreadableSourceError):
    """A file whose format is not read here."""


class EmptySourceError(UnreadableSourceError):
    """A file without text: empty, or a scan that was not recognised."""


class SecretSourceError(UnreadableSourceError):
    """A file that bears a mark of state secrecy; it is never taken in."""


class UnforeseenError(UnreadableSourceError):
    """A file that made the program itself fail; `cause` names the exception."""

    def __init__(self, path: Path | str, cause: str) -> None:
        self.cause = cause
        super().__init__(path, Unreadable.UNFORESEEN)


def unreadable(path: Path | str, reason: Unreadable) -> UnreadableSourceError:
    """Return the error of the tree that stands for a reason.

    >>> unreadable("quy-che.pdf", Unreadable.EMPTY)
    EmptySourceError('cannot read quy-che.pdf: it has no text')
    """
    kinds = {
        Unreadable.EMPTY: EmptySourceError,
        Unreadable.SCAN: EmptySourceError,
        Unreadable.UNSUPPORTED: UnsupportedFormatError,
        Unreadable.ARCHIVE: UnsupportedFormatError,
        Unreadable.SECRET: SecretSourceError,
    }
    return kinds.get(reason, UnreadableSourceError)(path, reason)


class UnknownDocumentError(HoiQuyCheError):
    """No document with that id or source name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no document called {name!r} in the library")


class UnknownTagError(HoiQuyCheError):
    """No document bears that tag."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no document bears the tag {name!r}")


class DuplicateDocumentError(HoiQuyCheError):
    """The same bytes are in the library already, under another name."""

    def __init__(self, source: str, existing: str) -> None:
        self.source, self.existing = source, existing
        super().__init__(f"{source} is the same file as {existing}, which is in the library")


class LibraryLockedError(HoiQuyCheError):
    """Another process owns the state folder."""

    def __init__(self, home: Path, owner: str) -> None:
        self.home, self.owner = home, owner
        super().__init__(f"{home} is in use by {owner}")


class StateError(HoiQuyCheError):
    """The state folder needs repair."""


class DamagedLibraryError(StateError):
    """`library.sqlite` cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path} is damaged: {reason}")


class MissingIndexError(StateError):
    """No index generation was built yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"no index in {folder}; run `hoiquyche rebuild`")


class DamagedIndexError(StateError):
    """The files of a generation are not what its card says."""

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder, self.reason = folder, reason
        super().__init__(f"the index in {folder} is damaged ({reason}); run `hoiquyche rebuild`")


class StaleIndexError(StateError):
    """The index was built from another library state or by another embedder."""

    def __init__(self, what: str, built: str, now: str) -> None:
        self.what, self.built, self.now = what, built, now
        super().__init__(f"the index has {what} {built}, now {now}; run `hoiquyche rebuild`")


class NewerLibraryError(StateError):
    """`library.sqlite` was written by a newer version of the program."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        self.path, self.found, self.known = path, found, known
        super().__init__(f"{path} has schema {found}; this program knows up to {known}")


class UnusableStateError(StateError):
    """The state folder, or a file in it, cannot be created, read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path} cannot be used: {reason}")
