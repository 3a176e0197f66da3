"""Which country's way of writing dates each language's readers are shown."""

from __future__ import annotations

from mentoring.people import Language

#: English dates are British: 24 Nov 2026.
LOCALES = {Language.EN: "en_GB", Language.BG: "bg"}
