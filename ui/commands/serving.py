"""`serve`: the page on this machine."""

from __future__ import annotations

import argparse
import socket
import threading

from assistant.settings import Settings
from assistant.wiring import open_workbench
from ui.commands import wording
from ui.errors import OpenToNetworkError, PortInUseError
from ui.program import KeptHere, Program

LOOPBACK = frozenset({"127.0.0.1", "localhost"})


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    serve = commands.add_parser("serve", help=wording.SERVE, description=wording.SERVE)
    serve.add_argument("--host", help=wording.HOST)
    serve.add_argument("--port", type=int, help=wording.PORT)
    serve.set_defaults(command=run_serve)


def run_serve(options: argparse.Namespace, settings: Settings) -> int:
    """Serve the page until it is stopped; the model loads while the page is up already."""
    chosen = {name: getattr(options, name) for name in ("host", "port") if getattr(options, name)}
    settings = settings.model_copy(update=chosen)
    if settings.host not in LOOPBACK:
        raise OpenToNetworkError(settings.host)
    listening = listen(settings.host, settings.port)
    url = f"http://{settings.host}:{settings.port}"
    with (
        listening,
        open_workbench(settings, owner="hoiquyche serve", url=url) as bench,
        KeptHere.open(settings.home) as kept,
    ):
        program = Program(bench, kept, mask=settings.mask)
        threading.Thread(target=program.prepare, daemon=True).start()
        _run(program, listening, url)
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Return a bound socket, before anything slow begins.

    Raises:
        PortInUseError: another program has the address.
    """
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise PortInUseError(host, port) from error
    return listening


def _run(program: Program, listening: socket.socket, url: str) -> None:
    import uvicorn  # noqa: PLC0415 — the server's libraries take seconds to import

    from ui.web.app import create_app  # noqa: PLC0415

    app = create_app(program)
    print(wording.serving(url), flush=True)
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listening])
