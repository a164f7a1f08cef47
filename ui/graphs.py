"""The graph of who cites whom, for other programs: JSON and GraphML."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from corpus.relations import Graph, Link, Reference

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_NODE = ("label", "held", "number", "issued_on", "status", "document")
_EDGE = ("relation", "mentions")


def graph_json(graph: Graph) -> dict[str, object]:
    """Return a graph for `--json`: documents and links, offsets being characters."""
    return {
        "version": 1,
        "documents": [
            {"id": one.id, **{name: value or None for name, value in _facts(one).items()}}
            for one in graph.references
        ],
        "links": [
            {
                "from": one.source,
                "to": one.target,
                "relation": one.relation.value,
                "places": [{"start": span.start, "end": span.end} for span in one.spans],
            }
            for one in graph.links
        ],
    }


def graphml(graph: Graph) -> bytes:
    """Return a graph as GraphML (Brandes et al., 2002), UTF-8; attributes are those of the JSON."""
    root = ET.Element("graphml", xmlns=_GRAPHML)
    keys = [("node", name) for name in _NODE] + [("edge", name) for name in _EDGE]
    for kind, name in keys:
        of = "int" if name == "mentions" else "string"
        named = {"id": name, "for": kind, "attr.name": name, "attr.type": of}
        ET.SubElement(root, "key", named)
    drawn = ET.SubElement(root, "graph", edgedefault="directed")
    for one in graph.references:
        _data(ET.SubElement(drawn, "node", id=one.id), _facts(one).items())
    for link in graph.links:
        edge = ET.SubElement(drawn, "edge", source=link.source, target=link.target)
        _data(edge, _told(link))
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _facts(one: Reference) -> dict[str, str]:
    instrument = one.instrument
    return {
        "label": one.label,
        "held": one.held.value,
        "number": one.number or "",
        "issued_on": str(one.issued_on) if one.issued_on else "",
        "status": instrument.status.value if instrument else "",
        "document": one.document_id or "",
    }


def _told(link: Link) -> Iterable[tuple[str, str]]:
    return (("relation", link.relation.value), ("mentions", str(len(link.spans))))


def _data(node: ET.Element, facts: Iterable[tuple[str, str]]) -> None:
    for name, value in facts:
        if value:
            ET.SubElement(node, "data", key=name).text = value
