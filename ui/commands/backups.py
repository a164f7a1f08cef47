"""`backup` and `restore`: everything that cannot be built again, in one file."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from assistant.settings import Settings
from corpus.backup import back_up, restore
from corpus.state import StateFolder, own
from ui.commands import operating_wording as w
from ui.health import sized
from ui.people.audit import Deed
from ui.people.people import People


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    for name, words, command in (
        ("backup", w.BACKUP, run_backup),
        ("restore", w.RESTORE, run_restore),
    ):
        parser = commands.add_parser(name, help=words, description=words)
        parser.add_argument("file", type=Path, metavar="TỆP", help=w.BACKUP_FILE)
        parser.set_defaults(command=command)


def run_backup(options: argparse.Namespace, settings: Settings) -> int:
    """Write a backup; the page may be served meanwhile."""
    made = back_up(settings.home, options.file)
    with closing(People.open(StateFolder(settings.home).library)) as people:
        people.audit.record("", Deed.EXPORTED, "backup", "hoiquyche backup")
    print(w.backed_up(str(options.file), made.documents, sized(made.size)), file=sys.stderr)
    return 0


def run_restore(options: argparse.Namespace, settings: Settings) -> int:
    """Put a backup into a state folder without a library; the next start builds its index."""
    with own(settings.home, "hoiquyche restore"):
        made = restore(options.file, settings.home)
    print(w.restored(str(settings.home), made.documents), file=sys.stderr)
    return 0
