"""Sealing gold sets: the words of texts that may not be published become places and digests.

`python -m evals.seal IN.jsonl... OUT.jsonl --texts FOLDER` joins the sets, replaces every quote of
a document of the folder by its place and sha256, every reference that goes with one by its length,
and cuts what an assistant's turn repeats of these documents. Quotes of the texts that ship with the
project stay as they are. Nothing is written while an item has a fault or still repeats the words.
Exit codes: 0 written, 1 faults, 2 a file that cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.question import Turn
from corpus.document import Document
from corpus.errors import HoiQuyCheError
from corpus.loaders.load import load as text_of
from corpus.parse import parse
from corpus.shipped import shipped_texts
from evals.check import Lapse, Problem, check
from evals.gold import GoldItem, GoldSet, merged
from evals.goldfile import load, written
from evals.measures.concision import length
from evals.quote import Quote, Sealed
from evals.repeats import Repeats
from evals.sources import Sources

LONGEST = 20  # words in a row of a sealed text that an item may still hold
LONGEST_SPOKEN = 12  # the same for a turn of the assistant, which is cut there
FAULTY, UNREADABLE = 1, 2


@dataclass(frozen=True, slots=True)
class Sealing:
    """What came of sealing: the items, what was changed beside the quotes, what is wrong."""

    items: tuple[GoldItem, ...]
    notes: tuple[str, ...] = field(default=())
    problems: tuple[Problem, ...] = field(default=())


def seal(gold: GoldSet, secret: Sequence[Document], told: Sequence[Document] = ()) -> Sealing:
    """Seal what a gold set says in the words of the `secret` documents, not of the `told` ones.

    The set is checked before and after; with problems, its items are not to be published.
    """
    problems = check(gold, (*secret, *told))
    if problems:
        return Sealing(gold.items, problems=problems)
    sources, repeats = Sources(secret), Repeats(document.text for document in secret)
    items = tuple(_sealed(item, sources, repeats) for item in gold.items)
    left = (*check(replace(gold, items=items), (*secret, *told)), *repeated(items, repeats))
    return Sealing(items, tuple(_notes(gold.items, items)), left)


def repeated(items: Iterable[GoldItem], repeats: Repeats) -> Iterator[Problem]:
    """Yield a problem for every string of an item that holds too many words of a sealed text."""
    for item in items:
        for words in _said(item):
            if run := repeats.first(words, LONGEST):
                yield Problem(item, Lapse.REPEATS, run)


def _said(item: GoldItem) -> Iterator[str]:
    yield from (item.question, item.reference, *item.forbidden, *item.tags)
    yield from (turn.content for turn in item.history)
    yield from (point for group in item.key_points for point in group)


def _sealed(item: GoldItem, sources: Sources, repeats: Repeats) -> GoldItem:
    def closed(quote: Quote | Sealed) -> Quote | Sealed:
        return (sources.sealed(quote) if isinstance(quote, Quote) else quote) or quote

    hidden = item.reference and (
        any(quote.source in sources for quote in item.quotes)
        or repeats.first(item.reference, LONGEST_SPOKEN)
    )
    return replace(
        item,
        history=tuple(_cut(turn, repeats) for turn in item.history),
        reference="" if hidden else item.reference,
        reference_length=length(item.reference) if hidden else item.reference_length,
        evidence=tuple(tuple(map(closed, group)) for group in item.evidence),
        allowed=tuple(map(closed, item.allowed)),
    )


def _cut(turn: Turn, repeats: Repeats) -> Turn:
    run = repeats.first(turn.content, LONGEST_SPOKEN) if turn.role == "assistant" else ""
    if not run:
        return turn
    return replace(turn, content=turn.content[: turn.content.index(run) + len(run)] + " …")


def _notes(before: Iterable[GoldItem], after: Iterable[GoldItem]) -> Iterator[str]:
    for old, new in zip(before, after, strict=True):
        if old.history != new.history:
            yield f"{old.place} ({old.id}): cut what the assistant said before"


def texts(folder: Path) -> tuple[Document, ...]:
    """Read the documents of a folder as the library does; records beside them are passed over."""
    return read(path for path in sorted(folder.iterdir()) if path.suffix != ".json")


def read(paths: Iterable[Path]) -> tuple[Document, ...]:
    """Read documents as the library does."""
    return tuple(parse(path.name, text_of(path))[0] for path in paths)


def main(arguments: Sequence[str], say: Callable[[str], object] = sys.stderr.write) -> int:
    """Seal gold files and write them as one; say on stderr what was done."""
    parser = argparse.ArgumentParser(prog="python -m evals.seal", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, metavar="IN.jsonl")
    parser.add_argument("out", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--texts", type=Path, required=True, help="the texts to be sealed")
    options = parser.parse_args(arguments)
    try:
        gold = merged([load(path) for path in options.gold])
        done = seal(gold, texts(options.texts), read(shipped_texts()))
    except (HoiQuyCheError, OSError) as error:
        say(f"{error}\n")
        return UNREADABLE
    for line in (*done.notes, *done.problems):
        say(f"{line}\n")
    if done.problems:
        say(f"nothing written: {len(done.problems)} problems\n")
        return FAULTY
    options.out.write_text(written(done.items), encoding="utf-8")
    say(f"{len(done.items)} items written to {options.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
