"""The routes on which a paper is taken."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from assistant.quiz.bank.kept import Content
from assistant.quiz.bank.marking import Given
from assistant.quiz.bank.studio import Studio
from assistant.quiz.item import Kind
from ui.web.posted import UNPROCESSABLE, Posted, see, text, texts
from ui.web.quiz import wording as w
from ui.web.quiz.paper import paper_page
from ui.web.quiz.parts import ROOT
from ui.web.quiz.routing import router
from ui.web.quiz.trial_page import address, result_page, trial_page
from ui.web.quiz.trials import Trial, Trials, trial_of

HERE = f"{ROOT}/lam-thu/{{key}}"


def trial_routes(studio: Studio) -> APIRouter:
    """Return the routes of papers that are taken."""
    routes, trials = router(), Trials()

    @routes.post(f"{ROOT}/de/{{paper_id}}/lam-thu")
    def begin(paper_id: str) -> Response:
        paper = studio.papers.paper(paper_id)
        trial = trial_of(paper)
        if trial is None:
            page = paper_page(studio, paper, w.NOTHING_TO_TRY)
            return HTMLResponse(page, status_code=UNPROCESSABLE)
        trials.put(trial)
        return see(address(trial, 0))

    @routes.get(f"{HERE}/ket-qua")
    def result(key: str) -> str:
        return result_page(studio, trials.of(key), datetime.now(UTC).isoformat())

    @routes.get(f"{HERE}/{{number}}")
    def show(key: str, number: int) -> str:
        return trial_page(studio, trials.of(key, number), number - 1)

    @routes.post(f"{HERE}/{{number}}")
    def answer(key: str, number: int, posted: Posted) -> Response:
        return _answered(studio, trials, trials.of(key, number), number - 1, posted)

    return routes


def _answered(studio: Studio, trials: Trials, trial: Trial, n: int, posted: FormData) -> Response:
    given = given_of(trial.items[n].content, posted)
    if isinstance(given, str):
        page = trial_page(studio, trial, n, texts(posted, "place"), given)
        return HTMLResponse(page, status_code=UNPROCESSABLE)
    trials.put(trial.answered(n, given))
    return see(f"{address(trial, n)}#luot")


def given_of(content: Content, posted: FormData) -> Given | str:
    """Return the answer that was posted, or what is wrong with it."""
    if content.answers:
        words = text(posted, "words").strip()[:2000]
        return Given(words=words) if words else w.NO_ANSWER
    if content.kind is Kind.ORDER:
        return _ordered(_numbers(texts(posted, "place"), 1, len(content.options)), content)
    paired = content.kind is Kind.MATCH
    key = _numbers(texts(posted, "place" if paired else "key"), 0, len(content.options) - 1)
    if not key or (paired and len(key) != len(content.prompts)):
        return w.NO_ANSWER
    return Given(key=key)


def _ordered(places: tuple[int, ...], content: Content) -> Given | str:
    """Return an order, told as the place of each option."""
    if len(places) != len(content.options):
        return w.NO_ANSWER
    if len(set(places)) < len(places):
        return w.PLACE_TWICE
    return Given(key=tuple(sorted(range(len(places)), key=lambda k: places[k])))


def _numbers(values: list[str], least: int, most: int) -> tuple[int, ...]:
    """Return what was chosen; nothing when one of it does not exist."""
    fit = all(v.isascii() and v.isdigit() and least <= int(v[:9]) <= most for v in values)
    return tuple(map(int, values)) if fit else ()
