"""What follows for a parcel from a failed call: no waiting and no clock, so that the whole policy reads at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.failures import (
    Failure,
    FollowChat,
    HasCaption,
    NoMessage,
    NoThread,
    NotModified,
    NotSent,
    Refused,
    TokenRefused,
    Uncertain,
    UnknownFile,
    Unreachable,
    Wait,
)
from storage.parcels import ParcelStatus

if TYPE_CHECKING:
    from bot.under_way import UnderWay


@dataclass(frozen=True, slots=True)
class CarryOn:
    """The parcel's steps were adapted; what is left of them goes on."""


@dataclass(frozen=True, slots=True)
class WaitForChat:
    seconds: float


@dataclass(frozen=True, slots=True)
class HoldEverything:
    """Nothing can be sent to anybody now."""

    token_refused: bool


@dataclass(frozen=True, slots=True)
class TryAgain:
    """`repeat`: this attempt may have arrived, and the next must say so."""

    repeat: bool


@dataclass(frozen=True, slots=True)
class GiveUp:
    status: ParcelStatus
    reason: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """Nobody can be reached there."""

    why: Unreachable


@dataclass(frozen=True, slots=True)
class UseOwnCopies:
    """Telegram does not know the files by their identifiers: they are on our own disk."""


@dataclass(frozen=True, slots=True)
class Follow:
    chat_id: int


Verdict: TypeAlias = CarryOn | WaitForChat | HoldEverything | TryAgain | GiveUp | LetGo | Follow | UseOwnCopies


def judge(failure: Failure, under_way: UnderWay) -> Verdict:
    match failure:
        case NotModified() | NoMessage() | NoThread() | HasCaption():
            return _judge_message(failure, under_way)
        case UnknownFile() if under_way.named_files:
            return UseOwnCopies()
        case Wait():
            return WaitForChat(failure.retry_after)
        case NotSent():
            return HoldEverything(token_refused=False)
        case TokenRefused():
            return HoldEverything(token_refused=True)
        case Uncertain():
            return _judge_uncertain(failure, under_way)
        case FollowChat():
            return Follow(failure.chat_id)
        case Unreachable():
            return LetGo(failure)
        case Refused():
            return GiveUp(ParcelStatus.DEAD, f"{failure}")
        case _:
            return GiveUp(ParcelStatus.DEAD, type(failure).__name__)


def _judge_message(failure: NotModified | NoMessage | NoThread | HasCaption, under_way: UnderWay) -> Verdict:
    edits = under_way.step.edits is not None
    match failure:
        case NotModified():
            under_way.unchanged()
        case NoMessage() if edits:
            under_way.post_anew()
        case NoThread() if under_way.step.is_in_a_thread:
            under_way.leave_the_thread()
        case HasCaption() if edits:
            under_way.edit_the_caption()
        case _:
            return GiveUp(ParcelStatus.DEAD, f"{failure}" or type(failure).__name__)
    return CarryOn()


def _judge_uncertain(failure: Uncertain, under_way: UnderWay) -> Verdict:
    if under_way.step.is_harmless_twice and not under_way.begun:
        return TryAgain(repeat=False)
    if under_way.parcel.must_arrive:
        return TryAgain(repeat=not under_way.edited)
    return GiveUp(ParcelStatus.UNKNOWN, f"{failure}")
