"""Every error and every refusal has its Vietnamese sentence."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import assistant
import corpus
import evals
import index
import ui
from assistant.reply import RefusalReason
from corpus import errors
from corpus.errors import HoiQuyCheError, Unreadable, unreadable
from ui import messages
from ui.errors import PortInUseError
from ui.failures import SENTENCES, sentence
from ui.unreadable import REASONS


def every(kind: type[HoiQuyCheError]) -> Iterator[type[HoiQuyCheError]]:
    """Yield an error class and all below it."""
    yield kind
    for below in kind.__subclasses__():
        yield from every(below)


def test_every_error_of_the_project_is_told() -> None:
    for package in (corpus, index, assistant, evals, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.rpartition(".")[2] in {"errors", "instrument", "embedder", "settings"}:
                importlib.import_module(module.name)

    above = errors.UnreadableSourceError
    untold = {k for k in every(HoiQuyCheError) if k not in SENTENCES and not issubclass(k, above)}

    assert untold == set()


def test_every_reason_why_a_file_cannot_be_read_is_told_with_its_name() -> None:
    for reason in Unreadable:
        said = sentence(unreadable(Path("thư mục/quy chế.pdf"), reason))
        assert "“quy chế.pdf”" in said
        assert REASONS[reason] in said


def test_an_error_without_words_of_its_own_is_told_in_those_of_the_class_above() -> None:
    class NewError(errors.StateError):
        """Something new."""

    assert sentence(NewError()) == sentence(errors.StateError())


def test_a_sentence_says_what_to_do() -> None:
    assert "hoiquyche rebuild" in sentence(errors.MissingIndexError(Path("index")))
    assert "chương trình khác" in sentence(PortInUseError("127.0.0.1", 7860))


def test_every_refusal_is_one_clear_sentence() -> None:
    for reason in RefusalReason:
        assert messages.refusal(reason).endswith(".")
    assert "2.000 ký tự" in messages.refusal(RefusalReason.TOO_LONG)
