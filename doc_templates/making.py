"""Makes one form to be sent, in the workshop: filled, and as a PDF where that is asked for."""

from __future__ import annotations

import os
import signal
import subprocess  # the converter that the operator has named  # nosec B404
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from doc_templates.checking import check
from doc_templates.fields import fields_of
from doc_templates.filling import CannotFill, fill
from doc_templates.kit import form_of, template
from doc_templates.orders import Check, Fault, FormToMake, Identity, Reason
from mentoring.record_ids import new_record_id

if TYPE_CHECKING:
    from mentoring.papers import PaperLanguage

#: Less than the workshop gives, so that the converter is ended by us and leaves nothing behind.
_CONVERTING_SECONDS = 45.0


class CannotConvert(Exception):
    """The converter took too long, or made nothing."""


def made(form: FormToMake) -> bytes:
    """Raises CannotFill, CannotConvert, OSError."""
    document = filled(form)
    return document if form.converter is None else as_pdf(document, form.converter)


def filled(form: FormToMake) -> bytes:
    """As a Word file. Raises CannotFill, OSError."""
    identity = form.identity
    source = (
        template(identity.code, identity.language, identity.kind)
        if form.own_template is None
        else form.own_template.read_bytes()
    )
    return fill(source, form.facts, identity)


def checked(file: Path, code: str, language: PaperLanguage) -> Check:
    """Of a programme's own file that is to take the place of this form; what is fit is also tried out."""
    data = file.read_bytes()
    found = check(data, fields_of(form_of(code)))
    if not found.is_fit:
        return found
    try:
        fill(data, {}, Identity(code=code, language=language, record_id=new_record_id()))
    except CannotFill as error:
        return Check(faults=(Fault(reason=Reason.BROKEN_FIELD, name=str(error)),))
    return found


def as_pdf(document: bytes, converter: Path, *, seconds: float = _CONVERTING_SECONDS) -> bytes:
    """By LibreOffice, with a profile of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="form-") as folder:
        source = Path(folder, "form.docx")
        source.write_bytes(document)
        into_pdfs((source,), converter, seconds=seconds)
        return source.with_suffix(".pdf").read_bytes()


def into_pdfs(sources: tuple[Path, ...], converter: Path, *, seconds: float = _CONVERTING_SECONDS) -> None:
    """Beside the Word files, which all lie in one folder. Raises CannotConvert."""
    _run(_order(converter, sources), sources[0].parent, seconds)
    if not all(one.with_suffix(".pdf").exists() for one in sources):
        raise CannotConvert("no PDF")


def _order(converter: Path, sources: tuple[Path, ...]) -> list[str]:
    folder = sources[0].parent
    profile = (folder / "profile").as_uri()
    return [
        str(converter),
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        *map(str, sources),
    ]


def _run(order: list[str], folder: Path, seconds: float) -> None:
    """It starts processes of its own, so its whole session is ended."""
    surroundings = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - the operator's own program, our own file  # nosec B603
        order, stdin=quiet, stdout=quiet, stderr=quiet, env=surroundings, cwd=folder, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise CannotConvert("too long") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
