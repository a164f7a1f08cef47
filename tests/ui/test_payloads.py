"""Words that would do harm, through every place where people or documents put words: none gets out.

Sixty forms of twelve payloads through seven places; what the pages hold is read by an HTML parser.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from assistant.question import Question
from tests.ui.hostile import PAYLOADS, elements
from ui.fakes import FakeApplication, FakeLibrary
from ui.people.audit import Deed
from ui.people.role import Role
from ui.talks.exchange import Exchange, Stage, Verdict
from ui.web.app import create_app
from ui.web.talk import talk_html

FORMS = (
    lambda words: words,
    lambda words: words.upper(),
    lambda words: words.replace("<", "\uff1c<"),
    lambda words: f"\u202e{words}\u200b",
    lambda words: words.replace("<", "<\x00"),
)
WORDS = tuple(form(payload) for payload in PAYLOADS for form in FORMS)
OWN = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "h1",
    ),
    *("h2", "p", "div", "span", "form", "label", "input", "button", "ol", "ul", "li", "small"),
    *("details", "summary", "textarea", "select", "option", "table", "thead", "tbody", "tr", "th"),
    *("td", "dialog", "article", "section", "strong", "code", "caption", "dl", "dt", "dd", "mark"),
    *("noscript", "fieldset", "legend", "br", "footer", "time", "svg", "g", "path", "rect", "text"),
}
EVENTS = ("on", "style", "srcset", "formaction")
SCRIPTS = frozenset({"/ui/source.js", "/ui/talks.js", "/ui/studio.js", "/ui/library.js"})


def harmless(html: str) -> None:
    """See that a page holds our elements only, leads nowhere else and runs nothing but ours."""
    found = elements(html)
    assert found.tags <= OWN, found.tags - OWN
    assert not [name for name in found.attributes if name.startswith(EVENTS)]
    assert not [one for one in found.addresses if not one.startswith(("/", "#", "?"))]
    assert not [one for one in found.addresses if one.startswith("//")]
    assert {one for one in found.addresses if one.endswith(".js")} <= SCRIPTS
    # a question may stand in the query of a link of ours, encoded
    assert not [one for one in found.addresses if "canary.test" in one.partition("?")[0]]


@pytest.fixture(scope="module")
def office() -> FakeApplication:
    body = "\n\n".join(f"- Viên chức được biết {words}" for words in WORDS)
    texts = {f"{PAYLOADS[1]}.txt": f"KẾ HOẠCH {PAYLOADS[0]}\n\nI. QUYỀN {PAYLOADS[3]}\n\n{body}"}
    return FakeApplication(FakeLibrary(texts), warnings=PAYLOADS)


@pytest.fixture(scope="module")
def client(office: FakeApplication) -> TestClient:
    return TestClient(create_app(office), base_url="http://127.0.0.1")


def test_there_are_enough_of_them() -> None:
    assert len(set(WORDS)) * 7 >= 300


def test_documents_titles_and_file_names_do_no_harm(client: TestClient) -> None:
    key = client.get("/api/documents").json()["documents"][0]["id"]
    for path in ("/van-ban", f"/van-ban/{quote(key)}", "/quyen", "/van-ban/quan-he"):
        harmless(client.get(path).text)


@pytest.mark.parametrize("number", range(len(WORDS)))
def test_a_question_its_answer_title_and_opinion_do_no_harm(
    office: FakeApplication, client: TestClient, number: int
) -> None:
    words = WORDS[number]
    exchange = Exchange(question=f"Viên chức được biết {words}")
    talk = office.talks.begin("", "", exchange)
    office.talks.update(Exchange(id=exchange.id, question=exchange.question, stage=Stage.FAILED))
    office.talks.rename("", talk, words)
    office.talks.judge("", exchange.id, Verdict(good=False, reason=words))
    for path in (
        f"/cuoc-hoi/{talk}",
        f"/cuoc-hoi/luot/{exchange.id}",
        f"/cuoc-hoi?tim={quote(words)}",
    ):
        harmless(client.get(path).text)
    harmless(client.get("/danh-gia/y-kien").text)
    office.talks.remove("", talk)


@pytest.mark.parametrize("number", range(len(WORDS)))
def test_an_answer_as_it_is_streamed_does_no_harm(office: FakeApplication, number: int) -> None:
    question = f"Viên chức được biết {WORDS[number]}"
    reply = office.assistant.ask(Question(question))
    for shown in (0, 1, 99):
        step = Exchange(question=question, reply=reply, shown=shown, suggested=(WORDS[number],))
        harmless(str(talk_html([step], "t")))


def test_what_the_administration_shows_does_no_harm(
    office: FakeApplication, client: TestClient
) -> None:
    for words in WORDS:
        office.people.audit.record(words[:60], Deed.REFUSED, words, words[:40])
    harmless(client.get("/quan-tri/nhat-ky").text)
    harmless(client.get("/quan-tri/nhat-ky", params={"ai": WORDS[1]}).text)
    harmless(client.get("/dang-nhap", params={"ve": WORDS[0]}, follow_redirects=False).text)


def test_labels_of_tokens_and_names_do_no_harm() -> None:
    office = FakeApplication(FakeLibrary({"a.txt": "Một."}))
    office.people.users.add("an", Role.ADMINISTRATOR, "mot hai ba bon")
    client = TestClient(create_app(office), base_url="http://127.0.0.1")
    client.post("/dang-nhap", data={"ten": "an", "mat-khau": "mot hai ba bon"})
    for words in PAYLOADS:
        harmless(client.post("/tai-khoan/ma", data={"dung-cho": words[:60]}).text)
        added = client.post("/quan-tri/nguoi-dung/them", data={"ten": words, "vai": words})
        assert added.status_code == 422
        harmless(added.text)
        wrong = client.post("/dang-nhap", data={"ten": words, "mat-khau": "x", "ve": words})
        harmless(wrong.text)
    harmless(client.get("/tai-khoan").text)
