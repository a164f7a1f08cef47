"""The speaker: the assistant's answers in the words that are asked for.

Whether there is an answer, and from what, is decided before a model is asked; it only words it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.fluent.gather import Extracting, Gatherer
from assistant.fluent.model import Fault
from assistant.fluent.rewrite import Rewriter
from assistant.fluent.voice import Voice
from assistant.fluent.writer import FluentWriter, Task
from assistant.mode import Mode
from assistant.question import Question
from assistant.reply import Answer, ClaimStatus, Refusal, RefusalReason, Reply
from assistant.written import Written

_WORDED = frozenset({ClaimStatus.PARTICULAR, ClaimStatus.CORRECTION})  # by us, in few words


@dataclass(frozen=True, slots=True)
class Step:
    """A reply as far as it has come; the last one of a question is `whole`."""

    reply: Reply
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What a speaker is made of: what gathers, what words, what completes questions."""

    gatherer: Gatherer
    writer: FluentWriter
    rewriter: Rewriter


class Speaker:
    """Answers questions, worded by a model where that is wanted and there is one."""

    def __init__(self, assistant: Extracting, parts: Parts, voice: Voice) -> None:
        self._assistant, self._parts = assistant, parts
        self.voice = voice

    def through(self, assistant: Extracting) -> Speaker:
        """Return a speaker over the same shelf that takes its answers from another assistant."""
        return Speaker(assistant, self._parts, self.voice)

    def ask(self, question: Question) -> Reply:
        """Answer from the library, or refuse when nothing in it supports an answer."""
        *_, last = self.steps(question)
        return last.reply

    def steps(self, question: Question) -> Iterator[Step]:
        """Yield the reply as it grows; what was yielded is never taken back, the last is whole."""
        mode = self.voice.mode(question.mode)
        reply = self._reply(question, mode)
        if mode is Mode.EXTRACTIVE or not isinstance(reply, Answer) or _is_worded(reply):
            yield Step(reply, whole=True)
            return
        model = self.voice.model
        if model is None:
            absent = Written(mode.value, Fault.ABSENT.value)
            yield Step(replace(reply, written=absent), whole=True)
            return
        task = Task(reply.understood or question.text, mode)
        for worded in self._parts.writer.write(task, reply, model):
            yield Step(worded, whole=worded.written is not None)
            if worded.written:
                self.voice.last.append(worded.written)

    def _reply(self, question: Question, mode: Mode) -> Reply:
        """Answer as the rules understand a question, then as a model completes it."""
        gathered = self._parts.gatherer.gathered(question, mode, self._assistant)
        if gathered is not None:
            return gathered
        reply = self._assistant.ask(question)
        silent = isinstance(reply, Refusal) and reply.reason is RefusalReason.SILENT
        if mode is Mode.EXTRACTIVE or not silent or not question.history:
            return reply
        text = self._parts.rewriter.rewritten(question, self.voice)
        if not text:
            return reply
        again = self._assistant.ask(Question(text, documents=question.documents))
        return replace(again, understood=text) if isinstance(again, Answer) else reply


def _is_worded(answer: Answer) -> bool:
    """Tell whether an answer needs no other words: the number of a document, its date."""
    return all(claim.status in _WORDED for part in answer.parts for claim in part.claims)
