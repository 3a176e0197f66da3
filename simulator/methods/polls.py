"""Polls and quizzes."""

from __future__ import annotations

from simulator.access import message_of
from simulator.errors import bad_request
from simulator.keyboards import Strict, checked_markup
from simulator.methods.forms import Entity, InChat, Sending, destination, read_formatted, send
from simulator.methods.table import Call, answers
from simulator.voting import close, close_in_time
from simulator.wire import Wire, present, units
from simulator.world import Poll


class PollOption(Strict):
    text: str
    text_parse_mode: str | None = None
    text_entities: list[Entity] | None = None


class SendPoll(Sending, kw_only=True):
    question: str
    options: list[PollOption | str]
    question_parse_mode: str | None = None
    question_entities: list[Entity] | None = None
    is_anonymous: bool = True
    type: str = "regular"
    allows_multiple_answers: bool = False
    allows_revoting: bool | None = None
    shuffle_options: bool = False
    allow_adding_options: bool = False
    hide_results_until_closes: bool = False
    members_only: bool = False
    correct_option_id: int | None = None
    correct_option_ids: list[int] | None = None
    explanation: str = ""
    explanation_parse_mode: str | None = None
    explanation_entities: list[Entity] | None = None
    open_period: int | None = None
    close_date: int | None = None
    is_closed: bool = False
    description: str = ""
    description_parse_mode: str | None = None
    description_entities: list[Entity] | None = None


@answers(SendPoll)
def send_poll(call: Call, ask: SendPoll) -> Wire:
    chat, manner = destination(call, ask)
    question = read_formatted(call.world, ask.question, ask.question_parse_mode, ask.question_entities)
    _check(ask, question.text)
    poll = Poll(
        id=str(5_200_000_000_000_000_000 + call.world.count("poll")),
        body=question.wire("question", "question_entities") | _nature(call, ask),
        options=[_option(call, option, index) for index, option in enumerate(ask.options)],
        is_anonymous=ask.is_anonymous,
        is_closed=ask.is_closed,
        closes_at=ask.close_date if ask.open_period is None else call.world.now() + ask.open_period,
    )
    call.world.polls[poll.id] = poll
    message = send(call, chat, {"poll": poll.wire()}, manner)
    close_in_time(call.world, message, poll)
    return message.wire()


def _check(ask: SendPoll, question: str) -> None:
    if not question:
        raise bad_request("poll question must be non-empty")
    if units(question) > 300:
        raise bad_request("poll question length must not exceed 300")
    if not ask.options:
        raise bad_request("poll must have at least 1 option")
    if len(ask.options) > 12:
        raise bad_request("poll can't have more than 12 options")
    if ask.type not in {"regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    correct = _correct(ask)
    if ask.type == "quiz" and (not correct or max(correct) >= len(ask.options) or min(correct) < 0):
        raise bad_request("wrong correct option ID specified")
    if units(ask.explanation) > 200:
        raise bad_request("message is too long")


def _correct(ask: SendPoll) -> list[int]:
    single = [] if ask.correct_option_id is None else [ask.correct_option_id]
    return ask.correct_option_ids or single


def _option(call: Call, option: PollOption | str, index: int) -> Wire:
    option = PollOption(text=option) if isinstance(option, str) else option
    text = read_formatted(call.world, option.text, option.text_parse_mode, option.text_entities)
    if not text.text:
        raise bad_request("poll options must be non-empty")
    if units(text.text) > 100:
        raise bad_request("poll options length must not exceed 100")
    return text.wire("text", "text_entities") | {"persistent_id": str(index)}


def _nature(call: Call, ask: SendPoll) -> Wire:
    told: Wire = {"type": ask.type, "allows_multiple_answers": ask.allows_multiple_answers}
    told["allows_revoting"] = ask.type == "regular" if ask.allows_revoting is None else ask.allows_revoting
    told["members_only"] = ask.members_only
    if ask.type == "quiz":
        told["correct_option_ids"] = _correct(ask)
    why = read_formatted(call.world, ask.explanation, ask.explanation_parse_mode, ask.explanation_entities)
    return told | why.wire("explanation", "explanation_entities") | present({"open_period": ask.open_period})


class StopPoll(InChat):
    message_id: int
    business_connection_id: str | None = None
    reply_markup: Wire | None = None


@answers(StopPoll)
def stop_poll(call: Call, ask: StopPoll) -> Wire:
    message = message_of(call.world, ask.chat_id, ask.message_id, "with poll to stop")
    told = message.body.get("poll")
    poll = call.world.polls.get(str(told["id"])) if isinstance(told, dict) else None
    if poll is None or message.sender is not call.world.bot:
        raise bad_request("poll can't be stopped")
    if poll.is_closed:
        raise bad_request("poll has already been closed")
    close(call.world, message, poll, checked_markup(ask.reply_markup, inline_only=True))
    return poll.wire()
