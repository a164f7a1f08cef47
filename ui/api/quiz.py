"""The API of quizzes: what the command line and the studio do, in JSON."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from assistant.quiz.bank.bank import Wanted
from assistant.quiz.bank.errors import UnknownItemError, UnknownPaperError
from assistant.quiz.bank.kept import Status
from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from assistant.quiz.field import Scope
from assistant.quiz.imports.formats import imported
from assistant.quiz.item import Kind
from assistant.quiz.quiz import Wish, make_quiz
from corpus.errors import HoiQuyCheError
from ui import failures
from ui.contract import Json
from ui.quiz_json import files, head_json, kept_json, paper_json, quiz_json, version_json
from ui.web.jobs import Jobs
from ui.web.quiz import wording as w
from ui.web.quiz.taking import MOST_VARIANTS, file, headers
from ui.wished import MIXED, wish_of

LOST = (UnknownItemError, UnknownPaperError)
Short = Annotated[str, Query(max_length=300)]


class QuizIn(BaseModel):
    """The body of `POST /api/quiz`: the options of the command line."""

    model_config = ConfigDict(extra="forbid", strict=True)

    documents: list[str] = Field(default_factory=list, max_length=1000)
    section: str = Field(default="", max_length=200)
    count: int = 20
    kinds: list[str] = Field(default_factory=lambda: [str(kind) for kind in Kind], max_length=20)
    difficulty: str = MIXED
    seed: int = 0


class PaperIn(QuizIn):
    """The body of `POST /api/quiz/papers`."""

    title: str = Field(default="", max_length=200)


class JudgementIn(BaseModel):
    """The body of `POST /api/quiz/items/{id}`: what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    status: Status | None = None
    reason: str = Field(default="", max_length=500)
    tags: list[str] | None = Field(default=None, max_length=50)


class _Route(APIRoute):
    """A route whose errors of the quiz are told in JSON."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except HoiQuyCheError as error:
                raise HTTPException(_status(error), failures.sentence(error)) from error

        return told


def _status(error: HoiQuyCheError) -> int:
    if isinstance(error, LOST):
        return 404
    return 422 if isinstance(error, QuizError) else 500


def quiz_api(studio: Studio, making: Jobs) -> APIRouter:
    """Return the routes of the API for quizzes."""
    every = APIRouter(prefix="/api/quiz", route_class=_Route)

    @every.post("")
    def make(body: QuizIn) -> Json:
        return quiz_json(make_quiz(studio.shelf, _scope(body), _wish(body)), files(studio))

    @every.get("/jobs/{key}")
    def job(key: str) -> Json:
        found = making.of(key)
        if found is None:
            raise HTTPException(404, w.LOST_JOB)
        return {"done": found.done.is_set(), "seconds": found.seconds, "paper": found.made}

    for routes in (_papers, _items, _imports):
        every.include_router(routes(studio))
    return every


def _papers(studio: Studio) -> APIRouter:
    router = APIRouter(route_class=_Route)

    @router.get("/papers")
    def papers() -> Json:
        return {"papers": [head_json(head) for head in studio.papers.heads()]}

    @router.post("/papers")
    def keep(body: PaperIn) -> Json:
        wish, scope = _wish(body), _scope(body)
        title = body.title.strip() or w.paper_title(studio.called(scope), scope.section)
        return paper_json(studio.papers.paper(studio.make(title, scope, wish)), studio)

    @router.get("/papers/{paper_id}")
    def paper(paper_id: str) -> Json:
        return paper_json(studio.papers.paper(paper_id), studio)

    @router.get("/papers/{paper_id}/export/{name}")
    def export(
        paper_id: str, name: str, variants: Annotated[int, Query(ge=1, le=MOST_VARIANTS)] = 1
    ) -> Response:
        found = studio.papers.paper(paper_id)
        return Response(file(studio, found, name, variants).data, headers=headers(name, found))

    return router


def _items(studio: Studio) -> APIRouter:
    router = APIRouter(route_class=_Route)

    @router.get("/items")
    def items(
        q: Short = "", tag: Short = "", kind: Kind | None = None, status: Status | None = None
    ) -> Json:
        names = files(studio)
        found = studio.bank.find(Wanted(words=q, tag=tag, kind=kind, status=status))
        return {"items": [kept_json(kept, studio, names) for kept in found]}

    @router.get("/items/{item_id}")
    def item(item_id: str) -> Json:
        told = kept_json(studio.bank.item(item_id), studio, files(studio))
        return {**told, "versions": [version_json(v) for v in studio.bank.versions(item_id)]}

    @router.post("/items/{item_id}")
    def judge(item_id: str, body: JudgementIn) -> Json:
        kept = studio.bank.item(item_id)
        if body.status:
            kept = studio.bank.judge(item_id, body.status, body.reason)
        if body.tags is not None:
            kept = studio.bank.tag(item_id, body.tags)
        return kept_json(kept, studio, files(studio))

    return router


def _imports(studio: Studio) -> APIRouter:
    router = APIRouter(route_class=_Route)

    @router.post("/import")
    def take_in(
        name: Annotated[str, Query(alias="format")], data: Annotated[bytes, Body()]
    ) -> Json:
        return {"items": list(studio.bank.take_in(imported(name, data), frozenset()))}

    return router


def _wish(body: QuizIn) -> Wish:
    return wish_of(str(body.count), body.kinds, body.difficulty, str(body.seed))


def _scope(body: QuizIn) -> Scope:
    return Scope(frozenset(body.documents), body.section)
