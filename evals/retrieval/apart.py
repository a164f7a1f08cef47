"""Doing something in a process of its own, so that its memory and caches are its own too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def apart(action: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """Return what `action`, a function of a module, makes in a new process.

    >>> apart(abs, -1)
    1
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(action, *given, **named).result()
