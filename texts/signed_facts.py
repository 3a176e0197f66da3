"""What stands on a form that people sign, with a row for each whose signature is needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from texts import form_words
from texts import signatures as words
from texts.form_facts import facts
from texts.paper_voice import voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.papers import PaperLanguage
    from mentoring.printed import Known, NamedPerson
    from texts.paper_voice import Facts


def signed_facts(
    code: str, known: Known, language: PaperLanguage, *, signers: Sequence[NamedPerson], guardians: Sequence[str]
) -> Facts:
    """Guardians among them; whatever is not signed by rows is as it always is."""
    found = facts(code, known, language)
    if "signers" not in found or not signers:
        return found
    of = voice(language, known.zone)
    people = [(of.words(partial(form_words.role, role=one.role)), one.name) for one in signers]
    people += [(of.words(words.guardian_of), one) for one in guardians]
    return {**found, "signers": [{"role": role, "name": of.name(name)} for role, name in people]}
