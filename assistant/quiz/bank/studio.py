"""The studio: papers are made, their items judged, edited, replaced and looked after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from threading import Lock

from assistant.quiz.bank.bank import Bank, Wanted
from assistant.quiz.bank.edit import Edit, Ground, edited, faults, ground_of
from assistant.quiz.bank.errors import NoOtherItemError, NothingMadeError, NothingNewError
from assistant.quiz.bank.kept import Content, Kept, Paper, Recipe, Status
from assistant.quiz.bank.papers import Papers
from assistant.quiz.checks.every import failed
from assistant.quiz.checks.together import not_duplicate, not_given_away
from assistant.quiz.errors import EmptyScopeError
from assistant.quiz.field import Scope
from assistant.quiz.item import Item, Source
from assistant.quiz.naming import name_of
from assistant.quiz.quiz import Wish, make_quiz
from assistant.quiz.stale import Stale, stale
from assistant.shelf import Shelf
from corpus.document import Document
from corpus.passage import Passage
from corpus.span import Span

TRIES = 3  # seeds from which another item is looked for
MORE = 12  # items made beyond those of a paper, to choose another one from


class Studio:
    """Makes and changes what the bank keeps; `shelf` gives the texts as they are now."""

    def __init__(self, shelf: Callable[[], Shelf], bank: Bank) -> None:
        self._shelf = shelf
        self.bank = bank
        self.papers = Papers(bank)
        self._known: tuple[Shelf, frozenset[str], Ground | None] | None = None
        self._named: tuple[Shelf, dict[str, str]] | None = None
        self._lock = Lock()

    @property
    def shelf(self) -> Shelf:
        """The texts as they are now."""
        return self._shelf()

    def documents(self) -> tuple[Document, ...]:
        """Return every document."""
        return tuple(self.shelf.documents.values())

    def names(self) -> Mapping[str, str]:
        """Return what the documents are called in stems, by id."""
        shelf = self.shelf
        with self._lock:
            if self._named is None or self._named[0] is not shelf:
                every = shelf.documents.items()
                self._named = (shelf, {key: name_of(document, shelf) for key, document in every})
            return self._named[1]

    def called(self, scope: Scope) -> tuple[str, ...]:
        """Return what the documents of a scope are called."""
        names = self.names()
        return tuple(name for key, name in names.items() if key in (scope.documents or names))

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """Return the passages of a document, in the order of its text."""
        every = self.shelf.passages.values()
        return tuple(passage for passage in every if passage.document_id == document_id)

    # --- making

    def make(self, title: str, scope: Scope, wish: Wish) -> str:
        """Make items, keep them as a paper of drafts, and return the id of the paper.

        Raises:
            EmptyScopeError: the scope holds nothing to ask about.
            NothingMadeError: no item of it passed every check.
        """
        quiz = make_quiz(self.shelf, scope, wish)
        if not quiz.items:
            raise NothingMadeError
        recipe = Recipe(title=title, scope=scope, wish=wish, rejected=quiz.rejected)
        return self.papers.make(recipe, quiz.items, self._against(scope))

    def another(self, paper_id: str, item_id: str) -> str:
        """Put another proved item of the same kind in the place of one; return its id.

        An item that nobody has seen goes before one that is kept; what was rejected is not offered.

        Raises:
            NoOtherItemError: the texts hold no other.
        """
        paper, old = self.papers.paper(paper_id), self.bank.item(item_id)
        item = self._best(paper, old)
        if item is None:
            raise NoOtherItemError(old.content.kind)
        return self.papers.swap(paper_id, item_id, item, self._against(paper.recipe.scope))

    def _best(self, paper: Paper, old: Kept) -> Item | None:
        """Return the first item offered that is new to the bank, else the first that fits."""
        known = None
        for item in self._offered(paper, old):
            if self._fits(item, paper, old):
                if not self.bank.knows(item.id):
                    return item
                known = known or item
        return known

    def _offered(self, paper: Paper, old: Kept) -> Iterator[Item]:
        """Yield items of the kind that is wanted, those of the same document first.

        They are drafted from one document at a time, which is fast in a large library, and proved
        against all documents of the paper.
        """
        recipe = paper.recipe
        kind = old.content.kind
        number = sum(one.content.kind is kind for one in paper.items) + MORE
        ground = self._ground(self._against(recipe.scope))
        for document in self._nearest(recipe.scope, old):
            for tried in range(TRIES):
                seed = recipe.wish.seed + tried
                wish = replace(recipe.wish, count=number, kinds=(kind,), seed=seed)
                for item in self._drafted(Scope(frozenset([document]), recipe.scope.section), wish):
                    if ground and not failed(item, ground.prover, ground.field):
                        yield item

    def _nearest(self, scope: Scope, old: Kept) -> list[str]:
        """Return the documents of a scope, that of an item first."""
        own = {source.document_id for source in old.sources}
        there = self._against(scope) & frozenset(self.shelf.documents)
        return sorted(there, key=lambda key: (key not in own, key))

    def _drafted(self, scope: Scope, wish: Wish) -> tuple[Item, ...]:
        try:
            return make_quiz(self.shelf, scope, wish).items
        except EmptyScopeError:
            return ()

    def _fits(self, item: Item, paper: Paper, old: Kept) -> bool:
        """Tell whether an item asks nothing that the paper asks, and was not rejected before."""
        if self.bank.knows(item.id) and self.bank.item(item.id).status is Status.REJECTED:
            return False
        others = [one.item for one in paper.items if one.item]
        apart = [one for one in others if one is not old.item]
        return not_duplicate(item, others) and not_given_away(item, apart)

    def _against(self, scope: Scope) -> frozenset[str]:
        """Return the documents against which the items of a scope are proved."""
        return scope.documents or frozenset(self.shelf.documents)

    # --- editing

    def revise(self, item_id: str, edit: Edit, version: int) -> Kept:
        """Give an item other texts and run the checks anew; it is a draft again.

        Raises:
            LackingError: no item can be made of these texts.
            OutdatedEditError: somebody else has edited it since `version`.
        """
        kept = self.bank.item(item_id)
        content = edited(kept.content, edit)
        found = faults(content, self._proved_stem(kept), self._ground(kept.scope))
        return self.bank.revise(item_id, content, found, version)

    def restore(self, item_id: str, number: int) -> Kept:
        """Give an item the wording of an earlier version, as a new version."""
        kept = self.bank.item(item_id)
        wording = next((v for v in self.bank.versions(item_id) if v.number == number), None)
        if wording is None:
            return kept
        stem = self._proved_stem(kept)
        found = faults(wording.content, stem, self._ground(kept.scope))
        return self.bank.revise(item_id, wording.content, found, kept.version)

    def _proved_stem(self, kept: Kept) -> Content:
        """Return the item with the stem that was written together with its proof."""
        return self.bank.versions(kept.id)[-1].content

    def _ground(self, scope: frozenset[str]) -> Ground | None:
        """Return what proves items of a scope; the last one is remembered."""
        shelf = self.shelf
        with self._lock:
            if self._known is None or self._known[0] is not shelf or self._known[1] != scope:
                self._known = (shelf, scope, ground_of(shelf, scope))
            return self._known[2]

    # --- looking after

    def stale(self, kept: Kept) -> tuple[Stale, ...]:
        """Return what an item rests on that changed or went."""
        return stale(kept.item, self) if kept.item else ()

    def all_stale(self, wanted: Wanted) -> tuple[Kept, ...]:
        """Return what is looked for and rests on words that changed or went."""
        every = self.bank.find(wanted, most=-1)
        return tuple(kept for kept in every if not all(map(self.place, kept.sources)))

    def renew(self, item_id: str) -> Kept:
        """Let an item rest on the words that stand now where its old words stood.

        The checks are run anew: what the new words do not prove any more is told.

        Raises:
            NothingNewError: a document is gone, or nothing in it is like the old words.
        """
        kept = self.bank.item(item_id)
        changes = self.stale(kept)
        if kept.item is None or not changes or not all(one.new for one in changes):
            raise NothingNewError(item_id)
        new = {one.old: one.new for one in changes}
        first, *also = (self._moved(source, new) for source in kept.item.sources)
        content = replace(kept.item, source=first, also=tuple(also))
        found = faults(content, self._proved_stem(kept), self._ground(kept.scope))
        return self.bank.revise(item_id, content, found, kept.version)

    def place(self, source: Source) -> Source | None:
        """Return a source where its words stand now; None when they do not."""
        document = self.shelf.documents.get(source.document_id)
        if document is None:
            return None
        if source.span.end <= len(document.text) and source.span.of(document.text) == source.quote:
            return source
        at = document.text.find(source.quote)
        return replace(source, span=Span(at, at + len(source.quote))) if at >= 0 else None

    def _moved(self, source: Source, new: dict[str, str]) -> Source:
        return self.place(replace(source, quote=new.get(source.quote, source.quote))) or source
