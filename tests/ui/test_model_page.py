"""The administrator picks a language model on a page that never shows a key."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.fluent.chain import ChainModel
from assistant.fluent.guard import Guarded
from assistant.fluent.picked import FILE, Picked, UnusableChoiceError, read_picked
from assistant.mode import Mode
from assistant.settings import load_settings
from assistant.wiring import load_voice
from ui.fakes import FakeApplication
from ui.people import model_wording as w
from ui.web.app import create_app

BASE = "http://127.0.0.1"
KEY = "sk-never-to-be-seen"
PAGE = "/quan-tri/mo-hinh"
HERE = "http://127.0.0.1:9/v1"
FORM = {"cach": "fluent", "nha": "openai", "ten": "be-nho", "dia-chi": HERE}


def client(home: Path, **named: str) -> TestClient:
    environment = {"HOIQUYCHE_HOME": str(home), "HOIQUYCHE_LLM_API_KEY": KEY}
    application = FakeApplication(voice=load_voice(load_settings(environment | named)))
    browser = TestClient(create_app(application), base_url=BASE, follow_redirects=True)
    browser.headers["origin"] = BASE
    return browser


def key_of(model: Guarded | None) -> str:
    assert model is not None
    assert isinstance(model._model, ChainModel)  # noqa: SLF001 - where a key goes is the point
    return model._model.choice.key  # noqa: SLF001


def test_without_a_model_the_page_says_so(tmp_path: Path) -> None:
    page = client(tmp_path).get(PAGE)

    assert page.status_code == 200
    assert w.NO_MODEL in page.text


def test_a_model_is_picked_kept_and_given_up_again(tmp_path: Path) -> None:
    browser = client(tmp_path)

    page = browser.post(PAGE, data=FORM)

    assert w.SAVED in page.text
    assert "openai:be-nho" in page.text
    assert read_picked(tmp_path) == Picked(mode=Mode.FLUENT, model="be-nho", base_url=HERE)
    again = load_voice(load_settings({"HOIQUYCHE_HOME": str(tmp_path)}))
    assert (again.default, again.picked.model) == (Mode.FLUENT, "be-nho")
    assert w.NO_MODEL in browser.post(f"{PAGE}/nhu-cai-dat").text
    assert not (tmp_path / FILE).exists()


def test_a_key_goes_to_the_address_of_the_settings_only_and_is_never_shown(tmp_path: Path) -> None:
    settings = load_settings(
        {
            "HOIQUYCHE_HOME": str(tmp_path),
            "HOIQUYCHE_LLM_API_KEY": KEY,
            "HOIQUYCHE_LLM_MODEL": "lon",
            "HOIQUYCHE_LLM_BASE_URL": HERE,
        }
    )
    voice = load_voice(settings)
    assert (key_of(voice.model), voice.has_key) == (KEY, True)

    voice.pick(Picked(model="khac", base_url=HERE))
    assert (key_of(voice.model), voice.has_key) == (KEY, True)
    voice.pick(Picked(model="lon", base_url="http://127.0.0.1:10/v1"))
    assert (key_of(voice.model), voice.has_key) == ("", False)
    assert KEY not in (tmp_path / FILE).read_text("utf-8")
    assert KEY not in repr(voice)
    page = client(tmp_path, HOIQUYCHE_LLM_MODEL="lon", HOIQUYCHE_LLM_BASE_URL=HERE).get(PAGE)
    assert KEY not in page.text


@pytest.mark.parametrize(
    "wrong",
    [{"nha": "Open AI"}, {"dia-chi": "ftp://x"}, {"dia-chi": "http://a:b@c"}, {"ten": "x" * 301}],
)
def test_what_names_no_model_is_refused_with_its_reason(
    tmp_path: Path, wrong: dict[str, str]
) -> None:
    page = client(tmp_path).post(PAGE, data=FORM | wrong)

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert read_picked(tmp_path) is None


def test_a_model_that_cannot_be_reached_is_told_when_it_is_tried(tmp_path: Path) -> None:
    browser = client(tmp_path)
    browser.post(PAGE, data=FORM)

    page = browser.post(f"{PAGE}/thu")

    assert page.status_code == 422
    assert "Không kết nối được với mô hình ngôn ngữ." in page.text


def test_a_damaged_choice_is_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"mode": "shout"}', "utf-8")

    assert read_picked(tmp_path) is None
    with pytest.raises(UnusableChoiceError):
        Picked(base_url="javascript:alert(1)")
