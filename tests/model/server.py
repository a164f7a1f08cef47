"""A llama.cpp server with the model of the tests, in a process of its own, on loopback."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.model.packaged import NAME, SHA256, joined

CONTEXT = 8192  # tokens
THREADS = 2
PATIENCE = 120.0  # seconds until the model has to be loaded


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A model that answers at an address."""

    base_url: str
    name: str = NAME
    digest: str = SHA256


@contextmanager
def served(folder: Path) -> Iterator[ServedModel]:
    """Serve the model until the block ends; its file is kept in `folder`."""
    file, port = joined(folder), _free_port()
    # its log says each request, which would hide what the tests say
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.model.server", str(file), str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(f"{url}/health", process)
        yield ServedModel(f"{url}/v1")
    finally:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
                if json.loads(answer.read()).get("status") == "ok":
                    return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the model of the tests was not loaded in time")


def _serve(file: str, port: int) -> None:
    import xllamacpp  # noqa: PLC0415 - only in the process that serves

    settings = xllamacpp.CommonParams()
    settings.model.path = file
    settings.model_alias = {NAME}
    settings.n_ctx, settings.n_parallel, settings.port = CONTEXT, 1, port
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(settings)
    while server:
        time.sleep(3600)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
