"""What the whole test run shares: one state folder with the shipped texts and their index."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings, load_settings
from assistant.wiring import open_workbench


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
