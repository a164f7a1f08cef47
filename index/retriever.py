"""The library as a LangChain retriever; the only door to langchain here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.hit import Hit, Searcher


class LibraryRetriever(BaseRetriever):
    """Gives the hits of a searcher as LangChain documents, best first.

    `sources` maps a document id to the file name that a reader knows; `documents`, if given,
    narrows the search. The metadata of a result: `document_id`, `source`, `path` (the address,
    outermost first), `start` and `end` (offsets into the document's text), `score` in [0, 1].
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Any  # a Searcher; pydantic cannot check a Protocol
    sources: Mapping[str, str]
    k: int = 10
    documents: frozenset[str] | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it by name
    ) -> list[LangChainDocument]:
        searcher: Searcher = self.searcher
        hits = searcher.search(query, self.k, documents=self.documents)
        return [self._result(hit) for hit in hits]

    def _result(self, hit: Hit) -> LangChainDocument:
        passage = hit.passage
        metadata = {
            "document_id": passage.document_id,
            "source": self.sources[passage.document_id],
            "path": list(passage.path),
            "start": passage.span.start,
            "end": passage.span.end,
            "score": hit.score,
        }
        return LangChainDocument(id=passage.id, page_content=passage.text, metadata=metadata)
