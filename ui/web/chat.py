"""The conversation page, made of Gradio's parts; this module and the theme are its only doors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.types import Scope

from assistant.fluent.voice import Voice
from corpus.document import Document
from corpus.errors import StateError
from ui import messages
from ui.application import FullApplication
from ui.markup import Html, joined, on_one_line, tag
from ui.narrowing import Tags, choices, within
from ui.people.audit import Deed
from ui.people.role import LOCAL, Person
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Exchange, Stage
from ui.theme import theme
from ui.tongue import speaking
from ui.web.answering import Answering, Chosen
from ui.web.entrance import Entrance, spoken
from ui.web.talk import talk_html
from ui.writing import MODE_LABEL, MODES

AT_ONCE = 32  # questions at the same time: most of them only wait for their next claim
LONGEST_QUEUE = 64

Update = dict[gr.blocks.Block, Any]


def mount_chat(app: FastAPI, application: FullApplication, entrance: Entrance) -> None:
    """Put the conversation page at the root of `app`, behind the routes that it has already."""
    gr.mount_gradio_app(
        app,
        chat(application, entrance),
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


def chat(application: FullApplication, entrance: Entrance) -> gr.Blocks:
    """Return the conversation page for `application`."""
    title = f"{messages.ASK_PAGE} – {messages.PRODUCT}"
    page = gr.Blocks(title=title, analytics_enabled=False, fill_width=True)
    with page:
        _Page(application, entrance).wire(page)
    page.queue(max_size=LONGEST_QUEUE, default_concurrency_limit=AT_ONCE, api_open=False)
    return page


class _Page:
    """The parts of the page and what each gesture does to them."""

    def __init__(self, application: FullApplication, entrance: Entrance) -> None:
        self.application, self.entrance = application, entrance
        self.answering = Answering(application, application.talks)
        # what the browser says of it is a name only: whose it is, is looked up
        self.talk = gr.Textbox(visible="hidden", elem_id="talk-id", show_label=False)
        with gr.Column(elem_id="talk"):
            self.log = _canvas(elem_id="log")
            self.live = _canvas(elem_id="live")
            self.welcome = gr.Column(elem_id="welcome")
            with self.welcome:
                _canvas(joined((tag("h2", messages.WELCOME), tag("p", messages.WELCOME_MORE))))
                self.examples = [
                    gr.Button(words, elem_classes="example", size="sm")
                    for words in messages.EXAMPLES
                ]
        with gr.Column(elem_id="composer"):
            self.narrow, self.mode = _narrow(), _modes(application.voice)
            with gr.Row(elem_id="line"):
                self.box = _box()
                self.send = gr.Button(messages.SEND, variant="primary", elem_id="send", scale=0)
                self.stop = gr.Button(messages.STOP, elem_id="stop", scale=0, visible=False)
            with gr.Row(elem_id="under"):
                _canvas(tag("p", messages.NOTICE, class_="notice"))
                # opened by the script of the page; what is chosen stays in sight
                gr.Button(messages.NARROW_BUTTON, elem_id="narrow-toggle", size="sm", scale=0)
                self.new = gr.Button(
                    messages.NEW_CHAT, elem_id="new", size="sm", scale=0, visible=False
                )

    def wire(self, page: gr.Blocks) -> None:
        """Join gestures to what they do."""
        asked = [self._asked(self.box, self.box.submit, self.send.click)]
        asked += [self._asked(example, example.click) for example in self.examples]
        for button, gesture in ((self.stop, self._stop), (self.new, self._clear)):
            gr.on(
                button.click,
                gesture,
                inputs=self.talk,
                outputs=self._shown(),
                cancels=asked,
                show_progress="hidden",
                api_visibility="private",
            )
        page.load(
            self._open,
            outputs=[*self._shown(), self.mode],
            show_progress="hidden",
            api_visibility="private",
        )

    def _asked(self, source: gr.components.Component, *triggers: Callable[..., Any]) -> Any:  # noqa: ANN401 - Gradio's event, to be cancelled
        return gr.on(
            list(triggers),
            self._ask,
            inputs=[source, self.talk, self.narrow, self.mode],
            outputs=self._shown(),
            concurrency_id="ask",
            concurrency_limit=AT_ONCE,
            show_progress="hidden",
            api_visibility="private",
        )

    def _shown(self) -> list[gr.blocks.Block]:
        parts = [self.log, self.live, self.box, self.welcome, self.send, self.stop, self.new]
        return [*parts, self.talk, self.narrow]

    def _ask(
        self, question: str, given: str, narrow: list[str], mode: str, request: gr.Request
    ) -> Iterator[Update]:
        person = self._person(request)
        before = self._kept(person, given)
        talk_id = str(given) if before else ""
        yield {
            self.log: _drawn(before, talk_id, person, request),
            self.live: "",
            self.box: "",
            **self._busy(),
        }
        source = self.entrance.source(_scope(request))
        documents = within(narrow or (), *self._kept_texts())
        chosen = Chosen(tuple(documents), str(mode or ""))
        answering = self.answering.ask(person.name, talk_id, str(question), chosen)
        whole = False
        for number, (key, exchange) in enumerate(answering):
            if not number:
                self._record(person, exchange.id, source)
            shown: Update = {self.live: _drawn([exchange], key, person, request)}
            if not number:
                shown[self.talk] = key
            whole = exchange.stage is not Stage.ASKED
            if whole:
                shown |= self._busy(busy=False)
            yield shown
        if not whole:  # Gradio sends the last step once more, over what the stop has drawn
            yield {self.live: gr.skip()}

    def _record(self, person: Person, exchange_id: str, source: str) -> None:
        with suppress(StateError):  # a full disk keeps nobody from asking
            self.entrance.people.audit.record(person.name, Deed.ASKED, exchange_id, source)

    def _stop(self, given: str, request: gr.Request) -> Update:
        person = self._person(request)
        try:
            last = self.answering.talks.stop(person.name, str(given))
        except UnknownTalkError:
            last = None
        live = _drawn([last], str(given), person, request) if last else ""
        return {self.live: live, **self._busy(busy=False)}

    def _clear(self, given: str, request: gr.Request) -> Update:
        self._stop(given, request)
        fresh = {self.welcome: gr.update(visible=True), self.new: gr.update(visible=False)}
        return {self.log: "", self.live: "", self.talk: "", **self._busy(busy=False), **fresh}

    def _open(self, request: gr.Request) -> Update:
        """Show the conversation that the address names, if it is the reader's own."""
        given = dict(request.query_params).get(messages.TALK, "")
        person = self._person(request)
        kept = self._kept(person, given)
        voice = self.application.voice  # another may have been picked since the page was made
        mode = gr.update(value=voice.default.value, visible=voice.speaks)
        parts: Update = {
            self.narrow: gr.update(choices=choices(*self._kept_texts())),
            self.mode: mode,
        }
        if not kept:
            return {self.talk: "", **parts}
        *before, last = kept
        drawn = {self.log: before, self.live: [last]}
        shown: Update = {
            part: _drawn(which, given, person, request) for part, which in drawn.items()
        }
        return {**shown, self.talk: given, **parts, **self._busy(busy=False)}

    def _kept_texts(self) -> tuple[Sequence[Document], Tags]:
        library, keeper = self.application.library, self.application.keeper
        return library.documents(), keeper.library.tags.every()

    def _kept(self, person: Person, given: object) -> tuple[Exchange, ...]:
        try:
            return self.answering.talks.of(person.name, str(given)) if given else ()
        except UnknownTalkError:
            return ()

    def _person(self, request: gr.Request) -> Person:
        """Return who asks: the gate has seen to it that somebody does."""
        found: Person | None = _scope(request).get("person")
        if found is None and not self.entrance.people.alone():
            raise gr.Error(messages.SIGN_IN_FIRST)
        return found or LOCAL

    def _busy(self, *, busy: bool = True) -> Update:
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


def _narrow() -> gr.Dropdown:
    return gr.Dropdown(
        label=messages.NARROW,
        choices=[],
        value=[],
        multiselect=True,
        filterable=True,
        elem_id="narrow",
    )


def _modes(voice: Voice) -> gr.Dropdown:
    """Return the choice of how answers are worded; without a model there is nothing to choose."""
    return gr.Dropdown(
        label=MODE_LABEL,
        choices=[(words, mode.value) for mode, words in MODES.items()],
        value=voice.default.value,
        filterable=False,
        elem_id="mode",
        visible=voice.speaks,
    )


def _canvas(html: Html | str = "", elem_id: str | None = None) -> gr.Markdown:
    """Return a place for HTML of our own making.

    `gr.HTML` evaluates its value as a JavaScript template, which the security policy forbids;
    Markdown lets one line of HTML through as it is. It was escaped in `ui/markup.py`.
    """
    return gr.Markdown(html, elem_id=elem_id, latex_delimiters=[], sanitize_html=False)


def _drawn(
    exchanges: Iterable[Exchange], talk_id: str, person: Person, request: gr.Request
) -> Html:
    # events run in tasks of Gradio's own, which do not know the language of the request
    with speaking(spoken(_scope(request))):
        return on_one_line(talk_html(exchanges, talk_id, person))


def _scope(request: gr.Request) -> Scope:
    if request.request is None:
        raise gr.Error(messages.SIGN_IN_FIRST)
    return request.request.scope
