"""`eval gold`: gold files are checked against the library, and turned into other forms."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.settings import Settings
from assistant.wiring import open_workbench
from evals.gold import merged
from evals.goldfile import WRITERS, load, save
from ui.commands import wording
from ui.commands.output import plain
from ui.commands.sound import FAILED, sound, tell

WRONG_USE = 2


def register(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `gold`, with what can be done with gold files."""
    gold = kinds.add_parser("gold", help=wording.GOLD_FILES)
    gestures = gold.add_subparsers(required=True, metavar=wording.COMMAND)
    check = gestures.add_parser("check", help=wording.GOLD_CHECK)
    check.add_argument("gold", nargs="+", type=Path, metavar="TỆP", help=wording.GOLD)
    check.set_defaults(command=run_check)
    convert = gestures.add_parser("convert", help=wording.GOLD_CONVERT)
    convert.add_argument("gold", type=Path, metavar="TỆP", help=wording.GOLD_IN)
    convert.add_argument("out", type=Path, metavar="TỆP_MỚI", help=wording.GOLD_OUT)
    convert.set_defaults(command=run_convert)


def run_check(options: argparse.Namespace, settings: Settings) -> int:
    """Name every fault of gold files over the library; fail when there is one."""
    sets = [load(path) for path in options.gold]
    with open_workbench(settings, owner="hoiquyche eval") as bench:
        if not sound(sets, bench):
            return FAILED
    print(plain(wording.sound_gold(len(merged(sets).items))))
    return 0


def run_convert(options: argparse.Namespace, _settings: Settings) -> int:
    """Write a gold file anew in the form that the ending of the other one says."""
    if options.out.suffix.lower() not in WRITERS:
        tell(wording.no_such_form(options.out.name, tuple(form[1:] for form in WRITERS)))
        return WRONG_USE
    gold = load(options.gold)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save(gold.items, options.out)
    print(plain(wording.converted_gold(str(options.out), len(gold.items))))
    return 0
