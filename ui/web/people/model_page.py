"""The page of language models: which one is used, how it does, and the choice of another."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from assistant.fluent.model import Message
from assistant.fluent.picked import Picked
from assistant.fluent.voice import Voice
from assistant.mode import Mode
from corpus.errors import HoiQuyCheError
from ui import failures
from ui.application import FullApplication
from ui.markup import Html, tag
from ui.people import model_wording as w
from ui.web.parts import button, form, labelled, select, wide
from ui.web.people.users_page import MODEL, administration
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.routing import router
from ui.writing import FAULTS, MODES

DONE = {"luu": w.SAVED, "lai": w.WENT_BACK, "thu": w.TRIED}
_TRIAL = (Message("user", "Viết đúng một từ: được"),)


def model_page(voice: Voice, *, done: str = "", fault: str = "") -> Html:
    """Return how the model is and the form to pick another; no key is ever part of it."""
    told = tag("p", done, class_="notice-box good", role="status") if done else Html("")
    rows = (
        tag("tr", tag("th", name, scope="row"), tag("td", words)) for name, words in _now(voice)
    )
    now = wide(tag("table", tag("tbody", *rows)), w.NOW)
    intro = tag("p", w.INTRO, class_="intro")
    trial = form(f"{MODEL}/thu", button(w.TRY)) if voice.speaks else Html("")
    content = (intro, told, tag("h2", w.NOW), now, _choice(voice, trial))
    return administration(w.TITLE, MODEL, *content, fault=fault)


def _now(voice: Voice) -> Iterator[tuple[str, str]]:
    picked, model = voice.picked, voice.model
    yield w.MODEL, model.name if model else w.NO_MODEL
    yield w.DEFAULT, MODES[voice.default]
    if model is None:
        return
    yield w.ADDRESS, picked.base_url or w.PROVIDERS_OWN
    yield w.KEY, w.HAS_KEY if voice.has_key else w.NO_KEY
    yield w.STATE, w.RESTS if model.breaker.rests else w.WORKS
    yield w.TODAY, w.limit(model.budget.used, model.budget.most)
    yield w.TIMES, _times(voice)
    faults = list(dict.fromkeys(FAULTS[fault] for fault in voice.faults() if fault in FAULTS))
    yield w.FAULTS, " ".join(faults) or w.NONE_YET


def _times(voice: Voice) -> str:
    made = [one.generation for one in tuple(voice.last) if one.generation]
    if not made:
        return w.NONE_YET
    first = [one.first for one in made if one.first] or [0.0]
    return w.times(len(made), median(first), median(one.total for one in made))


def _choice(voice: Voice, trial: Html) -> Html:
    picked = voice.picked
    fields = (
        labelled(w.DEFAULT, select("cach", [(m.value, MODES[m]) for m in _DEFAULTS], picked.mode)),
        labelled(w.PROVIDER, _input("nha", picked.provider, required=True), w.PROVIDER_HINT),
        labelled(w.NAME, _input("ten", picked.model), w.NAME_HINT),
        labelled(w.ADDRESS, _input("dia-chi", picked.base_url), w.ADDRESS_HINT),
    )
    save = form(MODEL, *fields, tag("button", w.SAVE, class_="button main"))
    back = form(f"{MODEL}/nhu-cai-dat", button(w.AS_SET))
    more = tag("div", back, trial, class_="gestures")
    return tag("section", tag("h2", w.CHOOSE), save, more, class_="panel")


_DEFAULTS = (Mode.EXTRACTIVE, Mode.FLUENT, Mode.PLAIN)


def _input(name: str, value: str, *, required: bool = False) -> Html:
    return tag(
        "input",
        name=name,
        value=value,
        required=required,
        maxlength=300,
        autocapitalize="none",
        autocomplete="off",
        spellcheck="false",
    )


def model_pages(application: FullApplication) -> APIRouter:
    """Return the routes."""
    voice = application.voice

    def refuse(_request: Request, error: HoiQuyCheError) -> Response:
        shown = model_page(voice, fault=failures.sentence(error))
        return HTMLResponse(shown, status_code=UNPROCESSABLE)

    routes = router(refuse=refuse)

    @routes.get(MODEL)
    def model(xong: str = "") -> str:
        return model_page(voice, done=DONE.get(xong, ""))

    @routes.post(MODEL)
    def pick(posted: Posted) -> Response:
        voice.pick(_picked(posted))
        return see(f"{MODEL}?xong=luu")

    @routes.post(f"{MODEL}/nhu-cai-dat")
    def as_set() -> Response:
        voice.pick(None)
        return see(f"{MODEL}?xong=lai")

    @routes.post(f"{MODEL}/thu")
    def trial() -> Response:
        voice.said(_TRIAL)
        return see(f"{MODEL}?xong=thu")

    return routes


def _picked(posted: FormData) -> Picked:
    mode = text(posted, "cach")
    return Picked(
        mode=Mode(mode) if mode in set(Mode) else Mode.EXTRACTIVE,
        provider=text(posted, "nha").strip() or "openai",
        model=text(posted, "ten").strip(),
        base_url=text(posted, "dia-chi").strip(),
    )
