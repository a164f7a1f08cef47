"""The studio as a person without scripts uses it: forms that are posted, pages that come back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from threading import Event
from typing import Any

from starlette.testclient import TestClient

from assistant.quiz.bank.kept import Kept, Paper
from assistant.quiz.bank.studio import Studio
from assistant.quiz.field import Scope
from assistant.quiz.quiz import Wish
from ui.fakes import FakeApplication, FakeLibrary, memory_bank
from ui.web.app import create_app

BASE = "http://127.0.0.1"
ROOT = "/trac-nghiem"
WISH: dict[str, str | list[str]] = {
    "count": "8",
    "kind": ["mc", "tf", "fill"],
    "difficulty": "mixed",
    "seed": "7",
    "section": "",
}


@dataclass(frozen=True)
class SlowApplication(FakeApplication):
    """An application whose papers are made when `go` is set."""

    go: Event = field(default_factory=Event)

    @cached_property
    def studio(self) -> Studio:
        return _Slow(self.go, self.library)


class _Slow(Studio):
    def __init__(self, go: Event, library: FakeLibrary) -> None:
        super().__init__(lambda: library.shelf, memory_bank())
        self._go = go

    def make(self, title: str, scope: Scope, wish: Wish) -> str:
        assert self._go.wait(60)
        return super().make(title, scope, wish)


@dataclass
class Trainer:
    """Somebody who uses the studio of an application of his own."""

    library: FakeLibrary = field(default_factory=FakeLibrary)

    def __post_init__(self) -> None:
        self.application = FakeApplication(self.library)
        self.client = TestClient(create_app(self.application), base_url=BASE)

    @property
    def studio(self) -> Studio:
        return self.application.studio

    def post(self, path: str, **fields: str | list[str]) -> Any:  # noqa: ANN401 — of the client's own library
        return self.client.post(ROOT + path, data=fields)

    def get(self, path: str) -> str:
        return str(self.client.get(ROOT + path).text)

    def asked(self, **fields: str | list[str]) -> Any:  # noqa: ANN401 - of the client's own library
        """Ask for a paper and wait until it is made, or why it is not."""
        answer = self.post("/soan", **fields)
        while "/soan/" in str(answer.url) and answer.is_success:  # in the making
            answer = self.client.get(str(answer.url))
        return answer

    def made(self, **fields: str | list[str]) -> Paper:
        """Make a paper and return it."""
        answer = self.asked(**(WISH | fields))
        found = re.fullmatch(rf"{BASE}{ROOT}/de/(\w+)", str(answer.url))
        assert found, answer.text
        return self.studio.papers.paper(found[1])

    def gesture(self, paper: Paper, kept: Kept, gesture: str, **fields: str) -> Any:  # noqa: ANN401
        """Do something with an item of a paper."""
        return self.post(f"/de/{paper.id}/cau/{kept.id}", gesture=gesture, **fields)

    def now(self, paper: Paper) -> Paper:
        """Return a paper as it is now."""
        return self.studio.papers.paper(paper.id)
