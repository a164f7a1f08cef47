"""What a server says of the model that it serves: its digest, where it tells one."""

from __future__ import annotations

import hashlib
import json
import urllib.request
from collections.abc import Mapping
from typing import Any

PATIENCE = 3.0  # seconds: an answer does not wait longer to be told what wrote it
MOST = 1_000_000  # bytes of an answer that are read
_LISTS = {"ollama": "/api/tags", "openai": "/models"}


def identity(provider: str, base_url: str, model: str, key: str = "") -> Mapping[str, str]:
    """Return the `digest` of a model, or the `card` by which its server tells it from others.

    Ollama tells the digest of the files; servers with OpenAI's interface tell size and number of
    parameters at best, of which the card is a hash. {} where nothing is told.
    """
    if not base_url.startswith(("http://", "https://")) or provider not in _LISTS:
        return {}
    headers = {"authorization": f"Bearer {key}"} if key else {}
    asked = urllib.request.Request(base_url.rstrip("/") + _LISTS[provider], headers=headers)  # noqa: S310 - http, see above
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - the same
            told = json.loads(answer.read(MOST))
    except (OSError, ValueError):
        return {}
    return _facts(told, model)


def _facts(told: Any, model: str) -> Mapping[str, str]:  # noqa: ANN401 - whatever a server says
    listed = told.get("models" if "data" not in told else "data") if isinstance(told, dict) else []
    every = [one for one in listed or [] if isinstance(one, dict)]
    named = [one for one in every if model in (one.get("id"), one.get("name"), one.get("model"))]
    if not named:
        return {}
    if named[0].get("digest"):
        return {"digest": str(named[0]["digest"])}
    meta = named[0].get("meta")
    card = json.dumps(meta, sort_keys=True)
    return {"card": hashlib.sha256(card.encode()).hexdigest()[:16]} if meta else {}
