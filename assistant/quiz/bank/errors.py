"""What can go wrong with what is kept."""

from __future__ import annotations

from enum import StrEnum

from assistant.quiz.errors import QuizError


class UnknownItemError(QuizError):
    """No item with that id is kept."""

    def __init__(self, item_id: str) -> None:
        self.item_id = item_id
        super().__init__(f"no item {item_id!r} in the bank")


class UnknownPaperError(QuizError):
    """No paper with that id is kept."""

    def __init__(self, paper_id: str) -> None:
        self.paper_id = paper_id
        super().__init__(f"no paper {paper_id!r} in the bank")


class OutdatedEditError(QuizError):
    """An edit of a version that another edit has replaced meanwhile."""

    def __init__(self, item_id: str, version: int) -> None:
        self.item_id, self.version = item_id, version
        super().__init__(f"item {item_id} is no longer of version {version}")


class Lack(StrEnum):
    """What an edited item, or a judgement of it, lacks."""

    STEM = "it has no stem"
    OPTIONS = "it has fewer than two options, or an empty one"
    TWICE = "two of its options are the same"
    KEY = "no option is right, or one that does not exist, or more than its kind allows"
    ANSWERS = "it has no accepted answer"
    EXPLANATION = "it has no explanation"
    ITEMS = "no item was chosen"
    REASON = "a rejection has no reason"
    TITLE = "a paper has no title"
    TOO_LONG = "a text is longer than can be kept"


class LackingError(QuizError):
    """An edit that no item can be made of, or a rejection without its reason."""

    def __init__(self, lack: Lack) -> None:
        self.lack = lack
        super().__init__(str(lack))


class NoOtherItemError(QuizError):
    """The texts hold no other proved item of that kind for a paper."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"the texts hold no other item of kind {kind!r}")


class NothingNewError(QuizError):
    """The words that an item rested on have no successor in the library."""

    def __init__(self, item_id: str) -> None:
        self.item_id = item_id
        super().__init__(f"the library has no new words for item {item_id}")


class NothingMadeError(QuizError):
    """The texts of a scope hold words, but no item that is wanted passed every check."""
