"""Measures the installed program as its users meet it: starts, memory, time per question.

Usage: python -m evals.startup  — prints a Markdown table.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.gold import Split
from evals.goldfile import load
from evals.shipped import first_light

PATIENCE = 600.0  # seconds until a start has failed
LOOK = 0.05  # seconds between two looks at whether the program is ready


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until the page answers, seconds until questions are answered."""

    page: float
    ready: float


@dataclass(frozen=True, slots=True)
class Server:
    """A running program and its address."""

    process: subprocess.Popen[bytes]
    url: str
    start: Start

    def memory(self) -> float:
        """Return the resident memory of the process in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def ask(self, question: str) -> float:
        """Ask one question and return the milliseconds that the program took."""
        body = json.dumps({"question": question}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/api/ask", body, headers)  # noqa: S310 — our own address
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return float(json.load(answer)["elapsed_ms"])


@contextmanager
def serving(home: Path, cache: Path) -> Iterator[Server]:
    """Serve on a free port until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "hoiquyche"), "serve", "--port", str(port)]
    folders = {"HOIQUYCHE_HOME": str(home), "HOIQUYCHE_CACHE": str(cache)}
    began = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **folders})  # noqa: S603 — our own command
    try:
        url = f"http://127.0.0.1:{port}"
        page = _until(f"{url}/healthz", began, ready=False)
        yield Server(process, url, Start(page, _until(f"{url}/healthz", began, ready=True)))
    finally:
        process.terminate()
        process.wait()


def _until(url: str, began: float, *, ready: bool) -> float:
    """Return the seconds from `began` until the program answers, or is ready."""
    while time.perf_counter() - began < PATIENCE:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 — our own address
                if json.load(answer)["ready"] or not ready:
                    return time.perf_counter() - began
        except OSError:
            pass  # it does not listen yet
        time.sleep(LOOK)
    raise TimeoutError(url)


def questions() -> list[str]:
    """Return the tuning questions of the shipped gold set."""
    return [item.question for item in load(first_light()).items if item.split is Split.TUNE]


def measured(home: Path, cache: Path) -> Iterator[tuple[str, str]]:
    """Yield what was measured, in words, with its figure."""
    with serving(home, cache) as first:
        yield "first start: page", f"{first.start.page:.1f} s"
        yield "first start: ready (model made, index built)", f"{first.start.ready:.1f} s"
    with serving(home, cache) as second:
        yield "second start: page", f"{second.start.page:.1f} s"
        yield "second start: ready", f"{second.start.ready:.1f} s"
        yield "memory, idle after the second start", f"{second.memory():.0f} MB"
        times = [second.ask(question) for question in questions()][1:]  # the first warms up
        low, high = np.percentile(times, [50, 95])
        yield f"a question, warm, over {len(times)}: p50 / p95", f"{low:.0f} / {high:.0f} ms"
        yield "memory after these questions", f"{second.memory():.0f} MB"


def main() -> None:
    """Measure in temporary folders and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        print("| what | figure |\n|---|---|")
        for what, figure in measured(Path(folder, "home"), Path(folder, "cache")):
            print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
