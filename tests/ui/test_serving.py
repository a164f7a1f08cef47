"""The port is checked before anything slow begins; what is kept too long is deleted every day."""

from __future__ import annotations

import socket

import pytest

from ui.commands.serving import DAY, expire_daily, listen
from ui.errors import PortInUseError
from ui.fakes import FakeLibrary, fake_database
from ui.talks.exchange import Exchange
from ui.talks.talks import Talks


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


def test_a_conversation_is_deleted_on_the_day_when_its_time_is_over() -> None:
    days = iter(("2026-11-01T08:00:00+00:00", "2026-11-20T08:00:00+00:00"))
    today, left = [next(days)], []
    library = FakeLibrary({"a.txt": "Một."})
    talks = Talks(fake_database(), library.document, lambda: today[0])
    talks.begin("an", "", Exchange(question="Cũ?"))

    def wait(seconds: float) -> bool:
        assert seconds == DAY
        left.append(len(talks.find("an")))
        today[0] = next(days, "")
        return not today[0]

    expire_daily(talks, 7, wait)

    assert left == [1, 0]
