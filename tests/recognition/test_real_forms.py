"""The forms of the kit as LibreOffice prints them, each with its own number, photographed page by page."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest

from doc_templates import pdfs
from doc_templates.filling import fill
from doc_templates.kit import template
from doc_templates.orders import Identity
from doc_templates.photographs.codes import PaperCode, the_only
from doc_templates.photographs.looking import look
from mentoring.papers import PaperKind, PaperLanguage
from tests.doc_templates.camera import Picture, by_chance, photographed
from tests.doc_templates.recognising import paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (CI installs it)")

FORMS = (
    ("T01", PaperLanguage.BG),
    ("T02", PaperLanguage.EN),
    ("T04", PaperLanguage.BOTH),
    ("T10", PaperLanguage.BG),
    ("X03", PaperLanguage.BG),
)
TIMES = 3
#: A4 at 250 dots to the inch.
_LONGEST = 2923


@pytest.mark.timeout(150)
def test_every_page_is_known_again(tmp_path: Path) -> None:
    printed = list(_printed(tmp_path))
    outcomes = Counter(
        _known(picture, sent, 100 * place + time, tmp_path / "photo.jpg")
        for place, (sent, picture) in enumerate(printed)
        for time in range(TIMES)
    )

    assert len(printed) > len(FORMS)
    assert outcomes["another"] == 0
    assert outcomes["known"] >= 0.95 * outcomes.total()


def _known(picture: Picture, sent: PaperCode, seed: int, file: Path) -> str:
    file.write_bytes(photographed(picture, by_chance(seed)))
    match the_only(look(file).papers):
        case None:
            return "unknown"
        case found:
            return "known" if found == sent else "another"


def _printed(folder: Path) -> Iterator[tuple[PaperCode, Picture]]:
    papers = {code: PaperCode(code=code, record_id=paper(place).record_id) for place, (code, _) in enumerate(FORMS)}
    for code, language in FORMS:
        identity = Identity(code=code, language=language, record_id=papers[code].record_id, kind=PaperKind.WHOLE)
        (folder / f"{code}.docx").write_bytes(fill(template(code, language, PaperKind.WHOLE), {}, identity))
    _convert(folder)
    for code, sent in papers.items():
        for page in pdfs.pictures(folder / f"{code}.pdf", longest=_LONGEST):
            yield sent, np.asarray(page.convert("L"))


def _convert(folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    files = sorted(str(one) for one in folder.glob("*.docx"))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
