"""After installation nothing asks another machine: no model hub, no telemetry, no name server."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.blocked import is_this_machine

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.model


def blocked(log: Path, office: Settings, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the command line on the office with other machines blocked."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.blocked", str(log), *arguments],
        cwd=ROOT,
        env={**os.environ, "HOIQUYCHE_HOME": str(office.home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_the_block_knows_this_machine_from_others() -> None:
    assert all(map(is_this_machine, ["127.0.0.1", "::1", "localhost", ""]))
    assert not any(map(is_this_machine, ["192.0.2.1", "example.org"]))


def test_a_question_is_answered_with_other_machines_blocked(
    office: Settings, tmp_path: Path
) -> None:
    log = tmp_path / "asked.txt"
    process = blocked(log, office, "ask", "--json", "Ai ký kế hoạch dân vận năm 2023?")
    out, err = process.communicate(timeout=180)

    assert process.returncode == 0, err.decode()
    assert "Trần Thị Huy Hoàng" in json.loads(out)["answer"]
    assert not log.exists(), log.read_text("utf-8")


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


def test_the_page_is_served_with_other_machines_blocked(served: tuple[str, Path]) -> None:
    url, log = served

    assert until_ready(f"{url}/healthz")
    page = urllib.request.urlopen(url, timeout=30).read().decode()  # noqa: S310 — our own address
    assert "Hỏi Quy chế" in page
    assert not log.exists(), log.read_text("utf-8")


def until_ready(url: str, seconds: float = 120) -> bool:
    """Ask until the server can answer questions."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 — our own address
                if json.load(answer)["ready"]:
                    return True
        except OSError:
            pass  # it does not listen yet
        time.sleep(0.2)
    return False
