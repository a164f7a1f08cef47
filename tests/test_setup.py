"""What is installed is pinned, hashed and free of CUDA."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINS = re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCK, re.MULTILINE)


def test_every_package_of_the_lock_has_a_hash() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.strip())

    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_neither_torch_nor_a_cuda_package() -> None:
    cuda = re.compile(r"torch|nvidia-.*|triton|cuda-.*")

    assert [name for name, _ in PINS if cuda.fullmatch(name)] == []


def test_the_makefile_and_pyproject_pin_the_same_torch() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = next(d for d in project["dependencies"] if d.startswith("torch"))

    assert pinned in (ROOT / "Makefile").read_text("utf-8")


def test_what_the_peers_need_is_pinned_in_a_lock_of_its_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    model, splitter = project["optional-dependencies"]["peers"]

    assert model in (ROOT / "requirements-peers.lock").read_text("utf-8")
    assert model in (ROOT / "Makefile").read_text("utf-8")
    assert splitter in project["optional-dependencies"]["dev"]


def test_every_direct_dependency_but_torch_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", line)[0] for line in wanted} - {"torch"}

    assert names - {name for name, _ in PINS} == set()
