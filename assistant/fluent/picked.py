"""Which model an administrator picked, and how answers are worded by default.

A file of the state folder keeps it. A key is no part of it: it stays where the settings are, and
goes to the address of the settings only.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.mode import Mode
from corpus.errors import HoiQuyCheError

FILE = "language-model.json"
LONGEST = 300  # characters of a name or an address
_PROVIDER = re.compile(r"[a-z0-9_]{1,40}")
_ADDRESS = re.compile(r"https?://[^\s@]+")


class UnusableChoiceError(HoiQuyCheError):
    """A model that cannot be picked: `field` is what is wrong."""

    def __init__(self, field: str, value: str) -> None:
        self.field, self.value = field, value
        super().__init__(f"{field} = {value[:80]!r} names no language model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A model, where it is, and how answers are worded; without a model's name there is none."""

    mode: Mode = Mode.EXTRACTIVE
    provider: str = "openai"
    model: str = ""
    base_url: str = ""

    def __post_init__(self) -> None:
        if not _PROVIDER.fullmatch(self.provider):
            raise UnusableChoiceError("provider", self.provider)
        if len(self.model) > LONGEST or not self.model.isprintable():
            raise UnusableChoiceError("model", self.model)
        if self.base_url and not _ADDRESS.fullmatch(self.base_url[: LONGEST + 1]):
            raise UnusableChoiceError("base_url", self.base_url)

    def is_at(self, other: Picked) -> bool:
        """Tell whether another choice is served at the same place, so that one key opens both."""
        return (self.provider, self.base_url) == (other.provider, other.base_url)


def read_picked(home: Path) -> Picked | None:
    """Return what was picked, None when nothing was, or its file cannot be read."""
    try:
        told = json.loads((home / FILE).read_text("utf-8"))
        return Picked(**{**told, "mode": Mode(told["mode"])})
    except (OSError, ValueError, TypeError, KeyError, UnusableChoiceError):
        return None


def keep_picked(home: Path, picked: Picked | None) -> None:
    """Keep a choice, whole or not at all; None forgets it."""
    file = home / FILE
    if picked is None:
        file.unlink(missing_ok=True)
        return
    beside = file.with_suffix(".part")
    with beside.open("w", encoding="utf-8") as written:
        json.dump(asdict(picked), written, ensure_ascii=False)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(file)
