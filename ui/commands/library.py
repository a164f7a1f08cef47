"""`add`, `list`, `show`, `remove`, `rebuild`, `doctor`: keeping the library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from assistant.settings import Settings
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from corpus.address import address
from corpus.contradictions import contradictions
from corpus.document import Document, Fact
from corpus.doubts import doubts
from corpus.errors import (
    DamagedIndexError,
    HoiQuyCheError,
    MissingIndexError,
    StaleIndexError,
    Unreadable,
    unreadable,
)
from corpus.library import Added
from corpus.loaders.source import is_hidden, read_source
from corpus.near import nearly_same
from corpus.passage import Passage, PassageKind
from corpus.registry import Registry
from ui import failures, messages, reading_words
from ui.commands import operating_wording as w
from ui.commands import wording
from ui.commands.output import plain, print_json
from ui.commands.progress import shown_progress
from ui.contract import document_json
from ui.library_words import disagreement
from ui.masked import MaskedLibrary
from ui.plain import folded
from ui.reading import particular
from ui.taking import Outcome, Taking, tried

NAMES = ("kind", "number", "issuer", "place", "issued_on", "signer")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands of the library."""
    add = commands.add_parser("add", help=wording.ADD, description=wording.ADD)
    add.add_argument("paths", nargs="+", type=Path, metavar="TỆP", help=wording.PATHS)
    add.set_defaults(command=run_add)
    listing = commands.add_parser("list", help=wording.LIST, description=wording.LIST)
    listing.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    listing.add_argument("--tag", metavar="NHÃN", help=wording.TAGGED)
    listing.set_defaults(command=run_list)
    show = commands.add_parser("show", help=wording.SHOW, description=wording.SHOW)
    show.add_argument("document", help=wording.NAME)
    what = show.add_mutually_exclusive_group()
    what.add_argument("--text", action="store_true", help=wording.TEXT)
    what.add_argument("--outline", action="store_true", help=wording.OUTLINE)
    what.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    show.set_defaults(command=run_show)
    remove = commands.add_parser("remove", help=wording.REMOVE, description=wording.REMOVE)
    remove.add_argument("document", help=wording.NAME)
    remove.set_defaults(command=run_remove)
    for name, text, command in (("rebuild", wording.REBUILD, run_rebuild),):
        commands.add_parser(name, help=text, description=text).set_defaults(command=command)

    _register_doctor(commands)


def _register_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser("doctor", help=wording.DOCTOR, description=wording.DOCTOR)
    doctor.add_argument("--repair", action="store_true", help=w.REPAIR)
    doctor.set_defaults(command=run_doctor)


def run_add(options: argparse.Namespace, settings: Settings) -> int:
    """Add each file, or each file of a folder; one that cannot be read stops none of the rest."""
    failed = False
    paths = list(files(options.paths))
    with open_workbench(settings, owner="hoiquyche add") as bench:
        taking = Taking(bench.add, [name for _, name in paths])
        for path, name in paths:
            for outcome in _add(taking, path, name):
                failed = failed or isinstance(outcome, HoiQuyCheError)
                _say(bench, outcome)
        bench.prepare(shown_progress())
    return 2 if failed else 0


def _add(taking: Taking, path: Path, name: Path) -> Iterator[Outcome]:
    """Add a file, or each file that it holds, and yield what came of each."""
    bare = path.is_dir() and not path.is_symlink()
    source = unreadable(path, Unreadable.BARE) if bare else tried(path, lambda: read_source(path))
    if isinstance(source, HoiQuyCheError):
        yield source
        return
    for _, outcome in taking.take(replace(source, path=name)):
        yield outcome


def _say(bench: Workbench, outcome: Outcome) -> None:
    if isinstance(outcome, HoiQuyCheError):
        print(plain(failures.sentence(outcome)), file=sys.stderr)
    else:
        print(plain(_added(bench, outcome)))


def _added(bench: Workbench, added: Added) -> str:
    if added.unchanged:
        return wording.unchanged(added.document.source)
    said = wording.replaced if added.replaced else wording.added
    near = nearly_same(added.document, bench.library.documents())
    done = [f"    {reading_words.mended(one)}" for one in added.document.reading.mended]
    alike = (wording.near(other.source, share) for other, share in near)
    return "\n".join([said(added.document.source, added.document.id), *done, *alike])


def files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield the files named, and those inside the folders named, hidden ones left out.

    Each with the path by which it is told from others of its name. What cannot be read, such as a
    link that leads nowhere or a folder without files, is among them.
    """
    for path in dict.fromkeys(paths):
        inside = list(_inside(path)) if path.is_dir() else []
        yield from ((one, path.resolve().name / one.relative_to(path)) for one in inside)
        if not inside:
            yield path, Path(path.resolve().parent.name) / path.name


def _inside(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder and in those below it; a linked folder is not gone into."""
    try:
        every = sorted(folder.iterdir())
    except OSError:  # it may not be looked into
        every = [folder]
    for one in every:
        if is_hidden(one.name):
            continue
        if one != folder and one.is_dir() and not one.is_symlink():
            yield from _inside(one)
        else:
            yield one


def run_list(options: argparse.Namespace, settings: Settings) -> int:
    """Print the documents of the library with their particulars."""
    with open_workbench(settings, owner="hoiquyche list") as bench:
        documents = bench.documents()
        if options.tag:
            tagged = bench.library.tags.bearing(options.tag)
            documents = tuple(one for one in documents if one.id in tagged)
    if options.json:
        print_json({"documents": [document_json(document) for document in documents]})
        return 0
    for document in documents:
        print(plain(f"{document.id}\n    {_summary(document)}"))
    if not documents:
        print(wording.EMPTY_LIBRARY)
    return 0


def _summary(document: Document) -> str:
    facts = document.facts()
    parts = [particular(name, document) for name in NAMES if name in facts]
    return f"{document.title}  ({', '.join(parts)})" if parts else document.title


def run_show(options: argparse.Namespace, settings: Settings) -> int:
    """Print one document: its particulars, its text, its outline, or all of it as JSON."""
    with open_workbench(settings, owner="hoiquyche show") as bench:
        shown = MaskedLibrary(bench) if settings.mask else bench
        document = shown.document(options.document)
        passages = shown.passages(document.id)
    if options.json:
        print_json({**document_json(document), **_parts(document, passages)})
    elif options.text:
        sys.stdout.buffer.write(document.text.encode())
    elif options.outline:
        print(plain(_outline(passages)))
    else:
        print(plain("\n".join(_particulars(document))))
    return 0


def _parts(document: Document, passages: tuple[Passage, ...]) -> dict[str, object]:
    return {
        "facts": {
            name: {"start": fact.span.start, "end": fact.span.end}
            for name, fact in document.facts().items()
        },
        "reading": asdict(document.reading),
        "recipients": [one.span.of(document.text) for one in document.particulars.recipients],
        "annexes": [fact.value for fact in document.particulars.annexes],
        "passages": [
            {
                "id": p.id,
                "kind": p.kind.value,
                "path": list(p.path),
                "address": address(p),
                "start": p.span.start,
                "end": p.span.end,
                "page": document.reading.page(p.span.start),
                "text": p.text,
            }
            for p in passages
        ],
        "text": document.text,
    }


def _outline(passages: tuple[Passage, ...]) -> str:
    headings = [p for p in passages if p.kind is PassageKind.HEADING]
    lines = ("  " * max(0, len(p.path) - 1) + " ".join(p.text.split()) for p in headings)
    return "\n".join(lines) or messages.NO_OUTLINE


def _particulars(document: Document) -> Iterable[str]:
    yield f"{messages.TITLE}: {document.title}"
    for name in NAMES:
        yield f"{messages.PARTICULARS[name]}: {particular(name, document)}"
    for label, named in _listed(document):
        if named:
            yield f"{label}: {'; '.join(folded(one.span.of(document.text)) for one in named)}"
    yield f"{messages.FILE}: {document.source}"
    read = (*reading_words.facts(document), *map(reading_words.mended, document.reading.mended))
    yield f"{wording.READ}: {'; '.join(read)}"


def _listed(document: Document) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    known = document.particulars
    return (w.RECIPIENTS, known.recipients), (w.ANNEXES, known.annexes)


def run_remove(options: argparse.Namespace, settings: Settings) -> int:
    """Take one document out of the library and the index."""
    with open_workbench(settings, owner="hoiquyche remove") as bench:
        removed = bench.remove(options.document)
        print(plain(wording.removed(removed.source)))
        bench.prepare(shown_progress())
    return 0


def run_rebuild(_: argparse.Namespace, settings: Settings) -> int:
    """Read the originals again and build the index anew."""
    with open_workbench(settings, owner="hoiquyche rebuild") as bench:
        bench.rebuild(shown_progress())
    print(wording.REBUILT)
    return 0


def run_doctor(options: argparse.Namespace, settings: Settings) -> int:
    """Check library, index and texts; an error says what is wrong and what to do.

    With `--repair` an index that cannot be used is built again from the texts.
    """
    with open_workbench(settings, owner="hoiquyche doctor") as bench:
        for line in _examined(bench, repair=options.repair):
            print(plain(line))
        for line in _doubtful(bench):
            print(plain(line))
    print(wording.HEALTHY)
    return 0


def _examined(bench: Workbench, *, repair: bool) -> tuple[str, ...]:
    try:
        return w.examined(bench.examine())
    except (MissingIndexError, DamagedIndexError, StaleIndexError) as error:
        if not repair:
            raise
        print(failures.sentence(error), file=sys.stderr)
        bench.rebuild(shown_progress())
        return (*w.examined(bench.examine()), w.REPAIRED)


def _doubtful(bench: Workbench) -> Iterator[str]:
    """Yield what does not agree in the texts, and what may be damaged in them."""
    shelf = [(one, bench.passages(one.id)) for one in bench.documents()]
    found = contradictions(shelf, Registry.load(bench.library.instruments.every()))
    if found:
        yield wording.disagreements(len(found))
    yield from (f"  {one.places[0].document_id}: {disagreement(one)}" for one in found)
    for document, _ in shelf:
        words = tuple(dict.fromkeys(one.word for one in doubts(document)))
        if words:
            yield wording.doubtful(document.id, words)
        if document.reading.unread:
            yield wording.unread(document.id, document.reading.unread)
