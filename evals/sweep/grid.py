"""A grid: the settings that a sweep tries."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from assistant.weighing.tuning import Setting, Tuning
from evals.errors import EvaluationFileError, first_fault
from evals.gold import Split

MOST = 1000  # settings; a larger grid is a slip of the pen
WRITERS = ("extractive",)
Value = int | float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sweep as it is written: gold files beside it (none: those that ship), half, settings.

    Settings are all combinations of the values, the last name changing fastest. What is tried out
    is tried on the tuning half, for a figure that was chosen by is no figure of quality any more.
    """

    gold: tuple[Path, ...]
    half: Split
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    grid: Mapping[str, tuple[Value, ...]]
    gold: tuple[str, ...] = ()
    half: Split = Split.TUNE


def load(path: Path) -> Grid:
    """Read a grid from TOML: `gold` and `half`, and a table `[grid]` of names with lists of values.

    Names are those of `assistant.weighing.tuning.Tuning`, and chunking, embedder, writer.

    Raises EvaluationFileError for a file that is no grid.
    """
    try:
        file = TypeAdapter(_File).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
        settings = tuple(map(setting_of, _combined(file.grid)))
    except ValidationError as error:
        raise EvaluationFileError(path, first_fault(error)) from error
    except (OSError, ValueError) as error:
        raise EvaluationFileError(path, str(error)) from error
    gold = tuple(path.parent / name for name in file.gold)
    return Grid(gold=gold, half=file.half, settings=settings)


def _combined(grid: Mapping[str, tuple[Value, ...]]) -> list[dict[str, Value]]:
    """Return every combination of the values; ValueError for none, or too many."""
    every = [
        dict(zip(grid, chosen, strict=True))
        for chosen in itertools.islice(itertools.product(*grid.values()), MOST + 1)
    ]
    if not grid or not 0 < len(every) <= MOST:
        reason = f"[grid] gives {'no' if not every or not grid else 'too many'} settings"
        raise ValueError(reason)
    return every


def setting_of(chosen: Mapping[str, Value]) -> Setting:
    """Return the setting of some values by name.

    Raises ValueError for a name that is none, a writer that is not there or a value that cannot be.

    >>> setting_of({"hits": 20, "chunking": "leaves"}).changed()
    {'hits': 20, 'chunking': 'leaves'}
    """
    values = dict(chosen)
    writer = values.pop("writer", WRITERS[0])
    if writer not in WRITERS:
        reason = f"writer = {writer!r}: there are {', '.join(WRITERS)}"
        raise ValueError(reason)
    own = {name: values.pop(name) for name in ("chunking", "embedder") if name in values}
    unknown = set(values) - {field.name for field in fields(Tuning)}
    if unknown:
        reason = f"unknown names {sorted(unknown)}"
        raise ValueError(reason)
    return TypeAdapter(Setting).validate_python({"tuning": values, **own})
