"""The README's commands exist and its example is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.settings import Settings
from ui.cli import main, parser

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(
    r'^    \$ \.venv/bin/hoiquyche ask "(?P<question>.*)"\n(?P<printed>(?:(?:    .*)?\n)+)',
    README,
    re.MULTILINE,
)


@pytest.mark.model
@pytest.mark.parametrize(("question", "printed"), EXAMPLES)
def test_an_example_prints_what_the_readme_shows(
    question: str,
    printed: str,
    office: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOIQUYCHE_HOME", str(office.home))

    assert main(["ask", question]) == 0

    shown = [line.removeprefix("    ") for line in printed.rstrip().splitlines()]
    assert capfd.readouterr().out.rstrip().splitlines() == shown


def test_the_readme_has_examples() -> None:
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize("command", sorted(set(re.findall(r"hoiquyche ([a-z]+)\b", README))))
def test_a_command_that_the_readme_names_exists(command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([command, "--help"])

    assert ended.value.code == 0


@pytest.mark.parametrize("target", ["serve", "test"])
def test_a_make_target_that_the_readme_names_exists(target: str) -> None:
    assert f"    make {target}\n" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
