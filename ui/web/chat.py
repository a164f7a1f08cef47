"""The conversation page, made of Gradio's parts; this module and the theme are its only doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import gradio as gr
from fastapi import FastAPI

from ui import messages
from ui.application import Application
from ui.markup import Html, joined, on_one_line, tag
from ui.theme import theme
from ui.web.answering import Answering
from ui.web.conversation import Conversations
from ui.web.gate import SESSION
from ui.web.talk import exchange_html, talk_html

AT_ONCE = 8  # questions answered at the same time
LONGEST_QUEUE = 64

Update = dict[gr.blocks.Block, Any]


def mount_chat(app: FastAPI, application: Application) -> None:
    """Put the conversation page at the root of `app`, behind the routes that it has already."""
    gr.mount_gradio_app(
        app,
        chat(application),
        path="/",
        theme=theme(),
        footer_links=[],
        show_error=False,
        ssr_mode=False,
        max_file_size=1,
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
    )


def chat(application: Application) -> gr.Blocks:
    """Return the conversation page for `application`."""
    title = f"{messages.ASK_PAGE} – {messages.PRODUCT}"
    page = gr.Blocks(title=title, analytics_enabled=False, fill_width=True)
    with page:
        _Page(Answering(application, Conversations())).wire()
    page.queue(max_size=LONGEST_QUEUE, default_concurrency_limit=AT_ONCE, api_open=False)
    return page


class _Page:
    """The parts of the page and what each gesture does to them."""

    def __init__(self, answering: Answering) -> None:
        self.answering = answering
        with gr.Column(elem_id="talk"):
            self.log = _canvas(elem_id="log")
            self.live = _canvas(elem_id="live")
            self.welcome = gr.Column(elem_id="welcome")
            with self.welcome:
                _canvas(joined((tag("h1", messages.WELCOME), tag("p", messages.WELCOME_MORE))))
                self.examples = [
                    gr.Button(words, elem_classes="example", size="sm")
                    for words in messages.EXAMPLES
                ]
        with gr.Column(elem_id="composer"):
            with gr.Row(elem_id="line"):
                self.box = _box()
                self.send = gr.Button(messages.SEND, variant="primary", elem_id="send", scale=0)
                self.stop = gr.Button(messages.STOP, elem_id="stop", scale=0, visible=False)
            with gr.Row(elem_id="under"):
                _canvas(tag("p", messages.NOTICE, class_="notice"))
                self.new = gr.Button(
                    messages.NEW_CHAT, elem_id="new", size="sm", scale=0, visible=False
                )

    def wire(self) -> None:
        """Join gestures to what they do."""
        asked = [self._asked(self.box, self.box.submit, self.send.click)]
        asked += [self._asked(example, example.click) for example in self.examples]
        for button, gesture in ((self.stop, self._stop), (self.new, self._clear)):
            gr.on(
                button.click,
                gesture,
                outputs=self._shown(),
                cancels=asked,
                show_progress="hidden",
                api_visibility="private",
            )

    def _asked(self, source: gr.components.Component, *triggers: Callable[..., Any]) -> Any:  # noqa: ANN401 - Gradio's event, to be cancelled
        return gr.on(
            list(triggers),
            self._ask,
            inputs=source,
            outputs=self._shown(),
            concurrency_id="ask",
            concurrency_limit=AT_ONCE,
            show_progress="hidden",
            api_visibility="private",
        )

    def _shown(self) -> list[gr.blocks.Block]:
        return [self.log, self.live, self.box, self.welcome, self.send, self.stop, self.new]

    def _ask(self, question: str, request: gr.Request) -> Iterator[Update]:
        key = _key(request)
        before = talk_html(self.answering.conversations.of(key))
        yield {self.log: on_one_line(before), self.live: "", self.box: "", **self._busy(busy=True)}
        for exchange in self.answering.ask(key, str(question)):
            yield {self.live: on_one_line(exchange_html(exchange))}
        yield self._busy(busy=False)

    def _stop(self, request: gr.Request) -> Update:
        key = _key(request)
        self.answering.conversations.stop(key)
        last = self.answering.conversations.of(key)[-1:]
        return {self.live: on_one_line(talk_html(last)), **self._busy(busy=False)}

    def _clear(self, request: gr.Request) -> Update:
        self.answering.conversations.clear(_key(request))
        fresh = {self.welcome: gr.update(visible=True), self.new: gr.update(visible=False)}
        return {self.log: "", self.live: "", **self._busy(busy=False), **fresh}

    def _busy(self, *, busy: bool) -> Update:
        return {
            self.send: gr.update(visible=not busy),
            self.stop: gr.update(visible=busy),
            self.welcome: gr.update(visible=False),
            self.new: gr.update(visible=True),
        }


def _box() -> gr.Textbox:
    return gr.Textbox(
        label=messages.BOX_LABEL,
        placeholder=messages.BOX_HINT,
        show_label=False,
        container=False,
        lines=1,
        max_lines=6,
        autofocus=True,
        scale=1,
        html_attributes=gr.InputHTMLAttributes(lang="vi", enterkeyhint="send"),
    )


def _canvas(html: Html | str = "", elem_id: str | None = None) -> gr.Markdown:
    """Return a place for HTML of our own making.

    `gr.HTML` evaluates its value as a JavaScript template, which the security policy forbids;
    Markdown lets one line of HTML through as it is. It was escaped in `ui/markup.py`.
    """
    return gr.Markdown(html, elem_id=elem_id, latex_delimiters=[], sanitize_html=False)


def _key(request: gr.Request) -> str:
    """Return the key of a conversation: the cookie binds it to a browser, the hash to a page."""
    return f"{request.cookies.get(SESSION, '')}:{request.session_hash}"
