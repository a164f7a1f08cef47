"""The child process in which files of outside formats are parsed, with little to spend.

`python -m corpus.loaders.child FORMAT` reads the bytes of a file from standard input and prints
`{"text": …}` or `{"reason": …}`. Whatever a hostile file makes a library do, happens here.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders.source import LONGEST_TEXT, Source
from corpus.sniff import Format

CPU_SECONDS = 20
MEMORY = 1024 * 1024 * 1024  # bytes of address space; each reader starts within 256 MiB
WRITTEN = 64 * 1024 * 1024  # bytes of a file; all2md works on a copy of its own
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "ftp")


def main() -> None:
    """Parse standard input and print what came of it."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit()
    sys.addaudithook(_refuse)
    source = Source(Path("source"), sys.stdin.buffer.read())
    with answers:
        json.dump(answer(_reader(Format(sys.argv[1])), source), answers)


def answer(reader: Callable[[Source], str], source: Source) -> dict[str, str]:
    """Return what `reader` makes of `source`, as the parent expects it."""
    try:
        text = reader(source)
    except UnreadableSourceError as error:
        return {"reason": error.reason.name}
    except (MemoryError, RecursionError):
        return {"reason": Unreadable.TOO_HEAVY.name}
    except Exception:  # noqa: BLE001  the edge of the process; a library may raise anything
        return {"reason": Unreadable.DAMAGED.name}
    if len(text) > LONGEST_TEXT:
        return {"reason": Unreadable.TOO_LARGE.name}
    return {"text": text}


def _reader(kind: Format) -> Callable[[Source], str]:
    """Import the one reader that is needed."""
    if kind is Format.DOCX:
        from corpus.loaders.docx import docx_text  # noqa: PLC0415  each library only when needed

        return docx_text
    if kind is Format.PDF:
        from corpus.loaders.pdf import pdf_text  # noqa: PLC0415

        return pdf_text
    from corpus.loaders.html import html_text  # noqa: PLC0415

    return html_text


def _limit() -> None:
    """Bound processor time, memory, files written and core dumps, where the system can."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows; the wall limit holds there
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: WRITTEN,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in bounds.items():
        resource.setrlimit(what, (most, most))


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
