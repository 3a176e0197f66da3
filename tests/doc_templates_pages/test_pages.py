"""LibreOffice opens every form, blank and filled, on as few pages as people want to print and photograph."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest

from doc_templates.filling import fill
from doc_templates.kit import FORMS, form_of, template
from doc_templates.orders import Identity
from doc_templates.reading import read_back
from mentoring.papers import PaperKind, PaperLanguage
from tests.doc_templates.filled_forms import STRANGE, all_forms, facts_of, filled, rows_as_read, texts_as_read

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (CI installs it)")

TWO_PAGES = 2
#: Both languages side by side take more room.
LONGER = {("T04", PaperLanguage.BOTH): 3}
#: Two lines of a name, and a part of the page's height below which something must stand.
INK, NEARLY_EMPTY = 128, 0.15
Paper = tuple[str, PaperLanguage, PaperKind]


def converted(folder: Path, to: str) -> None:
    """All files in one run: LibreOffice takes longer to start than to convert."""
    files = sorted(str(one) for one in folder.glob("*.docx"))
    out = folder / to
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def name_of(paper: Paper) -> str:
    return "-".join(paper)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blank")
    for code, language, kind in all_forms():
        made = fill(template(code, language, kind), {}, Identity(code=code, language=language, kind=kind))
        (folder / f"{name_of((code, language, kind))}.docx").write_bytes(made)
    converted(folder, "pdf")
    return folder / "pdf"


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("strange")
    for code, language, kind in all_forms():
        made = filled(code, language, kind, facts_of(form_of(code, kind), STRANGE))
        (folder / f"{name_of((code, language, kind))}.docx").write_bytes(made)
    converted(folder, "pdf")
    converted(folder, "docx")
    return folder


def pages_of(file: Path) -> list[NDArray[np.uint8]]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [np.asarray(page.render(scale=1, grayscale=True).to_pil()) for page in document]
    finally:
        document.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("paper", all_forms(), ids=name_of)
def test_a_blank_form_has_two_pages_at_most_and_none_that_is_empty(paper: Paper, blank: Path) -> None:
    pages = pages_of(blank / f"{name_of(paper)}.pdf")

    assert 1 <= len(pages) <= LONGER.get(paper[:2], TWO_PAGES)
    for page in pages:
        between = page[int(len(page) * 0.09) : int(len(page) * 0.87)]
        rows_with_ink = np.flatnonzero(np.any(between < INK, axis=1))
        assert rows_with_ink.size > 0
        assert rows_with_ink.max() > len(between) * NEARLY_EMPTY


@pytest.mark.timeout(300)
@pytest.mark.parametrize("paper", all_forms(), ids=name_of)
def test_libreoffice_opens_the_strangest_form(paper: Paper, strange: Path) -> None:
    assert pages_of(strange / "pdf" / f"{name_of(paper)}.pdf")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("paper", all_forms(), ids=name_of)
def test_what_libreoffice_has_saved_reads_back_to_the_same(paper: Paper, strange: Path) -> None:
    code, _, kind = paper
    form = form_of(code, kind)
    facts = facts_of(form, STRANGE)

    read = read_back((strange / "docx" / f"{name_of(paper)}.docx").read_bytes())

    said = texts_as_read(form, facts)
    assert read.identity is not None
    assert (read.identity.code, read.identity.language, read.identity.kind) == paper
    assert read.values == {name: said[name] for name in read.values}
    assert read.tables == rows_as_read(form, facts)
    assert read.choices == {name: facts[name] for name in read.choices}
    assert read.ratings == {name: facts[name] for name in read.ratings}


def test_all_forms_are_looked_at() -> None:
    assert {code for code, _, _ in all_forms()} == set(FORMS)
