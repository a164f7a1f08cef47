"""The API of documents and their passages."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from corpus.document import Document
from corpus.errors import UnknownDocumentError
from ui import failures
from ui.application import Library
from ui.contract import Json, document_json, passage_json


def library_api(library: Library) -> APIRouter:
    """Return the routes for `library`."""
    router = APIRouter(tags=["documents"])

    @router.get("/api/documents", summary="List the documents with their particulars")
    def every() -> Json:
        return {"documents": [document_json(document) for document in library.documents()]}

    @router.get("/api/documents/{document_id}", summary="Return one document with its text")
    def one(document_id: str) -> Json:
        document = found_in(library, document_id)
        return {**document_json(document), "text": document.text}

    @router.get("/api/documents/{document_id}/passages", summary="Return its passages in order")
    def passages(document_id: str) -> Json:
        document = found_in(library, document_id)
        return {"passages": [passage_json(one) for one in library.passages(document.id)]}

    return router


def found_in(library: Library, document_id: str) -> Document:
    """Return one document; 404 when there is none of that id."""
    try:
        return library.document(document_id)
    except UnknownDocumentError as error:
        raise HTTPException(404, failures.sentence(error)) from error
