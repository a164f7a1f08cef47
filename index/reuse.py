"""What a build takes over: documents that did not change, texts that were embedded before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.embedder import Embedder, Progress, Read
from index.entry import Entry
from index.entryfile import Leaf
from index.segment import Segment, text_key

BATCH = 2048  # entries that are embedded at once, at least: what bounds the memory of a build


class Told:
    """Counts entries for somebody who waits; those that are taken over count too."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total = progress, total
        self.done = 0

    def __call__(self, more: int) -> None:
        """Tell that `more` are done beyond those that are counted."""
        if self._progress is not None:
            self._progress(self.done + more, self._total)


def changed(leaves: Iterable[Leaf], known: dict[str, str], told: Told) -> Iterator[Leaf]:
    """Give the documents that are not `known` by this digest; take the others out of `known`."""
    for leaf in leaves:
        if known.get(leaf.document) == leaf.digest:
            del known[leaf.document]
            told.done += len(leaf.entries)
        else:
            yield leaf


@dataclass(frozen=True, slots=True)
class Source:
    """Where vectors come from: the segments that have them, else the embedder."""

    embedder: Embedder
    segments: Sequence[Segment] = ()

    def embedded(self, leaves: Iterable[Leaf], told: Told) -> Iterator[tuple[Leaf, Sequence[Read]]]:
        """Give documents with how their entries were read, many embedded at once."""
        for some in _batches(leaves):
            read = self.read([entry for leaf in some for entry in leaf.entries], told)
            start = 0
            for leaf in some:
                yield leaf, read[start : (start := start + len(leaf.entries))]
            told.done += len(read)

    def read(self, entries: Sequence[Entry], told: Told) -> list[Read]:
        """Return how `entries` were or now are read; equal texts once."""
        keys = [text_key(entry.embedded) for entry in entries]
        known: dict[int, Read] = {}
        for segment in self.segments:
            known |= segment.embedded(np.array(keys, np.uint64))
        pairs = zip(keys, entries, strict=True)
        texts = {key: entry.embedded for key, entry in pairs if key not in known}
        over = len(entries) - len(texts)
        told(over)
        made = self.embedder.embed_passages(list(texts.values()), lambda n, _: told(over + n))
        known |= dict(zip(texts, made, strict=True))
        return [known[key] for key in keys]


def _batches(leaves: Iterable[Leaf]) -> Iterator[list[Leaf]]:
    batch: list[Leaf] = []
    for leaf in leaves:
        batch.append(leaf)
        if sum(len(one.entries) for one in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
