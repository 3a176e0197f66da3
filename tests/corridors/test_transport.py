"""One way to Telegram for all: what arrives is returned, what does not is sorted, and nothing shows the token."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from bot.bot_api import BotApi, Upload
from bot.failures import (
    Failure,
    FollowChat,
    NotSent,
    Refused,
    TokenRefused,
    Uncertain,
    Unreachable,
    UnreachableReason,
    Wait,
)
from bot.transport import Transport

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.faults import Kind
    from simulator.persons import Person
    from simulator.server import Simulator

TOKEN = "123456:TEST-simulated-token-of-thirty-five-"


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport(token=TOKEN) as transport:
        yield transport


@pytest.fixture
def api(transport: Transport, simulator: Simulator) -> BotApi:
    return BotApi(transport=transport, token=TOKEN, api_url=f"{simulator.url}/")


@pytest.fixture
async def vera(simulator: Simulator) -> Person:
    vera = simulator.person("Vera")
    await vera.starts()
    return vera


async def failure_of(api: BotApi, vera: Person) -> Failure:
    with pytest.raises(Failure) as caught:
        await api.call("sendMessage", {"chat_id": vera.id, "text": "hello"}, read_timeout=0.1)
    return caught.value


async def test_a_call_gives_the_result(api: BotApi, vera: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Прието", "callback_data": "a"}]]}
    result = await api.call("sendMessage", {"chat_id": vera.id, "text": "Здравей", "reply_markup": keyboard})

    message = await vera.sees("Здравей")
    assert isinstance(result, dict)
    assert result["message_id"] == message.message_id
    assert message.buttons == (("Прието",),)


async def test_a_fetched_answer_comes_unread(api: BotApi) -> None:
    assert (await api.fetch("getUpdates", {"timeout": 0})).startswith(b'{"ok":true,"result":[')


async def test_a_file_goes_up_and_comes_down_in_chunks(api: BotApi, vera: Person, tmp_path: Path) -> None:
    content = bytes(range(256)) * 1024
    (tmp_path / "scan.bin").write_bytes(content)
    upload = Upload(path=tmp_path / "scan.bin", file_name="Скан.bin")
    params = {"chat_id": vera.id, "document": "attach://scan", "caption": "a scan"}
    sent = await api.call("sendDocument", params, {"scan": upload})
    assert isinstance(sent, dict)
    file = await api.call("getFile", {"file_id": sent["document"]["file_id"]})
    assert isinstance(file, dict)

    chunks = [chunk async for chunk in api.download(str(file["file_path"]))]
    assert b"".join(chunks) == content
    assert len(chunks) > 1
    assert sent["document"]["file_name"] == "Скан.bin"


async def test_a_file_that_is_gone_is_refused(api: BotApi) -> None:
    with pytest.raises(Refused):
        [chunk async for chunk in api.download("documents/nothing.pdf")]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("400", Refused),
        ("401", TokenRefused),
        ("403", Unreachable),
        ("404", TokenRefused),
        ("409", Refused),
        ("429", Wait),
        ("500", Uncertain),
        ("502", Uncertain),
        ("html", Uncertain),
        ("garbage", Uncertain),
        ("reset_before", Uncertain),
        ("reset_after", Uncertain),
        ("hang", Uncertain),
    ],
)
async def test_each_failure_is_sorted_by_what_can_be_done_about_it(
    api: BotApi, simulator: Simulator, vera: Person, kind: Kind, expected: type[Failure]
) -> None:
    simulator.faults.order(method="sendMessage", kind=kind, retry_after=7)
    failure = await failure_of(api, vera)

    assert type(failure) is expected
    assert getattr(failure, "retry_after", 7.0) == 7.0


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("Forbidden: bot was blocked by the user", UnreachableReason.BLOCKED),
        ("Forbidden: bot can't initiate conversation with a user", UnreachableReason.NEVER_STARTED),
        ("Forbidden: user is deactivated", UnreachableReason.DEACTIVATED),
        ("Forbidden: bot was kicked from the supergroup chat", UnreachableReason.KICKED),
        ("Forbidden: bot is not a member of the group chat", UnreachableReason.KICKED),
        ("Forbidden: the group chat was deleted", UnreachableReason.GONE),
    ],
)
async def test_the_reason_of_a_403_is_told(
    api: BotApi, simulator: Simulator, vera: Person, description: str, reason: UnreachableReason
) -> None:
    simulator.faults.order(method="sendMessage", kind="403", description=description)
    failure = await failure_of(api, vera)

    assert isinstance(failure, Unreachable)
    assert failure.reason is reason


async def test_a_group_that_became_a_supergroup_tells_its_new_id(
    api: BotApi, simulator: Simulator, vera: Person
) -> None:
    group = simulator.group("Group 7", owner=vera)
    group.adds_bot()
    old = group.id
    group.migrates()
    with pytest.raises(FollowChat) as caught:
        await api.call("sendMessage", {"chat_id": old, "text": "hello"})

    assert caught.value.chat_id == group.id


async def test_what_never_connected_was_not_sent(transport: Transport, unused_tcp_port: int, vera: Person) -> None:
    api = BotApi(transport=transport, token=TOKEN, api_url=f"http://127.0.0.1:{unused_tcp_port}")

    assert type(await failure_of(api, vera)) is NotSent


@pytest.mark.parametrize("kind", ["reset_after", "hang", "401", "400", "html", "garbage"])
async def test_no_failure_shows_the_token_anywhere(api: BotApi, simulator: Simulator, vera: Person, kind: Kind) -> None:
    simulator.faults.order(method="sendMessage", kind=kind)
    failure = await failure_of(api, vera)

    shown = "".join(traceback.format_exception(failure)) + f"{failure!r}{failure.__cause__!r}{failure.__context__!r}"
    assert TOKEN not in shown
    assert "of-thirty-five" not in shown


async def test_a_timeout_of_connecting_shows_no_token(simulator: Simulator) -> None:
    async with Transport(token=TOKEN, connect_seconds=1e-9) as hurried:
        with pytest.raises(NotSent) as caught:
            await hurried.post(f"{simulator.url}/bot{TOKEN}/getMe", b"{}")

    assert TOKEN not in "".join(traceback.format_exception(caught.value)) + repr(caught.value.__cause__)


async def test_the_answer_to_a_press_is_best_effort(api: BotApi) -> None:
    assert not await api.answer_callback("1", "too late")
