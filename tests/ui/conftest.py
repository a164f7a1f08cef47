"""The web application over the fake program, served from this process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.testclient import TestClient

from tests.ui.hostile import PAYLOADS
from ui.fakes import FakeApplication, FakeLibrary
from ui.web.app import create_app

BASE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Return a client of the application over the texts that ship."""
    with TestClient(create_app(FakeApplication()), base_url=BASE) as made:
        yield made


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Return the address of a running server over the texts that ship, with a warning."""
    yield from served(FakeApplication(warnings=("Cần kiểm tra hiệu lực trước khi áp dụng.",)))


@pytest.fixture(scope="session")
def hostile_address() -> Iterator[str]:
    """Return the address of a server whose documents are full of markup."""
    body = "\n\n".join(f"- Viên chức được biết {payload}" for payload in PAYLOADS)
    library = FakeLibrary({f"{PAYLOADS[1]}.txt": f"I. QUYỀN {PAYLOADS[0]}\n\n{body}"})
    yield from served(FakeApplication(library, warnings=PAYLOADS))


def served(application: FakeApplication) -> Iterator[str]:
    """Serve an application from a thread until the tests are over."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    config = uvicorn.Config(create_app(application), log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"{BASE}:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()
