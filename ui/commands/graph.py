"""`graph`: which documents speak of which, and what is not in the library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from assistant.settings import Settings
from assistant.wiring import open_workbench
from corpus import relations
from corpus.registry import Registry
from corpus.relations import Graph, Held
from ui.commands import wording
from ui.commands.output import plain, print_json
from ui.graphs import graph_json, graphml
from ui.library_words import HELD, known_as


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    graph = commands.add_parser("graph", help=wording.GRAPH, description=wording.GRAPH)
    graph.add_argument("--document", metavar="ID", help=wording.NAME)
    form = graph.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    form.add_argument("--graphml", action="store_true", help=wording.GRAPHML)
    graph.set_defaults(command=run_graph)


def run_graph(options: argparse.Namespace, settings: Settings) -> int:
    """Print the graph of the library, or the part of it around one document."""
    with open_workbench(settings, owner="hoiquyche graph") as bench:
        graph = relations.graph(bench.documents(), Registry.load(bench.library.instruments.every()))
        if options.document:
            graph = graph.about(bench.document(options.document).id)
    if options.json:
        print_json(graph_json(graph))
    elif options.graphml:
        sys.stdout.buffer.write(graphml(graph))
    else:
        print(plain("\n".join(_told(graph))))
    return 0


def _told(graph: Graph) -> Iterator[str]:
    by_id = {one.id: one for one in graph.references}
    for one in graph.references:
        links = [link for link in graph.links if link.source == one.id]
        if links:
            yield f"{one.label}  ({one.id})"
        for link in links:
            target = by_id[link.target]
            times = f" ×{len(link.spans)}" if len(link.spans) > 1 else ""
            yield f"    {link.relation.value}: {known_as(target)} – {HELD[target.held]}{times}"
    missing = sorted(known_as(one) for one in graph.references if one.held is Held.MISSING)
    yield wording.missing_documents(len(missing))
    yield from (f"    {name}" for name in missing)
