"""At most four doors and exactly one next step for everybody; settings that fit a phone, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime, time
from itertools import chain, combinations
from typing import TYPE_CHECKING

import pytest

from handlers.codec import pack
from handlers.message import Content
from handlers.screens import SCREENS
from handlers.screens.doors import doors, further_doors
from mentoring.next_steps import Doing, NextStep
from mentoring.notices.common import Home
from mentoring.notices.settings import HoursQuestion, SettingsCard, ZoneQuestion
from mentoring.people import Bundling, Language
from mentoring.permissions import RIGHTS, Standing
from mentoring.quiet import NO_HOUR, QuietHours
from mentoring.zone_names import Region
from texts import next_steps as step_words
from texts import settings as words
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from handlers.codec import Button
    from handlers.keyboards import Row
    from mentoring.notices import Notice

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MOST_DOORS = 4
#: On a phone of 390 points, in a row of two and of three.
LONGEST_OF_TWO, LONGEST_OF_THREE = 22, 13
NIGHT = QuietHours(begins=time(21), ends=time(8))


def every_standing() -> Iterator[frozenset[Standing]]:
    """All that somebody known can be at once."""
    held = [one for one in Standing if one not in {Standing.STRANGER, Standing.KNOWN}]
    for some in chain.from_iterable(combinations(held, count) for count in range(len(held) + 1)):
        yield frozenset({Standing.KNOWN, *some})


def rows(notice: Notice, language: Language) -> Sequence[Sequence[Mapping[str, str]]]:
    shown = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia"))
    assert isinstance(shown, Content)
    keyboard = (shown.reply_markup or {})["inline_keyboard"]
    assert isinstance(keyboard, list)
    return keyboard


def buttons(of: Sequence[Row]) -> list[Button]:
    return [target for row in of for _, target in row]  # type: ignore[misc]  # doors are no links


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("standings", [*every_standing()], ids=lambda held: "+".join(sorted(held)))
def test_home_has_at_most_four_doors_and_one_next_step(standings: frozenset[Standing], language: Language) -> None:
    say = Say(language, "Europe/Sofia")
    opened = {pack(button) for button in buttons(doors(say, standings))}
    for doing in Doing:
        step = NextStep(doing=doing, group_name="Nova", subject_id=1, who="Vera", reference="S-1001", since=NOW)
        home = Home(name="Vera", standings=tuple(sorted(standings)), step=step)
        shown = SCREENS[Home](home, say)
        keys = [key["callback_data"] for row in rows(home, language) for key in row]

        assert isinstance(shown, Content)
        assert shown.text.count(step_words.step(say, step)) == 1
        assert 0 < len(opened) <= MOST_DOORS
        assert opened <= set(keys)
        assert len(keys) - len(opened) == (0 if step_words.button(say, doing) is None else 1)


@pytest.mark.parametrize("standings", [*every_standing()], ids=lambda held: "+".join(sorted(held)))
def test_no_door_is_missing_and_none_is_there_twice(standings: frozenset[Standing]) -> None:
    say = Say(Language.EN, "UTC")
    behind = [*buttons(doors(say, standings)), *buttons(further_doors(say, standings))]

    assert len(behind) == len({pack(button) for button in behind})
    for standing in standings:
        alone = frozenset({Standing.KNOWN, standing})
        assert {pack(button) for button in buttons(doors(say, alone))} <= {pack(button) for button in behind}


@pytest.mark.parametrize("standings", [*every_standing()], ids=lambda held: "+".join(sorted(held)))
def test_every_door_opens_for_whoever_sees_it(standings: frozenset[Standing]) -> None:
    say = Say(Language.EN, "UTC")
    behind = [*buttons(doors(say, standings)), *buttons(further_doors(say, standings))]

    assert [button for button in behind if not RIGHTS[button.act].who & standings] == []


def every_settings_card() -> list[Notice]:
    return [
        *(
            SettingsCard(at=NOW, quiet=quiet, has_own_hours=own, bundling=bundling, changed=own)
            for quiet in (NIGHT, NO_HOUR)
            for own in (True, False)
            for bundling in Bundling
        ),
        *(ZoneQuestion(at=NOW, region=region) for region in (None, *Region)),
        *(HoursQuestion(usual=NIGHT, own=own) for own in (None, NIGHT, NO_HOUR)),
    ]


@pytest.mark.parametrize("language", Language)
def test_labels_of_settings_are_not_cut_on_a_phone(language: Language) -> None:
    longest = {1: 40, 2: LONGEST_OF_TWO, 3: LONGEST_OF_THREE}
    too_long = [
        key["text"]
        for notice in every_settings_card()
        for row in rows(notice, language)
        for key in row
        if len(key["text"]) > longest[len(row)]
    ]

    assert too_long == []


def test_a_city_is_called_as_its_reader_calls_it() -> None:
    assert words.place(Say(Language.BG, "UTC"), "America/New_York") == "Ню Йорк"
    assert words.place(Say(Language.EN, "UTC"), "Europe/Sofia") == "Sofia"
    assert words.place(Say(Language.EN, "UTC"), "Etc/UTC") == "UTC"
