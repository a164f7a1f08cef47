"""An item as HTML: the question, its key, and the cited words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.quiz.bank.kept import Content, Kept, Status
from assistant.quiz.bank.studio import Studio
from assistant.quiz.export.aiken import LETTERS
from assistant.quiz.item import Item, Kind, Source
from assistant.quiz.stale import Stale
from assistant.quiz.wording import raised
from assistant.reply import Citation
from ui.markup import Html, joined, tag, text
from ui.plain import shown
from ui.render import chip
from ui.web.parts import badge
from ui.web.quiz import wording as w

LOOKS = {Status.DRAFT: "draft", Status.APPROVED: "good", Status.REJECTED: "bad"}


@dataclass(frozen=True, slots=True)
class Judged:
    """An item with what became of the words that it rests on."""

    kept: Kept
    stale: tuple[Stale, ...]

    @property
    def sound(self) -> bool:
        """Whether it is proved by words that still stand."""
        return not self.kept.faults and not self.stale


def judged(studio: Studio, kept: Kept) -> Judged:
    """Return an item with what became of its words."""
    return Judged(kept, studio.stale(kept))


def badges(one: Judged) -> Html:
    """Return how an item stands: kind, difficulty, decision, proof."""
    kept = one.kept
    found = [badge(w.KIND_NAMES[kept.content.kind], "kind")]
    if kept.item:
        found.append(badge(w.DIFFICULTIES[kept.item.difficulty], "kind"))
    found.append(badge(w.STATUSES[kept.status], LOOKS[kept.status]))
    if one.stale:
        found.append(badge(w.STALE, "warn"))
    elif not kept.faults:
        found.append(badge(w.PROVED, "calm"))
    if kept.faults:
        found.append(badge(w.UNPROVED, "warn"))
    found += [badge(name, "tag") for name in kept.tags]
    return tag("p", *found, class_="badges")


def question_html(content: Content) -> Html:
    """Return stem, options and key as a trainer reads them."""
    stem = tag("p", text(content.stem), class_="stem")
    return joined((stem, _answers(content)))


def _answers(content: Content) -> Html:
    if content.answers:
        told = " | ".join(content.answers)
        return tag("p", tag("strong", f"{w.KEY}: "), text(told), class_="key")
    if content.kind is Kind.MATCH:
        pairs = zip(content.prompts, content.key, strict=True)
        rows = (_pair(left, content.options[k]) for left, k in pairs)
        return tag("ul", *rows, class_="pairs")
    if content.kind is Kind.ORDER:
        return tag(
            "ol", *(tag("li", text(content.options[k])) for k in content.key), class_="order"
        )
    return tag("ul", *(_option(content, k) for k in range(len(content.options))), class_="options")


def _pair(left: str, right: str) -> Html:
    return tag("li", tag("span", text(left)), " → ", tag("span", text(right), class_="right"))


def _option(content: Content, k: int) -> Html:
    right = k in content.key
    sign = tag("span", f" ✓ {w.KEY}", class_="tick") if right else Html("")
    words = tag("span", text(f"{LETTERS[k]}. {content.options[k]}"))
    return tag("li", words, sign, class_="right" if right else None)


def explanation_html(kept: Kept) -> Html:
    """Return the explanation of an item."""
    told = tag("strong", f"{w.EXPLANATION}: ")
    return tag("p", told, text(shown(kept.explanation)), class_="explanation")


def cited_html(studio: Studio, kept: Kept) -> Html:
    """Return the cited words of an item; each opens its document beside the page."""
    if kept.item is None:
        return tag("div", tag("p", w.NO_SOURCE, class_="blank"), class_="cited")
    sources = _distinct(kept.item)
    first, *more = (_source(studio, n, source) for n, source in enumerate(sources, start=1))
    others = Html("")
    if more:
        told = tag("summary", f"{w.MORE_SOURCES} ({len(more)})")
        others = tag("details", told, *more)
    return tag("div", first, others, class_="cited reply", role="group", aria_label=w.SOURCE)


def _distinct(item: Item) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(item.sources))


def _source(studio: Studio, n: int, source: Source) -> Html:
    stands = studio.place(source)
    name = raised(studio.names().get(source.document_id, source.document_id))
    opens = Html("")
    if stands:
        opens = chip(
            Citation(
                n=n,
                document_id=stands.document_id,
                span=stands.span,
                quote=stands.quote,
                address=stands.address,
            )
        )
    where = tag("figcaption", name, ", ", source.address, " ", opens)
    return tag("figure", tag("blockquote", text(shown(source.quote))), where)


def stale_html(one: Judged) -> Html:
    """Return old and new words side by side; "" when nothing changed."""
    if not one.stale:
        return Html("")
    return tag("div", *map(_change, one.stale), class_="stale", role="note")


def _change(change: Stale) -> Html:
    old, new = compared(shown(change.old), shown(change.new))
    pair = (
        tag("div", tag("h3", w.OLD_WORDS), tag("blockquote", old)),
        tag("div", tag("h3", w.NEW_WORDS), tag("blockquote", new or w.NO_NEW_WORDS)),
    )
    told = tag("p", tag("strong", f"{w.STALE}: "), w.CHANGES[change.change])
    return joined((told, tag("div", *pair, class_="beside")))


def compared(old: str, new: str) -> tuple[Html, Html]:
    """Return two wordings, with what only the one or the other has marked.

    >>> compared("120 hồ sơ", "130 hồ sơ")
    ('<del>120</del> hồ sơ', '<ins>130</ins> hồ sơ')
    """
    if not new:
        return text(old), Html("")
    left, right = old.split(" "), new.split(" ")
    steps = SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes()
    olds = [_piece("del", left[a:b], same=op == "equal") for op, a, b, _, _ in steps if a < b]
    news = [_piece("ins", right[c:d], same=op == "equal") for op, _, _, c, d in steps if c < d]
    return Html(" ".join(olds)), Html(" ".join(news))


def _piece(name: str, words: list[str], *, same: bool) -> Html:
    return text(" ".join(words)) if same else tag(name, " ".join(words))


def faults_html(kept: Kept) -> Html:
    """Return what is not proved of an item; "" when everything is."""
    if not kept.faults:
        return Html("")
    return tag("p", w.unproved(kept.faults), class_="faults", role="note")
