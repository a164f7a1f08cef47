"""The MCP server: the library as tools for other assistants. The door to mcp.

https://modelcontextprotocol.io, transport "Streamable HTTP", without sessions: each request stands
alone, so nothing of one caller is kept for another.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from anyio import to_thread
from fastapi import FastAPI, HTTPException
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.question import Question
from ui import messages
from ui.api.asking import MOST_HITS, ask, require_ready
from ui.api.library import found_in
from ui.application import Application
from ui.contract import Json, document_json, hit_json

PATH = "/mcp"
INSTRUCTIONS = (
    "Trả lời câu hỏi về các quy chế, văn bản trong kho. Mỗi câu trả lời là nguyên văn kèm nguồn; "
    "khi văn bản không nêu, công cụ `ask` nói rõ là không nêu: đừng tự suy đoán thêm."
)


class Tools:
    """The server behind `PATH`; it answers between the start and the end of the application."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._app: ASGIApp | None = None

    @asynccontextmanager
    async def running(self, _app: FastAPI) -> AsyncIterator[None]:
        """Run the server; the lifespan of the application."""
        server = mcp_server(self._application)
        # hosts and origins are looked at by the gate, before anything else
        unguarded = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        app = server.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            transport_security=unguarded,
        )
        async with server.session_manager.run():
            self._app = app
            yield
            self._app = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        app = self._app or PlainTextResponse(messages.NOT_READY, status_code=503)
        await app(scope, receive, send)


def mcp_server(application: Application) -> MCPServer:
    """Return the server with its tools."""
    server = MCPServer(messages.PRODUCT, instructions=INSTRUCTIONS)

    @server.tool(name="ask", description="Hỏi một câu; câu trả lời nguyên văn, có nguồn.")
    async def ask_tool(question: str, documents: list[str] | None = None) -> Json:
        asked = Question(question, documents=frozenset(documents or ()))
        return await _aside(partial(ask, application, asked))

    @server.tool(name="search", description="Tìm các đoạn gần với một câu hỏi.")
    async def search_tool(query: str, k: int = 10) -> Json:
        return await _aside(partial(_found, application, query, k))

    @server.tool(name="documents", description="Liệt kê các văn bản trong kho.")
    async def documents_tool() -> Json:
        every = application.library.documents
        listed = await to_thread.run_sync(lambda: [document_json(one) for one in every()])
        return {"documents": listed}

    @server.tool(name="read", description="Đọc toàn văn một văn bản theo mã (id).")
    async def read_tool(document: str) -> Json:
        return await _aside(partial(document_text, application, document))

    return server


def document_text(application: Application, document_id: str) -> Json:
    """Return a document with its text."""
    document = found_in(application.library, document_id)
    return {**document_json(document), "text": document.text}


def _found(application: Application, query: str, k: int) -> Json:
    require_ready(application)
    hits = application.search(query, max(1, min(k, MOST_HITS)), frozenset())
    document_of = application.library.document
    return {"hits": [hit_json(hit, n, document_of) for n, hit in enumerate(hits, start=1)]}


async def _aside(work: Callable[[], Json]) -> Json:
    """Do work in a thread; what the API would refuse is told as the error of a tool."""
    try:
        return await to_thread.run_sync(work)
    except HTTPException as error:
        raise ToolError(str(error.detail)) from error
