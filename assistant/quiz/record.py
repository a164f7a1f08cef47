"""Items as JSON and back: what a bank keeps and what the command line prints."""

from __future__ import annotations

from typing import Any

from assistant.quiz.checks.every import CHECKS
from assistant.quiz.checks.together import SET_CHECKS
from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import Difficulty, Item, Kind, Source
from corpus.span import Span

Json = dict[str, Any]
VERSION = 1


def item_json(item: Item, file: dict[str, str]) -> Json:
    """Return an item as JSON; `file` gives the name of the file of each document.

    `key` holds indexes into `options` (for a matching one for each prompt), or the accepted texts
    of an item without options. `proof` is what `item_of` needs beyond the printed contract.
    """
    return {
        "version": VERSION,
        "id": item.id,
        "kind": item.kind.value,
        "stem": item.stem,
        "prompts": list(item.prompts),
        "options": list(item.options),
        "key": list(item.answers or item.key),
        "explanation": item.explanation,
        "difficulty": item.difficulty.value,
        "citation": _source_json(item.source, file),
        "checks": dict.fromkeys((*CHECKS, *SET_CHECKS), True),
        "proof": {
            "frame": {
                "proof": item.frame.proof.value,
                "before": item.frame.before,
                "after": item.frame.after,
            },
            "stated": item.stated,
            "true": item.true,
            "facts": sorted(item.facts),
            "also": [_source_json(source, file) for source in item.also],
        },
    }


def _source_json(source: Source, file: dict[str, str]) -> Json:
    return {
        "document": source.document_id,
        "source": file.get(source.document_id, ""),
        "address": source.address,
        "quote": source.quote,
        "start": source.span.start,
        "end": source.span.end,
        "sha256": source.digest,
    }


def item_of(record: Json) -> Item:
    """Return the item of a record of `item_json`.

    Raises:
        BadImportError: the record lacks a field, or a field cannot be what it is.
    """
    try:
        return _item(record)
    except (KeyError, TypeError, ValueError) as error:
        raise BadImportError(str(record.get("id", "")), Fault.RECORD) from error


def _item(record: Json) -> Item:
    proof = record["proof"]
    texts = [one for one in record["key"] if isinstance(one, str)]
    return Item(
        kind=Kind(record["kind"]),
        stem=record["stem"],
        options=tuple(record["options"]),
        prompts=tuple(record["prompts"]),
        key=() if texts else tuple(record["key"]),
        answers=tuple(texts),
        explanation=record["explanation"],
        difficulty=Difficulty(record["difficulty"]),
        source=_source(record["citation"]),
        also=tuple(map(_source, proof["also"])),
        frame=Frame(
            Proof(proof["frame"]["proof"]), proof["frame"]["before"], proof["frame"]["after"]
        ),
        stated=proof["stated"],
        true=proof["true"],
        facts=frozenset(proof["facts"]),
    )


def _source(record: Json) -> Source:
    return Source(
        document_id=record["document"],
        span=Span(record["start"], record["end"]),
        quote=record["quote"],
        address=record["address"],
    )
