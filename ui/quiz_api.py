"""The API of quizzes: the same as the command line and the studio do."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, ConfigDict, Field

from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from assistant.quiz.field import Scope
from assistant.quiz.item import Kind
from assistant.quiz.quiz import make_quiz
from assistant.quiz.record import item_json
from ui import failures
from ui.contract import Json
from ui.web.quiz.making import Making
from ui.wished import MIXED, wish_of


class QuizIn(BaseModel):
    """The body of `POST /api/quiz`: the options of the command line."""

    model_config = ConfigDict(extra="forbid", strict=True)

    documents: list[str] = Field(default_factory=list, max_length=1000)
    section: str = Field(default="", max_length=200)
    count: int = 20
    kinds: list[str] = Field(default_factory=lambda: [str(kind) for kind in Kind], max_length=20)
    difficulty: str = MIXED
    seed: int = 0


def quiz_api(studio: Studio, making: Making) -> APIRouter:
    """Return the routes of the API for quizzes."""
    router = APIRouter(prefix="/api/quiz")

    @router.post("")
    def make(body: QuizIn) -> Json:
        return quiz_json(studio, body)

    @router.get("/jobs/{key}")
    def job(key: str) -> Json:
        found = making.of(key)
        if found is None:
            raise HTTPException(404)
        return {"done": found.done.is_set(), "seconds": found.seconds, "paper": found.paper}

    return router


def quiz_json(studio: Studio, body: QuizIn) -> Json:
    """Make items as `hoiquyche quiz --json` prints them; nothing is kept."""
    shelf = studio.shelf
    try:
        wish = wish_of(str(body.count), body.kinds, body.difficulty, str(body.seed))
        quiz = make_quiz(shelf, Scope(frozenset(body.documents), body.section), wish)
    except QuizError as error:
        raise HTTPException(422, failures.sentence(error)) from error
    files = {key: document.source for key, document in shelf.documents.items()}
    items = [item_json(item, files) for item in quiz.items]
    return {"items": items, "offered": len(items), "rejected": dict(quiz.rejected)}
