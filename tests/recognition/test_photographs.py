"""Papers photographed as people do it, and sent as photos of Telegram: nearly all are known, none for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.doc_templates.recognising import recognised

if TYPE_CHECKING:
    from pathlib import Path

PHOTOGRAPHS, TOGETHER = 300, 25
MOST_UNKNOWN = 1  # of 25: at least 96 in a hundred are known


@pytest.mark.parametrize("first", range(0, PHOTOGRAPHS, TOGETHER))
def test_nearly_all_are_known_and_none_for_another(first: int, tmp_path: Path) -> None:
    outcome = recognised(range(first, first + TOGETHER), tmp_path)

    assert outcome.wrong == 0
    assert outcome.unknown <= MOST_UNKNOWN
