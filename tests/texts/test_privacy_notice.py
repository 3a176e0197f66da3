"""Nobody's consent stands for words that they have never read: other words are another version of the notice."""

from __future__ import annotations

import hashlib

from mentoring.consents import NOTICE_DIGESTS, NOTICE_VERSION
from mentoring.people import Language, Role
from texts import consents, withdrawing
from texts.say import Say


def said_in(language: Language) -> list[str]:
    """All that people agree to, before they are in, when it has changed and when they come back."""
    say = Say(language, "Europe/Sofia")
    short = [
        consents.privacy(say, name="N", group_name="G", organisation="O", role=role, guardian=guardian)
        for role in Role
        for guardian in ("", "P")
    ]
    return [
        *short,
        consents.whole_privacy(say, organisation="O", managers=["M"]),
        consents.changed(say, name="N", organisation="O"),
        withdrawing.come_back(say, name="N", organisation="O", optional=consents.quotes_line(say)),
    ]


def test_other_words_are_another_version() -> None:
    said = "\0".join(text for language in Language for text in said_in(language))
    digest = hashlib.blake2b(said.encode(), digest_size=12).hexdigest()

    assert NOTICE_DIGESTS.get(NOTICE_VERSION) == digest, (
        "The privacy notice has other words than before: raise NOTICE_VERSION and add a line to NOTICE_DIGESTS."
    )


def test_every_version_has_its_own_words() -> None:
    assert [*NOTICE_DIGESTS] == [*range(1, NOTICE_VERSION + 1)]
    assert len({*NOTICE_DIGESTS.values()}) == len(NOTICE_DIGESTS)
