"""The door to LangChain's chat models: Ollama, any OpenAI-compatible server, other providers.

LangChain and the package of the provider are imported when a model is first asked, which takes
seconds; what they are told is never sent to a tracing service.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from assistant.fluent.identity import identity
from assistant.fluent.model import Fault, Message, ModelError, Piece

OPENAI, OLLAMA = "openai", "ollama"
NO_KEY = "none"  # servers in one's own office mostly ask for no key, their clients for one
_STATUS = {
    400: Fault.REFUSED,
    401: Fault.REFUSED,
    403: Fault.REFUSED,
    404: Fault.REFUSED,
    408: Fault.SLOW,
    429: Fault.BUSY,
    503: Fault.BUSY,
    504: Fault.SLOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChoice:
    """Which model writes, and how. `key` is a secret: it is not part of what is printed."""

    provider: str = OPENAI
    model: str
    base_url: str = ""
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    tokens: int = 700
    seed: int = 0
    temperature: float = 0.0


class ChainModel:
    """A chat model of LangChain."""

    def __init__(self, choice: ModelChoice) -> None:
        self.choice = choice

    @property
    def name(self) -> str:
        """The provider and the model, as LangChain names them together."""
        return f"{self.choice.provider}:{self.choice.model}"

    @property
    def parameters(self) -> dict[str, str]:
        """With what it writes."""
        choice = self.choice
        told = {"temperature": choice.temperature, "seed": choice.seed, "tokens": choice.tokens}
        return {name: f"{value:g}" for name, value in told.items()}

    def stream(self, messages: tuple[Message, ...]) -> Iterator[Piece]:
        """Yield what the model writes.

        Raises:
            ModelError: it does not write, or stops in the middle.
        """
        told = [(message.role, message.content) for message in messages]
        chain = self._chain
        try:
            for chunk in chain.stream(told):
                yield _piece(chunk)
            yield Piece("", facts=dict(self._identity))
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - each provider has errors of its own
            raise ModelError(_fault(error), type(error).__name__) from None

    @cached_property
    def _identity(self) -> Mapping[str, str]:
        choice = self.choice
        return identity(choice.provider, choice.base_url, choice.model, choice.key)

    @cached_property
    def _chain(self) -> Any:  # noqa: ANN401 - LangChain's models share no narrower type
        # whoever has set up tracing for something else did not mean the office's questions
        os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
        try:
            from langchain.chat_models import init_chat_model  # noqa: PLC0415 - takes seconds

            choice = self.choice
            given: dict[str, Any] = _GIVEN.get(choice.provider, _given)(choice)
            return init_chat_model(choice.model, model_provider=choice.provider, **given)
        except (ImportError, ValueError) as error:
            raise ModelError(Fault.ABSENT, type(error).__name__) from None


def _given(choice: ModelChoice) -> dict[str, object]:
    """Return what any provider understands."""
    told = {"temperature": choice.temperature, "timeout": choice.seconds, "max_retries": 0}
    # a key that the environment has for the provider's own servers is meant for no other address
    key = choice.key or (NO_KEY if choice.base_url else "")
    named = {"base_url": choice.base_url, "api_key": key}
    return {**told, "max_tokens": choice.tokens, **{k: v for k, v in named.items() if v}}


def _given_openai(choice: ModelChoice) -> dict[str, object]:
    own = {"seed": choice.seed, "stream_usage": True, "api_key": choice.key or NO_KEY}
    return {**_given(choice), **own}


def _given_ollama(choice: ModelChoice) -> dict[str, object]:
    told: dict[str, object] = {"temperature": choice.temperature, "seed": choice.seed}
    address = {"base_url": choice.base_url} if choice.base_url else {}
    client = {"client_kwargs": {"timeout": choice.seconds}}
    return {**told, **address, **client, "num_predict": choice.tokens}


_GIVEN: dict[str, Callable[[ModelChoice], dict[str, object]]] = {
    OPENAI: _given_openai,
    OLLAMA: _given_ollama,
}


def _piece(chunk: Any) -> Piece:  # noqa: ANN401 - a message of any provider
    usage = chunk.usage_metadata or {}
    facts = chunk.response_metadata or {}
    kept = ("model_name", "model", "system_fingerprint", "finish_reason", "done_reason")
    return Piece(
        text=chunk.text if isinstance(chunk.text, str) else "",
        tokens=int(usage.get("output_tokens", 0)),
        read=int(usage.get("input_tokens", 0)),
        facts={name: str(facts[name]) for name in kept if facts.get(name)},
    )


def _fault(error: Exception) -> Fault:
    """Tell what went wrong, whatever the provider's package calls it."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return _STATUS.get(status, Fault.BROKEN)
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in names:
        return Fault.SLOW
    if "Connect" in names or "RemoteProtocol" in names or isinstance(error, OSError):
        return Fault.UNREACHABLE
    return Fault.BROKEN
