"""Measure how the index grows.

    python -m index.scale --passages 1000 10000 100000 --home FOLDER [--from TEXTS] [--plot FILE]

Each size is built and asked in processes of its own, so that their memory is theirs. What is in
FOLDER already is not built again: a slow build can be asked when the machine is quiet.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from index.cached import CachedEmbedder
from index.embedder import Embedder, Read
from index.light import LightEmbedder
from index.packaged import packaged_model
from index.publish import published
from index.scale.base import Base, base
from index.scale.measured import Asked, Built, ask, build
from index.scale.plot import plot
from index.scale.table import rows


def main(arguments: list[str]) -> None:
    """Measure each size and print the tables; draw them if asked to."""
    asked = _parser().parse_args(arguments)
    asked.home.mkdir(parents=True, exist_ok=True)
    for size in asked.passages:
        home = asked.home / str(size)
        if published(home) is None:
            _alone(_build, asked, size)
        _alone(_ask, asked, size)
    results = _results(asked.home)
    sys.stdout.writelines(f"{row}\n" for row in rows(*results))
    if asked.plot is not None:
        asked.plot.write_text(plot(*results), "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index.scale", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="*", default=[])
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--from", dest="source", type=Path)
    parser.add_argument("--real", type=int, default=2000, help="real passages at most")
    parser.add_argument("--plot", type=Path)
    return parser


def _alone(
    work: Callable[[argparse.Namespace, int], None], asked: argparse.Namespace, n: int
) -> None:
    """Do the work in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        pool.submit(work, asked, n).result()


def _build(asked: argparse.Namespace, size: int) -> None:
    built = build(asked.home / str(size), *_world(asked), size)
    (asked.home / f"built-{size}.json").write_text(built.model_dump_json(), "utf-8")


def _ask(asked: argparse.Namespace, size: int) -> None:
    told = ask(asked.home / str(size), *_world(asked))
    (asked.home / f"asked-{size}.json").write_text(told.model_dump_json(), "utf-8")


def _world(asked: argparse.Namespace) -> tuple[Base, Embedder, list[Read]]:
    """Return the real passages with their embedder and how it read them, kept in the folder."""
    real = base(asked.source, asked.real)
    model = LightEmbedder(packaged_model(asked.home / "model"))
    embedder = CachedEmbedder(model, asked.home / "read")
    return real, embedder, embedder.embed_passages([entry.embedded for entry in real.entries])


def _results(home: Path) -> tuple[list[Built], list[Asked]]:
    built = [Built.model_validate_json(path.read_bytes()) for path in home.glob("built-*.json")]
    told = [Asked.model_validate_json(path.read_bytes()) for path in home.glob("asked-*.json")]
    return sorted(built, key=lambda one: one.passages), sorted(told, key=lambda one: one.passages)
