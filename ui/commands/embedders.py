"""`embedders`: the embedding models that can be used here, with their speed and quality."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.settings import Settings
from assistant.wiring import PACKAGED, load_embedder
from corpus.parse import parse
from corpus.shipped import shipped_texts
from evals.embedders import Quality, measure
from evals.gold import GoldSet, Split, merged
from evals.goldfile import load
from evals.shipped import shipped_sets
from index.embedder import Embedder, SentenceEmbedder
from index.entry import entries
from index.packaged import packaged_model
from ui.commands import wording
from ui.commands.output import plain, print_json
from ui.compared import number
from ui.figures import Table, in_columns

MODEL = "modules.json"  # what makes a folder one of sentence-transformers


@dataclass(frozen=True, slots=True)
class Offered:
    """A model that can be used: what the setting says for it, how it is run, what loads it."""

    setting: str
    engine: str
    load: Callable[[], Embedder]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `embedders`."""
    parser = commands.add_parser("embedders", help=wording.EMBEDDERS, description=wording.EMBEDDERS)
    parser.add_argument("folder", nargs="*", type=Path, help=wording.MODEL_FOLDERS)
    parser.add_argument("--measure", action="store_true", help=wording.MEASURE_EMBEDDERS)
    parser.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    parser.set_defaults(command=run_embedders)


def run_embedders(options: argparse.Namespace, settings: Settings) -> int:
    """List the models, and measure them over the texts and questions that ship."""
    rows = []
    for offered in offers(settings, options.folder):
        embedder = offered.load()
        rows.append((offered, embedder, _measured(embedder) if options.measure else None))
    if options.json:
        print_json([_json(*row) for row in rows])
        return 0
    header = (*wording.EMBEDDER_COLUMNS, *(wording.QUALITY_COLUMNS if options.measure else ()))
    lines = tuple(tuple(_cells(*row)) for row in rows)
    for line in in_columns(Table(wording.EMBEDDERS, header, lines)):
        print(plain(line))
    return 0


def offers(settings: Settings, folders: list[Path]) -> Iterator[Offered]:
    """Yield the packaged model in both of its engines, then that of the settings, then folders.

    A folder in which there are models stands for each of them.
    """
    packaged = packaged_model(settings.cache / "models")
    yield Offered(PACKAGED, "ONNX Runtime + torch", lambda: load_embedder(settings, PACKAGED))
    yield Offered(PACKAGED, "torch", lambda: SentenceEmbedder(packaged))
    named = [] if settings.embedder == PACKAGED else [settings.embedder]
    inside = [str(model) for folder in folders for model in models(folder)]
    for name in dict.fromkeys((*named, *inside)):
        yield Offered(name, "torch", lambda name=name: load_embedder(settings, name))  # type: ignore[misc]


def models(folder: Path) -> list[Path]:
    """Return the models in a folder: itself, or those right below it, by name."""
    if (folder / MODEL).is_file() or not folder.is_dir():
        return [folder]
    return sorted(below.parent for below in folder.glob(f"*/{MODEL}"))


def _measured(embedder: Embedder) -> Quality:
    texts = [parse(path.name, path.read_text("utf-8")) for path in shipped_texts()]
    gold: GoldSet = merged([load(path) for path in shipped_sets()]).half(Split.TUNE)
    return measure(embedder, entries(texts), gold, [document for document, _ in texts])


def _cells(offered: Offered, embedder: Embedder, quality: Quality | None) -> Iterator[str]:
    yield from (offered.setting, offered.engine, embedder.name)
    yield from (str(embedder.dim), str(embedder.width))
    if quality:
        yield from (f"{quality.passages_per_second:.0f}", f"{quality.question_ms:.1f}")
        yield from map(number, (quality.recall_5, quality.mrr, quality.ndcg))


def _json(offered: Offered, embedder: Embedder, quality: Quality | None) -> dict[str, object]:
    return {
        "setting": offered.setting,
        "engine": offered.engine,
        "name": embedder.name,
        "dim": embedder.dim,
        "width": embedder.width,
        "digest": embedder.digest,
        "quality": asdict(quality) if quality else None,
    }
