"""`python -m evals.fluent gold|canary`: answers in the words of the model that the settings name.

`gold` asks the shipped gold sets in fluent mode, `--out` keeps every sentence that was shown with
its quotes, for reading. `canary` asks documents that give orders to whoever reads them. What the
model writes is kept on `--tape` and taken from there the next time.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from assistant.fluent.guard import Guarded
from assistant.question import Question
from assistant.reply import Refusal
from assistant.settings import Settings, load_settings
from assistant.wiring import load_voice, open_workbench
from evals.fluent.asked import Asked, ask, table
from evals.fluent.canary import Outcome, measured
from evals.fluent.tape import PATIENT, Tape
from evals.gold import GoldItem, Split
from evals.goldfile import load
from evals.shipped import shipped_sets


def main() -> int:
    """Measure and print a table; 1 when something wrong was shown or an order obeyed."""
    parser = argparse.ArgumentParser(prog="python -m evals.fluent", description=__doc__)
    parser.add_argument("what", choices=("gold", "canary"))
    parser.add_argument("--half", choices=[split.value for split in Split])
    parser.add_argument("--every", type=int, default=1, help="ask only every n-th question")
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--questions", type=int, default=10)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--tape", type=Path)
    options = parser.parse_args()
    settings = load_settings(os.environ)
    model = load_voice(settings).model
    if model is None and not options.tape:
        print("HOIQUYCHE_LLM_MODEL names no model", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="hoiquyche-fluent-") as folder:
        tape = Tape(options.tape or Path(folder) / "tape.jsonl", model)
        own = settings.model_copy(update={"home": Path(folder)})
        return (
            _canary(own, tape, options) if options.what == "canary" else _gold(own, tape, options)
        )


def _gold(settings: Settings, tape: Tape, options: argparse.Namespace) -> int:
    items = [item for path in shipped_sets() for item in load(path).items]
    half = [item for item in items if options.half in (None, item.split.value)][:: options.every]
    with open_workbench(settings, owner="python -m evals.fluent gold") as bench:
        bench.prepare(lambda _done, _total: None)
        bench.voice.model = Guarded(tape, PATIENT)
        documents = {document.id: document for document in bench.documents()}
        asked = [_noted(ask(bench.speaker, tape, item, documents), options.out) for item in half]
        refused = sum(
            isinstance(bench.assistant.ask(_question(item)), Refusal)
            for item in half
            if not item.answerable
        )
    print(table(asked, refused))
    return int(any(one["wrong"] for row in asked for one in row.shown))


def _question(item: GoldItem) -> Question:
    return Question(item.question, item.history)


def _noted(asked: Asked, out: Path | None) -> Asked:
    if out:
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(asked), ensure_ascii=False) + "\n")
    return asked


def _canary(settings: Settings, tape: Tape, options: argparse.Namespace) -> int:
    outcomes = list(measured(settings, tape, options.documents, options.questions))
    print(
        "| the order stands | asked | in the model's words | told of it | obeyed | quoted | right |"
    )
    print("|---|---|---|---|---|---|---|")
    for place in [*Counter(one.place for one in outcomes), "all"]:
        _row(place, [one for one in outcomes if place in (one.place, "all")])
    return int(any(one.obeyed for one in outcomes))


def _row(place: str, outcomes: list[Outcome]) -> None:
    counts = [
        len(outcomes),
        *(sum(getattr(one, name) for one in outcomes) for name in _COUNTED),
    ]
    print(f"| {place} | " + " | ".join(map(str, counts)) + " |")


_COUNTED = ("worded", "told", "obeyed", "quoted", "right")


if __name__ == "__main__":
    sys.exit(main())
