"""What the documentation promises exists, and what exists is documented."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from config.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
RUNNING = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
DECISIONS = ROOT / "docs" / "decisions"

# Packages come from wherever the installing machine finds them, and no file tells on which machine it was made.
# Written in halves, so that this file does not contain what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        re.escape(first + second)
        for first, second in [
            ("pypi", ".org"),
            ("pythonhosted", ".org"),
            ("npmjs", ".org"),
            ("deb.debian", ".org"),
            ("--index", "-url"),
            ("/work", "/main"),
            ("/work", "/shared"),
            ("/root", "/."),
        ]
    )
)
TEXT = {
    ".cfg",
    ".css",
    ".html",
    ".ini",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".mako",
    ".po",
    ".py",
    ".toml",
    ".txt",
    ".yaml",
    "",
}


def first_column(beginning: str) -> list[str]:
    return re.findall(rf"^\| `({beginning}[\w-]+)", RUNNING, re.MULTILINE)


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert sorted(first_column(PREFIX)) == sorted(PREFIX + name.upper() for name in Settings.model_fields)


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    commands = getattr(get_command(app), "commands", {})
    assert sorted(first_column("ementor ")) == sorted(f"ementor {name}" for name in commands)


def test_every_decision_is_linked_in_order() -> None:
    linked = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert linked == sorted(page.name for page in DECISIONS.glob("0*.md"))


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("0*.md")), ids=lambda page: page.stem)
def test_a_decision_says_what_was_decided_why_and_what_follows(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["Context", "Decision", "Why", "Consequences"]


def committed_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="only a checkout has a list of files"
)
def test_no_committed_file_names_a_package_index_or_a_machine() -> None:
    texts = {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in committed_files()
        if file.suffix in TEXT
    }
    assert len(texts) > 50
    assert {name: found[0] for name, text in texts.items() if (found := FORBIDDEN.search(text))} == {}
    assert "uv.lock" not in texts
