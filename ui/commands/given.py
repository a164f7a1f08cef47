"""What is given on the command line: a parser that says in one sentence what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from corpus.life import tag_name
from ui.commands import operating_wording as w

WRONG_USE = 2


class Parser(argparse.ArgumentParser):
    """Reads arguments; those of commands are read by the same class."""

    def error(self, message: str) -> NoReturn:
        """End the program with what is wrong and where the usage is told."""
        self.exit(WRONG_USE, f"{w.wrong_use(self.prog, message)}\n")


def whole(most: int) -> Callable[[str], int]:
    """Return what reads a whole number from 1 to `most`."""

    def read(words: str) -> int:
        if not (words.isascii() and words.isdigit() and 1 <= int(words) <= most):
            raise argparse.ArgumentTypeError(w.not_whole(words, most))
        return int(words)

    return read


def tag_given(words: str) -> str:
    """Return a tag that is given, in its one form; a blank one is wrong use."""
    if not tag_name(words):
        raise argparse.ArgumentTypeError(w.BLANK_TAG)
    return tag_name(words)
