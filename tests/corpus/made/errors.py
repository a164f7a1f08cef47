"""The character error rate: how many characters are wrong, missing or too many."""

from __future__ import annotations


def error_rate(expected: str, found: str) -> float:
    """Return the edit distance of two texts over the length of the expected one.

    Myers' bit vectors (JACM 46, 1999) as Hyyrö (2003) writes them: one column a character.

    >>> error_rate("dân chủ", "dan chủ"), error_rate("a", "a")
    (0.14285714285714285, 0.0)
    """
    size, last = len(expected), 1 << (len(expected) - 1)
    whole, where = (1 << size) - 1, dict[str, int]()
    for at, letter in enumerate(expected):
        where[letter] = where.get(letter, 0) | 1 << at
    up, down, distance = whole, 0, size
    for letter in found:
        same = where.get(letter, 0)
        cross = ((same & up) + up ^ up) | same
        plus, minus = down | ~(cross | up), up & cross
        distance += bool(plus & last) - bool(minus & last)
        plus = plus << 1 | 1
        same |= down
        up, down = (minus << 1 | ~(same | plus)) & whole, plus & same & whole
    return distance / size
