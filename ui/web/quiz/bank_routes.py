"""The routes of the bank."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData, UploadFile

from assistant.quiz.bank.bank import Wanted
from assistant.quiz.bank.errors import Lack, LackingError
from assistant.quiz.bank.kept import Status, identity
from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from assistant.quiz.imports.formats import imported
from assistant.quiz.item import Kind
from ui import failures
from ui.web.posted import UNPROCESSABLE, Posted, see, text, texts
from ui.web.quiz import wording as w
from ui.web.quiz.bank_page import STALE, Looked, bank_page
from ui.web.quiz.parts import BANK, ROOT
from ui.web.quiz.routing import router

LONGEST_SEARCH = 300
GOOD = Status.APPROVED.value  # what is shown first
Short = Annotated[str, Query(max_length=LONGEST_SEARCH)]
Decision = Annotated[str, Query(alias="quyet-dinh", max_length=LONGEST_SEARCH)]


def bank_routes(studio: Studio) -> APIRouter:
    """Return the routes of the bank."""
    routes = router()

    @routes.get(BANK)
    def show(tu: Short = "", nhan: Short = "", loai: Short = "", decision: Decision = GOOD) -> str:
        return bank_page(studio, looked(tu, nhan, loai, decision))

    @routes.post(f"{BANK}/chon")
    def choose(posted: Posted) -> Response:
        try:
            return see(f"{ROOT}/de/{_gathered(studio, posted)}")
        except QuizError as error:
            return _unfit(studio, failures.sentence(error))

    @routes.post(f"{BANK}/nhap")
    def take_in(posted: Posted) -> Response:
        return _told(studio, posted)

    return routes


def looked(words: str, tag: str, kind: str, decision: str) -> Looked:
    """Return what is looked for; a kind or a decision that does not exist narrows nothing."""
    wanted = Wanted(
        words=words,
        tag=tag,
        kind=Kind(kind) if kind in tuple(Kind) else None,
        status=Status(decision) if decision in tuple(Status) else None,
    )
    return Looked(wanted, stale=decision == STALE)


def _gathered(studio: Studio, posted: FormData) -> str:
    """Put the chosen items into a paper and return its id."""
    items = texts(posted, "item")
    if not items:
        raise LackingError(Lack.ITEMS)
    if text(posted, "gesture") == "gather":
        return studio.papers.gather(text(posted, "title"), items)
    paper = studio.papers.paper(text(posted, "paper"))
    studio.papers.put(paper.id, [studio.bank.item(key).id for key in items])
    return paper.id


def _told(studio: Studio, posted: FormData) -> Response:
    """Take the posted file in and show what came of it."""
    file = posted.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return _unfit(studio, w.NO_FILE)
    try:
        told = _taken_in(studio, text(posted, "format"), file.file.read())
    except QuizError as error:
        return _unfit(studio, failures.sentence(error))
    return HTMLResponse(bank_page(studio, Looked(), done=told))


def _taken_in(studio: Studio, name: str, data: bytes) -> str:
    """Take a file in, all of it or nothing, and say how much of it is new."""
    questions = imported(name, data)
    keys = dict.fromkeys(map(identity, questions))
    new = sum(not studio.bank.knows(key) for key in keys)
    studio.bank.take_in(questions, frozenset())
    return w.imported(len(keys), new)


def _unfit(studio: Studio, words: str) -> Response:
    return HTMLResponse(bank_page(studio, Looked(), notice=words), status_code=UNPROCESSABLE)
