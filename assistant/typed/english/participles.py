"""English participles before their nouns: "the revoked licence" has no verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.typed.english.glossary import DOES, UNCHANGED, Item, Sort

_BEFORE_NOUNS = frozenset({"the", "a", "an", "this", "these", "those", "any", "all", "each"}) | {
    *("every", "no", "some", "other", "their", "its", "his", "her", "your", "our", "'s"),
}
_PREPOSITIONS = frozenset(
    {"of", "for", "to", "in", "at", "on", "about", "from", "with", "under"}
) | {
    *("by", "between", "against", "after", "before", "within"),
}
_NAMING = frozenset({"which", "what", "whose", "how many"})
_PLAIN = frozenset({"when", "where", "why", "how"})  # the subject follows the verb
_BETWEEN = frozenset({Sort.ADJECTIVE, Sort.NUMBER})
_SAID_SO = ("bị ", "được ", "có ", "đã ")
_SUFFERED = (  # what happens to one's harm is not "được"
    *("thu hồi", "sa thải", "kỷ luật", "xử phạt", "khiếu nại", "tố cáo", "đình chỉ", "bãi bỏ"),
    *("hủy", "buộc", "trù dập", "xử lý kỷ luật", "xâm phạm", "từ chối", "bắt", "cách chức"),
)


def qualified(items: Sequence[Item]) -> list[Item]:
    """Return the items with the participles that qualify a noun made adjectives of it.

    >>> licence = [Item("revoked", "thu hồi", Sort.VERB), Item("licence", "giấy phép", Sort.NOUN)]
    >>> [item.vi for item in qualified([Item("the", "", Sort.JOINS), *licence])]
    ['', 'bị thu hồi', 'giấy phép']
    """
    made = list(items)
    for at, item in enumerate(made):
        if item.sort is Sort.VERB and _qualifies(made, at):
            made[at] = replace(item, vi=_passive(item), sort=Sort.ADJECTIVE)
            if _adverb(made, at - 1):
                made[at - 1] = replace(made[at - 1], sort=Sort.ADJECTIVE)
    return made


def _qualifies(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb is a participle that stands between what opens a noun and the noun."""
    item = items[at]
    follows = next((i.sort for i in items[at + 1 :]), None)
    if follows not in {Sort.NOUN, Sort.ADJECTIVE} or item.comma or item.en in UNCHANGED:
        return False
    before = at - 1
    while before >= 0 and (items[before].sort in _BETWEEN or _adverb(items, before)):
        before -= 1
    if before < 0 or not (item.done or item.doing):
        return False
    counted = items[at - 1].sort is Sort.NUMBER and not items[at - 1].year
    return counted or _opens(items, before, item)


def _opens(items: Sequence[Item], before: int, participle: Item) -> bool:
    """Tell whether a noun may begin after the item at `before`."""
    last = items[before]
    if last.en in _BEFORE_NOUNS:
        return True
    if last.sort is Sort.ASKS:
        helped = any(item.sort in {Sort.HELPS, Sort.MODAL} for item in items[before:])
        return helped and last.en in _NAMING
    if not participle.done:
        return False  # "for settling complaints"
    opening = before == 0 or items[before - 1].en in _PLAIN
    return last.en in _PREPOSITIONS | DOES or last.sort is Sort.MODAL or (last.be and opening)


def _adverb(items: Sequence[Item], at: int) -> bool:
    return items[at].sort is Sort.JOINS and items[at].en.endswith("ly")


def _passive(item: Item) -> str:
    if not item.done or item.vi.startswith(_SAID_SO):
        return item.vi
    return f"bị {item.vi}" if item.vi.startswith(_SUFFERED) else f"được {item.vi}"
