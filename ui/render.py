"""A reply as HTML: claims, citation chips, refusals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, islice

from assistant.reply import Answer, Citation, Claim, Part, Refusal, Reply
from ui import messages
from ui.cited import fingerprint
from ui.letter import closing, opening
from ui.markup import Html, joined, tag, text
from ui.plain import copied_text, folded, refusal_text, shown, understood_line
from ui.tongue import theirs
from ui.writing import fault_html, marked, status_html, writing_html

LEADER = re.compile(r"[-–+•]\s+")
LONGEST_HINT = 240  # characters of a quote that a chip shows when it is pointed at


def claim_count(reply: Reply) -> int:
    """Return how many steps a reply is shown in: its claims; a refusal is one."""
    if isinstance(reply, Refusal):
        return 1
    return sum(len(part.claims) for part in reply.parts)


def reply_html(reply: Reply, claims: int | None = None, *, growing: bool = False) -> Html:
    """Return a reply, or only its first `claims` while it is streamed.

    A claim appears whole, with all its chips; what belongs to the whole answer (warnings, copying)
    appears with the last claim, unless the reply is still `growing`.
    """
    if isinstance(reply, Refusal):
        return _reply(_understood(reply.understood), _refusal(reply))
    limit = claim_count(reply) if claims is None else claims
    mark = marked(reply)
    parts = joined(_part(part, claims, mark) for part, claims in _first(reply.parts, limit))
    whole = limit >= claim_count(reply) and not growing
    end = joined((writing_html(reply), _end(reply))) if whole else Html("")
    framed = (_letter(opening(reply)), parts, _letter(closing(reply)))
    return _reply(_understood(reply.understood), fault_html(reply), *framed, end)


def _letter(lines: Iterable[str]) -> Html:
    """Return lines of the frame of a letter."""
    drawn = joined(tag("p", line) for line in lines)
    return tag("div", drawn, class_="letter") if drawn else Html("")


def chip(citation: Citation) -> Html:
    """Return the button that opens a citation; its place is an internal id, never a link."""
    label = messages.citation_label(citation.n, citation.address)
    return tag(
        "button",
        tag("span", "[", class_="bracket"),
        str(citation.n),
        tag("span", "]", class_="bracket"),
        type="button",
        class_="chip",
        data_cite=f"{citation.document_id}:{citation.span.start}-{citation.span.end}",
        data_n=citation.n,
        data_words=fingerprint(citation.quote),
        aria_label=label,
        data_label=label,
        data_quote=shortened(citation.quote),
    )


def shortened(quote: str) -> str:
    """Return a quote on one line, cut between words when it is long."""
    line = LEADER.sub("", shown(quote))
    if len(line) <= LONGEST_HINT:
        return line
    return line[:LONGEST_HINT].rsplit(" ", 1)[0] + " …"


def _reply(*pieces: Html) -> Html:
    return tag("div", *pieces, class_="reply")


def _understood(understood: str) -> Html:
    return tag("p", understood_line(understood), class_="understood") if understood else Html("")


def _first(parts: Iterable[Part], limit: int) -> Iterable[tuple[Part, tuple[Claim, ...]]]:
    claims = islice(((part, claim) for part in parts for claim in part.claims), limit)
    for _, group in groupby(claims, key=lambda pair: id(pair[0])):
        pairs = tuple(group)
        yield pairs[0][0], tuple(claim for _, claim in pairs)


def _part(part: Part, claims: tuple[Claim, ...], mark: bool) -> Html:  # noqa: FBT001 - of all alike
    lead = (
        tag("p", text(folded(part.lead)), class_="lead", lang=theirs()) if part.lead else Html("")
    )
    runs = (
        _run(tuple(_claim("li" if bullet else "p", claim, mark) for claim in group), bullet)
        for bullet, group in groupby(claims, lambda c: c.bullet)
    )
    return tag("section", lead, *runs, class_="part")


def _run(drawn: tuple[Html, ...], bullets: bool) -> Html:  # noqa: FBT001 - the key of a group
    return tag("ul", *drawn) if bullets else joined(drawn)


def _claim(name: str, claim: Claim, mark: bool) -> Html:  # noqa: FBT001 - of all alike
    words = shown(claim.text)
    *start, last = words.split(" ")
    chips = joined(chip(citation) for citation in claim.citations)
    # the last word and the chips stay on one line, so that no chip begins a line alone
    status = status_html(claim) if mark else Html("")
    tail = tag("span", text(last), chips, status, class_="tail")
    begun = text(" ".join(start) + " " if start else "")
    return tag(name, begun, tail, class_="claim", lang=theirs())


def _end(answer: Answer) -> Html:
    warnings = joined(
        tag(
            "p",
            tag("strong", f"{messages.WARNING}: "),
            tag("span", text(folded(warning)), lang=theirs()),
        )
        for warning in answer.warnings
    )
    box = tag("div", warnings, class_="warnings", role="note") if answer.warnings else Html("")
    documents = len({citation.document_id for citation in answer.citations})
    count = tag("span", messages.source_count(len(answer.citations), documents))
    copy = tag(
        "button",
        messages.COPY,
        type="button",
        class_="quiet",
        data_copy=copied_text(answer),
        data_done=messages.COPIED,
        data_failed=messages.NOT_COPIED,
    )
    return joined((box, tag("p", count, copy, class_="reply-foot")))


def _refusal(refusal: Refusal) -> Html:
    reason = tag("p", refusal_text(refusal), class_="refusal")
    if not refusal.nearest:
        return reason
    near = joined(
        tag("li", tag("span", text(shortened(c.quote)), lang=theirs()), " ", chip(c))
        for c in refusal.nearest
    )
    return joined((reason, tag("p", messages.NEAREST, class_="lead"), tag("ul", near)))
