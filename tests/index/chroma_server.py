"""A Chroma server of the tests' own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

CHROMA = Path(sys.executable).with_name("chroma")


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """Run a server over `folder` on a free port of this machine; give its address."""
    port = str(_free_port())
    command = [str(CHROMA), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", port]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(int(port), server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert server.poll() is None, "the server has ended"
        with closing(socket.socket()) as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)  # another process starts; there is nothing to wait on but its port
    raise TimeoutError(port)
