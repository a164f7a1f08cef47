"""How an answer came to be worded: by which model, with what, and what of it was withheld."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sentence that a model wrote and that is no part of the answer.

    `check` names the check that it failed, `words` are those that failed.
    """

    text: str
    check: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A quote that a model was told: the id of its citation, where it stands, its words."""

    id: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """What is needed to run a generation again, and what came of it.

    `prompt` names the words of the prompt, `question` is what was asked of the model, `passages`
    are the quotes that it was told, in their order; `output` is what it wrote, word for word.
    `parameters` are what it was asked with, `facts` what its server says of it, its digest among
    them where it is known. `first` and `total` are seconds: until the first sentence was shown,
    until the end; `tokens` those that were written, 0 where the server does not count.
    """

    prompt: str
    model: str
    parameters: dict[str, str]
    question: str
    passages: tuple[Told, ...]
    output: str = ""
    facts: dict[str, str]
    first: float = 0.0
    total: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """How an answer was worded, where a language model was asked for it.

    `mode` is what was asked for. `fault` says why the words are those of the sources after all;
    "" when they are the model's.
    """

    mode: str
    fault: str = ""
    withheld: tuple[Withheld, ...] = ()
    generation: Generation | None = None
