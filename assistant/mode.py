"""The ways in which an answer can be worded."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How an answer is worded; all but the first need a language model to be worded anew."""

    EXTRACTIVE = "extractive"  # the words of the sources
    FLUENT = "fluent"
    PLAIN = "plain"  # for who does not know the wording of offices
    COMPARE = "compare"  # what two documents say
    SUMMARY = "summary"  # by section
    LETTER = "letter"  # the draft of an official letter
