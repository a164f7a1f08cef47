"""The graph of who cites whom: for people, for programs, on the page."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from assistant.settings import Settings
from corpus.registry import Registry
from corpus.relations import graph
from tests.corpus.sources import SEEDS, parsed
from tests.ui.hostile import elements
from ui.cli import main
from ui.graphs import graph_json, graphml
from ui.library_words import HELD

GRAPH = graph([parsed(path)[0] for path in SEEDS], Registry.load())
NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}


@pytest.fixture
def cli(office: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run commands on the shared office."""
    monkeypatch.setenv("HOIQUYCHE_HOME", str(office.home))


def test_graphml_holds_every_document_and_link_and_can_be_read_again() -> None:
    root = ET.fromstring(graphml(GRAPH))  # noqa: S314  our own words
    nodes = root.findall("g:graph/g:node", NAMES)
    edges = root.findall("g:graph/g:edge", NAMES)
    assert {node.get("id") for node in nodes} == {one.id for one in GRAPH.references}
    assert [(e.get("source"), e.get("target")) for e in edges] == [
        (link.source, link.target) for link in GRAPH.links
    ]
    declared = {key.get("id") for key in root.findall("g:key", NAMES)}
    assert {data.get("key") for data in root.iter(f"{{{NAMES['g']}}}data")} <= declared


def test_the_json_counts_every_mention_once() -> None:
    told = json.loads(json.dumps(graph_json(GRAPH)))
    assert sum(len(link["places"]) for link in told["links"]) == 126
    held = {one["held"] for one in told["documents"]}
    assert held == {"library", "registered", "missing"}


@pytest.mark.usefixtures("cli")
def test_the_command_tells_what_is_missing(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["graph"]) == 0
    told = capfd.readouterr().out
    assert "Được viện dẫn nhưng chưa có trong kho: 69 văn bản" in told
    assert "Pháp lệnh 34/2007/PL-UBTVQH11" in told
    assert main(["graph", "--graphml"]) == 0
    assert ET.fromstring(capfd.readouterr().out.encode()) is not None  # noqa: S314
    assert main(["graph", "--json", "--document", "001"]) == 0
    assert len(json.loads(capfd.readouterr().out)["links"]) == 6


@pytest.mark.usefixtures("cli")
def test_facts_are_exported_imported_and_refused_by_commands(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "so.csv"
    assert main(["registry", "--export", str(table)]) == 0
    lines = table.read_text("utf-8-sig").splitlines()
    capfd.readouterr()
    assert main(["registry", "--json"]) == 0
    assert len(json.loads(capfd.readouterr().out)["instruments"]) == len(lines) - 1
    table.write_text("\n".join([lines[0], "7/2031/TT-BNV,Thông tư"]), "utf-8")
    assert main(["registry", "--import", str(table)]) == 2
    assert "7/2031/TT-BNV" in capfd.readouterr().err
    table.write_bytes(bytes(range(256)))
    assert main(["registry", "--import", str(table)]) == 2
    assert "“so.csv”: tệp không phải CSV" in capfd.readouterr().err


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_tags_versions_and_corrections_are_kept_by_commands(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["tag", "002", "--add", "dân chủ", "2024"]) == 0
    assert capfd.readouterr().out == "2024, dân chủ\n"
    assert main(["list", "--json", "--tag", "2024"]) == 0
    assert len(json.loads(capfd.readouterr().out)["documents"]) == 1
    assert main(["ask", "Phương châm năm 2024 là gì?", "--tag", "2024", "--json"]) == 0
    sources = {c["source"][:3] for c in json.loads(capfd.readouterr().out)["citations"]}
    assert sources == {"002"}
    assert main(["ask", "Phương châm là gì?", "--tag", "không có"]) == 2
    assert "Không có văn bản nào mang nhãn “không có”." in capfd.readouterr().err
    assert main(["tag", "002", "--drop", "2024", "dân chủ"]) == 0
    assert main(["versions", "002"]) == 0
    assert "chưa từng được thay" in capfd.readouterr().out
    assert main(["correct", "002", "issuer", "--value", "Cơ quan khác"]) == 2
    assert "Cơ quan khác" in capfd.readouterr().err


def test_the_page_shows_who_cites_whom_and_opens_the_places(client: TestClient) -> None:
    html = client.get("/van-ban/quan-he").text
    found = elements(html)
    assert "svg" in found.tags
    assert all(words in html for words in HELD.values())
    assert "34/2007/PL-UBTVQH11 được ghi với nhiều ngày ban hành: 20/4/2007, 5/4/2007" in html
    [opened, *_] = [a for a in found.addresses if "at=1" in a]
    assert client.get(opened).status_code == 200


def test_the_page_shows_what_one_document_cites_and_only_what_is_missing(
    client: TestClient,
) -> None:
    key = next(one for one in GRAPH.references if one.id.startswith("001")).id
    html = client.get("/van-ban/quan-he", params={"cua": key}).text
    assert html.count('class="node') == 7
    assert html.count("<tr>") == 7  # the head and six
    [_, missing] = client.get("/van-ban/quan-he?con=missing").text.split("<tbody>")
    assert missing.count("<tr>") == 69
    assert client.get("/van-ban/quan-he?cua=nothing").status_code == 404
