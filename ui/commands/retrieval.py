"""`eval retrieval`: how well the product finds passages, beside its peers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from assistant.settings import Settings
from evals.errors import BeirFault, BeirFileError
from evals.retrieval.apart import apart
from evals.retrieval.beir import QRELS, Collection, read_collection
from evals.retrieval.measured import PEERS, PRODUCT, measured, report
from evals.retrieval.report import Report, System
from evals.retrieval.run import write_run
from evals.retrieval.tutorial import model_folder
from ui.commands import wording
from ui.commands.output import plain
from ui.commands.progress import shown_progress
from ui.retrieved import retrieval_lines

TAG = "hoiquyche"


def register(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `retrieval` to what can be evaluated."""
    parser = kinds.add_parser("retrieval", help=wording.EVAL_RETRIEVAL)
    parser.add_argument("--beir", type=Path, required=True, metavar="THƯ_MỤC", help=wording.BEIR)
    parser.add_argument(
        "--baseline", action="append", choices=[*PEERS], default=[], help=wording.BASELINE
    )
    parser.add_argument("--run", type=Path, metavar="TỆP", help=wording.RUN)
    parser.add_argument("--unaccented", action="store_true", help=wording.UNACCENTED)
    parser.add_argument("--limit", type=_count, metavar="SỐ", help=wording.LIMIT)
    parser.add_argument("--cache", type=Path, metavar="THƯ_MỤC", help=wording.CACHE)
    parser.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    parser.set_defaults(command=run_retrieval)


def run_retrieval(options: argparse.Namespace, settings: Settings) -> int:
    """Measure the product and the peers that are asked for, and print the figures."""
    peers = list(dict.fromkeys(options.baseline))
    if "tutorial" in peers:
        model_folder()  # told now, not after minutes
    if options.cache:
        settings = settings.model_copy(update={"cache": options.cache.expanduser()})
    collection = _collection(options)
    # Peers before the product: a process that is begun counts what this one holds by then.
    beside = [apart(measured_alone, name, collection, settings) for name in peers]
    own = measured(PRODUCT, collection, settings, shown_progress())
    if options.run:
        options.run.parent.mkdir(parents=True, exist_ok=True)
        write_run(options.run, own.run, TAG)
    shown = {"unaccented": options.unaccented, "limit": options.limit}
    _print(report(collection, (own.system, *beside), **shown), as_json=options.json)
    return 0


def measured_alone(name: str, collection: Collection, settings: Settings) -> System:
    """Measure a peer in a process of its own, where this module's callbacks do not reach."""
    return measured(name, collection, settings, shown_progress()).system


def _collection(options: argparse.Namespace) -> Collection:
    whole = read_collection(options.beir)
    collection = whole if options.limit is None else whole.first(options.limit)
    if not collection.judged:
        raise BeirFileError(options.beir / QRELS, BeirFault.NO_ANSWER)
    return collection.unaccented() if options.unaccented else collection


def _count(words: str) -> int:
    count = int(words)
    if count < 1:
        raise ValueError(words)
    return count


def _print(made: Report, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(made.as_json().encode() + b"\n")
        return
    for line in retrieval_lines(made):
        print(plain(line))
