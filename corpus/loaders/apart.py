"""Parsing apart: a child process reads the file, and is gone when its time is up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from corpus.errors import Unreadable
from corpus.loaders.child import HOLDING
from corpus.loaders.loaded import Loaded
from corpus.loaders.source import Source
from corpus.reading import Mended, Mending
from corpus.sniff import Format

SECONDS = 8.0  # of wall time, for a small file
SECONDS_A_MEGABYTE = 2.0
_KEPT = (
    "PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV",
    "TESSDATA_PREFIX",
)  # fmt: skip
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


def parsed_apart(source: Source, reader: str, seconds: float | None = None) -> Loaded:
    """Return what a child process finds in `source` by a reader of `corpus.loaders.child`.

    Raises:
        UnreadableSourceError: the child says why not, crashed, or was not done after `seconds`.
    """
    found = _answer(source, reader, seconds)
    mended = (Mended(**{**one, "what": Mending(one["what"])}) for one in found.pop("mended"))
    return Loaded(**found, mended=tuple(mended))


def held_apart(source: Source, kind: Format) -> tuple[tuple[str, bytes | Unreadable], ...]:
    """Return the names and the bytes of the files that a container holds, or why there are none.

    Raises:
        UnreadableSourceError: as for `parsed_apart`.
    """
    files = _answer(source, f"{HOLDING}{kind.value}", None)["files"]
    return tuple(
        (str(name), Unreadable[reason] if reason else b64decode(data))
        for name, data, reason in files
    )


def _answer(source: Source, wanted: str, seconds: float | None) -> dict[str, Any]:
    allowed = SECONDS + SECONDS_A_MEGABYTE * len(source.data) / 1e6 if seconds is None else seconds
    with tempfile.TemporaryDirectory(prefix="hoiquyche-") as folder:
        code, printed = _run(source, wanted, folder, allowed)
    return dict(result(source, code, printed))


def _run(source: Source, wanted: str, folder: str, seconds: float) -> tuple[int, bytes]:
    """Run the child with `folder` for its temporary files, which may outlive it when killed."""
    command = [sys.executable, "-P", "-m", "corpus.loaders.child", wanted]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with subprocess.Popen(  # noqa: S603  our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | dict.fromkeys(_TEMPORARY, folder),
        start_new_session=True,
    ) as child:
        try:
            printed, _ = child.communicate(source.data, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise source.refused(Unreadable.TOO_HEAVY) from error
        finally:
            _end(child)
    return child.returncode, printed


def result(source: Source, code: int, printed: bytes) -> Mapping[str, Any]:
    """Return what a child printed, or raise what it reports or its end tells."""
    if code == -getattr(signal, "SIGXCPU", 0):
        raise source.refused(Unreadable.TOO_HEAVY)
    try:
        answer: dict[str, Any] = json.loads(printed)
    except ValueError as error:
        raise source.refused(Unreadable.DAMAGED) from error
    if "reason" in answer:
        raise source.refused(Unreadable[answer["reason"]])
    return answer


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and all that it started; nothing happens when it is gone already."""
    if child.poll() is None:
        with suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
