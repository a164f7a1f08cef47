"""The gate lets through what the pages need, from this host only, with protecting headers."""

from __future__ import annotations

import pytest
from starlette.routing import BaseRoute, Mount
from starlette.testclient import TestClient

from ui import messages
from ui.fakes import FakeApplication, FakeLibrary
from ui.web.access import rule_of
from ui.web.app import create_app
from ui.web.gate import LARGEST_BODY

PAGES = ("/", "/van-ban", "/trac-nghiem", "/danh-gia", "/healthz", "/ui/page.css")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_headers_that_protect_its_reader(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert not [name for name in headers if name.startswith("access-control-")]


def test_only_gradios_own_page_may_have_inline_scripts(client: TestClient) -> None:
    inline = [p for p in PAGES if "unsafe" in client.get(p).headers["content-security-policy"]]

    assert inline == ["/"]


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1.evil.test", "", "a b", "[::1"])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/healthz", headers={"host": host})

    assert (answer.status_code, answer.text) == (421, messages.FOREIGN_HOST)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:7860", "[::1]:7860", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "http://localhost:1", ""])
def test_a_page_of_another_origin_is_refused(client: TestClient, origin: str) -> None:
    headers = {"origin": origin}

    for path in ("/api/ask", "/gradio_api/queue/join"):
        answer = client.post(path, headers=headers, json={"question": "Được biết gì?"})
        assert (answer.status_code, answer.text) == (403, messages.FOREIGN_ORIGIN)


def test_a_script_of_another_site_is_refused_but_a_link_to_us_is_not(client: TestClient) -> None:
    script = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}

    assert client.get("/van-ban", headers=script).status_code == 403
    assert client.get("/van-ban", headers=link).status_code == 200


def test_a_body_over_64_kib_is_refused_whether_or_not_it_says_so(client: TestClient) -> None:
    long = b"x" * (LARGEST_BODY + 1)

    said = client.post("/api/ask", content=long)
    streamed = client.post("/api/ask", content=iter([long[:40_000], long[40_000:]]))

    assert [said.status_code, streamed.status_code] == [413, 413]


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=http://169.254.169.254/",
        "/gradio_api/proxy=http://evil.test",
        "/gradio_api/run/predict",
        "/gradio_api/call/x",
        "/gradio_api/openapi.json",
        "/gradio_api/runs",
        "/monitoring",
        "/login",
        "/docs",
        "/openapi.json",
        "/manifest.json",
        "/ui/../app.py",
        "/ui/%2e%2e/api.py",
    ],
)
def test_what_the_pages_do_not_need_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code in {404, 405}


def test_no_route_is_open_that_is_not_named_here() -> None:
    """A new version of Gradio with a new route fails here first."""
    routes = create_app(FakeApplication(FakeLibrary({"a.txt": "Một."}))).routes
    every = paths(routes)
    open_paths = {path for path in every if any(rule_of(path, m) for m in ("GET", "POST"))}

    gradio = {path for path in open_paths if path.startswith("/gradio_api/")}
    assert gradio <= {
        "/gradio_api/app_id",
        "/gradio_api/app_id/",
        "/gradio_api/cancel",
        "/gradio_api/heartbeat/{session_hash}",
        "/gradio_api/info",
        "/gradio_api/info/",
        "/gradio_api/queue/data",
        "/gradio_api/queue/join",
        "/gradio_api/queue/status",
        "/gradio_api/reset",
        "/gradio_api/reset/",
        "/gradio_api/startup-events",
        "/gradio_api/theme.css",
    }


def paths(routes: list[BaseRoute], before: str = "") -> set[str]:
    """Return the path of every route, those of mounted applications included."""
    found = set()
    for route in routes:
        path = before + getattr(route, "path", "")
        found |= paths(list(route.routes), path) if isinstance(route, Mount) else {path}
    return found


def test_other_methods_are_refused(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert client.request(method, "/healthz").status_code == 404
