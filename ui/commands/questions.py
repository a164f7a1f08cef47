"""`ask` and `search`: questions from the command line, one or a whole file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.mode import Mode
from assistant.question import Question, Turn
from assistant.reply import Answer, Reply
from assistant.settings import Settings
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from corpus.document import Document
from ui import messages
from ui.application import Asking
from ui.commands import wording
from ui.commands.given import whole
from ui.commands.output import plain, print_json
from ui.commands.progress import shown_progress
from ui.contract import answered, hit_json
from ui.errors import BadBatchError
from ui.masked import MaskedAssistant, masked_hit
from ui.plain import reply_text, source_line, understood_line
from ui.writing import written_lines

DocumentOf = Callable[[str], Document]
MOST = 1000  # passages of one search


class BatchLine(BaseModel):
    """One line of a batch file."""

    model_config = ConfigDict(extra="ignore")

    id: str | int
    question: str
    history: list[Turn] = Field(default_factory=list)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `ask` and `search`."""
    ask = commands.add_parser("ask", help=wording.ASK, description=wording.ASK)
    ask.add_argument("question", nargs="?", help=wording.QUESTION)
    ask.add_argument("--batch", type=Path, metavar="TỆP", help=wording.BATCH)
    ask.add_argument("--document", action="append", default=[], help=wording.DOCUMENT)
    ask.add_argument("--tag", action="append", default=[], metavar="NHÃN", help=wording.TAGGED)
    ask.add_argument("--mode", choices=[*Mode], type=Mode, help=wording.MODE)
    ask.add_argument("--seed", type=int, metavar="SỐ", help=wording.WRITING_SEED)
    ask.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    ask.set_defaults(command=run_ask)
    search = commands.add_parser("search", help=wording.SEARCH, description=wording.SEARCH)
    search.add_argument("query", help=wording.QUESTION)
    search.add_argument("-k", type=whole(MOST), default=10, help=wording.HOW_MANY)
    search.add_argument("--document", action="append", default=[], help=wording.DOCUMENT)
    search.add_argument("--tag", action="append", default=[], metavar="NHÃN", help=wording.TAGGED)
    search.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    search.set_defaults(command=run_search)


def run_ask(options: argparse.Namespace, settings: Settings) -> int:
    """Answer one question, or each line of a batch file in order."""
    if options.batch is None and options.question is None:
        print(wording.NO_QUESTION, file=sys.stderr)
        return 2
    lines = list(read_batch(options.batch)) if options.batch else []
    if options.seed is not None:
        settings = settings.model_copy(update={"llm_seed": options.seed})
    with open_workbench(settings, owner="hoiquyche ask") as bench:
        bench.prepare(shown_progress())
        documents = _within(bench, options)
        asking = MaskedAssistant(bench.speaker) if settings.mask else bench.speaker
        for line in lines:
            asked = Question(line.question, tuple(line.history), documents, options.mode)
            told = answered(asking, asked, bench.document)
            print_json({"id": line.id, **told}, indent=None)
        if options.batch is None:
            one = Question(options.question, documents=documents)
            _print_one(asking, one, bench.document, as_json=options.json)
    return 0


def read_batch(path: Path) -> Iterator[BatchLine]:
    """Yield the questions of a JSONL file.

    Raises:
        BadBatchError: the file, or one of its lines, cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadBatchError(path, 0, type(error).__name__) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield _batch_line(path, number, line)


def _batch_line(path: Path, number: int, line: str) -> BatchLine:
    try:
        return BatchLine.model_validate_json(line)
    except ValidationError as error:
        raise BadBatchError(path, number, error.errors()[0]["msg"]) from error


def _print_one(
    asking: Asking, question: Question, document_of: DocumentOf, *, as_json: bool
) -> None:
    if as_json:
        print_json(answered(asking, question, document_of))
        return
    for line in shown(asking.ask(question), document_of):
        print(plain(line))


def shown(reply: Reply, document_of: DocumentOf) -> Iterator[str]:
    """Yield a reply as lines: what was understood, the answer, its warnings, its sources."""
    if reply.understood:
        yield understood_line(reply.understood)
    yield reply_text(reply)
    answer = reply if isinstance(reply, Answer) else None
    if answer and answer.written:
        yield from written_lines(answer.written)
    for warning in answer.warnings if answer else ():
        yield f"{messages.WARNING}: {warning}"
    cited = answer.citations if answer else ()
    if cited:
        yield f"\n{wording.SOURCES}"
    for citation in cited:
        yield source_line(citation, document_of(citation.document_id).source)


def run_search(options: argparse.Namespace, settings: Settings) -> int:
    """Print the passages that a query finds, best first."""
    with open_workbench(settings, owner="hoiquyche search") as bench:
        bench.prepare(shown_progress())
        documents = _within(bench, options) or None
        found = bench.searcher.search(options.query, options.k, documents=documents)
        hits = tuple(map(masked_hit, found)) if settings.mask else found
        rows = [hit_json(hit, n, bench.document) for n, hit in enumerate(hits, start=1)]
    if options.json:
        print_json({"query": options.query, "hits": rows})
        return 0
    for row in rows:
        print(plain(f"{row['rank']:>3}  {row['score']:.3f}  {row['source']}, {row['address']}"))
        print(plain(f"     {json.dumps(row['text'], ensure_ascii=False)[1:-1][:200]}"))
    if not rows:
        print(wording.NOTHING_FOUND)
    return 0


def _within(bench: Workbench, options: argparse.Namespace) -> frozenset[str]:
    """Return the documents that are named, and those that bear a tag that is named."""
    tagged = (bench.library.tags.bearing(name) for name in options.tag)
    return bench.named(options.document).union(*tagged)
