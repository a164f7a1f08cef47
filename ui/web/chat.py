"""The conversation page, made of Gradio's parts; this module and the theme are its only doors."""

from __future__ import annotations

from collections.abc import Iterator

import gradio as gr

from ui import messages
from ui.application import Application
from ui.markup import Html, joined, on_one_line, tag
from ui.web.answering import Answering
from ui.web.conversation import Conversations
from ui.web.gate import SESSION
from ui.web.talk import exchange_html, talk_html

AT_ONCE = 8  # questions answered at the same time
LONGEST_QUEUE = 64

Update = dict[gr.blocks.Block, object]


def chat(application: Application) -> gr.Blocks:
    """Return the conversation page for `application`."""
    with gr.Blocks(
        title=f"{messages.ASK_PAGE} – {messages.PRODUCT}", analytics_enabled=False, fill_width=True
    ) as page:
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
                _canvas(_welcome())
                self.examples = [
                    gr.Button(words, elem_classes="example", size="sm")
                    for words in messages.EXAMPLES
                ]
        with gr.Column(elem_id="composer"):
            with gr.Row(elem_id="line", equal_height=False):
                self.box = gr.Textbox(
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
                self.send = gr.Button(messages.SEND, variant="primary", elem_id="send", scale=0)
                self.stop = gr.Button(messages.STOP, elem_id="stop", scale=0, visible=False)
            with gr.Row(elem_id="under"):
                _canvas(tag("p", messages.NOTICE, class_="notice"))
                self.new = gr.Button(messages.NEW_CHAT, elem_id="new", size="sm", scale=0)

    def wire(self) -> None:
        """Join gestures to what they do."""
        shown = [self.log, self.live, self.box, self.welcome, self.send, self.stop]
        asked = [gr.on([self.box.submit, self.send.click], self._ask, self.box, shown, **_PRIVATE)]
        for example in self.examples:
            asked.append(example.click(self._ask, example, shown, **_PRIVATE))
        self.stop.click(self._stop, None, shown, cancels=asked, queue=False, **_PRIVATE)
        self.new.click(self._clear, None, shown, cancels=asked, queue=False, **_PRIVATE)

    def _ask(self, question: str, request: gr.Request) -> Iterator[Update]:
        key = _key(request)
        yield {
            self.log: on_one_line(talk_html(self.answering.conversations.of(key))),
            self.box: "",
            **self._busy(True),
        }
        for exchange in self.answering.ask(key, str(question)):
            yield {self.live: on_one_line(exchange_html(exchange))}
        yield self._busy(False)

    def _stop(self, request: gr.Request) -> Update:
        key = _key(request)
        self.answering.conversations.stop(key)
        last = self.answering.conversations.of(key)[-1:]
        return {self.live: on_one_line(talk_html(last)), **self._busy(False)}

    def _clear(self, request: gr.Request) -> Update:
        self.answering.conversations.clear(_key(request))
        welcome = gr.update(visible=True)
        return {self.log: "", self.live: "", **self._busy(False), self.welcome: welcome}

    def _busy(self, busy: bool) -> Update:  # noqa: FBT001 - the two faces of the line
        return {
            self.send: gr.update(visible=not busy),
            self.stop: gr.update(visible=busy),
            self.welcome: gr.update(visible=False),
        }


_PRIVATE = {"api_visibility": "private", "show_progress": "hidden"}


def _canvas(html: str = "", elem_id: str | None = None) -> gr.Markdown:
    """Return a place for HTML of our own making.

    `gr.HTML` evaluates its value as a JavaScript template, which the security policy forbids;
    Markdown lets one line of HTML through as it is. It was escaped in `ui/markup.py`.
    """
    return gr.Markdown(html, elem_id=elem_id, latex_delimiters=[], sanitize_html=False)


def _welcome() -> Html:
    return joined((tag("h1", messages.WELCOME), tag("p", messages.WELCOME_MORE)))


def _key(request: gr.Request) -> str:
    """Return the key of a conversation: the cookie binds it to a browser, the hash to a page."""
    return f"{request.cookies.get(SESSION, '')}:{request.session_hash}"
