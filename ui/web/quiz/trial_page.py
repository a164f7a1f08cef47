"""A paper being taken: a question, the verdict with its proof, and the sheet at the end."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quiz.bank.kept import Content
from assistant.quiz.bank.marking import Given
from assistant.quiz.bank.studio import Studio
from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.item import Kind
from ui.markup import Html, joined, tag, text
from ui.web.parts import button, form, link
from ui.web.quiz import wording as w
from ui.web.quiz.card import cited_html, explanation_html, question_html
from ui.web.quiz.compose import day
from ui.web.quiz.parts import ROOT, studio_page
from ui.web.quiz.trials import Trial


def address(trial: Trial, n: int | None) -> str:
    """Return the address of an item of a trial (counted from 0), or of its result sheet."""
    return f"{ROOT}/lam-thu/{trial.key}/{'ket-qua' if n is None else n + 1}"


def trial_page(
    studio: Studio, trial: Trial, n: int, tried: Sequence[str] = (), notice: str = ""
) -> Html:
    """Return the page of one item: the question, or what came of its answer.

    `tried` are the places that were chosen in an answer that could not be taken.
    """
    kept, given = trial.items[n], trial.given[n]
    count = len(trial.items)
    done = sum(one is not None for one in trial.given)
    told = tag("p", w.DRAFTS_TOO, class_="fewer") if trial.drafts and n == 0 else Html("")
    head = tag(
        "header",
        tag("p", tag("a", trial.title, href=f"{ROOT}/de/{trial.paper}"), class_="back"),
        tag("h1", w.of_items(n + 1, count)),
        tag("progress", value=done, max=count, aria_label=w.TRIAL),
        told,
    )
    body = _question(trial, n, tried) if given is None else _verdict(studio, trial, n)
    where = tag("div", body, class_="panel trial", id="luot", data_kind=kept.content.kind.value)
    return studio_page(w.TRIAL, head, where, notice=notice)


def _question(trial: Trial, n: int, tried: Sequence[str]) -> Html:
    content = trial.items[n].content
    stem = tag("p", text(content.stem), class_="stem", id="loi-hoi")
    group = tag("div", _control(content, tried), role="group", aria_labelledby="loi-hoi")
    return form(address(trial, n), stem, group, button(w.ANSWER, look="main"), swap=True)


def _control(content: Content, tried: Sequence[str]) -> Html:
    if content.answers:
        box = tag("input", name="words", required=True, maxlength=2000, autocomplete="off")
        return labelled_answer(box)
    if content.kind in (Kind.MATCH, Kind.ORDER):
        asked = content.prompts or content.options
        given = [*tried, *[""] * len(asked)]
        rows = (_row(words, _places(content), given[n]) for n, words in enumerate(asked))
        return tag("ul", *rows, class_="asked-pairs")
    many = content.kind is Kind.MULTI
    rows = (_choice(words, k, many=many) for k, words in enumerate(content.options))
    return tag("ul", *rows, class_="asked-options")


def labelled_answer(box: Html) -> Html:
    """Return the box for typed words under its label."""
    return tag("label", tag("span", w.YOUR_ANSWER, class_="label"), box, class_="field")


def _choice(words: str, k: int, *, many: bool) -> Html:
    sort = "checkbox" if many else "radio"
    mark = tag("input", type=sort, name="key", value=k, required=not many)
    return tag("li", tag("label", mark, tag("span", f"{LETTERS[k]}. {words}")))


def _places(content: Content) -> list[tuple[str, str]]:
    """Return what is chosen from: the options to be matched, or the places of an order."""
    if content.kind is Kind.ORDER:
        return [(str(n), str(n)) for n in range(1, len(content.options) + 1)]
    return [(str(k), f"{LETTERS[k]}. {words}") for k, words in enumerate(content.options)]


def _row(words: str, options: list[tuple[str, str]], chosen: str) -> Html:
    every = (("", w.CHOOSE_ONE), *options)
    drawn = (tag("option", told, value=v, selected=bool(v) and v == chosen) for v, told in every)
    box = tag("select", *drawn, name="place", required=True)
    return tag("li", tag("label", tag("span", text(words)), box))


def given_words(content: Content, given: Given | None) -> str:
    """Return an answer in words."""
    if given is None:
        return w.NOT_ANSWERED
    if content.answers:
        return given.words
    chosen = [content.options[k] for k in given.key]
    if content.kind is Kind.MATCH:
        pairs = zip(content.prompts, chosen, strict=True)
        return "; ".join(f"{left} → {right}" for left, right in pairs)
    return (" → " if content.kind is Kind.ORDER else "; ").join(chosen)


def _verdict(studio: Studio, trial: Trial, n: int) -> Html:
    right = trial.is_right(n)
    word = tag("strong", w.RIGHT_ANSWER if right else w.WRONG_ANSWER)
    told = tag("p", word, class_=f"verdict {'good' if right else 'bad'}", role="alert")
    proof = tag("div", _told(trial, n), cited_html(studio, trial.items[n]), class_="card-body")
    on = trial.first_open
    words = w.FINISH if on is None else w.NEXT_ITEM
    return joined((told, proof, link(words, address(trial, on), "main")))


def _told(trial: Trial, n: int) -> Html:
    """Return an item with its key and what was answered, its cited words beside it."""
    kept = trial.items[n]
    given = trial.given[n]
    words = given_words(kept.content, given)
    words = words if given is None else text(words)
    yours = tag("p", tag("strong", f"{w.YOUR_ANSWER}: "), words, class_="yours")
    return tag("div", question_html(kept.content), yours, explanation_html(kept), class_="asked")


def result_page(studio: Studio, trial: Trial, today: str) -> Html:
    """Return the sheet: score, then each question with answer, key and citation."""
    rows = (_result(studio, trial, n) for n in range(len(trial.items)))
    score = tag("p", tag("strong", f"{w.SCORE}: "), w.scored(trial.right, len(trial.items)))
    head = tag(
        "header",
        tag("h1", w.RESULT),
        tag("p", trial.title, class_="counted"),
        tag("p", w.TAKER, " ", w.UNIT, class_="taker"),
        tag("div", score, class_="score", role="status"),
        tag("p", day(today), " · ", w.TRIAL_NOTE, class_="counted"),
        _gestures(trial),
    )
    return studio_page(w.RESULT, head, tag("ol", *rows, class_="cards results"))


def _gestures(trial: Trial) -> Html:
    printing = tag("button", w.PRINT, type="button", class_="button main", data_print=True)
    again = form(f"{ROOT}/de/{trial.paper}/lam-thu", button(w.AGAIN))
    back = link(w.PAPER_AGAIN, f"{ROOT}/de/{trial.paper}")
    return tag("div", printing, again, back, class_="gestures")


def _result(studio: Studio, trial: Trial, n: int) -> Html:
    right = trial.is_right(n)
    word = w.RIGHT_ANSWER if right else w.WRONG_ANSWER
    name = tag("h2", f"{w.item_label(n + 1)}: ", tag("span", word, class_="verdict-word"))
    body = tag("div", _told(trial, n), cited_html(studio, trial.items[n]), class_="card-body")
    look = "approved" if right else "rejected"
    return tag("li", name, body, class_=f"card result {look}")
