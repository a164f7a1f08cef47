"""The card of a run: all that its figures depend on."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from assistant.weighing.tuning import Setting
from index.card import Card as Generation

DISTRIBUTION = "hoi-quy-che"
PACKAGES = ("corpus", "index", "assistant")  # what answers depend on
CODE = frozenset({".py", ".toml", ".csv", ".json", ".safetensors"})


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a run was made; times are of this machine, nothing else is."""

    processor: str
    cores: int
    system: str
    python: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a run was made with.

    `library` and `embedder` are digests of the generation of the index; `code` is the digest of the
    modules and tables that answer, so that a change that nobody committed shows; `setting`
    holds what differs from what ships. `seed` is that of the intervals: nothing else is drawn.
    """

    version: str
    code: str
    library: str
    documents: int
    passages: int
    embedder: str
    embedder_digest: str
    writer: str = "extractive"
    setting: Mapping[str, int | float | str] = field(default_factory=dict)
    seed: int = 0
    machine: Machine


def card_of(generation: Generation, setting: Setting) -> Card:
    """Return the card of a run over an index, by its card, that is set up in a certain way."""
    return Card(
        version=version(),
        code=own_code(),
        library=generation.library,
        documents=generation.documents,
        passages=generation.passages,
        embedder=generation.embedder,
        embedder_digest=generation.embedder_digest,
        setting=setting.changed(),
        machine=this_machine(),
    )


def version() -> str:
    """Return the version of the program."""
    return metadata.version(DISTRIBUTION)


def code_digest(packages: Iterable[Path]) -> str:
    """Return the digest of the modules and tables below some folders: 16 hex digits."""
    digest = hashlib.sha256()
    for folder in packages:
        for path in sorted(folder.rglob("*")):
            if path.suffix in CODE and path.is_file():
                name = path.relative_to(folder.parent).as_posix()
                digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def own_code() -> str:
    """Return the digest of the code of this program that answers."""
    root = Path(__file__).parents[2]
    return code_digest(root / name for name in PACKAGES)


def this_machine() -> Machine:
    """Return the machine that this process is on."""
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
    )


def _cores() -> int:
    return os.cpu_count() or 1


def _processor() -> str:
    """Return the model of the processor, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
