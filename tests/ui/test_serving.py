"""The port is checked before anything slow begins."""

from __future__ import annotations

import socket

import pytest

from ui.commands.serving import listen
from ui.errors import PortInUseError


def test_a_busy_port_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortInUseError) as caught:
            listen("127.0.0.1", port)

    assert (caught.value.host, caught.value.port) == ("127.0.0.1", port)


def test_a_free_port_is_held() -> None:
    with listen("127.0.0.1", 0) as listening:
        assert listening.getsockname()[1] > 0
