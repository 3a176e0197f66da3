"""How places in a group look: to those who hold them, and to managers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from handlers.buttons.colleagues import RelinkButton
from handlers.buttons.common import HelpButton
from handlers.buttons.erasing import NoteWishButton
from handlers.buttons.groups import GroupButton, LinksButton, PeopleButton
from handlers.buttons.handing_over import ReplaceButton
from handlers.buttons.on_paper import GetsTelegramButton
from handlers.buttons.places import (
    AskRestButton,
    ComeBackButton,
    ConfirmDeedButton,
    DecideReturnButton,
    DeedButton,
    OutOfChatButton,
    PauseUntil,
    PersonButton,
    TurnPausePage,
)
from handlers.keyboards import inline
from handlers.message import Call, Content
from handlers.screens import calendar
from handlers.screens.doors import way_home
from mentoring.notices.groups import Presence
from mentoring.notices.places import (
    AskDeed,
    AskHowToRest,
    AskPauseDay,
    AskToReturn,
    NotBack,
    OwnDeedDone,
    OwnPlace,
    OwnPlaces,
    PersonCard,
    PlaceChanged,
    PlaceNews,
    ReturnAwaited,
    ReturnDecided,
    TakeOutOfChat,
    TakingOutOfChat,
)
from mentoring.people import MembershipState, Role
from mentoring.places import Deed
from texts import groups as group_words
from texts import home as home_words
from texts import on_paper as paper_words
from texts import people_cards as card_words
from texts import places as words
from texts.erasing import wish_for_button
from texts.handing_over import replace_button
from texts.relinking import own_link_button, relink_button
from texts.say import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from texts.say import Say


def own_places(notice: OwnPlaces, say: Say) -> Content:
    rows = [row for one in notice.places for row in place_rows(one, say)]
    return Content(text=words.own_places(say, notice.places), reply_markup=inline(*rows, way_home(say)))


def place_rows(one: OwnPlace, say: Say) -> Sequence[Row]:
    of = one.membership_id
    match one.state:
        case MembershipState.ACTIVE:
            return [[(words.rest_in_button(say, one.group_name), AskRestButton(membership_id=of))]]
        case MembershipState.PAUSED:
            leave = (words.leave_button(say), DeedButton(membership_id=of, deed=Deed.LEAVE))
            return [
                [(words.back_to_button(say, one.group_name), DeedButton(membership_id=of, deed=Deed.RETURN))],
                [leave],
            ]
        case _:
            return [[(words.back_to_button(say, one.group_name), ComeBackButton(membership_id=of))]]


def ask_how_to_rest(notice: AskHowToRest, say: Say) -> Content:
    of = notice.membership_id
    lengths = zip(words.length_buttons(say), notice.days, strict=True)
    rows: list[Row] = [
        [(label, PauseUntil(membership_id=of, day=day)) for label, day in lengths],
        [(words.other_day_button(say), TurnPausePage(membership_id=of, day=notice.days[0]))],
    ]
    if notice.own:
        rows.append([(words.leave_button(say), DeedButton(membership_id=of, deed=Deed.LEAVE))])
    text = words.ask_how_to_rest(say, group=notice.group_name, name=None if notice.own else notice.name)
    return Content(text=text, reply_markup=inline(*rows, _back(notice.own, of, say)))


def ask_pause_day(notice: AskPauseDay, say: Say) -> Content:
    turn, pick = partial(_turn, notice.membership_id), partial(_pick, notice.membership_id)
    page = calendar.page(say, month=notice.month, today=notice.today, turn=turn, pick=pick)
    back = [(group_words.back_button(say), AskRestButton(membership_id=notice.membership_id))]
    return Content(text=words.ask_pause_day(say), reply_markup=inline(*page, back))


def _turn(membership_id: int, day: date) -> Target:
    return TurnPausePage(membership_id=membership_id, day=day)


def _pick(membership_id: int, day: date) -> Target:
    return PauseUntil(membership_id=membership_id, day=day)


def ask_deed(notice: AskDeed, say: Say) -> Content:
    confirm = ConfirmDeedButton(membership_id=notice.membership_id, deed=notice.deed)
    label = words.confirm_button(say, notice.deed, own=notice.own)
    return Content(
        text=words.ask_deed(say, notice),
        reply_markup=inline([(label, confirm)], _back(notice.own, notice.membership_id, say)),
    )


def _back(own: bool, membership_id: int, say: Say) -> Row:  # noqa: FBT001  where the question came from
    if own:
        return way_home(say)
    return [(group_words.back_button(say), PersonButton(membership_id=membership_id))]


def own_deed_done(notice: OwnDeedDone, say: Say) -> Content:
    of = notice.membership_id
    back: Target = ComeBackButton(membership_id=of)
    if notice.deed is Deed.PAUSE:
        back = DeedButton(membership_id=of, deed=Deed.RETURN)
    chat: Row = [(words.out_of_chat_button(say), OutOfChatButton(membership_id=of))] if notice.in_chat else []
    rows: list[Row] = [chat, [(words.back_to_button(say, notice.group_name), back)], way_home(say)]
    return Content(text=words.own_deed_done(say, notice), reply_markup=inline(*rows))


def place_changed(notice: PlaceChanged, say: Say) -> Content:
    keys: list[tuple[str, Target]] = []
    if notice.deed is Deed.PAUSE:
        again = DeedButton(membership_id=notice.membership_id, deed=Deed.RETURN)
        keys.append((words.back_to_button(say, notice.group_name), again))
    return Content(text=words.place_changed(say, notice), reply_markup=inline(keys, way_home(say)))


def place_news(notice: PlaceNews, say: Say) -> Content:
    person: Row = []
    if notice.membership_id is not None:
        person = [(card_words.person_button(say, notice.name), PersonButton(membership_id=notice.membership_id))]
    return Content(text=words.place_news(say, notice), reply_markup=inline(person, way_home(say)))


def person_card(notice: PersonCard, say: Say) -> Content:
    of = notice.membership_id
    keys = [(card_words.deed_button(say, deed), _deed(of, deed)) for deed in notice.deeds]
    rows: list[Row] = [keys[start : start + 2] for start in range(0, len(keys), 2)]
    rows += _telegram_rows(notice, say)
    if notice.in_chat:
        rows.append([(words.them_out_of_chat_button(say), OutOfChatButton(membership_id=of))])
    if notice.role is Role.MENTOR and notice.state is MembershipState.ACTIVE:
        rows.append([(replace_button(say), ReplaceButton(membership_id=of))])
    if notice.presence is not Presence.EXPECTED and not notice.on_paper:
        rows.append([(relink_button(say), RelinkButton(membership_id=of))])
    people = (card_words.people_button(say), PeopleButton(group_id=notice.group_id))
    group = (group_words.back_button(say), GroupButton(group_id=notice.group_id))
    return Content(text=card_words.person_card(say, notice), reply_markup=inline(*rows, [people, group]))


def _telegram_rows(notice: PersonCard, say: Say) -> list[Row]:
    """Somebody on paper may get Telegram; until they have come in by the link, that can be taken back."""
    of = notice.membership_id
    if not notice.on_paper:
        return []
    own_link: Row = [(own_link_button(say), RelinkButton(membership_id=of))]
    wish: Row = [(wish_for_button(say), NoteWishButton(membership_id=of, sure=False))]
    match notice.state:
        case MembershipState.ACTIVE:
            gets = GetsTelegramButton(membership_id=of, yes=True)
            return [[(paper_words.gets_telegram_button(say), gets)], own_link, wish]
        case MembershipState.EXPECTED:
            back = GetsTelegramButton(membership_id=of, yes=False)
            links: Row = [(group_words.links_button(say), LinksButton(group_id=notice.group_id))]
            return [links, own_link, [(paper_words.still_on_paper_button(say), back)], wish]
        case _:
            return [own_link, wish]


def _deed(membership_id: int, deed: Deed) -> Target:
    if deed is Deed.PAUSE:
        return AskRestButton(membership_id=membership_id)
    return DeedButton(membership_id=membership_id, deed=deed)


def ask_to_return(notice: AskToReturn, say: Say) -> Content:
    of = notice.membership_id
    keys: Row = [
        (words.let_back_button(say), DecideReturnButton(membership_id=of, yes=True)),
        (words.not_back_button(say), DecideReturnButton(membership_id=of, yes=False)),
    ]
    text = words.ask_to_return(say, name=notice.name, group=notice.group_name)
    return Content(
        text=text,
        reply_markup=inline(keys, [(card_words.person_button(say, notice.name), PersonButton(membership_id=of))]),
    )


def return_decided(notice: ReturnDecided, say: Say) -> Content:
    text = words.return_decided(say, name=notice.name, group=notice.group_name, let_in=notice.let_in)
    return Content(text=text, reply_markup=inline(way_home(say)))


def return_awaited(notice: ReturnAwaited, say: Say) -> Content:
    return Content(text=words.return_awaited(say, group=notice.group_name), reply_markup=inline(way_home(say)))


def not_back(notice: NotBack, say: Say) -> Content:
    text = words.not_back(say, group=notice.group_name)
    return Content(text=text, reply_markup=inline([(home_words.help_button(say), HelpButton())]))


def take_out_of_chat(notice: TakeOutOfChat, _: Say) -> Call:
    """Whoever was not banned before may come back."""
    return Call(method="unbanChatMember", params={"chat_id": notice.chat_id, "user_id": notice.telegram_id})


def taking_out_of_chat(_: TakingOutOfChat, say: Say) -> Content:
    return Content(text=Html(escaped(words.taking_out_of_chat(say))))


SCREENS: Screens = {
    OwnPlaces: own_places,
    AskHowToRest: ask_how_to_rest,
    AskPauseDay: ask_pause_day,
    AskDeed: ask_deed,
    OwnDeedDone: own_deed_done,
    PlaceChanged: place_changed,
    PlaceNews: place_news,
    PersonCard: person_card,
    AskToReturn: ask_to_return,
    ReturnDecided: return_decided,
    ReturnAwaited: return_awaited,
    NotBack: not_back,
    TakeOutOfChat: take_out_of_chat,
    TakingOutOfChat: taking_out_of_chat,
}
