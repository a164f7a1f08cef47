"""What the web application and the API need from the rest of the program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from assistant.fluent.speaker import Step
from assistant.fluent.voice import Voice
from assistant.question import Question
from assistant.quiz.bank.studio import Studio
from assistant.reply import Reply
from corpus.document import Document
from corpus.passage import Passage
from evals.bank.bank import GoldBank
from index.hit import Hit
from ui.health import Health
from ui.keeping import Keeper
from ui.measuring import Measuring
from ui.people.people import People
from ui.talks.talks import Talks


class Asking(Protocol):
    """Answers questions."""

    def ask(self, question: Question) -> Reply:
        """Answer from the library, or refuse with the reason."""
        ...

    def steps(self, question: Question) -> Iterator[Step]:
        """Yield the reply as it grows; what was yielded is never taken back, the last is whole."""
        ...


class Library(Protocol):
    """The documents as they are read on the page."""

    def documents(self) -> tuple[Document, ...]:
        """Return every document, in the order in which they are listed."""
        ...

    def document(self, document_id: str) -> Document:
        """Return one document; raises UnknownDocumentError."""
        ...

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of a document in reading order; raises UnknownDocumentError."""
        ...


class Application(Protocol):
    """The running program: one object behind the page and the API.

    The page is up before the model is loaded: `ready()` turns true when questions can be answered,
    `progress()` says in Vietnamese what is being done until then, "" afterwards.
    """

    @property
    def assistant(self) -> Asking:
        """What answers; used only when `ready()`."""
        ...

    @property
    def library(self) -> Library:
        """What is read; usable at once."""
        ...

    def search(self, query: str, most: int, documents: frozenset[str]) -> tuple[Hit, ...]:
        """Return what is found, best first, in these documents or in all; once `ready()`."""
        ...

    def suggest(self, question: Question, reply: Reply) -> tuple[str, ...]:
        """Return questions to go on with, which the library answers; once `ready()`."""
        ...

    def ready(self) -> bool:
        """Tell whether questions can be answered."""
        ...

    def progress(self) -> str:
        """Say what is being prepared, in Vietnamese; "" when ready."""
        ...

    def generation(self) -> str:
        """Return the name of the index that answers, once `ready()`."""
        ...


class KeepingApplication(Application, Protocol):
    """The running program with what keeps its library."""

    @property
    def keeper(self) -> Keeper:
        """What takes files in, and keeps tags, corrections and versions."""
        ...


class FullApplication(KeepingApplication, Protocol):
    """The running program with what only some areas of the page need."""

    @property
    def people(self) -> People:
        """Who may use the program, and what they did; usable at once."""
        ...

    @property
    def voice(self) -> Voice:
        """The language model that words answers, if there is one; usable at once."""
        ...

    @property
    def talks(self) -> Talks:
        """The conversations of its users; usable at once."""
        ...

    @property
    def studio(self) -> Studio:
        """Where quizzes are made and kept; usable at once."""
        ...

    @property
    def measuring(self) -> Measuring:
        """What measures answers and keeps the runs; measures only when `ready()`."""
        ...

    @property
    def gold(self) -> GoldBank:
        """Where gold sets are written and reviewed; usable at once."""
        ...

    def health(self) -> Health:
        """Tell how the program is."""
        ...
