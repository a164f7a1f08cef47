"""Stand-ins for the program behind the page, for tests and for looking at the page alone.

They parse the texts that ship with the project and answer by counting shared syllables: good enough
to show real words at their real places, no measure of the product.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Event
from weakref import finalize

from assistant.fluent.speaker import Step
from assistant.fluent.voice import Voice
from assistant.question import Question, unanswerable
from assistant.quiz.bank.bank import Bank
from assistant.quiz.bank.studio import Studio
from assistant.reply import Answer, Citation, Claim, Part, Refusal, RefusalReason, Reply
from assistant.shelf import Shelf
from assistant.workbench import Progress
from corpus.address import address
from corpus.database import Database
from corpus.document import Document
from corpus.errors import UnknownDocumentError
from corpus.library import Added
from corpus.library import Library as KeptLibrary
from corpus.loaders.source import Source
from corpus.parse import parse
from corpus.passage import Passage, PassageKind
from corpus.shipped import shipped_texts
from corpus.syllables import syllables
from evals.answers import judge
from evals.bank.bank import GoldBank
from evals.gold import GoldSet
from evals.outcome import outcome_of
from evals.report import Report
from evals.runs.card import Card, Machine
from evals.runs.store import RunStore
from index.hit import Hit, ScoreParts
from ui.contract import answered
from ui.health import Health
from ui.keeping import Keeper
from ui.measuring import Measuring, gold_sets
from ui.people.passwords import Passwords
from ui.people.people import People
from ui.talks.talks import Talks

FAKE_CARD = Card(
    version="0",
    code="0",
    library="0",
    documents=5,
    passages=182,
    embedder="fake",
    embedder_digest="0",
    machine=Machine("fake", 1, "fake", "3"),
)
ENOUGH = 3  # syllables of the question that a passage must share with it
ANSWERING = frozenset({PassageKind.ITEM, PassageKind.PARAGRAPH})


class FakeLibrary:
    """Texts by file name, parsed as the product parses them; by default those that ship."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.become(texts or {path.name: path.read_text("utf-8") for path in shipped_texts()})

    def become(self, texts: Mapping[str, str]) -> None:
        """Hold other texts from now on."""
        parsed = [parse(source, raw) for source, raw in texts.items()]
        self._documents = {document.id: document for document, _ in parsed}
        self._passages = {document.id: passages for document, passages in parsed}
        self.shelf = Shelf(parsed)

    def documents(self) -> tuple[Document, ...]:
        """Return every document."""
        return tuple(self._documents.values())

    def document(self, document_id: str) -> Document:
        """Return one document."""
        if document_id not in self._documents:
            raise UnknownDocumentError(document_id)
        return self._documents[document_id]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of one document."""
        return self._passages[self.document(document_id).id]


@dataclass(frozen=True, slots=True)
class FakeAssistant:
    """Answers with the passages that share most syllables with the question, as claims."""

    library: FakeLibrary
    claims: int = 8
    warnings: tuple[str, ...] = ()

    def ask(self, question: Question) -> Reply:
        """Answer, or refuse with the nearest passages."""
        reason = unanswerable(question.text)
        if reason:
            return Refusal(reason=reason)
        ranked = self.ranked(question.text)
        best = [passage for shared, passage in ranked if shared >= ENOUGH][: self.claims]
        if not best:
            near = tuple(self._citation(n, p) for n, (_, p) in enumerate(ranked[:3], 1))
            return Refusal(reason=RefusalReason.SILENT, nearest=near)
        return Answer(parts=tuple(self._parts(best)), warnings=self.warnings)

    def steps(self, question: Question) -> Iterator[Step]:
        """Yield the whole reply."""
        yield Step(self.ask(question), whole=True)

    def ranked(self, words: str) -> list[tuple[int, Passage]]:
        """Return passages with how many syllables they share with some words, the most first."""
        asked = set(syllables(words))
        every = [p for d in self.library.documents() for p in self.library.passages(d.id)]
        read = [p for p in every if p.kind in ANSWERING]
        return sorted(((len(asked & set(syllables(p.text))), p) for p in read), key=lambda x: -x[0])

    def _parts(self, best: list[Passage]) -> Iterator[Part]:
        n = 0
        for document in self.library.documents():
            chosen = [p for p in best if p.document_id == document.id]
            if chosen:
                lead = f"Theo {document.title}:"
                claims = tuple(self._claim(n + i, p) for i, p in enumerate(chosen, 1))
                n += len(chosen)
                yield Part(document=document, lead=lead, claims=claims)

    def _claim(self, n: int, passage: Passage) -> Claim:
        words = passage.text.removeprefix("- ").removeprefix("+ ")
        bullet = passage.kind is PassageKind.ITEM
        return Claim(text=words, citations=(self._citation(n, passage),), bullet=bullet)

    def _citation(self, n: int, passage: Passage) -> Citation:
        return Citation(
            n=n,
            document_id=passage.document_id,
            span=passage.span,
            quote=passage.text,
            address=address(passage),
        )


def memory_bank() -> Bank:
    """Return a bank that is kept nowhere."""
    return Bank(fake_database())


def fake_database() -> Database:
    """Return a database that is kept nowhere."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("CREATE TABLE marks (name TEXT PRIMARY KEY) STRICT")
    return Database(Path("memory"), connection)


class FakeShelving:
    """A real library in a folder that is gone with it; there is no index to build."""

    def __init__(self) -> None:
        folder = mkdtemp()
        finalize(self, rmtree, folder, ignore_errors=True)
        self.library = KeptLibrary.open(Path(folder))

    def add(self, source: Source, origin: str = "") -> Added:
        """Take a file in."""
        return self.library.take_in(source, origin)

    def remove(self, name: str) -> Document:
        """Take a document out."""
        return self.library.remove(name)

    def touch(self) -> None:
        """Do nothing: nothing is kept twice."""

    def prepare(self, progress: Progress) -> None:
        """Say that the index is built."""
        progress(1, 1)


@dataclass(frozen=True)
class FakeApplication:
    """A program that is ready at once, or from when `prepared` is set."""

    library: FakeLibrary = field(default_factory=FakeLibrary)
    warnings: tuple[str, ...] = ()
    prepared: Event | None = None
    voice: Voice = field(default_factory=Voice)  # no language model

    @property
    def assistant(self) -> FakeAssistant:
        """What answers."""
        return FakeAssistant(self.library, warnings=self.warnings)

    def search(self, query: str, most: int, documents: frozenset[str]) -> tuple[Hit, ...]:
        """Return the passages that share most syllables with the query."""
        ranked = self.assistant.ranked(query)
        found = [p for n, p in ranked if n and (not documents or p.document_id in documents)]
        return tuple(Hit(passage=p, score=1.0, parts=ScoreParts()) for p in found[:most])

    @cached_property
    def studio(self) -> Studio:
        """Where quizzes are made; what it keeps is gone with it."""
        return Studio(lambda: self.library.shelf, memory_bank())

    @cached_property
    def keeper(self) -> Keeper:
        """What keeps another library, which is gone with it."""
        return Keeper(FakeShelving())

    @cached_property
    def measuring(self) -> Measuring:
        """What measures the fake assistant; what it keeps is gone with it."""
        return Measuring(
            runs=RunStore(fake_database()),
            sets=lambda: gold_sets(self.gold),
            documents=self.library.documents,
            evaluate=self._evaluated,
        )

    @cached_property
    def people(self) -> People:
        """Nobody, at first; the passwords are hashed with less work than the product's."""
        return People(fake_database(), Passwords.quick())

    @cached_property
    def talks(self) -> Talks:
        """Where conversations are kept; they are gone with it."""
        return Talks(fake_database(), self.library.document)

    @cached_property
    def gold(self) -> GoldBank:
        """Where gold sets are written; what it keeps is gone with it."""
        return GoldBank(fake_database())

    def _evaluated(self, gold: GoldSet, progress: Progress) -> tuple[Report, Card]:
        outcomes = {}
        for done, item in enumerate(gold.items, start=1):
            asked = Question(item.question, item.history)
            reply = answered(self.assistant, asked, self.library.document)
            outcomes[item.id] = outcome_of(item.id, reply)
            progress(done, len(gold.items))
        return judge(gold, outcomes, self.library.documents()), FAKE_CARD

    def suggest(self, question: Question, reply: Reply) -> tuple[str, ...]:  # noqa: ARG002
        """Return one question to go on with after an answer."""
        return ("Viên chức được bàn những việc gì?",) if isinstance(reply, Answer) else ()

    def ready(self) -> bool:
        """Tell whether it is ready."""
        return self.prepared is None or self.prepared.is_set()

    def progress(self) -> str:
        """Say nothing."""
        return ""

    def generation(self) -> str:
        """Return the name of an index."""
        return "fake"

    def health(self) -> Health:
        """Tell that it is a fake."""
        return Health(facts={"state": "fake"})
