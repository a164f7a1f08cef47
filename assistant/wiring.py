"""Where the parts are put together; no other module picks an adapter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from threadpoolctl import threadpool_limits

from assistant.fluent.chain import ChainModel, ModelChoice
from assistant.fluent.guard import Guarded, Limits
from assistant.fluent.picked import Picked
from assistant.fluent.voice import Settled, Voice
from assistant.mode import Mode
from assistant.settings import Settings
from assistant.workbench import Parts, Workbench
from corpus.library import Library
from corpus.shipped import fill
from corpus.state import StateFolder, own
from index.cross import CrossEncoder, PackagedCrossEncoder
from index.embedder import Embedder, SentenceEmbedder
from index.light import LightEmbedder
from index.packaged import packaged_cross_encoder, packaged_model
from index.stores import FolderStores, ServerStores

PACKAGED = "packaged"  # the setting for the model that a registry package carries


@contextmanager
def open_workbench(settings: Settings, *, owner: str, url: str = "") -> Iterator[Workbench]:
    """Own the state folder and open what is in it; its first opening brings the shipped texts.

    Raises:
        LibraryLockedError: another process owns the folder.
        DamagedLibraryError: its library cannot be read.
    """
    with own(settings.home, owner, url), closing(Library.open(settings.home)) as library:
        fill(library)
        with closing(Workbench(StateFolder(settings.home), library, _parts(settings))) as bench:
            yield bench


def _parts(settings: Settings) -> Parts:
    url = settings.chroma_url
    return Parts(
        embedder=partial(load_embedder, settings),
        stores=ServerStores(url) if url else FolderStores(),
        voice=load_voice(settings),
        cross=partial(load_cross_encoder, settings),
    )


def load_embedder(settings: Settings, other: str = "") -> Embedder:
    """Load the embedder that the settings name, or an `other` one.

    Raises:
        UnsafeModelError, MissingModelError: its folder is not safe, or there is none.
    """
    # the product of a question is small: a second thread only spins, on a core that others need
    threadpool_limits(1, user_api="blas")
    named = other or settings.embedder
    if named == PACKAGED:
        return LightEmbedder(packaged_model(settings.cache / "models"))
    folder = Path(named).expanduser()
    return SentenceEmbedder(folder) if folder.is_dir() else SentenceEmbedder(named, offline=False)


def load_cross_encoder(settings: Settings) -> CrossEncoder:
    """Load what reads the best candidate of a question again, making it where it is not there."""
    return PackagedCrossEncoder(packaged_cross_encoder(settings.cache / "models"))


def load_voice(settings: Settings) -> Voice:
    """Return the language model that was picked or that the settings name; it is not loaded."""
    wanted = Mode.FLUENT if settings.writer == "llm" else Mode.EXTRACTIVE
    as_set = Picked(
        mode=wanted,
        provider=settings.llm_provider,
        model=settings.llm_model,
        base_url=settings.llm_base_url,
    )
    has_key = bool(settings.llm_api_key.get_secret_value())
    make = partial(_model, settings, as_set)
    return Voice.of(Settled(as_set, make, settings.home, has_key))


def _model(settings: Settings, as_set: Picked, picked: Picked) -> Guarded | None:
    """Return a model behind its limits; the key goes to the address that it was set for only."""
    if not picked.model:
        return None
    key = settings.llm_api_key.get_secret_value() if picked.is_at(as_set) else ""
    choice = ModelChoice(
        provider=picked.provider,
        model=picked.model,
        base_url=picked.base_url,
        key=key,
        seconds=settings.llm_timeout,
        tokens=settings.llm_tokens,
        seed=settings.llm_seed,
    )
    limits = Limits(
        seconds=settings.llm_timeout,
        at_once=settings.llm_at_once,
        retries=settings.llm_retries,
        daily_tokens=settings.llm_daily_tokens,
    )
    return Guarded(ChainModel(choice), limits)
