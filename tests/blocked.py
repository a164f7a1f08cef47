"""Run the command line with every way to another machine blocked and written down.

Usage: python -m tests.blocked LOG ARGUMENT…
"""

from __future__ import annotations

import sys
from ipaddress import ip_address
from pathlib import Path

from ui.cli import main

WATCHED = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}


def is_this_machine(host: object) -> bool:
    """Tell whether a host is this machine; names other than localhost would ask a name server."""
    if host in (None, "", "localhost"):
        return True
    try:
        return ip_address(str(host)).is_loopback or str(host) in {"0.0.0.0", "::"}  # noqa: S104 — compared
    except ValueError:
        return False


def block(log: Path) -> None:
    """Refuse what leads to another machine, in this process, and write it to `log`."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event not in WATCHED:
            return
        address = arguments[1] if event in {"socket.connect", "socket.sendto"} else arguments[0]
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(address, str) and event == "socket.connect":
            return  # a socket of this machine's file system
        if not is_this_machine(host):
            with log.open("a", encoding="utf-8") as lines:
                lines.write(f"{event} {host}\n")
            raise ConnectionRefusedError(event, host)

    sys.addaudithook(hook)


if __name__ == "__main__":
    block(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
