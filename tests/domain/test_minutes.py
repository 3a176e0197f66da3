"""What becomes of minutes: draft, accepted, filed, corrected; and the words that people put into them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentoring.ids import FilingId, PersonId, SessionId
from mentoring.minutes import Minutes, MinutesState, Part, Phase, joined, phase, tidied

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANTON, BORIS = PersonId(1), PersonId(2)
DRAFT = Minutes(session_id=SessionId(4), summary="CV", changed_by=ANTON, changed_at=NOW)
ACCEPTED = DRAFT.accepted(by=ANTON, now=NOW)
FILED = replace(ACCEPTED, filing_id=FilingId(7))


@pytest.mark.parametrize(
    ("minutes", "filed", "found"),
    [
        (None, None, Phase.DRAFT),
        (DRAFT, None, Phase.DRAFT),
        (ACCEPTED, None, Phase.FILING),
        (ACCEPTED, FilingId(6), Phase.FILING),
        (FILED, FilingId(7), Phase.FILED),
        (FILED, None, Phase.DRAFT),
        (None, FilingId(7), Phase.FILED),
        (DRAFT, FilingId(7), Phase.FILED),
        (FILED.changed(by=BORIS, now=NOW), FilingId(7), Phase.CORRECTING),
        (FILED.changed(by=BORIS, now=NOW), FilingId(8), Phase.FILED),
    ],
    ids=[
        "nothing yet",
        "begun",
        "accepted",
        "accepted anew",
        "filed",
        "taken out",
        "a Word file",
        "a Word file before the draft",
        "reopened",
        "a Word file came meanwhile",
    ],
)
def test_how_far_they_are_is_told_by_what_is_filed(
    minutes: Minutes | None, filed: FilingId | None, found: Phase
) -> None:
    assert phase(minutes, filed) is found


def test_whoever_writes_makes_them_a_draft_again_and_keeps_the_other_words() -> None:
    after = ACCEPTED.written(Part.DECISIONS, "Go on", by=BORIS, now=NOW)

    assert (after.state, after.accepted_by, after.changed_by) == (MinutesState.DRAFT, None, BORIS)
    assert [after.words(part) for part in Part] == ["CV", "Go on", ""]


def test_lines_stay_lines_and_what_hides_or_reorders_them_goes() -> None:
    assert tidied(" Първо\u202e \n\n\n  второ\tнещо \n") == "Първо\nвторо нещо"
    assert (joined("", "b"), joined("a", ""), joined("a", "b")) == ("b", "a", "a\nb")
