"""One's own account: password, tokens, one's own data."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from corpus.errors import HoiQuyCheError
from ui import failures
from ui.application import FullApplication
from ui.markup import Html, tag
from ui.people import wording as w
from ui.people.people import People
from ui.people.role import Person
from ui.plain import reply_text
from ui.talks.talks import Talks
from ui.times import moment
from ui.web.entrance import Entrance
from ui.web.frame import page
from ui.web.parts import button, form, hidden, labelled
from ui.web.people.signing import HERE as SIGN_IN
from ui.web.people.signing import OUT
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.routing import Refuse, router
from ui.web.talks.routes import person_of

HERE = "/tai-khoan"


def account_page(people: People, person: Person, *, token: str = "", fault: str = "") -> Html:
    """Return the page; `token` is one that was just made, `fault` why the last gesture failed."""
    told = tag("p", fault, class_="notice-box", role="alert") if fault else Html("")
    if not person.name:
        local = (tag("h1", w.ACCOUNT), tag("p", w.LOCAL_ACCOUNT), _own_data())
        body = tag("div", *local, class_="studio account")
        return page(w.ACCOUNT, HERE, body, assets=("studio",))
    role = tag("p", f"{w.ROLE}: {w.ROLES[person.role]}", class_="intro")
    out = form(OUT, button(w.SIGN_OUT))
    parts = (
        tag("h1", person.name),
        role,
        told,
        _password(),
        _tokens(people, person, token),
        _own_data(),
        out,
    )
    body = tag("div", *parts, class_="studio account")
    return page(w.ACCOUNT, HERE, body, assets=("studio",))


def account(application: FullApplication, entrance: Entrance) -> APIRouter:
    """Return the routes."""
    people = application.people
    routes = router(refuse=_refusing(people))

    @routes.get(HERE)
    def own(request: Request) -> str:
        return account_page(people, person_of(request))

    @routes.get(f"{HERE}/so-lieu")
    def data(request: Request) -> Response:
        kept = own_data(application.talks, person_of(request).name)
        name = {"content-disposition": "attachment; filename=cuoc-hoi.json"}
        return JSONResponse(kept, headers=name)

    @routes.post(f"{HERE}/mat-khau")
    def renew(posted: Posted, request: Request) -> Response:
        person, source = person_of(request), entrance.source(request.scope)
        people.tries.sign_in(person.name, text(posted, "cu"), source)
        people.users.renew(person.name, text(posted, "moi"))
        return see(SIGN_IN)

    @routes.post(f"{HERE}/ma")
    def make(posted: Posted, request: Request) -> Response:
        person = person_of(request)
        token = people.tokens.make(person.name, text(posted, "dung-cho"))
        return HTMLResponse(account_page(people, person, token=token))

    @routes.post(f"{HERE}/ma/thu-hoi")
    def revoke(posted: Posted, request: Request) -> Response:
        people.tokens.revoke(person_of(request).name, text(posted, "ma"))
        return see(HERE)

    return routes


def _refusing(people: People) -> Refuse:
    def refuse(request: Request, error: HoiQuyCheError) -> Response:
        shown = account_page(people, person_of(request), fault=failures.sentence(error))
        return HTMLResponse(shown, status_code=UNPROCESSABLE)

    return refuse


def own_data(talks: Talks, owner: str) -> dict[str, object]:
    """Return every conversation of an owner, as plain JSON."""
    return {
        "conversations": [
            {
                "id": talk.id,
                "title": talk.title,
                "began_at": talk.began_at,
                "exchanges": [
                    {
                        "asked_at": one.at,
                        "question": one.question,
                        "answer": reply_text(one.reply) if one.reply else one.note,
                    }
                    for one in talks.of(owner, talk.id)
                ],
            }
            for talk in talks.find(owner, most=-1)
        ]
    }


def _password() -> Html:
    old = tag("input", type="password", name="cu", autocomplete="current-password", required=True)
    new = tag("input", type="password", name="moi", autocomplete="new-password", required=True)
    posting = form(
        f"{HERE}/mat-khau",
        labelled(w.OLD_PASSWORD, old),
        labelled(w.NEW_PASSWORD, new, w.PASSWORD_HINT),
        button(w.CHANGE_PASSWORD),
    )
    return tag("section", tag("h2", w.CHANGE_PASSWORD), posting, class_="panel")


def _tokens(people: People, person: Person, token: str) -> Html:
    made = tag("p", w.TOKEN_MADE, " ", tag("code", token), role="status") if token else Html("")
    rows = [
        tag(
            "tr",
            tag("th", one.label, scope="row"),
            tag("td", moment(one.made_at)),
            tag("td", moment(one.used_at) or w.NEVER),
            tag("td", form(f"{HERE}/ma/thu-hoi", hidden(ma=one.id), button(w.REVOKE))),
        )
        for one in people.tokens.of(person.name)
    ]
    heads = tag("tr", *(tag("th", name, scope="col") for name in w.TOKEN_COLUMNS))
    table = tag("div", tag("table", tag("thead", heads), tag("tbody", *rows)), class_="wide")
    label = tag("input", name="dung-cho", required=True, maxlength=60)
    posting = form(
        f"{HERE}/ma", labelled(w.TOKEN_LABEL, label), button(w.MAKE_TOKEN), class_="line"
    )
    parts = (tag("h2", w.TOKENS), tag("p", w.TOKENS_INTRO), made, table if rows else "", posting)
    return tag("section", *parts, class_="panel")


def _own_data() -> Html:
    link = tag("a", w.OWN_DATA_LINK, href=f"{HERE}/so-lieu", download=True)
    return tag("section", tag("h2", w.OWN_DATA), tag("p", link), class_="panel")
