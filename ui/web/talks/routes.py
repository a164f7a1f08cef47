"""The routes of conversations: one's own only, whatever the address says."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from assistant.reply import Answer
from corpus.document import Document
from corpus.errors import UnknownDocumentError
from ui import messages
from ui.application import FullApplication
from ui.messages import TALKS
from ui.people.role import LOCAL, Person
from ui.talks import wording as w
from ui.talks.dossier import FORMS, Shelves, dossier
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Verdict
from ui.web.evaluation import JUDGED
from ui.web.pages import lost_page
from ui.web.posted import Posted, see, text
from ui.web.routing import router
from ui.web.talks.pages import answer_page, judged_page, list_page, talk_page

HERE = f"{TALKS}/{{talk_id}}"
TURN = f"{TALKS}/luot/{{exchange_id}}"


def person_of(request: Request) -> Person:
    """Return who asks; the gate has let nobody else through."""
    found: Person = request.scope.get("person") or LOCAL
    return found


def talk_pages(application: FullApplication, days: int = 0) -> APIRouter:
    """Return the routes; `days` is how long a conversation is kept that nobody goes on with."""
    every = APIRouter()
    every.include_router(_turns(application))
    every.include_router(_reading(application, days))
    every.include_router(_keeping(application))
    return every


def _reading(application: FullApplication, days: int) -> APIRouter:
    routes, talks = router(UnknownTalkError), application.talks

    @routes.get(TALKS)
    def every(request: Request, tim: str = "", xong: str = "") -> str:
        told = w.NOT_SURE if xong == "chua" else ""
        return list_page(talks.find(person_of(request).name, tim), tim, days, told)

    @routes.get(f"{HERE}/tai.{{form}}")
    def export(talk_id: str, form: str, request: Request) -> Response:
        owner = person_of(request).name
        title = talks.talk(owner, talk_id).title
        shelves = _shelves(application)
        return _file(form, lambda: dossier(title, talks.of(owner, talk_id), shelves, form))

    @routes.get(HERE)
    def one(talk_id: str, request: Request) -> str:
        person = person_of(request)
        kept = talks.of(person.name, talk_id)
        return talk_page(talks.talk(person.name, talk_id), kept, person)

    @routes.get(JUDGED)
    def judged() -> str:
        return judged_page(tuple(exchange for _, exchange in talks.judged()))

    return routes


def _turns(application: FullApplication) -> APIRouter:
    routes, talks = router(UnknownTalkError), application.talks

    @routes.get(f"{TURN}/tai.{{form}}")
    def export(exchange_id: str, form: str, request: Request) -> Response:
        found = talks.exchange(person_of(request).name, exchange_id)
        shelves = _shelves(application)
        return _file(form, lambda: dossier(found.question, [found], shelves, form))

    @routes.get(TURN)
    def one(exchange_id: str, request: Request) -> str:
        person = person_of(request)
        return answer_page(talks.exchange(person.name, exchange_id), person)

    @routes.post(f"{TURN}/y-kien")
    def judge(exchange_id: str, posted: Posted, request: Request) -> str:
        person = person_of(request)
        found = talks.exchange(person.name, exchange_id)
        cited = found.reply.citations if isinstance(found.reply, Answer) else ()
        about = text(posted, "about")
        known = int(about) if about in {str(c.n) for c in cited} else 0
        good = text(posted, "good") == "1"
        said = Verdict(good=good, reason=text(posted, "reason"), about=known)
        return answer_page(talks.judge(person.name, exchange_id, said), person)

    return routes


def _keeping(application: FullApplication) -> APIRouter:
    routes, talks = router(UnknownTalkError), application.talks

    @routes.post(f"{TALKS}/tat-ca/xoa")
    def clear(posted: Posted, request: Request) -> Response:
        if text(posted, "chac") != "1":
            return see(f"{TALKS}?xong=chua")
        talks.clear(person_of(request).name)
        return see(TALKS)

    @routes.post(f"{HERE}/ten")
    def rename(talk_id: str, posted: Posted, request: Request) -> Response:
        talks.rename(person_of(request).name, talk_id, text(posted, "ten"))
        return see(TALKS)

    @routes.post(f"{HERE}/ghim")
    def pin(talk_id: str, posted: Posted, request: Request) -> Response:
        talks.pin(person_of(request).name, talk_id, pinned=text(posted, "ghim") == "1")
        return see(TALKS)

    @routes.post(f"{HERE}/xoa")
    def remove(talk_id: str, request: Request) -> Response:
        talks.remove(person_of(request).name, talk_id)
        return see(TALKS)

    return routes


def _shelves(application: FullApplication) -> Shelves:
    def document_of(document_id: str) -> Document | None:
        try:
            return application.library.document(document_id)
        except UnknownDocumentError:
            return None

    return Shelves(document_of, application.keeper.registry().numbered)


def _file(form: str, make: Callable[[], bytes]) -> Response:
    if form not in FORMS:
        return HTMLResponse(lost_page(messages.NOT_FOUND), status_code=404)
    name = {"content-disposition": f"attachment; filename=hoi-dap.{form}"}
    return Response(make(), media_type=FORMS[form], headers=name)
