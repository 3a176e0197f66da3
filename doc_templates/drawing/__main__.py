"""`python -m doc_templates.drawing` writes the Word files of all forms, where a wheel finds them."""

from __future__ import annotations

from pathlib import Path

from doc_templates.drawing.file import draw
from doc_templates.kit import COUNTERPARTS, FORMS, file_name, languages_of

KIT = Path(__file__).resolve().parent.parent / "kit"


def main() -> None:
    for form in (*FORMS.values(), *COUNTERPARTS.values()):
        for language in languages_of(form):
            (KIT / language).mkdir(parents=True, exist_ok=True)
            (KIT / language / file_name(form)).write_bytes(draw(form, language))


if __name__ == "__main__":
    main()
