"""The installed program, run with other machines blocked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from assistant.settings import Settings

ROOT = Path(__file__).parent.parent


def blocked(log: Path, office: Settings, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the command line on the office with other machines blocked."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.blocked", str(log), *arguments],
        cwd=ROOT,
        env={**os.environ, "HOIQUYCHE_HOME": str(office.home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def until_up(url: str, seconds: float = 120) -> bool:
    """Ask until the server answers at all."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=30):  # noqa: S310 — our own address
                return True
        except OSError:
            time.sleep(0.2)
    return False


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
