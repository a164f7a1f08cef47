"""Settings: one TOML file and the environment, read once; the environment wins."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from corpus.errors import HoiQuyCheError

PREFIX = "HOIQUYCHE_"
FILE = "hoiquyche.toml"


class InvalidSettingError(HoiQuyCheError):
    """A setting that cannot be used as it is."""

    def __init__(self, name: str, value: object, reason: str) -> None:
        self.name, self.value, self.reason = name, value, reason
        super().__init__(f"{name} = {value!r}: {reason}")


def _default_home() -> Path:
    return Path(platformdirs.user_data_dir("hoi-quy-che", appauthor=False))


def _default_cache() -> Path:
    return Path(platformdirs.user_cache_dir("hoi-quy-che", appauthor=False))


class Settings(BaseModel):
    """What a person can set; `HOIQUYCHE_HOME` sets `home`, and so on.

    `home` is the state folder, `cache` holds what can be made again from installed packages.
    `embedder` is "packaged", a folder, or the name of a model of the hub (which needs the network).
    `chroma_url` is the address of a Chroma server that shall hold the vectors; without one they are
    in the state folder. `mask` hides personal e-mail addresses and mobile numbers on the page.
    `hosts` are the names by which other machines reach the page, `proxies` the addresses of reverse
    proxies that are believed, `proxy_header` the header in which they name who is signed in ("" if
    they do not); each list has commas between. `keep_days` is how long a conversation is kept that
    nobody goes on with; 0 means for good.

    `writer` words answers where a question does not say it itself: "extractive" in the words of the
    sources, "llm" by the language model that the `llm_` settings name: the provider as LangChain
    calls it, the model, the address of its server, its key. An answer has `llm_timeout` seconds and
    `llm_tokens` tokens; `llm_at_once` are written at a time, `llm_retries` times more is tried to
    reach the server, and no more than `llm_daily_tokens` are used in a day (0: no limit).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default_factory=_default_home)
    cache: Path = Field(default_factory=_default_cache)
    embedder: str = "packaged"
    chroma_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    mask: bool = False
    host: str = "127.0.0.1"
    hosts: str = ""
    proxies: str = ""
    proxy_header: str = Field(default="", pattern=r"^[A-Za-z0-9-]*$")
    keep_days: int = Field(default=90, ge=0, le=36500)
    port: int = Field(default=7860, ge=1, le=65535)
    writer: Literal["extractive", "llm"] = "extractive"
    llm_provider: str = Field(default="openai", pattern=r"^[a-z0-9_]+$")
    llm_model: str = ""
    llm_base_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    llm_api_key: SecretStr = SecretStr("")
    llm_timeout: float = Field(default=60.0, gt=0, le=3600)
    llm_tokens: int = Field(default=700, ge=16, le=32768)
    llm_at_once: int = Field(default=2, ge=1, le=64)
    llm_retries: int = Field(default=1, ge=0, le=5)
    llm_daily_tokens: int = Field(default=0, ge=0)
    llm_seed: int = Field(default=0, ge=0)


def load_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings file, if there is one, and the environment.

    The file is `HOIQUYCHE_SETTINGS`, else `hoiquyche.toml` in the state folder.

    Raises:
        InvalidSettingError: a name that is not a setting, or a value that cannot be one.
    """
    named = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in environment.items()
        if key.startswith(PREFIX) and value
    }
    home = Path(named.get("home", _default_home())).expanduser()
    file = Path(named.pop("settings", home / FILE)).expanduser()
    known = {key: value for key, value in named.items() if key in Settings.model_fields}
    return _validated({**_from_file(file), **known})


def _from_file(file: Path) -> dict[str, object]:
    if not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidSettingError(str(file), "", str(error)) from error


def _validated(values: dict[str, object]) -> Settings:
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        given = "***" if name == "llm_api_key" else first.get("input")
        raise InvalidSettingError(name, given, first["msg"]) from None
    return settings.model_copy(
        update={"home": settings.home.expanduser(), "cache": settings.cache.expanduser()}
    )
