"""What can go wrong at the edge: a port in use, a batch file that cannot be read."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import HoiQuyCheError


class PortInUseError(HoiQuyCheError):
    """Another program listens on the address already."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        super().__init__(f"{host}:{port} is in use")


class BadBatchError(HoiQuyCheError):
    """A batch file, or a line of it (counted from 1; 0 is the file), that cannot be read."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path.name}, line {line}: {reason}")


class NoTableError(HoiQuyCheError):
    """A file that was given for a table of legal status and is no table."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path.name} is no CSV")


class OpenToNetworkError(HoiQuyCheError):
    """An address that other machines reach, while the page has no accounts."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(f"{host} is not an address of this machine alone")


class UnwritableFileError(HoiQuyCheError):
    """A file that cannot be written where it was asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path} cannot be written")


class LostTrialError(HoiQuyCheError):
    """A paper being taken that the server does not remember, or an item that it does not have."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no paper is being taken under {key!r}")


class UnknownGoldError(HoiQuyCheError):
    """A gold set that there is not, or not any more."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"there is no gold set {name!r}")


class FaultyGoldError(HoiQuyCheError):
    """A gold set that has faults over the library: the first of them, and how many there are."""

    def __init__(self, name: str, first: str, count: int) -> None:
        self.name, self.first, self.count = name, first, count
        super().__init__(f"{name} has {count} faults, the first: {first}")


class BadItemError(HoiQuyCheError):
    """A gold item as it was typed that cannot be kept; `words` say why, in Vietnamese."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(words)
