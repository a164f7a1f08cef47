"""Words that would do harm if they became HTML, and a reader that lists what HTML holds."""

from __future__ import annotations

from html.parser import HTMLParser

PAYLOADS = (
    "<script>window.harmed=1</script>",
    '<img src="http://canary.test/x.png" onerror="window.harmed=1">',
    "<svg onload=window.harmed=1><image href=http://canary.test/x></svg>",
    '"><iframe src="http://canary.test/"></iframe>',
    "![x](http://canary.test/x.png) [a](javascript:window.harmed=1)",
    '<form action="http://canary.test/"><input type=image src="http://canary.test/y"></form>',
    '<style>body{background:url("http://canary.test/z")}</style>',
    "' onmouseover='window.harmed=1' style='position:fixed;inset:0' x='",
    "</p></section></article><h1>giả</h1>",
    "&lt;script&gt;window.harmed=1&lt;/script&gt;",
    "$$\\href{javascript:window.harmed=1}{x}$$ `code` **x** <!-- --> <base href=//canary.test>",
    "```mermaid\ngraph TD; A-->B\n```\n\n# đề mục\n\n<details open ontoggle=window.harmed=1>",
)


class Elements(HTMLParser):
    """Collects the names of elements and of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src"}}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def elements(html: str) -> Elements:
    """Return what an HTML text holds."""
    found = Elements()
    found.feed(html)
    found.close()
    return found
