"""`serve`: the page on this machine."""

from __future__ import annotations

import argparse
import logging
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import closing

from assistant.settings import Settings
from assistant.wiring import open_workbench
from corpus.database import is_gone
from corpus.errors import StateError
from corpus.state import StateFolder
from ui.commands import wording
from ui.commands.given import whole
from ui.errors import OpenToNetworkError, PortInUseError
from ui.people.people import People
from ui.program import KeptHere, Program
from ui.talks.talks import Talks

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
HIGHEST_PORT = 65535
DAY = 24 * 3600.0  # seconds
log = logging.getLogger(__name__)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    serve = commands.add_parser("serve", help=wording.SERVE, description=wording.SERVE)
    serve.add_argument("--host", help=wording.HOST)
    serve.add_argument("--port", type=whole(HIGHEST_PORT), help=wording.PORT)
    serve.set_defaults(command=run_serve)


def run_serve(options: argparse.Namespace, settings: Settings) -> int:
    """Serve the page until it is stopped; the model loads while the page is up already."""
    chosen = {name: getattr(options, name) for name in ("host", "port") if getattr(options, name)}
    settings = settings.model_copy(update=chosen)
    if is_open(settings) and not _has_users(settings):
        raise OpenToNetworkError(settings.hosts or settings.proxies or settings.host)
    listening = listen(settings.host, settings.port)
    url = f"http://{settings.host}:{settings.port}"
    with (
        listening,
        open_workbench(settings, owner="hoiquyche serve", url=url) as bench,
        KeptHere.open(settings.home, bench.document) as kept,
    ):
        program = Program(bench, kept, mask=settings.mask)
        threading.Thread(target=program.prepare, daemon=True).start()
        ended = threading.Event()
        if settings.keep_days:
            clearing = (kept.talks, settings.keep_days, ended.wait)
            threading.Thread(target=expire_daily, args=clearing, daemon=True).start()
        try:
            _run(program, listening, settings)
        finally:
            ended.set()
    return 0


def expire_daily(talks: Talks, days: int, wait: Callable[[float], bool]) -> None:
    """Delete what is kept longer than it may be, now and every day until `wait` says it is over."""
    while True:
        try:
            talks.expire(days)
        except StateError:  # a full disk keeps nobody from asking; tomorrow it is tried again
            log.exception("conversations could not be deleted in time")
        if wait(DAY):
            return


def is_open(settings: Settings) -> bool:
    """Tell whether others than who works at this machine can reach the page."""
    return settings.host not in LOOPBACK or bool(settings.hosts or settings.proxies)


def _has_users(settings: Settings) -> bool:
    library = StateFolder(settings.home).library
    if is_gone(library):
        return False
    with closing(People.open(library)) as people:
        return not people.alone()


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


def _run(program: Program, listening: socket.socket, settings: Settings) -> None:
    # with many readers at once, what is answered is shown sooner (docs/reliability.md)
    sys.setswitchinterval(0.001)
    import uvicorn  # noqa: PLC0415 — the server's libraries take seconds to import

    from ui.web.app import Doors, create_app  # noqa: PLC0415
    from ui.web.entrance import Proxy  # noqa: PLC0415

    proxy = Proxy(addresses=_listed(settings.proxies), header=settings.proxy_header)
    doors = Doors(
        hosts=_listed(settings.hosts),
        numbers=settings.host not in LOOPBACK,
        proxy=proxy,
        keep_days=settings.keep_days,
    )
    app = create_app(program, doors)
    print(wording.serving(f"http://{settings.host}:{settings.port}"), flush=True)
    # what a proxy says of the reader is read at the gate, which knows whom to believe
    config = uvicorn.Config(app, log_level="warning", access_log=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listed(words: str) -> frozenset[str]:
    return frozenset(filter(None, (one.strip().lower() for one in words.split(","))))
