"""`tag`, `correct`, `outline`, `versions`, `registry`: what is kept beside the texts."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.settings import Settings
from assistant.wiring import open_workbench
from corpus.corrections import NAMES
from corpus.errors import UnreadableSourceError
from corpus.facts import read, row_of, written
from corpus.instrument import Instrument
from corpus.loaders.encoding import decoded
from corpus.loaders.source import read_source
from corpus.registry import Registry
from ui.commands import wording
from ui.commands.given import tag_given
from ui.commands.output import plain, print_json, write_file
from ui.commands.progress import shown_progress
from ui.errors import NoTableError
from ui.reading import particular


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    tag = commands.add_parser("tag", help=wording.TAG, description=wording.TAG)
    tag.add_argument("document", help=wording.NAME)
    for option, hint in (("--add", wording.TAG_ADD), ("--drop", wording.TAG_DROP)):
        tag.add_argument(
            option,
            nargs="+",
            action="extend",
            default=[],
            type=tag_given,
            metavar="NHÃN",
            help=hint,
        )
    tag.set_defaults(command=run_tag)
    correct = commands.add_parser("correct", help=wording.CORRECT, description=wording.CORRECT)
    correct.add_argument("document", help=wording.NAME)
    correct.add_argument("particular", choices=NAMES, help=wording.PARTICULAR)
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument("--value", metavar="LỜI", help=wording.CORRECT_VALUE)
    what.add_argument("--restore", action="store_true", help=wording.CORRECT_RESTORE)
    correct.set_defaults(command=run_correct)
    versions = commands.add_parser("versions", help=wording.VERSIONS, description=wording.VERSIONS)
    versions.add_argument("document", help=wording.NAME)
    versions.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    versions.set_defaults(command=run_versions)
    _register_outline(commands)
    _register_facts(commands)


def _register_outline(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    outline = commands.add_parser("outline", help=wording.MARKS, description=wording.MARKS)
    outline.add_argument("document", help=wording.NAME)
    what = outline.add_mutually_exclusive_group(required=True)
    what.add_argument("--heading", metavar="DÒNG", help=wording.MARK_HEADING)
    what.add_argument("--text", metavar="DÒNG", help=wording.MARK_TEXT)
    what.add_argument("--clear", metavar="DÒNG", help=wording.MARK_CLEAR)
    outline.set_defaults(command=run_outline)


def _register_facts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    facts = commands.add_parser("registry", help=wording.REGISTRY, description=wording.REGISTRY)
    way = facts.add_mutually_exclusive_group()
    way.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    way.add_argument("--export", type=Path, metavar="TỆP", help=wording.REGISTRY_EXPORT)
    hint = wording.REGISTRY_IMPORT
    way.add_argument("--import", type=Path, dest="given", metavar="TỆP", help=hint)
    facts.set_defaults(command=run_registry)


def run_tag(options: argparse.Namespace, settings: Settings) -> int:
    """Give a document tags, take some from it, and print those that it has."""
    with open_workbench(settings, owner="hoiquyche tag") as bench:
        document, tags = bench.document(options.document), bench.library.tags
        for name in options.add:
            tags.put(document.id, name)
        for name in options.drop:
            tags.take(document.id, name)
        print(plain(", ".join(tags.every().get(document.id, ())) or wording.NO_TAGS))
    return 0


def run_correct(options: argparse.Namespace, settings: Settings) -> int:
    """Correct a particular by words of the text, and print what it is now."""
    with open_workbench(settings, owner="hoiquyche correct") as bench:
        value = None if options.restore else options.value
        document = bench.library.correct(options.document, options.particular, value)
        bench.touch()
        print(plain(particular(options.particular, document)))
        bench.prepare(shown_progress())
    return 0


def run_outline(options: argparse.Namespace, settings: Settings) -> int:
    """Say that a line of a document is a heading, or is none, or take that back."""
    said = {options.heading: True, options.text: False, options.clear: None}
    [(words, heading)] = [pair for pair in said.items() if pair[0] is not None]
    with open_workbench(settings, owner="hoiquyche outline") as bench:
        bench.library.mark(options.document, words, heading=heading)
        bench.touch()
        bench.prepare(shown_progress())
    return 0


def run_versions(options: argparse.Namespace, settings: Settings) -> int:
    """Print the older versions of a document, the latest first."""
    with open_workbench(settings, owner="hoiquyche versions") as bench:
        found = bench.library.versions.of(bench.document(options.document).id)
    if options.json:
        kept = [
            {
                "sha256": one.sha256,
                "added_at": one.added_at.isoformat(),
                "replaced_at": one.replaced_at.isoformat(),
                "text": one.document.text,
            }
            for one in found
        ]
        print_json({"versions": kept})
        return 0
    for one in found:
        print(plain(f"{one.replaced_at:%d/%m/%Y %H:%M}  {one.sha256[:12]}"))
    if not found:
        print(wording.NO_VERSIONS)
    return 0


def _facts(path: Path) -> tuple[Instrument, ...]:
    """Read a table of legal status.

    Raises:
        BadFactError, NoTableError: a row that cannot be used, or a file that is no table.
    """
    source = read_source(path)
    try:
        return read(decoded(source).text)
    except UnreadableSourceError as error:
        raise NoTableError(path) from error


def run_registry(options: argparse.Namespace, settings: Settings) -> int:
    """Print, export or import what is known of the force of legal instruments."""
    given = _facts(options.given) if options.given else ()
    with open_workbench(settings, owner="hoiquyche registry") as bench:
        if given:
            bench.library.record(given)
        known = Registry.load(bench.library.instruments.every()).instruments
    if options.json:
        print_json({"instruments": [row_of(one) for one in known]})
    elif options.export:
        write_file(options.export, written(known).encode("utf-8-sig"))
    else:
        print(plain("\n".join(f"{one.label}: {one.status.value}" for one in known)))
    return 0
