"""The page of relations: who cites whom, what is missing, what was replaced, what disagrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.contradictions import Contradiction
from corpus.document import Document
from corpus.instrument import LegalStatus
from corpus.relations import Graph, Held, Link, Reference
from ui import messages
from ui.library_words import HELD, disagreement, known_as, status_of
from ui.markup import Html, joined, tag, text
from ui.plain import named
from ui.tongue import said
from ui.web.frame import page
from ui.web.library import wording as w
from ui.web.library.graph_svg import branch, picture, shortened
from ui.web.library.parts import ROOT, address_of
from ui.web.parts import badge, button, labelled, select

HERE = f"{ROOT}/quan-he"
LOOKS: Mapping[Held, str] = {Held.LIBRARY: "good", Held.REGISTERED: "quiet", Held.MISSING: "warn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What the page shows: the graph, the documents by id, what does not agree, what is chosen."""

    graph: Graph
    documents: Mapping[str, Document]
    disagreements: Sequence[Contradiction] = ()
    chosen: str = ""  # the document whose part of the graph is shown
    held: str = ""  # of what is cited, only this


def graph_page(related: Related) -> Html:
    """Return the page: counts, the picture, what disagrees, a table of all that is cited."""
    body = tag(
        "div",
        tag("p", tag("a", messages.BACK_TO_LIBRARY, href=ROOT), class_="back"),
        tag("h1", w.RELATIONS),
        tag("p", w.RELATIONS_INTRO, class_="intro"),
        _choice(related),
        _disagreements(related),
        _picture(related),
        tag("h2", w.CITED),
        _legend(related),
        _table(related),
        class_="studio keeping",
    )
    title = f"{w.RELATIONS} – {messages.LIBRARY_PAGE}"
    return page(title, ROOT, body, assets=("studio", "library"))


def _choice(related: Related) -> Html:
    """Return the form that limits the page to one document."""
    citing = {link.source for link in related.graph.links} & set(related.documents)
    named_ones = sorted((named(related.documents[key]), key) for key in citing)
    options = [("", w.EVERY_TEXT), *((key, words[:90]) for words, key in named_ones)]
    chosen = select("cua", options, related.chosen)
    return tag(
        "form",
        labelled(w.ONE_TEXT, chosen),
        button(w.SHOW),
        method="get",
        action=HERE,
        class_="line",
    )


def _picture(related: Related) -> Html:
    if related.chosen:
        drawn = branch(related.graph.about(related.chosen), related.chosen)
        return tag("div", drawn, class_="wide graph branch", tabindex=0, aria_label=w.RELATIONS)
    whole = picture(related.graph)
    box = tag("div", whole, class_="wide graph", tabindex=0, aria_label=w.RELATIONS)
    return joined([box, tag("p", w.ON_A_PHONE, class_="intro on-a-phone")])


def _legend(related: Related) -> Html:
    """Return how many are cited of each sort; each leads to those."""
    counts = Counter(one.held for one in _cited(related))
    every = tag("a", w.EVERY_CITED, href=_here(related, ""), aria_current=_now(related, ""))
    links = (
        tag("a", f"{counts[h]} {HELD[h]}", href=_here(related, h), aria_current=_now(related, h))
        for h in Held
        if counts[h]
    )
    return tag("p", every, *links, class_="tags")


def _here(related: Related, held: str) -> str:
    chosen = {"cua": related.chosen, "con": held}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{HERE}?{query}" if query else HERE


def _now(related: Related, held: str) -> str | None:
    return "true" if related.held == held else None


def _disagreements(related: Related) -> Html:
    shown = [
        one
        for one in related.disagreements
        if not related.chosen or related.chosen in {place.document_id for place in one.places}
    ]
    if not shown:
        return Html("")
    lines = (tag("li", _disagreement(one, related)) for one in shown)
    return tag("section", tag("h2", w.DISAGREEMENTS), tag("ul", *lines))


def _disagreement(one: Contradiction, related: Related) -> Html:
    """Return a sentence on what disagrees, with links to the places."""
    links = (
        tag("a", f"[{n}]", href=_opened(place.document_id, [(place.span.start, place.span.end)]))
        for n, place in enumerate(one.places, start=1)
    )
    words = said(disagreement(one))
    where = dict.fromkeys(place.document_id for place in one.places)
    names = ", ".join(named(related.documents[key]) for key in where if key in related.documents)
    return joined([text(f"{words[:1].upper()}{words[1:]} ({names}) "), *links])


def _table(related: Related) -> Html:
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in w.CITED_COLUMNS)))
    links: dict[str, list[Link]] = {}
    for link in _links(related):
        links.setdefault(link.target, []).append(link)
    cited = [one for one in _cited(related) if related.held in ("", one.held)]
    cited.sort(key=lambda one: (-sum(len(link.spans) for link in links[one.id]), one.id))
    rows = (_row(one, links[one.id], related) for one in cited)
    return tag("table", head, tag("tbody", *rows), class_="library cited")


def _links(related: Related) -> tuple[Link, ...]:
    """Return the links of the chosen document to what it cites, or of all."""
    every = related.graph.links
    return tuple(one for one in every if related.chosen in ("", one.source))


def _cited(related: Related) -> list[Reference]:
    targets = {link.target for link in _links(related)}
    return [one for one in related.graph.references if one.id in targets]


def _row(one: Reference, links: Iterable[Link], related: Related) -> Html:
    name: str = known_as(one)
    if one.document_id:
        name = tag("a", name, href=address_of(one.document_id))
    look = "bad" if one.instrument and one.instrument.status is LegalStatus.ENDED else "quiet"
    status = status_of(one)
    by = joined(tag("p", _by(link, related), class_="by") for link in links)
    return tag(
        "tr",
        tag("th", name, scope="row"),
        tag("td", badge(w.HELD[one.held], LOOKS[one.held]), data_name=w.CITED_COLUMNS[1]),
        tag(
            "td",
            badge(status, look) if status else messages.ABSENT,
            data_name=w.CITED_COLUMNS[2],
        ),
        tag("td", by, data_name=w.CITED_COLUMNS[3]),
    )


def _by(link: Link, related: Related) -> Html:
    document = related.documents.get(link.source)
    name = shortened(named(document) if document else link.source)
    href = _opened(link.source, [(span.start, span.end) for span in link.spans])
    times = f" ({len(link.spans)})" if len(link.spans) > 1 else ""
    return joined([tag("a", name, href=href), f" – {link.relation.value}{times}"])


def _opened(document_id: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the address of a document with places marked in it."""
    marks = "&".join(f"c={n}.{start}.{end}" for n, (start, end) in enumerate(spans, start=1))
    return f"{address_of(document_id)}?{marks}&at=1#trich"
