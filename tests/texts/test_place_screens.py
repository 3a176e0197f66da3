"""Every screen about places in groups, in both languages and with hostile names, is HTML that Telegram takes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import TEXT_UNITS, units
from handlers.codec import LIMIT_BYTES
from handlers.message import Call, Content
from handlers.screens import SCREENS
from handlers.screens import chat_members as of_chats
from handlers.screens import group_life as of_groups
from handlers.screens import on_paper as of_paper
from handlers.screens import places as of_places
from handlers.screens import silence as of_silence
from handlers.screens import snoozing as of_snoozing
from mentoring.files import FileKind
from mentoring.group_deeds import GroupDeed
from mentoring.groups import GroupState
from mentoring.ids import SessionId, SubmissionId
from mentoring.next_steps import Doing, NextStep
from mentoring.notices import chat_members, common, group_life, on_paper, places, silence, snoozing
from mentoring.notices.groups import Presence
from mentoring.notices.sending import Correctable
from mentoring.notices.sessions import SessionSeen
from mentoring.notices.submissions import FileShown
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import Standing
from mentoring.places import Deed
from mentoring.sessions import Place, SessionKind, SessionState
from simulator.html import parse_html
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.notices import Notice

NOW, DAY = datetime(2026, 11, 23, 9, tzinfo=UTC), date(2026, 11, 30)
STATES = (MembershipState.ACTIVE, MembershipState.PAUSED, MembershipState.LEFT)


def own_places(name: str) -> tuple[places.OwnPlace, ...]:
    return tuple(places.OwnPlace(membership_id=2**52, group_name=name, state=state, until=NOW) for state in STATES)


def every_notice(name: str) -> Iterator[Notice]:
    """At least one of each kind, with this as every name and reason in it."""
    yield places.OwnPlaces(places=own_places(name))
    for own in (True, False):
        yield places.AskHowToRest(
            membership_id=2**52, group_id=1, own=own, group_name=name, name=name, days=(DAY, DAY, DAY)
        )
        yield places.AskPauseDay(membership_id=2**52, group_id=1, own=own, month=DAY, today=DAY)
        yield from (a_question(deed, name, reason, own=own) for deed, reason in product(Deed, (name * 5, "")))
    for deed in Deed:
        yield places.OwnDeedDone(deed=deed, membership_id=1, group_name=name, until=NOW, in_chat=True)
        yield places.PlaceChanged(deed=deed, membership_id=1, group_name=name, until=NOW)
        yield places.PlaceNews(deed=deed, name=name, group_name=name, until=NOW, reason=name, membership_id=1)
        yield places.PlaceNews(deed=deed, name=name, group_name=name, until=None)
    for presence, role in product(Presence, (Role.MENTOR, Role.MENTEE)):
        yield a_person(name, presence, role)
    yield places.AskToReturn(membership_id=1, name=name, group_name=name)
    yield places.ReturnDecided(membership_id=1, name=name, group_name=name, let_in=True)
    yield places.ReturnDecided(membership_id=1, name=name, group_name=name, let_in=False)
    yield places.ReturnAwaited(group_name=name)
    yield places.NotBack(group_name=name)
    yield places.TakeOutOfChat(chat_id=-5, telegram_id=1)
    yield places.TakingOutOfChat()
    yield from about_the_chat(name)
    yield from about_whole_groups(name)
    yield from about_paper(name)
    for until in (NOW, None):
        yield snoozing.SnoozeCard(until=until)
        for role in (Role.MENTOR, Role.MENTEE):
            yield silence.SilenceNudge(group_name=name, role=role, since=NOW)
            yield silence.SomebodySilent(
                membership_id=2**52,
                person_id=2**52,
                name=name,
                group_name=name,
                role=role,
                since=NOW,
                waiting_until=until,
            )


def about_the_chat(name: str) -> Iterator[Notice]:
    for link in ("https://t.me/+x", None):
        yield chat_members.WentOutOfChat(group_id=1, group_name=name, invite_link=link)
    yield chat_members.BackInChat(group_id=1, group_name=name)
    yield chat_members.StillOutOfChat(name=name, person_id=1, group_name=name)
    yield chat_members.TakenOutByAdmin(membership_id=1, name=name, group_name=name)
    yield chat_members.OutsiderAdded(membership_id=1, name=name, group_name=name)
    yield chat_members.NotTakenOut(membership_id=1, name=name, group_name=name)


def about_paper(name: str) -> Iterator[Notice]:
    yield on_paper.ChooseGroupOnPaper(groups=(on_paper.LedGroup(group_id=2**52, name=name),))
    yield on_paper.AskNamesOnPaper(group_id=1, group_name=name)
    yield on_paper.AddedOnPaper(group_name=name, names=(name,) * 9)
    yield on_paper.FiledFor(submission_id=SubmissionId(1), number=1001, name=name, group=name)
    yield on_paper.FiledFor(submission_id=SubmissionId(1), number=1001, name=name, group=name, corrected=True)
    file = FileShown(kind=FileKind.DOCUMENT, file_id="f", name=name)
    for many in (1, 3):
        returned = tuple(Correctable(submission_id=SubmissionId(one), number=1000 + one) for one in range(many))
        yield on_paper.CorrectionForQuestion(
            submission_id=SubmissionId(1), membership_id=1, name=name, files=(file,), open=returned
        )
    session = SessionSeen(
        session_id=SessionId(1),
        number=1,
        group=name,
        kind=SessionKind.INITIAL,
        starts_at=NOW,
        place=Place.CHAT,
        address="",
        state=SessionState.PLANNED,
        moves=0,
    )
    for diary in (True, False):
        yield on_paper.RemindOnPaper(session=session, names=(name,) * 9, diary=diary)


def about_whole_groups(name: str) -> Iterator[Notice]:
    for state in GroupState:
        yield group_life.GroupLife(group_id=1, name=name, state=state, deeds=tuple(GroupDeed))
    choices = (group_life.MergeChoice(group_id=2**52, name=name),)
    for groups in (choices * 120, ()):
        yield group_life.ChooseMerge(group_id=2**52, name=name, groups=groups)
    yield group_life.AskSplitName(group_id=1, name=name)
    lines = tuple(
        group_life.SplitLine(membership_id=2**52, name=name, role=role, picked=picked)
        for role, picked in product((Role.MENTOR, Role.MENTEE), (True, False))
    )
    yield group_life.ChooseSplit(group_id=2**52, name=name, new_name=name, people=lines)
    for deed, names, reason in product(GroupDeed, ((name,) * 12, ()), (name, "")):
        yield group_life.AskGroupDeed(
            group_id=1,
            name=name,
            deed=deed,
            other=name,
            people=names,
            sessions=len(names),
            documents=len(names),
            reason=reason,
            both=names,
        )
        yield group_life.GroupNews(deed=deed, name=name, other=name, people=names, documents=len(names), reason=reason)
        yield group_life.GroupLifePost(
            deed=deed,
            name=name,
            other=name,
            invite_link="https://t.me/+x" if reason else None,
            languages=(Language.BG, Language.EN),
        )
    yield group_life.GroupMoved(old_name=name, name=name, mentors=(name,), invite_link="https://t.me/+x")
    for left in (0, 1):
        yield group_life.GroupTooSmall(group_id=1, name=name, left=left)


def a_question(deed: Deed, name: str, reason: str, *, own: bool) -> Notice:
    return places.AskDeed(
        deed=deed,
        membership_id=2**52,
        group_id=1,
        group_name=name,
        name=name,
        own=own,
        until=DAY,
        reason=reason,
        waiting=len(reason),
    )


def a_person(name: str, presence: Presence, role: Role) -> Notice:
    return places.PersonCard(
        membership_id=1,
        group_id=1,
        group_name=name,
        name=name,
        role=role,
        state=MembershipState.COMPLETED_EARLY,
        presence=presence,
        since=NOW,
        until=NOW,
        reason=name,
        out_of_chat=True,
        in_chat=True,
        deeds=tuple(Deed),
    )


def fits(notice: Notice, language: Language) -> None:
    rendering = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    if isinstance(rendering, Call):
        assert rendering.params == {"chat_id": -5, "user_id": 1}
        return
    assert isinstance(rendering, Content)
    text, _ = parse_html(rendering.text)
    assert 0 < units(text) <= TEXT_UNITS
    rows = (rendering.reply_markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    assert all(0 < len(row) <= 8 for row in rows)
    assert all(len(str(key.get("callback_data", "x")).encode()) <= LIMIT_BYTES for row in rows for key in row)


def test_every_kind_of_notice_is_tried() -> None:
    assert {type(notice) for notice in every_notice("Vera")} == {
        *of_places.SCREENS,
        *of_chats.SCREENS,
        *of_groups.SCREENS,
        *of_paper.SCREENS,
        *of_snoozing.SCREENS,
        *of_silence.SCREENS,
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


@pytest.mark.parametrize(("language", "back"), [(Language.EN, "Come back to Nova"), (Language.BG, "Обратно в Nova")])
def test_a_home_card_says_where_its_reader_rests_and_leads_back(language: Language, back: str) -> None:
    home = common.Home(
        name="Vera",
        standings=(Standing.KNOWN, Standing.RESTING),
        step=NextStep(doing=Doing.NOTHING),
        resting=own_places("Nova")[1:2],
    )

    shown = SCREENS[common.Home](home, Say(language, "Europe/Sofia", "ementor_bot"))

    assert isinstance(shown, Content)
    assert "Nova" in shown.text
    assert back in str(shown.reply_markup)
