"""The page in English, for who asks for it; what documents say is never turned."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.question import Question
from ui import messages
from ui.fakes import FakeApplication
from ui.markup import joined, tag, text
from ui.talks.exchange import Exchange, Stage
from ui.tongue import COOKIE, Tongue, said, speaking, table
from ui.web.app import create_app
from ui.web.talk import talk_html

BASE = "http://127.0.0.1"
VIETNAMESE = re.compile("[ăâđêôơư\u1ea0-\u1ef9áàãéèíìĩóòõúùũý]", re.IGNORECASE)
UI = Path(__file__).parents[2] / "ui"
# what the pages say stands in these; the command line and what is downloaded stay Vietnamese
SPOKEN = (
    "barred", "compared", "failures", "figures", "library_words", "messages", "people/wording",
    "reading_words", "retrieved", "rights_words", "talks/wording", "unreadable",
    "web/gold/wording", "web/library/wording", "web/quiz/wording", "web/runs/wording",
)  # fmt: skip
PATHS = (
    "/", "/van-ban", "/van-ban/quan-he", "/van-ban/hieu-luc", "/van-ban/hieu-luc/sua", "/quyen",
    "/cuoc-hoi", "/tai-khoan", "/trac-nghiem", "/trac-nghiem/ngan-hang", "/danh-gia",
    "/danh-gia/so-sanh", "/danh-gia/bo-cau-hoi", "/danh-gia/bo-cau-hoi/viet", "/danh-gia/y-kien",
    "/quan-tri", "/quan-tri/nguoi-dung", "/quan-tri/nhat-ky", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def english() -> Iterator[TestClient]:
    client = TestClient(create_app(FakeApplication()), base_url=BASE, follow_redirects=False)
    with client:
        client.cookies.set(COOKIE, Tongue.ENGLISH.value)
        yield client


def _piece(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "{}"


def sentences(file: Path) -> set[str]:
    """Return every Vietnamese string of a module, `{}` where something is put into it."""
    tree = ast.parse(file.read_text("utf-8"))
    formed = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    pieces = {id(value) for node in formed for value in node.values}
    defined = (ast.Module, ast.FunctionDef, ast.ClassDef)
    told = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, defined) and isinstance(n.body[0], ast.Expr)
    }
    found = {"".join(map(_piece, node.values)) for node in formed}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set() if id(node) in pieces | told else {node.value}
    return {words for words in found if VIETNAMESE.search(words)}


@pytest.mark.parametrize("name", SPOKEN)
def test_every_sentence_of_the_pages_has_its_english(name: str) -> None:
    left = {
        words
        for words in sentences(UI / f"{name}.py")
        if table().english(filled(words)) == filled(words)
    }
    assert left <= {*messages.EXAMPLES, *LEFT}


def filled(words: str) -> str:
    return words.replace("{}", "7").strip()


# names, examples of what is typed, and what goes to the clipboard or into a longer sentence
LEFT = (
    "Hỏi Quy chế",
    "Ví dụ: Văn phòng Sở, quý IV",
    "ngày",
    " ngày {}",
    "      trước: {}",
    "{}: {} câu",
    "{} bởi {}",
    "{} câu đã có từ trước.",
    " {} câu đã có từ trước.",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_in_english_and_offers_vietnamese(english: TestClient, path: str) -> None:
    html = english.get(path).text
    if path == "/nowhere":
        assert html == "There is no such page."
        return
    assert '<html lang="en"' in html
    assert 'href="/tieng/vi"' in html
    heads = re.findall(r"<(?:h1|h2|legend|label|summary|button)[^>]*>([^<]+)<", html)
    assert [words for words in heads if VIETNAMESE.search(words)] == []


def test_vietnamese_comes_first(client: TestClient) -> None:
    html = client.get("/van-ban").text
    assert '<html lang="vi"' in html
    assert 'href="/tieng/en"' in html
    assert "Documents" not in html


def test_what_an_answer_says_stays_as_the_documents_say_it() -> None:
    reply = FakeApplication().assistant.ask(Question("Công chức được biết những nội dung nào?"))
    exchange = Exchange(question="Gửi", stage=Stage.ANSWERED, reply=reply, shown=99)
    vietnamese = str(talk_html([exchange], "t"))
    with speaking("en"):
        english = str(talk_html([exchange], "t"))
    claims = re.compile(r'class="claim"[^>]*>([^<]*)<')
    assert claims.findall(english) == claims.findall(vietnamese)
    assert 'lang="vi"' in english
    assert ">Gửi<" in english  # the question is the reader's
    assert "Source 1" in english
    assert "Helpful" in english


def test_words_given_as_text_are_not_turned() -> None:
    with speaking("en"):
        assert joined((text("Gửi"), "Gửi")) == "GửiSend"
        assert tag("textarea", "Gửi") == "<textarea>Gửi</textarea>"
        assert tag("option", "Gửi", value="Gửi") == '<option value="Gửi">Send</option>'
        assert said("Kế hoạch rà soát 12 văn bản") == "Kế hoạch rà soát 12 văn bản"
    assert said("Gửi") == "Gửi"


@pytest.mark.parametrize(
    ("came", "back"),
    [
        (f"{BASE}/van-ban?nhan=x", "/van-ban?nhan=x"),
        (f"{BASE}/", "/"),
        ("http://evil.test/x", "/"),
        (f"{BASE}//evil.test", "/evil.test"),
        ("", "/"),
    ],
)
def test_the_choice_is_kept_and_leads_back(client: TestClient, came: str, back: str) -> None:
    answer = client.get("/tieng/en", headers={"referer": came}, follow_redirects=False)
    client.cookies.delete(COOKIE)
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    assert f"{COOKIE}=en" in answer.headers["set-cookie"]
    assert client.get("/tieng/fr", follow_redirects=False).status_code == 422
