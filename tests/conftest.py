"""What the whole test run shares: one state folder with the shipped texts and their index."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.settings import Settings, load_settings
from assistant.wiring import open_workbench
from tests.serving import blocked


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a state folder that is ready to answer, built once."""
    home = tmp_path_factory.mktemp("office")
    settings = load_settings({"HOIQUYCHE_HOME": str(home)})
    with open_workbench(settings, owner="tests") as bench:
        bench.prepare(lambda _done, _total: None)
    return settings


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the environment at a state folder that does not exist yet, and return it."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOIQUYCHE_HOME", str(home))
    return home


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(office: Settings, tmp_path: Path, free_port: int) -> Iterator[tuple[str, Path]]:
    """Serve the page with other machines blocked; yield its address and the log."""
    log = tmp_path / "served.txt"
    process = blocked(log, office, "serve", "--port", str(free_port))
    try:
        yield f"http://127.0.0.1:{free_port}", log
    finally:
        process.terminate()
        process.communicate(timeout=60)
