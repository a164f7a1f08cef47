"""Parsing apart: a child process reads the file, and is gone when its time is up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress

from corpus.errors import Unreadable
from corpus.loaders.source import Source
from corpus.sniff import Format

SECONDS = 20.0  # of wall time
_KEPT = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


def parsed_apart(source: Source, kind: Format, seconds: float = SECONDS) -> str:
    """Return the text that a child process finds in `source`.

    Raises:
        UnreadableSourceError: the child says why not, crashed, or was not done after `seconds`.
    """
    with tempfile.TemporaryDirectory(prefix="hoiquyche-") as folder:
        code, printed = _run(source, kind, folder, seconds)
    return result(source, code, printed)


def _run(source: Source, kind: Format, folder: str, seconds: float) -> tuple[int, bytes]:
    """Run the child with `folder` for its temporary files, which may outlive it when killed."""
    command = [sys.executable, "-P", "-m", "corpus.loaders.child", kind.value]
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


def result(source: Source, code: int, printed: bytes) -> str:
    """Return the text that a child printed, or raise what it reports or its end tells."""
    if code == -getattr(signal, "SIGXCPU", 0):
        raise source.refused(Unreadable.TOO_HEAVY)
    try:
        answer = json.loads(printed)
    except ValueError as error:
        raise source.refused(Unreadable.DAMAGED) from error
    if "reason" in answer:
        raise source.refused(Unreadable[answer["reason"]])
    return str(answer["text"])


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and all that it started; nothing happens when it is gone already."""
    if child.poll() is None:
        with suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
