"""The page of users: added, given a role, given a new password, removed."""

from __future__ import annotations

from collections.abc import Sequence

from ui.markup import Html, tag
from ui.people import wording as w
from ui.people.model_wording import TITLE
from ui.people.role import Role
from ui.people.users import User
from ui.times import moment
from ui.web.frame import page
from ui.web.parts import button, form, hidden, labelled, select

ROOT = "/quan-tri"
USERS, HEALTH, AUDIT = f"{ROOT}/nguoi-dung", ROOT, f"{ROOT}/nhat-ky"
MODEL = f"{ROOT}/mo-hinh"
FIRST = "quantri"  # the name that is proposed for the first administrator


def administration(title: str, area: str, *content: str, fault: str = "") -> Html:
    """Return a page of the area; `fault` is why the last gesture failed."""
    links = (
        tag("a", name, href=path, aria_current="page" if path == area else None)
        for path, name in ((HEALTH, w.HEALTH), (USERS, w.USERS), (MODEL, TITLE), (AUDIT, w.AUDIT))
    )
    nav = tag("nav", *links, class_="sub", aria_label=w.AREAS)
    told = tag("p", fault, class_="notice-box", role="alert") if fault else Html("")
    body = tag("div", tag("h1", title), nav, told, *content, class_="studio administration")
    return page(f"{title} – {w.ADMINISTRATION}", ROOT, body, assets=("studio",))


def users_page(users: Sequence[User], *, done: str = "", fault: str = "") -> Html:
    """Return the users; without any, how the first administrator is made."""
    if not users:
        return administration(w.USERS, USERS, _first(), fault=fault)
    told = tag("p", done, class_="notice-box good", role="status") if done else Html("")
    head = tag("tr", *(tag("th", name, scope="col") for name in w.USER_COLUMNS))
    table = tag("table", tag("thead", head), tag("tbody", *map(_row, users)))
    return administration(
        w.USERS, USERS, told, tag("div", table, class_="wide"), _adding(), fault=fault
    )


def password_page(name: str, password: str, *, first: bool) -> Html:
    """Return the only page that ever shows a password that was made."""
    told = tag("p", w.GENERATED.format(name), class_="intro", role="status")
    words = tag("p", tag("code", password, class_="secret"))
    way = ("/dang-nhap", w.TO_SIGN_IN) if first else (USERS, w.USERS)
    back = tag("p", tag("a", way[1], href=way[0], class_="button"))
    return administration(w.USERS, USERS, told, words, back)


def _row(user: User) -> Html:
    gestures = tag(
        "div",
        form(
            f"{USERS}/vai-tro",
            hidden(ten=user.name),
            select(
                "vai", [(role.value, w.ROLES[role]) for role in Role], user.role.value, said=w.ROLE
            ),
            button(w.ASSIGN),
            class_="row",
        ),
        form(f"{USERS}/mat-khau", hidden(ten=user.name), button(w.RENEW)),
        tag(
            "details",
            tag("summary", w.REMOVE, class_="button quiet"),
            form(
                f"{USERS}/xoa",
                tag("p", w.REMOVE_SURE),
                hidden(ten=user.name),
                button(w.REMOVE, look="bad"),
            ),
        ),
        class_="gestures",
    )
    facts = (w.ROLES[user.role], moment(user.created_at), str(user.tokens))
    cells = (tag("td", words) for words in facts)
    return tag("tr", tag("th", user.name, scope="row"), *cells, tag("td", gestures))


def _adding() -> Html:
    name = tag("input", name="ten", required=True, maxlength=60, autocapitalize="none")
    posting = form(
        f"{USERS}/them",
        labelled(w.NAME, name, w.NAME_HINT),
        labelled(w.ROLE, select("vai", [(role.value, w.ROLES[role]) for role in Role])),
        tag("button", w.ADD, class_="button main"),
    )
    return tag("section", tag("h2", w.ADD_USER), posting, class_="panel")


def _first() -> Html:
    name = tag("input", name="ten", value=FIRST, required=True, maxlength=60)
    posting = form(
        f"{USERS}/them",
        labelled(w.NAME, name, w.NAME_HINT),
        hidden(vai=Role.ADMINISTRATOR.value),
        tag("button", w.FIRST_RUN, class_="button main"),
    )
    intro = tag("p", w.FIRST_RUN_INTRO)
    return tag("section", tag("h2", w.FIRST_RUN), intro, posting, class_="panel")
