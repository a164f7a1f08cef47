"""The writer that words an answer with a language model, sentence by sentence, each one checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assistant.fluent.gather import section_of
from assistant.fluent.model import ChatModel, Fault, ModelError, Piece
from assistant.fluent.prompt import answering, version
from assistant.fluent.sources import Sources
from assistant.fluent.spoken import Spoken, spoken
from assistant.grounding.checker import Checker, Finding, Status
from assistant.grounding.evidence import Stretch
from assistant.lead import lead
from assistant.mode import Mode
from assistant.quote import Numbering, shown
from assistant.reply import Answer, Claim, ClaimStatus, Part
from assistant.shelf import Shelf
from assistant.written import Generation, Told, Withheld, Written

MOST_SENTENCES = 60
MOST_REPEATS = 3  # sentences that were written before, until the model is taken to go in circles


@dataclass(frozen=True, slots=True)
class Task:
    """What shall be written: an answer to a question, worded in a certain way."""

    question: str
    mode: Mode


Place = tuple[str, str]  # the id of a document, and the section where answers are parted by it


@dataclass
class Draft:
    """What has been written so far, and what may prove it."""

    evidence: tuple[Stretch, ...]
    question: str = ""
    numbering: Numbering = field(default_factory=Numbering)
    claims: list[tuple[Place, Claim]] = field(default_factory=list)
    by_section: bool = False
    withheld: list[Withheld] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    repeats: int = 0
    lead: Spoken | None = None  # of a list, shown with its first item that stands
    output: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    tokens: int = 0
    first: float = 0.0

    def take(self, piece: Piece) -> str:
        """Keep what came, and return its text."""
        self.output += piece.text
        self.tokens = piece.tokens or self.tokens
        self.facts |= piece.facts
        return piece.text

    def generation(
        self, model: ChatModel, task: Task, told: tuple[Told, ...], seconds: float
    ) -> Generation:
        """Return what is kept of the generation at its end."""
        return Generation(
            prompt=version(task.mode),
            model=model.name,
            parameters=model.parameters,
            question=task.question,
            passages=told,
            output=self.output,
            facts=self.facts,
            first=round(self.first, 3),
            total=round(seconds, 3),
            tokens=self.tokens,
        )

    @property
    def ended(self) -> bool:
        """Whether no more is wanted."""
        return self.repeats >= MOST_REPEATS or len(self.seen) >= MOST_SENTENCES


class FluentWriter:
    """Words answers with a model; what the passages do not prove is withheld."""

    def __init__(
        self,
        shelf: Shelf,
        sources: Sources,
        checker: Checker,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shelf, self._sources, self._checker = shelf, sources, checker
        self._clock = clock

    def write(self, task: Task, answer: Answer, model: ChatModel) -> Iterator[Answer]:
        """Yield `answer` in the model's words, each time with one sentence more; the last is whole.

        What was yielded is never taken back. Where the model fails before anything could be proved,
        the last is `answer` in the words of the sources, with the fault.
        """
        quoted = self._sources.told(answer)
        by_section = task.mode is Mode.SUMMARY
        draft = Draft(self._sources.evidence(quoted), task.question, by_section=by_section)
        begun, fault = self._clock(), ""
        told = tuple(Told(one.id, self._sources.place(one), shown(one.quote)) for one in quoted)
        pieces = model.stream(answering(task.question, told, task.mode))
        try:
            for sentence in spoken(draft.take(piece) for piece in pieces):
                if self._added(sentence, draft):
                    draft.first = draft.first or self._clock() - begun
                    yield self._worded(answer, draft)
                if draft.ended:
                    break
        except ModelError as error:
            fault = error.fault.value
        finally:
            _close(pieces)
        made = draft.generation(model, task, told, self._clock() - begun)
        yield self._whole(answer, draft, Written(task.mode.value, fault, generation=made))

    def _whole(self, answer: Answer, draft: Draft, written: Written) -> Answer:
        """Return the answer at its end: the model's words, or those of the sources."""
        withheld = tuple(draft.withheld)
        if draft.claims and written.fault:  # what is shown stays; the sources say the rest
            cut = replace(written, fault=Fault.CUT.value, withheld=withheld)
            worded = self._worded(answer, draft)
            return replace(worded, parts=self._with_rest(worded, answer), written=cut)
        if draft.claims:
            kept = replace(written, withheld=withheld)
            return replace(self._worded(answer, draft, whole=True), written=kept)
        fault = written.fault or (Fault.UNPROVED if draft.output.strip() else Fault.EMPTY).value
        return replace(answer, written=replace(written, fault=fault, withheld=withheld))

    def _added(self, sentence: Spoken, draft: Draft) -> bool:
        """Check a sentence and add it to the draft; tell whether there is more to show."""
        if sentence.lead:
            draft.lead = sentence
            return False
        if not sentence.bullet:
            draft.lead = None
        lead_in = draft.lead
        text = f"{lead_in.text} {sentence.text}" if lead_in else sentence.text
        if text in draft.seen:
            draft.repeats += 1
            return False
        draft.seen.add(text)
        draft.repeats = 0
        finding = self._checker.check(text, draft.evidence, draft.question)
        if not finding.stands:
            check = finding.failed.value if finding.failed else ""
            draft.withheld.append(Withheld(sentence.text, check, finding.words))
            return False
        self._put(finding, sentence, draft)
        return True

    def _put(self, finding: Finding, sentence: Spoken, draft: Draft) -> None:
        citations = self._sources.cited(finding, draft.numbering)
        first = finding.stretches[0]
        section = section_of(first.sentence.passage) if draft.by_section else ""
        place = (first.document_id, section)
        paraphrased = ClaimStatus.PARAPHRASED
        if draft.lead and not draft.lead.bullet:
            led = Claim(text=draft.lead.text, citations=citations[:1], status=paraphrased)
            draft.claims.append((place, led))
            draft.lead = replace(draft.lead, bullet=True)  # it is shown once
        claim = Claim(
            text=sentence.text, citations=citations, status=paraphrased, bullet=sentence.bullet
        )
        if finding.status is Status.PROVED and not draft.lead:
            words = shown(first.text)  # as the source spells them
            claim = replace(claim, text=words, status=ClaimStatus.VERBATIM)
        draft.claims.append((place, claim))

    def _worded(self, answer: Answer, draft: Draft, *, whole: bool = False) -> Answer:
        """Return the answer with the claims of the draft, a part for each run of one document."""
        runs: list[tuple[Place, list[Claim]]] = []
        for place, claim in draft.claims:
            if runs and runs[-1][0] == place:
                runs[-1][1].append(claim)
            else:
                runs.append((place, [claim]))
        parts = tuple(self._part(place, claims) for place, claims in runs)
        worded = replace(answer, parts=parts)
        corrections = _corrections(answer) if whole else ()
        return replace(worded, parts=self._renumbered(worded, corrections)) if whole else worded

    def _part(self, place: Place, claims: list[Claim]) -> Part:
        document_id, section = place
        document = self._shelf.documents[document_id]
        named = lead(document, section, self._shelf.instruments.get(document_id))
        return Part(document=document, lead=named, claims=tuple(claims))

    def _with_rest(self, worded: Answer, answer: Answer) -> tuple[Part, ...]:
        """Return what was worded with the parts in the words of the sources behind it."""
        return self._renumbered(worded, answer.parts)

    def _renumbered(self, worded: Answer, others: tuple[Part, ...]) -> tuple[Part, ...]:
        """Return the parts of `worded` and `others` with one numbering of all their citations."""
        return (*worded.parts, *self._sources.renumbered(others, worded.citations))


def _corrections(answer: Answer) -> tuple[Part, ...]:
    """Return who has what a question gave to somebody else: it is said in any words."""
    found = (
        (part, tuple(c for c in part.claims if c.status is ClaimStatus.CORRECTION))
        for part in answer.parts
    )
    return tuple(replace(part, claims=claims, lead="") for part, claims in found if claims)


def _close(pieces: Iterator[Piece]) -> None:
    """End a stream that is not wanted to its end, so that its server is free again."""
    close = getattr(pieces, "close", None)
    if close:
        close()
