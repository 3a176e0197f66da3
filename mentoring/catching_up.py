"""What is expected of somebody who comes late, and by when: their own time, not the one that has passed."""

from __future__ import annotations

from datetime import date, timedelta

#: For what the others have done already: profile, goals, contract, first questionnaire.
TIME_TO_CATCH_UP = timedelta(days=14)


def expected_by(joined_on: date, programme_ends_on: date | None) -> date:
    """Never after the programme's end."""
    usual = joined_on + TIME_TO_CATCH_UP
    return usual if programme_ends_on is None else max(joined_on, min(usual, programme_ends_on))
