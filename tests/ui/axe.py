"""axe-core (Deque), run in a page: what WCAG 2.2 AA asks for and a program can see."""

from __future__ import annotations

from importlib import resources

from playwright.sync_api import Page

RUN = """async () => (await axe.run(document, { runOnly: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
).violations.map((v) => [v.id, ...v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))].join(" | "))
"""


def violations(page: Page) -> list[str]:
    """Return what is against the rules, each with the first places."""
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text())
    found: list[str] = page.evaluate(RUN)
    return found
