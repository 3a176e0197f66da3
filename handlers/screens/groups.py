"""Screens of a manager's groups."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from handlers.buttons.away import AwayButton
from handlers.buttons.colleagues import ManagersButton
from handlers.buttons.group_life import GroupLifeButton
from handlers.buttons.groups import (
    AddNamesButton,
    BindButton,
    GroupButton,
    GroupsButton,
    LinksButton,
    MoreOfGroupButton,
    NewGroupButton,
    PeopleButton,
    RenewLinkButton,
)
from handlers.buttons.interviews import TalksButton
from handlers.buttons.on_paper import AddOnPaperButton
from handlers.buttons.places import PersonButton
from handlers.buttons.plan_drafts import ProposePlanFor
from handlers.buttons.programmes import WipeButton
from handlers.buttons.readiness import WallButton
from handlers.keyboards import inline
from handlers.message import Attached, Content
from handlers.poster_sheet import Block, Sheet, drawn
from handlers.qr import qr_picture
from handlers.screens.binding import add_me_row
from handlers.screens.doors import way_home
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.invitations import Door, payload
from mentoring.notices.groups import (
    AskGroupName,
    AskNames,
    ChoosePerson,
    GroupCard,
    GroupList,
    Links,
)
from mentoring.notices.posters import Poster, PosterSheets
from mentoring.people import Role
from texts import group_life as life_words
from texts import groups as words
from texts import home as home_words
from texts import on_paper as paper_words
from texts import people_cards as card_words
from texts import posters as poster_words
from texts import readiness as readiness_words
from texts.away import away_button
from texts.colleagues import managers_button
from texts.interview_buttons import talks_button
from texts.plan_draft_buttons import propose_button
from texts.say import Html, clean
from texts.trial_groups import wipe_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: With the keys below them this stays under Telegram's hundred.
_MOST_NAMES = 90


def ask_group_name(_: AskGroupName, say: Say) -> Content:
    return Content(text=words.ask_group_name(say), reply_markup=inline(way_home(say)))


def ask_names(notice: AskNames, say: Say) -> Content:
    text = words.ask_names(say, group_name=notice.group_name, role=notice.role, first=notice.first)
    markup = inline([(words.cancel_button(say), GroupButton(group_id=notice.group_id))])
    return Content(text=text, reply_markup=markup)


def group_list(notice: GroupList, say: Say) -> Content:
    rows = [
        [(words.group_line_button(say, line), GroupButton(group_id=line.group_id))]
        for line in notice.groups[:_MOST_NAMES]
    ]
    text = words.groups(say, notice.groups) if notice.groups else words.no_groups(say)
    managers: Row = [(managers_button(say), ManagersButton(programme_id=0))]
    away: Row = [(away_button(say), AwayButton())]
    return Content(
        text=text,
        reply_markup=inline(
            *rows, [(home_words.new_group_button(say), NewGroupButton())], managers, away, way_home(say)
        ),
    )


def group_card(notice: GroupCard, say: Say) -> Content:
    parts = [words.group_card(say, name=notice.name, people=notice.people, chat=notice.chat)]
    if notice.state is not GroupState.RUNNING:
        parts.append(life_words.group_life(say, name=notice.name, state=notice.state))
    elif notice.code:
        parts.append(words.group_code(say, notice.code))
    if notice.linked_until is not None:
        parts.append(words.links_until(say, notice.linked_until))
    if notice.repeated:
        parts.append(words.repeated_names(say, count=notice.repeated))
    return Content(text=Html("\n\n".join(parts)), reply_markup=inline(*_group_rows(notice, say)))


def _group_rows(notice: GroupCard, say: Say) -> list[Row]:
    """What is needed day by day; a group that is still being made also shows what it lacks."""
    of, is_running = notice.group_id, notice.state is GroupState.RUNNING
    if notice.more and is_running:
        return _further_rows(notice, say)
    people: Row = [(card_words.people_button(say), PeopleButton(group_id=of))] if notice.people else []
    wall: Row = [(readiness_words.wall_button(say), WallButton(group_id=of))] if notice.people else []
    plan: Row = [(propose_button(say), ProposePlanFor(group_id=GroupId(of)))] if notice.unplanned else []
    return [
        *(_growing(notice, say) if is_running else []),
        plan,
        people,
        wall,
        [(talks_button(say), TalksButton(group_id=GroupId(of), session_id=0))] if notice.people else [],
        [(wipe_button(say), WipeButton(group_id=of, sure=False))] if notice.trial else [],
        [(words.change_button(say), MoreOfGroupButton(group_id=of))] if is_running else _life(say, of),
        [(home_words.groups_button(say), GroupsButton()), *way_home(say)],
    ]


def _growing(notice: GroupCard, say: Say) -> list[Row]:
    of = notice.group_id
    return [
        [(words.links_button(say), LinksButton(group_id=of))],
        [(words.connect_button(say), BindButton(group_id=of))] if notice.chat is None else [],
        [] if {one.role for one in notice.people} >= {Role.MENTOR, Role.MENTEE} else _names(say, of),
    ]


def _further_rows(notice: GroupCard, say: Say) -> list[Row]:
    of = notice.group_id
    return [
        _names(say, of),
        [(paper_words.on_paper_button(say), AddOnPaperButton(group_id=of))],
        [(words.other_chat_button(say), BindButton(group_id=of))] if notice.chat is not None else [],
        _life(say, of),
        [*_back(say, of), *way_home(say)],
    ]


def _names(say: Say, group_id: int) -> Row:
    return [
        (words.add_mentor_button(say), AddNamesButton(group_id=group_id, role=Role.MENTOR)),
        (words.add_mentees_button(say), AddNamesButton(group_id=group_id, role=Role.MENTEE)),
    ]


def _life(say: Say, group_id: int) -> Row:
    return [(life_words.group_life_button(say), GroupLifeButton(group_id=group_id))]


def choose_person(notice: ChoosePerson, say: Say) -> Content:
    rows = [
        [(words.person_line_button(say, one), PersonButton(membership_id=one.membership_id))]
        for one in notice.people[:_MOST_NAMES]
    ]
    markup = inline(*rows, _back(say, notice.group_id))
    return Content(text=words.choose_person(say, name=notice.name), reply_markup=markup)


def links(notice: Links, say: Say) -> Content:
    labels = {Role.MENTOR: words.renew_mentor_button, Role.MENTEE: words.renew_mentees_button}
    rows: list[Row] = [
        [(labels[one.role](say), RenewLinkButton(group_id=notice.group_id, role=one.role))] for one in notice.live
    ]
    text = words.links(say, name=notice.name, live=notice.live)
    if notice.chat_code is not None and notice.chat_until is not None:
        text = Html(f"{text}\n\n{words.no_chat_yet(say, until=notice.chat_until)}")
        rows.append(add_me_row(say, notice.chat_code))
    return Content(text=text, reply_markup=inline(*rows, _back(say, notice.group_id)))


def poster(notice: Poster, say: Say) -> Content:
    """In the group's language, because it is passed on as it is."""
    theirs, link = replace(say, language=notice.language), say.link(payload(Door.JOIN, notice.token))
    text = words.poster(
        theirs,
        role=notice.role,
        group_name=notice.group_name,
        organisation=notice.organisation,
        link=link,
        until=theirs.day(notice.expires_at),
    )
    if notice.code:
        text = Html(f"{text}\n\n{poster_words.code_line(theirs, code=notice.code)}")
    picture = Attached(kind="photo", made=partial(qr_picture, link), file_name="poster.png")
    return Content(text=text, attachments=(picture,))


def poster_sheets(notice: PosterSheets, say: Say) -> Content:
    """Named in letters that every computer can show."""
    names = {Role.MENTOR: "mentor"}
    sheets = (
        Attached(
            kind="document",
            made=partial(drawn, _sheet(one, say)),
            file_name=f"{one.code or 'poster'}-{names.get(one.role, 'mentees')}.pdf",
        )
        for one in notice.posters
    )
    text = poster_words.sheets(say, group_name=notice.posters[0].group_name)
    return Content(text=text, attachments=tuple(sheets))


def _sheet(poster: Poster, say: Say) -> Sheet:
    return Sheet(
        heading=" · ".join(filter(None, (clean(poster.organisation), clean(poster.programme)))),
        title=clean(poster.group_name),
        link=say.link(payload(Door.JOIN, poster.token)),
        address=f"t.me/{say.bot}",
        code=poster.code,
        blocks=tuple(_block(poster, replace(say, language=one)) for one in (poster.language, *poster.also)),
    )


def _block(poster: Poster, say: Say) -> Block:
    return Block(
        for_whom=poster_words.for_whom(say, poster.role),
        steps=poster_words.steps(say),
        without_camera=poster_words.without_camera(say),
        install=poster_words.install(say),
        until=poster_words.until(say, day=say.day(poster.expires_at)),
    )


def _back(say: Say, group_id: int) -> Row:
    return [(words.back_button(say), GroupButton(group_id=group_id))]


SCREENS: Screens = {
    AskGroupName: ask_group_name,
    AskNames: ask_names,
    GroupList: group_list,
    GroupCard: group_card,
    ChoosePerson: choose_person,
    Links: links,
    Poster: poster,
    PosterSheets: poster_sheets,
}
