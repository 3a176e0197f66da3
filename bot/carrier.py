"""Carries one parcel one call further and sees to what follows: here notices meet the network."""

from __future__ import annotations

import contextlib
import random
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, assert_never

from bot.crash_points import reached
from bot.failures import Failure
from bot.faults import name_fault
from bot.logs import log
from bot.recorder import Outcome, nothing
from bot.verdicts import CarryOn, Follow, GiveUp, HoldEverything, LetGo, TryAgain, UseOwnCopies, WaitForChat, judge
from storage import cards, dispatch
from storage.dispatch import PutBack, Sent, Settled
from storage.parcels import ParcelStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from bot.backoff import Backoff
    from bot.bot_api import BotApi
    from bot.clock import Clock
    from bot.departures import Departures
    from bot.failures import Unreachable
    from bot.outgoing import Outgoing
    from bot.recorder import Recorder
    from bot.supervisor import Supervisor
    from bot.under_way import UnderWay
    from bot.verdicts import Verdict
    from storage.cards import Card
    from storage.parcels import Parcel

#: Where on our own disk the files lie that Telegram gave these identifiers.
OwnCopies: TypeAlias = "Callable[[frozenset[str]], Awaitable[Mapping[str, Path]]]"

#: Telegram lets bots delete their messages for so long.
_DELETABLE = timedelta(hours=48)
#: After so many tries a parcel no longer keeps the rest of its chat waiting.
_TRIES_IN_LINE = 5


async def nothing_of_our_own(_files: frozenset[str]) -> Mapping[str, Path]:
    return {}


class Carrier:
    """The `on_…` callbacks run in the unit that marks the parcel."""

    def __init__(
        self,
        *,
        api: BotApi,
        clock: Clock,
        departures: Departures,
        recorder: Recorder,
        supervisor: Supervisor,
        outgoing: Outgoing,
        backoff: Backoff,
        on_result: Callable[[Connection, Parcel, object], None],
        on_unreachable: Callable[[Connection, Parcel, Unreachable], None],
        on_migrated: Callable[[Connection, int, int], None],
        own_copies: OwnCopies,
        on_refused: Callable[[Connection, Parcel], None] | None = None,
    ) -> None:
        self._api = api
        self._clock = clock
        self._departures = departures
        self._recorder = recorder
        self._supervisor = supervisor
        self._outgoing = outgoing
        self._on_result = on_result
        self._on_unreachable = on_unreachable
        self._on_migrated = on_migrated
        self._backoff = backoff
        self._own_copies = own_copies
        self._on_refused = on_refused

    async def carry(self, way: UnderWay) -> None:
        step = way.step
        try:
            result = await self._api.call(step.method, step.params, step.files)
        except Failure as failure:
            self._follow_up(way, judge(failure, way))
        except Exception as error:  # noqa: BLE001 -- such as a file that is gone: its chat must not wait for ever
            self._give_up(way, ParcelStatus.DEAD, name_fault(error))
        else:
            reached("parcel_accepted")
            self._departures.reached_telegram()
            self._outgoing.token_refused = False
            way.carried_out(result)
            self.go_on(way, messages=step.messages)

    def go_on(self, way: UnderWay, *, messages: int) -> None:
        if way.steps:
            self._departures.goes_on(way, messages=messages)
        else:
            self._finish(way, messages)

    def settle(
        self,
        line: int,
        parcel: Parcel,
        status: ParcelStatus,
        reason: str,
        *,
        messages: int = 1,
        tell: Callable[[Connection], None] = nothing,
    ) -> None:
        """It will not be tried again."""
        self._count(status)
        log.warning("a notice was not delivered", parcel=parcel.id, kind=parcel.kind, status=status, reason=reason)
        settled = Settled(parcel_id=parcel.id, status=status, reason=reason, settled_at=self._clock.now())
        self._recorder.record(
            Outcome(
                mark=lambda connection: dispatch.settle(connection, settled),
                tell=tell,
                then=partial(self._departures.gone, line, parcel.id, messages=messages),
            )
        )

    def _finish(self, way: UnderWay, messages: int) -> None:
        now = self._clock.now()
        parcel = way.parcel
        self._outgoing.sent += 1
        self._outgoing.repeated += parcel.repeat
        self._recorder.record(
            Outcome(
                sent=Sent(parcel_id=parcel.id, sent_message_id=way.message_id, settled_at=now),
                mark=partial(_mark_cards, shown=way.cards_now(now), parcel=parcel, overwritten=way.overwritten),
                tell=lambda connection: self._on_result(connection, parcel, way.result),
                then=partial(self._finished, way, messages),
            )
        )

    def _finished(self, way: UnderWay, messages: int) -> None:
        self._departures.gone(way.line, way.parcel.id, messages=messages)
        if way.replaced is not None:
            self._supervisor.spawn("retire a card", self._retire(way.replaced))

    async def _retire(self, card: Card) -> None:
        """The old copy goes, or where it is too old for that, its buttons do; its presses are harmless anyway."""
        message = {"chat_id": card.chat_id, "message_id": card.message_id}
        if self._clock.now() - card.sent_at < _DELETABLE:
            with contextlib.suppress(Failure):
                await self._api.call("deleteMessage", message)
                return
        with contextlib.suppress(Failure):
            await self._api.call("editMessageReplyMarkup", message)

    def _follow_up(self, way: UnderWay, verdict: Verdict) -> None:
        match verdict:
            case CarryOn():
                self.go_on(way, messages=1)
            case WaitForChat(seconds=seconds):
                self._wait(way, seconds * random.uniform(1.0, 1.1))  # noqa: S311 -- spreads load, guards nothing
            case HoldEverything(token_refused=token_refused):
                self._hold_everything(way, token_refused=token_refused)
            case TryAgain(repeat=repeat):
                self._try_again(way, repeat=repeat)
            case GiveUp(status=status, reason=reason):
                self._give_up(way, status, reason)
            case LetGo(why=why):
                self._let_go(way, why)
            case Follow(chat_id=chat_id):
                self._follow(way, chat_id)
            case UseOwnCopies():
                self._supervisor.spawn("find our own copies", self._use_own_copies(way))
            case _:
                assert_never(verdict)

    async def _use_own_copies(self, way: UnderWay) -> None:
        try:
            way.use_copies(await self._own_copies(way.named_files))
        except BaseException:
            self._put_back(way, partial(self._departures.again, way.line, way.parcel))
            raise
        self._departures.goes_on(way, messages=0)

    def _wait(self, way: UnderWay, seconds: float) -> None:
        self._departures.flooded(way.line, seconds)
        if way.begun:
            self._departures.goes_on(way)
        else:
            self._put_back(way, partial(self._departures.again, way.line, way.parcel), after=seconds)

    def _hold_everything(self, way: UnderWay, *, token_refused: bool) -> None:
        self._departures.hold_all()
        if token_refused and not self._outgoing.token_refused:
            log.critical("Telegram does not accept the token: nothing is sent, nothing is dropped")
        self._outgoing.token_refused |= token_refused
        if way.begun:
            self._departures.goes_on(way, messages=0)
        else:
            self._put_back(way, partial(self._departures.again, way.line, way.parcel, messages=0))

    def _try_again(self, way: UnderWay, *, repeat: bool) -> None:
        delay = self._backoff.delay(way.parcel.attempts)
        if way.parcel.attempts < _TRIES_IN_LINE:
            then = partial(self._departures.again, way.line, way.parcel, after=delay)
        else:
            then = partial(self._departures.gone, way.line, way.parcel.id)
        self._put_back(way, then, after=delay, repeat=repeat)

    def _give_up(self, way: UnderWay, status: ParcelStatus, reason: str) -> None:
        on_refused = self._on_refused
        if on_refused is None or status is not ParcelStatus.DEAD:
            self.settle(way.line, way.parcel, status, reason)
        else:
            self.settle(
                way.line, way.parcel, status, reason, tell=lambda connection: on_refused(connection, way.parcel)
            )

    def _let_go(self, way: UnderWay, why: Unreachable) -> None:
        self._outgoing.unreachable += 1

        def tell(connection: Connection) -> None:
            self._on_unreachable(connection, way.parcel, why)

        self.settle(way.line, way.parcel, ParcelStatus.DEAD, f"unreachable: {why.reason}", tell=tell)

    def _follow(self, way: UnderWay, chat_id: int) -> None:
        now, old = self._clock.now(), way.parcel.chat_id
        delay = self._backoff.delay(way.parcel.attempts)
        put_back = PutBack(parcel_id=way.parcel.id, not_before=now + timedelta(seconds=delay))

        def mark(connection: Connection) -> None:
            dispatch.follow_chat(connection, old, chat_id, now)
            dispatch.put_back(connection, put_back)

        def then() -> None:
            self._departures.again(way.line, way.parcel, after=delay)
            self._departures.moved(way.line, chat_id)

        self._recorder.record(
            Outcome(mark=mark, tell=lambda connection: self._on_migrated(connection, old, chat_id), then=then)
        )

    def _put_back(self, way: UnderWay, then: Callable[[], None], *, after: float = 0.0, repeat: bool = False) -> None:
        not_before = self._clock.now() + timedelta(seconds=after)
        put_back = PutBack(parcel_id=way.parcel.id, not_before=not_before, repeat=repeat)
        self._recorder.record(Outcome(mark=lambda connection: dispatch.put_back(connection, put_back), then=then))

    def _count(self, status: ParcelStatus) -> None:
        match status:
            case ParcelStatus.UNKNOWN:
                self._outgoing.uncertain += 1
            case ParcelStatus.EXPIRED:
                self._outgoing.expired += 1
            case _:
                self._outgoing.refused += 1


def _mark_cards(connection: Connection, *, shown: Sequence[Card], parcel: Parcel, overwritten: int | None) -> None:
    if overwritten is not None:
        cards.give_up(connection, parcel.chat_id, overwritten, but_for=parcel.card_key)
    for card in shown:
        cards.keep(connection, card)
