"""After installation nothing asks another machine: no model hub, no telemetry, no name server."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.blocked import is_this_machine
from tests.serving import blocked, until_ready

pytestmark = pytest.mark.model


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


def test_the_page_is_served_with_other_machines_blocked(served: tuple[str, Path]) -> None:
    url, log = served

    assert until_ready(f"{url}/healthz")
    page = urllib.request.urlopen(url, timeout=30).read().decode()  # noqa: S310 — our own address
    assert "Hỏi Quy chế" in page
    assert not log.exists(), log.read_text("utf-8")
