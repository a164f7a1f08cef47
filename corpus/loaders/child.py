"""The child process in which files of outside formats are parsed, with little to spend.

`python -m corpus.loaders.child READER` reads the bytes of a file from standard input and prints
what came of it as JSON: a text, the files that it holds, or the reason why not. Whatever a
hostile file makes a library do, happens here.
"""

from __future__ import annotations

import json
import os
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from shutil import which

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders.loaded import Loaded
from corpus.loaders.source import LONGEST_TEXT, Source
from corpus.loaders.written import reread
from corpus.sniff import CONTAINERS, Format

CPU_SECONDS = 20
MEMORY = 1024 * 1024 * 1024  # bytes of address space; each reader starts within 256 MiB
WRITTEN = 64 * 1024 * 1024  # bytes of a file; all2md works on a copy of its own
SCAN = "scan"  # a PDF file whose pages are pictures, read by Tesseract
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "ftp")
_READERS = {  # each imports its library, so only the one that is needed is imported
    Format.TEXT.value: ("written", "written_text"),
    Format.DOCX.value: ("docx", "docx_text"),
    Format.DOC.value: ("docx", "doc_text"),
    Format.RTF.value: ("rtf", "rtf_text"),
    Format.ODT.value: ("odt", "odt_text"),
    Format.PDF.value: ("pdf", "pdf_text"),
    Format.SHEETS.value: ("sheets", "sheets_text"),
    Format.SLIDES.value: ("slides", "slides_text"),
    Format.HTML.value: ("html", "html_text"),
    Format.LETTER.value: ("mail", "letter_text"),
    Format.PICTURE.value: ("picture", "picture_text"),
    SCAN: ("pdf", "scan_text"),
}
_RECOGNISING = frozenset({SCAN, Format.PICTURE.value})
HOLDING = "holding-"  # before the format of a container: which files it holds is asked for

Reader = Callable[[Source], str | Loaded]
Answer = dict[str, object]


def main() -> None:
    """Parse standard input and print what came of it."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints is no answer
    wanted = sys.argv[1]
    _limit(endless=wanted in _RECOGNISING)
    sys.addaudithook(_guard(which("tesseract") if wanted in _RECOGNISING else None))
    source = Source(Path("source"), sys.stdin.buffer.read())
    with answers:
        json.dump(answer(_reader(wanted), source), answers)


def answer(reader: Callable[[Source], Answer], source: Source) -> Answer:
    """Return what `reader` makes of `source`, as the parent expects it."""
    try:
        return reader(source)
    except UnreadableSourceError as error:
        return {"reason": error.reason.name}
    except (MemoryError, RecursionError):
        return {"reason": Unreadable.TOO_HEAVY.name}
    except Exception:  # noqa: BLE001  the edge of the process; a library may raise anything
        return {"reason": Unreadable.DAMAGED.name}


def read_by(reader: Reader) -> Callable[[Source], Answer]:
    """Return what makes the parent's answer of what `reader` finds."""

    def answered(source: Source) -> Answer:
        made = reader(source)
        loaded = made if isinstance(made, Loaded) else Loaded(text=made)
        if len(loaded.text) > LONGEST_TEXT:
            raise source.refused(Unreadable.TOO_LARGE)
        return asdict(reread(source, loaded))

    return answered


def _reader(wanted: str) -> Callable[[Source], Answer]:
    """Import the one reader that is needed."""
    if wanted.startswith(HOLDING):
        return _holder(Format(wanted.removeprefix(HOLDING)))
    module, name = _READERS[wanted]
    return read_by(getattr(import_module(f"corpus.loaders.{module}"), name))


def _holder(kind: Format) -> Callable[[Source], Answer]:
    """Return what lists the files in a container."""
    from corpus.loaders.container import held  # noqa: PLC0415  only when needed

    assert kind in CONTAINERS  # noqa: S101  the parent asks only for these

    def answered(source: Source) -> Answer:
        return {"files": [[name, *_told(data)] for name, data in held(source, kind)]}

    return answered


def _told(data: bytes | Unreadable) -> tuple[str, str]:
    """Return the bytes of a file and "", or "" and the name of the reason why there are none."""
    return ("", data.name) if isinstance(data, Unreadable) else (b64encode(data).decode(), "")


def _limit(*, endless: bool) -> None:
    """Bound processor time, memory, files written and core dumps, where the system can.

    Recognising is `endless`: a scan of many pages takes long, and only the wall limit bounds it.
    """
    try:
        import resource  # noqa: PLC0415  there is none on Windows; the wall limit holds there
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_CPU: resource.RLIM_INFINITY if endless else CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: WRITTEN,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in bounds.items():
        resource.setrlimit(what, (most, most))


def _guard(program: str | None) -> Callable[[str, tuple[object, ...]], None]:
    """Return what forbids the network and other programs, all but `program`."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "subprocess.Popen" and program and arguments[0] == program:
            return
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)

    return refuse


if __name__ == "__main__":
    main()
