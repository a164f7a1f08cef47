"""`serve`: the page on this machine."""

from __future__ import annotations

import argparse
import socket
import sys
import threading

from assistant.settings import Settings
from assistant.wiring import Workbench, open_workbench
from corpus.errors import HoiQuyCheError
from ui import messages
from ui.commands import wording
from ui.commands.progress import shown_progress


class PortInUseError(HoiQuyCheError):
    """Another program listens on the address already."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        super().__init__(f"{host}:{port} is in use")


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
    listening = listen(settings.host, settings.port)
    url = f"http://{settings.host}:{settings.port}"
    with listening, open_workbench(settings, owner="hoiquyche serve", url=url) as bench:
        threading.Thread(target=_prepare, args=(bench,), daemon=True).start()
        _run(bench, listening, settings, url)
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


def _prepare(bench: Workbench) -> None:
    try:
        bench.prepare(shown_progress())
    except HoiQuyCheError as error:
        bench.failed(error)
        print(messages.sentence(error), file=sys.stderr)


def _run(bench: Workbench, listening: socket.socket, settings: Settings, url: str) -> None:
    import uvicorn  # noqa: PLC0415 — the server's libraries take seconds to import

    from ui.web import create_app  # noqa: PLC0415

    app = create_app(bench, host=settings.host, port=settings.port)
    print(wording.serving(url), flush=True)
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listening])
