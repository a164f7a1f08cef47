"""The page of one item: its texts to be edited, its tags, its wordings."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData

from assistant.quiz.bank.edit import FIXED_KEY, ONE_KEY, Edit
from assistant.quiz.bank.kept import Content, Kept, Status, Version
from assistant.quiz.bank.studio import Studio
from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.item import Item, Kind
from ui.markup import Html, joined, tag
from ui.web.parts import button, form, hidden, labelled
from ui.web.posted import text, texts
from ui.web.quiz import wording as w
from ui.web.quiz.card import badges, cited_html, faults_html, judged, question_html, stale_html
from ui.web.quiz.compose import day
from ui.web.quiz.parts import BANK, ROOT, studio_page


@dataclass(frozen=True, slots=True)
class Visit:
    """An item that is looked at, and the paper that the reader came from ("" for the bank)."""

    kept: Kept
    paper: str = ""

    @property
    def here(self) -> str:
        """The address of the page."""
        return f"{ROOT}/cau/{self.kept.id}"

    @property
    def back(self) -> str:
        """The address of the page before."""
        return f"{ROOT}/de/{self.paper}#cau-{self.kept.id}" if self.paper else BANK


def edit_of(content: Content) -> Edit:
    """Return the texts of an item as they are."""
    return Edit(
        stem=content.stem,
        options=content.options,
        prompts=content.prompts,
        key=content.key,
        answers=content.answers,
        explanation=content.explanation if isinstance(content, Item) else content.feedback,
    )


def edit_from(posted: FormData) -> Edit:
    """Return the texts that were posted."""
    keys = [int(key) for key in texts(posted, "key") if key.isascii() and key.isdigit()]
    return Edit(
        stem=text(posted, "stem"),
        options=tuple(texts(posted, "option")),
        prompts=tuple(texts(posted, "prompt")),
        key=tuple(keys),
        answers=tuple(text(posted, "answers").splitlines()),
        explanation=text(posted, "explanation"),
    )


def item_page(studio: Studio, visit: Visit, edit: Edit | None = None, notice: str = "") -> Html:
    """Return the page; `edit` are texts that could not be kept, to be mended."""
    kept = visit.kept
    one = judged(studio, kept)
    back = w.PAPER_AGAIN if visit.paper else w.BANK_AGAIN
    head = tag(
        "header",
        tag("p", tag("a", back, href=visit.back), class_="back"),
        tag("h1", w.EDITING),
        badges(one),
        _reason(kept),
    )
    main = tag(
        "div",
        faults_html(kept),
        stale_html(one),
        _texts(visit, edit or edit_of(kept.content)),
        class_="panel",
    )
    side = tag(
        "div",
        cited_html(studio, kept),
        _tags(visit),
        _history(visit, studio.bank.versions(kept.id)),
        _remove(visit),
        class_="item-side",
    )
    area = ROOT if visit.paper else BANK
    both = tag("div", main, side, class_="compose")
    return studio_page(w.EDITING, head, both, area=area, notice=notice)


def _reason(kept: Kept) -> Html:
    if kept.status is not Status.REJECTED:
        return Html("")
    return tag("p", tag("strong", f"{w.REASON}: "), kept.reason, class_="reason")


def _texts(visit: Visit, edit: Edit) -> Html:
    kind = visit.kept.content.kind
    stem = labelled(w.STEM, _area("stem", edit.stem, 3))
    told = labelled(w.EXPLANATION, _area("explanation", edit.explanation, 4))
    return form(
        visit.here,
        hidden(version=visit.kept.version, de=visit.paper),
        stem,
        _answers(kind, edit),
        told,
        tag("p", w.SAVE_HINT, class_="hint-line"),
        button(w.SAVE, gesture="save", look="main"),
    )


def _area(name: str, value: str, lines: int) -> Html:
    return tag("textarea", value, name=name, rows=lines, required=True, maxlength=2000)


def _answers(kind: Kind, edit: Edit) -> Html:
    if not edit.options:
        lines = _area("answers", "\n".join(edit.answers), 3)
        return labelled(w.ACCEPTED, lines, w.ACCEPTED_HINT)
    if kind is Kind.MATCH:
        return _pairs(edit)
    rows = (_option(kind, edit, k) for k in range(len(edit.options)))
    return tag("fieldset", tag("legend", w.OPTION), *rows)


def _option(kind: Kind, edit: Edit, k: int) -> Html:
    """Return one option; those of true/false are as they are, but the key can be moved."""
    name = f"{w.OPTION} {LETTERS[k]}"
    words = tag(
        "input",
        name="option",
        value=edit.options[k],
        aria_label=name,
        required=True,
        readonly=kind is Kind.TF,
        maxlength=2000,
    )
    letter = tag("span", LETTERS[k], class_="letter", aria_hidden="true")
    if kind in FIXED_KEY:
        return tag("div", letter, words, class_="option-line")
    mark = tag(
        "input",
        type="radio" if kind in ONE_KEY else "checkbox",
        name="key",
        value=k,
        checked=k in edit.key,
        aria_label=f"{w.IS_KEY}: {name}",
        title=w.IS_KEY,
    )
    return tag("div", mark, letter, words, class_="option-line")


def _pairs(edit: Edit) -> Html:
    """Return the prompts, then the options: which belong together stays as it is."""
    left = (_side(w.LEFT, "prompt", n, words) for n, words in enumerate(edit.prompts, start=1))
    right = (_side(w.RIGHT, "option", n, words) for n, words in enumerate(edit.options, start=1))
    return joined(
        (
            tag("fieldset", tag("legend", w.LEFT), *left),
            tag("fieldset", tag("legend", w.RIGHT), *right),
        )
    )


def _side(label: str, name: str, n: int, words: str) -> Html:
    number = tag("span", str(n) if name == "prompt" else LETTERS[n - 1], class_="letter")
    box = tag("input", name=name, value=words, required=True, aria_label=f"{label} {n}")
    return tag("div", number, box, class_="option-line")


def _tags(visit: Visit) -> Html:
    value = ", ".join(visit.kept.tags)
    return form(
        visit.here,
        hidden(de=visit.paper),
        labelled(w.TAGS, tag("input", name="tags", value=value), w.TAGS_HINT),
        button(w.SAVE_TAGS, gesture="tags"),
    )


def _history(visit: Visit, versions: tuple[Version, ...]) -> Html:
    rows = (_version(visit, one) for one in versions)
    return tag("section", tag("h2", w.HISTORY), tag("ol", *rows, class_="history"))


def _version(visit: Visit, one: Version) -> Html:
    now = one.number == visit.kept.version
    name = f"{w.VERSION} {one.number}, {day(one.at)}" + (f" ({w.CURRENT})" if now else "")
    shown = tag("details", tag("summary", name), question_html(one.content))
    if now:
        return tag("li", shown)
    again = form(
        visit.here,
        hidden(de=visit.paper, number=one.number),
        button(w.RESTORE, gesture="restore", look="quiet"),
    )
    return tag("li", shown, again)


def _remove(visit: Visit) -> Html:
    sure = form(
        visit.here,
        hidden(de=visit.paper),
        tag("p", w.REMOVE_ITEM_HINT, class_="hint-line"),
        button(w.REMOVE_ITEM, gesture="remove"),
    )
    return tag("details", tag("summary", w.REMOVE_ITEM), sure, class_="remove")
