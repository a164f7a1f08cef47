"""`quiz`: proved quiz items from the documents, printed, as JSON, or in other programs' formats."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.fluent.voice import Voice
from assistant.grounding.words import load_speller
from assistant.quiz.errors import BadCountError, UnknownKindError
from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.export.formats import FORMATS, exported
from assistant.quiz.export.question import Question, questions
from assistant.quiz.export.table import key_of
from assistant.quiz.field import Field, Scope
from assistant.quiz.item import Difficulty, Item, Kind
from assistant.quiz.naming import name_of
from assistant.quiz.quiz import Quiz, Wish, make_quiz
from assistant.quiz.record import item_json
from assistant.quiz.reworded import Rewriter
from assistant.settings import Settings
from assistant.shelf import Shelf
from assistant.wiring import open_workbench
from ui.commands import wording
from ui.commands.output import plain, print_json, write_file
from ui.masked_shelf import masked_shelf

MOST = 1000  # items in one run
MIXED = "mixed"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `quiz`."""
    quiz = commands.add_parser("quiz", help=wording.QUIZ, description=wording.QUIZ)
    quiz.add_argument("--document", action="append", default=[], help=wording.QUIZ_DOCUMENT)
    quiz.add_argument("--section", default="", metavar="MỤC", help=wording.QUIZ_SECTION)
    quiz.add_argument("--count", default="20", metavar="SỐ", help=wording.QUIZ_COUNT)
    every = ",".join(Kind)
    quiz.add_argument("--kinds", default=every, metavar="LOẠI", help=wording.QUIZ_KINDS)
    quiz.add_argument("--difficulty", default=MIXED, metavar="MỨC", help=wording.QUIZ_DIFFICULTY)
    quiz.add_argument("--seed", type=int, default=0, metavar="SỐ", help=wording.QUIZ_SEED)
    quiz.add_argument(
        "--export",
        action="append",
        nargs=2,
        default=[],
        metavar=("DẠNG", "TỆP"),
        help=wording.QUIZ_EXPORT,
    )
    quiz.add_argument("--variants", default="1", metavar="SỐ", help=wording.QUIZ_VARIANTS)
    quiz.add_argument("--reword", action="store_true", help=wording.QUIZ_REWORD)
    quiz.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    quiz.set_defaults(command=run_quiz)


def run_quiz(options: argparse.Namespace, settings: Settings) -> int:
    """Make items, print them, and write the exports that are asked for."""
    wish = _wish(options)
    variants = _number(options.variants)
    for name, _ in options.export:
        _known(name, tuple(FORMATS))
    with open_workbench(settings, owner="hoiquyche quiz") as bench:
        shelf = masked_shelf(bench.shelf) if settings.mask else bench.shelf
        scope = Scope(bench.named(options.document), options.section)
        voice = bench.voice
    quiz = make_quiz(shelf, scope, wish)
    if options.reword:
        quiz = _reworded(quiz, Field(shelf, scope), voice)
    names = {key: name_of(document, shelf) for key, document in shelf.documents.items()}
    asked = questions(quiz.items, names)
    for name, path in options.export:
        _export(Path(path), name, asked, (variants, wish.seed))
    _print(quiz, shelf, asked, as_json=options.json)
    print(wording.quiz_made(len(quiz.items), wish.count), file=sys.stderr)
    print(wording.quiz_rejected(quiz.rejected), file=sys.stderr)
    return 0


def _reworded(quiz: Quiz, field: Field, voice: Voice) -> Quiz:
    """Return a quiz in the model's words, as far as they pass the checks, and tell how far."""
    made = Rewriter(field, load_speller(), voice.said).rewrite(quiz)
    print(wording.quiz_reworded(made.stems, made.distractors, made.refused), file=sys.stderr)
    return made.quiz


def _wish(options: argparse.Namespace) -> Wish:
    kinds = [kind.strip() for kind in options.kinds.split(",") if kind.strip()]
    for kind in kinds or [""]:
        _known(kind, tuple(Kind))
    _known(options.difficulty, (MIXED, *Difficulty))
    level = None if options.difficulty == MIXED else Difficulty(options.difficulty)
    return Wish(
        count=_number(options.count),
        kinds=tuple(dict.fromkeys(map(Kind, kinds))),
        difficulty=level,
        seed=options.seed,
    )


def _known(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise UnknownKindError(name, known)


def _number(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 1 <= int(words) <= MOST:
        raise BadCountError(words)
    return int(words)


def _export(path: Path, name: str, asked: tuple[Question, ...], how: tuple[int, int]) -> None:
    variants, seed = how
    made = exported(name, asked, variants=variants, seed=seed)
    write_file(path, made.data)
    losses = Counter(loss.lost for loss in made.losses)
    print(plain(wording.quiz_exported(str(path), losses)), file=sys.stderr)


def _print(quiz: Quiz, shelf: Shelf, asked: tuple[Question, ...], *, as_json: bool) -> None:
    if as_json:
        files = {key: document.source for key, document in shelf.documents.items()}
        items = [item_json(item, files) for item in quiz.items]
        told = {"offered": len(items), "rejected": dict(quiz.rejected)}
        print_json({"items": items, **told})
        return
    for number, (item, one) in enumerate(zip(quiz.items, asked, strict=True), start=1):
        print(plain("\n".join(_lines(number, item, one))))


def _lines(number: int, item: Item, one: Question) -> Iterator[str]:
    yield f"{number}. {item.stem}"
    yield from (f"   {n}) {prompt}" for n, prompt in enumerate(item.prompts, start=1))
    yield from (f"   {LETTERS[k]}. {option}" for k, option in enumerate(item.options))
    yield f"   {wording.KEY}: {key_of(one)}"
    yield f"   {wording.EXPLANATION}: {item.explanation}"
    yield ""
