"""The pages of the library as they stand now, put together from the application."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.contradictions import contradictions
from corpus.errors import UnknownDocumentError
from corpus.passages import laid_out
from corpus.relations import Held, graph
from ui.application import KeepingApplication
from ui.cited import edition, marks
from ui.keeping import Keeper
from ui.markup import Html
from ui.web.library import wording as w
from ui.web.library.document_page import Opened, document_page, version_page
from ui.web.library.graph_page import Related, graph_page
from ui.web.library.list_page import Listed, library_page


def listed(
    application: KeepingApplication, *, chosen: str = "", notice: str = "", done: str = ""
) -> Html:
    """Return the list of documents, with what was just done or went wrong."""
    tags = application.keeper.library.tags.every()
    now = Listed(tags=tags, chosen=chosen, notice=notice, done=done)
    return library_page(application.library.documents(), now)


def related(application: KeepingApplication, chosen: str = "", held: str = "") -> Html:
    """Return the page of relations, of all documents or of a chosen one.

    Raises:
        UnknownDocumentError: there is none of that id.
    """
    key = application.library.document(chosen).id if chosen else ""
    documents, registry = application.library.documents(), application.keeper.registry()
    shelf = [(one, application.library.passages(one.id)) for one in documents]
    return graph_page(
        Related(
            graph=graph(documents, registry),
            documents={one.id: one for one in documents},
            disagreements=contradictions(shelf, registry),
            chosen=key,
            held=held if held in set(Held) else "",
        )
    )


def opened(
    application: KeepingApplication,
    document_id: str,
    cited: tuple[Sequence[str], int] = ((), 0),
    *,
    notice: str = "",
    done: str = "",
) -> Html:
    """Return the page of a document; `cited` are the places to mark, and the one chosen.

    Raises:
        UnknownDocumentError: there is none of that id.
    """
    document = application.library.document(document_id)
    kept, (places, at) = application.keeper.library, cited
    versions = application.keeper.versions(document.id)
    older = edition(document, (one.document for one in versions), places)
    if older is None:
        places, notice = (), w.CHANGED
    elif older is not document:
        one = next(version for version in versions if version.document is older)
        return version_page(one, laid_out(older), (marks(older, places), at))
    return document_page(
        Opened(
            document=document,
            passages=application.library.passages(document.id),
            marks=marks(document, places),
            at=at,
            tags=kept.tags.every().get(document.id, ()),
            versions=versions,
            outline=kept.outlines.of(document.id),
            notice=notice,
            done=done,
        )
    )


def version(keeper: Keeper, document_id: str, sha256: str) -> Html:
    """Return the page of an older version, named by the beginning of its digest.

    Raises:
        UnknownDocumentError: there is no such version.
    """
    for one in keeper.versions(document_id):
        if one.sha256.startswith(sha256):
            return version_page(one, laid_out(one.document))
    raise UnknownDocumentError(document_id)
