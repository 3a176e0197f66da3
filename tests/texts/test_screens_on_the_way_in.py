"""Every screen of joining, groups and home, in both languages and with hostile names, is HTML that Telegram takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import CAPTION_UNITS, TEXT_UNITS, units
from handlers.codec import LIMIT_BYTES
from handlers.message import Call, Content
from handlers.screens import SCREENS, binding, common, groups, joining
from handlers.screens import boards as on_top
from handlers.screens import chats as about
from mentoring.boards import BoardStep
from mentoring.next_steps import Doing, NextStep
from mentoring.notices import boards, chats
from mentoring.notices import common as at_home
from mentoring.notices import groups as of_groups
from mentoring.notices import joining as on_the_way
from mentoring.notices import posters as on_paper
from mentoring.notices.kit import Titled
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import Standing
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.working_hours import AnsweringHours
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.notices import Notice

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOURS = AnsweringHours(begins=NOW, ends=NOW, later=True)
#: Telegram's own limits on keyboards.
MOST_KEYS, WIDEST_ROW = 100, 8


def a_board(name: str) -> list[Notice]:
    meeting = boards.Meeting(number=1, kind=SessionKind.INITIAL, starts_at=NOW, place=Place.VIDEO, address=name)
    board = boards.Board(
        group_id=1,
        name=name,
        mentors=(name,),
        mentees=(name,),
        completed=(name,),
        awaited=2,
        code="NOVA-7K2",
        meeting=meeting,
        steps=tuple(BoardStep),
        languages=(Language.BG, Language.EN),
        signed=(boards.BeingSigned(title=Titled(code="T04", en=name, bg=name), done=3, total=5),),
    )
    bare = replace(board, meeting=None, mentors=(), mentees=(), completed=(), awaited=0, steps=(), signed=())
    return [board, bare, replace(bare, closed=True), boards.PinBoard(chat_id=-5, message_id=7)]


def about_chats(name: str) -> list[Notice]:
    return [
        *(chats.AddedBack(chat_id=-5, title=name, group_id=1, name=name, by=by) for by in (name, None)),
        chats.NeedsCode(),
        chats.ConfirmUnbinding(group_id=1, name=name, title=name),
        *(
            chats.Farewell(name=name, moves=moves, languages=(Language.BG, Language.EN), board="board:1")
            for moves in (True, False)
        ),
        *(chats.Sight(group_id=1, name=name, title=name, sees=sees) for sees in (True, False)),
        chats.TopicsOn(name=name, title=name),
        chats.LookUpChat(chat_id=-5),
        chats.RevokeInviteLink(chat_id=-5, link="https://t.me/+x"),
    ]


def every_notice(name: str) -> list[Notice]:
    """At least one of each kind, with this as every name in it."""
    listed = tuple(
        of_groups.Listed(membership_id=number, name=name, role=role, presence=presence)
        for number, (role, presence) in enumerate(
            zip([Role.MENTOR, *[Role.MENTEE] * (len(of_groups.Presence) - 1)], of_groups.Presence, strict=True)
        )
    )
    chat = of_groups.ChatState(title=name, sees_messages=True, can_pin=False, can_invite=True)
    line = of_groups.GroupLine(group_id=1, name=name, joined=1, expected=3)
    choices = tuple(on_the_way.NameChoice(membership_id=number, name=name) for number in range(120))
    joined = at_home.Joined(role=Role.MENTEE, group_name=name, mentors=(name,), invite_link="https://t.me/+x")
    steps = [
        NextStep(doing=doing, group_name=name, subject_id=1, who=name, reference=name, since=NOW) for doing in Doing
    ]
    everything = tuple(sorted(Standing))
    contacts = tuple(at_home.Contact(person_id=number, name=name, role=role) for number, role in enumerate(Role))
    seen = at_home.GroupSeen(name=name, mentors=(name,), mentees=(name, name), invite_link="https://t.me/+x")
    poster = on_paper.Poster(
        group_name=name,
        organisation=name,
        language=Language.BG,
        role=Role.MENTEE,
        token="t" * 32,
        places=4,
        expires_at=NOW,
        code="NOVA-7K2",
    )
    return [
        on_the_way.AskLanguage(guess=Language.BG, programme=name),
        on_the_way.AskLanguage(guess=Language.EN, programme=None),
        on_the_way.AskLanguage(guess=Language.EN, programme=name, at_door=True),
        on_the_way.AskManagerName(telegram_name=name),
        on_the_way.AskOrganisation(name=name),
        on_the_way.AskWhichName(group_name=name, role=Role.MENTEE, names=choices, taken=name),
        on_the_way.AskWhichName(group_name=name, role=Role.MENTOR, names=()),
        on_the_way.AskOwnName(group_name=name),
        on_the_way.AwaitManager(name=name, group_name=name),
        on_the_way.AskConsent(name=name, group_name=name, organisation=name, managers=(name,)),
        on_the_way.AskConsent(name=name, group_name=name, organisation=name, managers=(name,), whole=True),
        on_the_way.AskConsent(
            name=name, group_name=name, organisation=name, managers=(), role=Role.MENTOR, guardian=name, quotes=True
        ),
        on_the_way.AskAge(years=18, group_name=name),
        on_the_way.AskGuardian(years=18, group_name=name),
        *(on_the_way.Declined(told=told) for told in (True, False)),
        *(on_the_way.SomebodyDeclined(at=1, group_name=name, name=who) for who in (None, name)),
        on_the_way.MinorJoined(name=name, group_name=name, guardian=name, years=18),
        *(
            on_the_way.AskToLetBackIn(
                telegram_id=2**52, name=name, role=Role.MENTEE, group_name=name, into=name, state=state, since=since
            )
            for state in (MembershipState.LEFT, MembershipState.REMOVED)
            for since in (None, NOW)
        ),
        on_the_way.AwaitManager(name=name, group_name=name, back=True),
        on_the_way.AskToLetIn(
            telegram_id=2**52,
            name=name,
            role=Role.MENTEE,
            group_name=name,
            handle="@x",
            choices=choices[:8],
            namesake="…1234",
        ),
        on_the_way.NotLetIn(group_name=name),
        *(on_the_way.AskToLetIn(telegram_id=2**52, name=name, role=role, group_name=name) for role in Role),
        *(on_the_way.LetInDecided(telegram_id=1, name=name, group_name=name, let_in=yes) for yes in (True, False)),
        on_the_way.TakenOut(group_name=name),
        *(on_the_way.WelcomeBack(name=name, missed=missed) for missed in (0, 1, 5)),
        of_groups.AskGroupName(),
        *(
            of_groups.AskNames(group_id=1, group_name=name, role=role, first=first)
            for role in Role
            for first in (True, False)
        ),
        of_groups.GroupList(groups=(line,) * 120),
        of_groups.GroupList(groups=()),
        of_groups.GroupCard(group_id=1, name=name, people=listed, chat=chat, linked_until=NOW, repeated=2),
        of_groups.GroupCard(group_id=1, name=name, people=(), chat=None, linked_until=None),
        of_groups.ChoosePerson(group_id=1, name=name, people=listed * 14),
        of_groups.Links(
            group_id=1,
            name=name,
            live=tuple(of_groups.LiveLink(role=role, left=1, expires_at=NOW) for role in (Role.MENTOR, Role.MENTEE)),
        ),
        of_groups.Links(group_id=1, name=name, live=()),
        of_groups.Links(group_id=1, name=name, live=(), chat_code="ABCDEFGH", chat_until=NOW),
        poster,
        on_paper.PosterSheets(posters=(poster, poster)),
        of_groups.WaysToBind(group_id=1, name=name, code="ABCDEFGH", expires_at=NOW),
        of_groups.ChooseChat(group_id=1, name=name),
        of_groups.ConfirmRebinding(group_id=1, name=name, chat_id=-(2**52), old_title=name, new_title=None),
        of_groups.WhichGroup(chat_id=-(2**52), title=name, groups=(line,)),
        *(of_groups.Bound(group_id=1, name=name, chat=chat, checked=checked) for checked in (True, False)),
        of_groups.LeftAlone(chat_id=-5, title=None),
        of_groups.Unbound(group_id=1, name=name, title=name),
        *a_board(name),
        *about_chats(name),
        of_groups.TooAnonymous(),
        of_groups.ComeToPrivate(),
        of_groups.ComeToPrivate(languages=(Language.BG, Language.EN)),
        of_groups.ChatRequest(group_id=1, group_name=name, telegram_id=2**52, name=name),
        *(
            of_groups.ChatRequestDecided(group_id=1, group_name=name, telegram_id=1, let_in=yes)
            for yes in (True, False)
        ),
        of_groups.MakeInviteLink(group_id=1, chat_id=-5),
        of_groups.LookUpRights(group_id=1, chat_id=-5, bot_id=1),
        of_groups.AnswerJoinRequest(chat_id=-5, telegram_id=1, let_in=False),
        of_groups.LeaveChat(chat_id=-5),
        at_home.Stranger(),
        *(at_home.Refused(why=why) for why in Why),
        *(at_home.Home(name=name, standings=everything, step=step) for step in steps),
        at_home.Home(name=name, standings=everything, step=steps[0], joined=joined),
        at_home.Help(standings=everything, has_people=True),
        at_home.Help(standings=(Standing.STRANGER,), has_people=False),
        at_home.HelpMore(standings=everything),
        at_home.OwnPeople(contacts=contacts, hours=HOURS),
        at_home.OwnPeople(contacts=(), hours=replace(HOURS, later=False)),
        at_home.MyGroups(groups=(seen,)),
        at_home.AskForWords(name=name),
        at_home.WordsFrom(person_id=2**52, name=name, words=name * 30),
        *(at_home.WordsPassedOn(name=name, reached=reached) for reached in (True, False)),
        at_home.OldButton(),
        at_home.PressToConfirm(label=name, data="h"),
    ]


def fits(notice: Notice, language: Language) -> None:
    rendering = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    if isinstance(rendering, Call):
        assert rendering.params["chat_id"] == -5
        return
    assert isinstance(rendering, Content)
    text, _ = parse_html(rendering.text)
    assert 0 < units(text) <= (CAPTION_UNITS if rendering.attachments else TEXT_UNITS)
    rows = (rendering.reply_markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    assert sum(len(row) for row in rows) <= MOST_KEYS
    assert all(0 < len(row) <= WIDEST_ROW for row in rows)
    assert all(len(str(key.get("callback_data", "x")).encode()) <= LIMIT_BYTES for row in rows for key in row)
    assert all(key["text"].strip() for row in rows for key in row)


def test_every_kind_of_notice_is_tried() -> None:
    tried = {type(notice) for notice in every_notice("Vera")}

    assert tried == {
        *joining.SCREENS,
        *groups.SCREENS,
        *binding.SCREENS,
        *on_top.SCREENS,
        *about.SCREENS,
        *common.SCREENS,
    }


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["Vera Dimova", "<b>&amp;</b> {count} %s", "Ж" * 64])
def test_every_screen_fits_what_telegram_takes(name: str, language: Language) -> None:
    for notice in every_notice(name):
        fits(notice, language)


@given(name=st.text(min_size=1, max_size=64))
def test_no_name_can_break_a_screen(name: str) -> None:
    for notice in every_notice(f"V{name}"):
        fits(notice, Language.BG)


def test_a_poster_is_in_the_groups_language_whoever_reads_it() -> None:
    [poster] = [notice for notice in every_notice("Нова") if isinstance(notice, on_paper.Poster)]

    shown = SCREENS[type(poster)](poster, Say(Language.EN, "Europe/Sofia", "ementor_bot"))

    assert isinstance(shown, Content)
    assert "Сканирайте кода" in shown.text
