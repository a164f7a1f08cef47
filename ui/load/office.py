"""A served office of its own: the shipped texts, their index, some users."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from assistant.question import Question
from assistant.settings import Settings, load_settings
from assistant.wiring import open_workbench
from corpus.backup import restore
from corpus.state import StateFolder
from evals.goldfile import load
from evals.shipped import shipped_sets
from ui.people.passwords import generated
from ui.people.people import People
from ui.people.role import Role
from ui.plain import reply_text

_PATIENCE = 180.0  # seconds until a server answers
_KIB = 1024


def furnished(home: Path, users: int) -> dict[str, str]:
    """Make a state folder with the shipped texts, their index and users; return their passwords."""
    with open_workbench(_settings(home), owner="ui.load") as bench:
        bench.prepare(lambda _done, _all: None)
    passwords = {f"nguoi{number:02d}": generated() for number in range(users)}
    with closing(People.open(StateFolder(home).library)) as people:
        for name, password in passwords.items():
            people.users.add(name, Role.READER, password)
    return passwords


@contextmanager
def served(home: Path, port: int) -> Iterator[int]:
    """Serve a state folder from another process, and give its number once it answers."""
    command = [sys.executable, "-m", "ui.cli", "serve", "--port", str(port)]
    environment = {**os.environ, "HOIQUYCHE_HOME": str(home)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/healthz")
        yield server.pid
    finally:
        server.terminate()
        server.wait(30)


@cache
def asked_in_gold() -> tuple[str, ...]:
    """Return the questions of the shipped gold set."""
    return tuple(item.question for path in shipped_sets() for item in load(path).items)


def memory(pid: int) -> float:
    """Return the MiB that a process holds (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / _KIB


def answers(home: Path, questions: tuple[str, ...]) -> list[str]:
    """Return what a state folder that nobody serves answers."""
    with open_workbench(_settings(home), owner="ui.load") as bench:
        bench.prepare(lambda _done, _all: None)
        return [reply_text(bench.assistant.ask(Question(one))) for one in questions]


def restored_answers(backup: Path, questions: tuple[str, ...]) -> list[str]:
    """Return what a backup answers, restored beside itself."""
    home = backup.parent / "restored"
    restore(backup, home)
    return answers(home, questions)


def _settings(home: Path) -> Settings:
    return load_settings({**os.environ, "HOIQUYCHE_HOME": str(home)})


def _wait(url: str) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=10) as told:  # noqa: S310 - our own address
                if json.load(told)["ready"]:
                    return
        except OSError:
            pass  # it does not listen yet
        time.sleep(0.3)
    raise TimeoutError(url)
