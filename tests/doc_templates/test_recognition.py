"""A part of what tests/recognition does in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from doc_templates.photographs.codes import the_only
from doc_templates.photographs.looking import look
from mentoring.record_ids import new_record_id
from tests.doc_templates.camera import Shot, photographed, seen
from tests.doc_templates.pages import page
from tests.doc_templates.recognising import Outcome, paper, recognised

if TYPE_CHECKING:
    from pathlib import Path


def test_papers_are_known_again_from_photographs(tmp_path: Path) -> None:
    """A few of those that tests/recognition looks at."""
    assert recognised(range(1000, 1008), tmp_path) == Outcome(right=8, unknown=0, wrong=0)


@pytest.mark.parametrize("angle", [45, 90, 180, 300])
def test_at_any_angle(angle: int, tmp_path: Path) -> None:
    sent, file = paper(angle), tmp_path / "turned.jpg"
    file.write_bytes(photographed(page(sent.code, sent.record_id), Shot(seed=angle, angle=angle, noise=3)))

    assert look(file).papers == (sent,)


def test_two_papers_in_one_picture_are_nothing_to_guess_from(tmp_path: Path) -> None:
    one, other = (seen(page(sent.code, sent.record_id), Shot(seed=3, fills=0.97)) for sent in (paper(1), paper(2)))
    file = tmp_path / "two.png"
    cv2.imwrite(str(file), np.hstack([one, other]))
    papers = look(file).papers

    assert set(papers) == {paper(1), paper(2)}
    assert the_only(papers) is None


def test_a_page_without_a_code_is_no_paper(tmp_path: Path) -> None:
    file = tmp_path / "plain.jpg"
    file.write_bytes(photographed(page("T04", new_record_id(), qr=False), Shot(seed=5)))

    assert look(file).papers == ()
