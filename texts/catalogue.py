"""The catalogues: English is written in the code, every other language stands in `locale/<language>/*.po`."""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from mentoring.people import Language

LOCALE = Path(__file__).parent / "locale"


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """Read from the .po files themselves, so that no compiled copy can fall behind them."""
    if language is Language.EN:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    whole = Translations()
    for path in sorted((LOCALE / language).glob("*.po")):
        compiled = io.BytesIO()
        with path.open("rb") as source:
            write_mo(compiled, read_po(source, locale=language.value))
        compiled.seek(0)
        whole.merge(Translations(compiled))
    return whole
