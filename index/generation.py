"""A generation: one whole state of the index, built beside the others and switched to at once.

    index/
      CURRENT            the name of the generation in use
      g000002/           never changed once it is named in CURRENT
        card.json        what it was built from, its segments, and the seal of every other file
        s000001/ …       the segments; what did not change is shared with the generation before

A document that is added is a new segment: the others are linked into the next generation as they
are. A document that is removed, or was changed, is named in the card until its segment is written
anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import DamagedIndexError, MissingIndexError, StaleIndexError
from index.card import Card, read_card, seals
from index.dense import DenseIndex
from index.draft import Draft, Place
from index.embedder import Embedder, Progress
from index.entry import Entry
from index.entryfile import Entries, leaves
from index.late import LateIndex
from index.lexical import LexicalIndex
from index.publish import publish, published, unpublished
from index.reuse import Source, Told, changed
from index.segment import Segment, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """An open generation; the rows of every leg are those of `entries`."""

    card: Card
    entries: Entries
    lexical: LexicalIndex
    vectors: DenseIndex
    late: LateIndex

    def close(self) -> None:
        """Let go of the vectors."""
        self.vectors.close()


def open_index(
    place: Path | Place, *, library_digest: str, embedder: Embedder, every_byte: bool = False
) -> Generation:
    """Open the current generation, after checking that its files are what its card says.

    Of large files the size and the time of change are checked, or `every_byte`.

    Raises:
        MissingIndexError: nothing was built yet.
        StaleIndexError: it was built from another library, by another embedder or version.
        DamagedIndexError: a file is missing, changed or too many.
    """
    place = _placed(place)
    before = _current(place, embedder, every_byte=every_byte)
    before.card.check_library(library_digest)
    before.card.check_store(place.stores.name)
    return before.opened(place)


def build_index(
    place: Path | Place,
    entries: Collection[Entry],
    embedder: Embedder,
    *,
    library_digest: str,
    progress: Progress | None = None,
) -> Generation:
    """Build a generation of `entries`, switch to it, and return it open.

    The entries of a document stand together. Until the switch the old generation stands; a build
    that fails leaves it as it was. Documents that did not change are taken over from it as they
    are, texts that it embedded are not embedded again.

    Raises:
        DamagedIndexError: what was built does not find its own vectors.
    """
    place, told = _placed(place), Told(progress, len(entries))
    before = _reusable(place, embedder)
    segments = before.segments() if before else []
    if before is not None and not before.is_in(place):
        before = None  # how its texts were read can be taken over, its segments cannot
    kept = segments if before else []
    known = {one.id: one.digest for segment in kept for one in segment.documents()}
    with _drafted(place) as beside:
        draft = Draft(beside, place, Shape(embedder.dim, embedder.width))
        if before is not None:
            draft.keep(before.home, before.card.segments)
        new = changed(leaves(entries), known, told)
        draft.write(Source(embedder, segments).embedded(new, told))
        draft.remove(known)  # what `changed` left of it is gone, or was written anew
        _finish(place, draft, embedder, library_digest, before)
    return open_index(place, library_digest=library_digest, embedder=embedder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a library: the `entries` of documents that came or changed, those `removed`.

    The entries of a document are all of its entries, and stand together.
    """

    entries: Collection[Entry] = ()
    removed: frozenset[str] = frozenset()


def update_index(
    place: Path | Place,
    change: Change,
    embedder: Embedder,
    *,
    library_digest: str,
    progress: Progress | None = None,
) -> Generation:
    """Build the generation after a change, switch to it, and return it open.

    The rest of the library is not looked at: this takes time for what was added, and for a link to
    each file. Everything else is as in `build_index`.

    Raises:
        StateError: there is no index, or one that cannot be gone on from; build it.
    """
    place, told = _placed(place), Told(progress, len(change.entries))
    before = _current(place, embedder, every_byte=False)
    before.card.check_store(place.stores.name)
    gone = change.removed | {entry.passage.document_id for entry in change.entries}
    with _drafted(place) as beside:
        draft = Draft(beside, place, Shape(embedder.dim, embedder.width))
        draft.keep(before.home, before.card.segments)
        source = Source(embedder, before.segments())
        draft.write(source.embedded(leaves(change.entries), told))
        draft.remove(gone)
        _finish(place, draft, embedder, library_digest, before)
    return open_index(place, library_digest=library_digest, embedder=embedder)


@dataclass(frozen=True, slots=True)
class _Published:
    """A generation whose files were checked."""

    home: Path
    card: Card

    def segments(self) -> list[Segment]:
        parts = sorted(self.card.segments.items())
        return [Segment.open(self.home / name, part.removed) for name, part in parts]

    def is_in(self, place: Place) -> bool:
        """Tell whether its vectors are where they are wanted."""
        return self.card.store == place.stores.name and place.stores.whole(self.home)

    def opened(self, place: Place) -> Generation:
        segments = self.segments()
        entries = Entries([(segment.entries, segment.live) for segment in segments])
        recalls = [self.card.segments[segment.folder.name].recall for segment in segments]
        quick = [
            place.stores.open(segment.folder)
            if recall is not None and recall >= place.options.recall
            else None
            for segment, recall in zip(segments, recalls, strict=True)
        ]
        return Generation(
            card=self.card,
            entries=entries,
            lexical=LexicalIndex([segment.words for segment in segments]),
            vectors=DenseIndex(segments, quick, entries),
            late=LateIndex([(segment.tokens, segment.live) for segment in segments]),
        )


def _placed(place: Path | Place) -> Place:
    return Place(folder=place) if isinstance(place, Path) else place


def _current(place: Place, embedder: Embedder, *, every_byte: bool) -> _Published:
    home = published(place.folder)
    if home is None:
        raise MissingIndexError(place.folder)
    card = read_card(home)
    card.check_embedder(embedder)
    card.check_files(home, every_byte=every_byte)
    return _Published(home, card)


def _reusable(place: Place, embedder: Embedder) -> _Published | None:
    """Return the current generation if the next one can go on from it."""
    try:
        return _current(place, embedder, every_byte=True)
    except (MissingIndexError, StaleIndexError, DamagedIndexError):
        return None


def _finish(
    place: Place, draft: Draft, embedder: Embedder, library: str, before: _Published | None
) -> None:
    """Complete the draft and switch to it."""
    draft.merge()
    segments = draft.segments()
    Card(
        library=library,
        embedder=embedder.name,
        embedder_digest=embedder.digest,
        dim=embedder.dim,
        store=place.stores.name,
        passages=sum(len(segment.live) for segment in segments),
        documents=sum(len(segment.documents()) for segment in segments),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        segments=draft.parts,
        files=seals(draft.folder, before.card.files if before else {}),
    ).write(draft.folder)
    old = _held(place)
    new = place.stores.held(draft.folder)
    publish(place.folder, draft.folder)
    place.stores.remove(old - new)


@contextmanager
def _drafted(place: Place) -> Iterator[Path]:
    """Give a folder for a draft; of a draft that fails nothing is left, on a server neither."""
    with unpublished(place.folder) as beside:
        try:
            yield beside
        except BaseException:
            place.stores.remove(place.stores.held(beside) - _held(place))
            raise


def _held(place: Place) -> frozenset[str]:
    """Return what the current generation has outside its folder."""
    home = published(place.folder)
    return place.stores.held(home) if home is not None else frozenset()
