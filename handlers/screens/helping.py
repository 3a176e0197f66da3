"""Help: what to do now, the doors that are looked for most, and the way to a human."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import MoreHelpButton, PeopleButton, TalkButton
from handlers.buttons.places import RestButton
from handlers.buttons.settings import MoreButton, SettingsButton
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens import next_steps, snoozing
from handlers.screens.doors import help_doors, way_home
from mentoring.notices.common import Contact, Help, HelpMore, OwnPeople
from mentoring.permissions import PARTICIPANTS, Standing
from texts import helping as words
from texts import next_steps as step_words
from texts import places as place_words
from texts import settings as settings_words
from texts.home import name_button, talk_button
from texts.working_hours import with_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Whoever has more people finds them under My group.
_MOST_PEOPLE = 8
_FEW_PEOPLE = 3
_IN_PLACES = PARTICIPANTS - {Standing.MANAGER} | {Standing.RESTING}


def help_card(notice: Help, say: Say) -> Content:
    now = step_words.step(say, notice.step) if notice.step else None
    text = words.help_text(say, notice.standings, now)
    if Standing.KNOWN not in notice.standings:
        return Content(text=text, reply_markup=inline(way_home(say)))
    step = next_steps.row(say, notice.step) if notice.step else []
    offered = help_doors(say, notice.standings)
    doors = [[key for key in row if key[1] not in [target for _, target in step]] for row in offered]
    talk: Row = [(words.people_button(say), PeopleButton())] if notice.has_people else []
    more: Row = [(words.more_help_button(say), MoreHelpButton()), *way_home(say)]
    return Content(text=text, reply_markup=inline(step, *doors, talk, more))


def more_help(notice: HelpMore, say: Say) -> Content:
    rest: Row = [(place_words.rest_button(say), RestButton())] if _IN_PLACES & set(notice.standings) else []
    snooze = snoozing.door(say) if PARTICIPANTS & set(notice.standings) else []
    settings: Row = [(settings_words.settings_button(say), SettingsButton())]
    others: Row = [(words.other_doors_button(say), MoreButton())]
    return Content(text=words.more_help(say), reply_markup=inline(rest, snooze, settings, others, way_home(say)))


def own_people(notice: OwnPeople, say: Say) -> Content:
    named = [(one.role, one.name) for one in notice.contacts]
    text = with_hours(say, words.people(say, named), notice.hours)
    return Content(text=text, reply_markup=inline(*_people(notice.contacts, say), way_home(say)))


def _people(contacts: Sequence[Contact], say: Say) -> Sequence[Row]:
    """Few have a row each, with their role; of many only the names, which the text has with their roles."""
    if len(contacts) <= _FEW_PEOPLE:
        told = [(talk_button(say, name=one.name, role=one.role), one) for one in contacts]
    else:
        told = [(name_button(say, name=one.name), one) for one in contacts[:_MOST_PEOPLE]]
    keys = [(label, TalkButton(person_id=one.person_id)) for label, one in told]
    return packed(keys, widest=(40, 14)) if len(contacts) > _FEW_PEOPLE else [[key] for key in keys]


SCREENS: Screens = {Help: help_card, HelpMore: more_help, OwnPeople: own_people}
