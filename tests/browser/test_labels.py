"""The page says everything in both languages."""

from __future__ import annotations

import re

from simulator.phones.pages import STATIC


def _keys(code: str) -> list[str]:
    text = (STATIC / f"words_{code}.js").read_text("utf-8")
    return [found.group(1) for found in re.finditer(r"^(?:export const|  )\s*(\w+)(?= =|:)", text, flags=re.MULTILINE)]


def test_both_languages_have_the_same_labels_in_the_same_order() -> None:
    assert len(_keys("en")) > 100
    assert _keys("bg") == _keys("en")


def test_every_label_the_page_asks_for_exists() -> None:
    scripts = [script.read_text("utf-8") for script in STATIC.glob("*.js") if not script.name.startswith("words_")]
    asked = {name for script in scripts for name in re.findall(r"\bwords(?:\(\))?\.(\w+)", script)} - {"js"}
    assert asked - set(_keys("en")) == set()
