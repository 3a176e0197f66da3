"""The doctor names what is wrong with an installation and what to do about it."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.doctor.finding import Verdict
from bot.doctor.machine import folder, pdf_converter, programme, space, unknown_settings
from bot.doctor.record import judge_schema, look_at_record
from bot.doctor.telegram import judge_bot, judge_clock, judge_webhook, look_at_telegram
from bot.upkeep import migrate
from config.settings import Settings
from storage import inbox
from storage.engine import open_database
from storage.migrations import newest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.doctor.finding import Finding

TOKEN = "1234567890:AAF3x_YkR-8dQ0pL2mN5vB7cZ9aS1wE4rTy"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ME: dict[str, object] = {"username": "nova_bot", "can_join_groups": True, "can_read_all_group_messages": False}


def troubles(findings: Iterable[Finding]) -> list[str]:
    return [finding.subject for finding in findings if finding.verdict is not Verdict.GOOD]


@pytest.mark.parametrize(
    ("skew", "verdict"),
    [(0, Verdict.GOOD), (30, Verdict.GOOD), (-30, Verdict.GOOD), (31, Verdict.WRONG), (-3600, Verdict.WRONG)],
)
def test_a_clock_may_be_half_a_minute_off(skew: int, verdict: Verdict) -> None:
    header = format_datetime(NOON, usegmt=True)
    assert judge_clock(header, NOON + timedelta(seconds=skew)).verdict is verdict


def test_an_answer_without_a_date_says_nothing_about_the_clock() -> None:
    assert judge_clock("", NOON).verdict is Verdict.MIND


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({}, []),
        ({"can_join_groups": False}, ["groups"]),
        ({"can_read_all_group_messages": True}, ["privacy"]),
        ({"has_topics_enabled": True}, ["topics"]),
    ],
)
def test_a_flag_of_the_bot_that_is_in_the_way_is_named(flags: dict[str, object], expected: list[str]) -> None:
    assert troubles(judge_bot(ME | flags)) == expected


@pytest.mark.parametrize(
    ("webhook", "wanted", "expected"),
    [
        ({"url": ""}, "", []),
        ({"url": "https://a.example/x"}, "https://a.example/x", []),
        ({"url": "https://a.example/x"}, "", ["updates"]),
        ({"url": ""}, "https://a.example/x", ["updates"]),
        ({"url": "", "last_error_message": "Connection refused"}, "", ["webhook"]),
    ],
)
def test_a_webhook_that_is_not_the_wanted_one_is_named(
    webhook: dict[str, object], wanted: str, expected: list[str]
) -> None:
    assert troubles(judge_webhook(webhook, wanted)) == expected


@pytest.mark.parametrize(
    ("megabytes", "verdict"),
    [(99, Verdict.WRONG), (100, Verdict.MIND), (499, Verdict.MIND), (500, Verdict.GOOD)],
)
def test_little_space_is_told_before_it_is_none(megabytes: int, verdict: Verdict, tmp_path: Path) -> None:
    assert space(tmp_path, megabytes * 1_000_000).verdict is verdict


def test_a_folder_that_does_not_exist_yet_will_be_made(tmp_path: Path) -> None:
    assert folder(tmp_path / "not" / "yet").subject == "disk"


def test_a_misspelt_variable_is_named() -> None:
    (finding,) = unknown_settings({"EMENTOR_TOKEN": "x", "EMENTOR_TOKNE": "y", "HOME": "/"})
    assert "EMENTOR_TOKNE" in finding.sentence


def test_a_programme_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    assert programme(tmp_path / "none.toml").verdict is Verdict.WRONG


@dataclass
class FixedClock:
    at: datetime

    def now(self) -> datetime:
        return self.at


async def seen_at(telegram: web.Application, *, late_by: int = 0) -> list[Finding]:
    clock = FixedClock(SystemClock().now() + timedelta(seconds=late_by))
    async with TestServer(telegram) as server:
        settings = Settings(token=SecretStr(TOKEN), api_url=str(server.make_url("")).rstrip("/"))
        return await look_at_telegram(settings, clock)


def telegram_answering(answers: dict[str, object], status: int = 200) -> web.Application:
    async def answer(request: web.Request) -> web.Response:
        known = request.match_info["token"] == TOKEN and status == 200
        body = {"ok": True, "result": answers[request.match_info["method"]]} if known else REFUSED
        return web.json_response(body, status=200 if known else status)

    app = web.Application()
    app.add_routes([web.post("/bot{token}/{method}", answer)])
    return app


REFUSED = {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_sound_bot_has_no_troubles() -> None:
    findings = await seen_at(telegram_answering({"getMe": ME, "getWebhookInfo": {"url": ""}}))
    assert troubles(findings) == []
    assert "This is @nova_bot." in [finding.sentence for finding in findings]


async def test_a_wrong_clock_is_noticed_by_telegrams_own() -> None:
    findings = await seen_at(telegram_answering({"getMe": ME, "getWebhookInfo": {"url": ""}}), late_by=300)
    assert troubles(findings) == ["clock"]


async def test_a_token_that_telegram_does_not_know_is_named() -> None:
    findings = await seen_at(telegram_answering({}, status=401))
    assert troubles(findings) == ["token"]
    assert all(TOKEN not in finding.sentence for finding in findings)


async def test_a_telegram_that_cannot_be_reached_is_named() -> None:
    settings = Settings(token=SecretStr(TOKEN), api_url="http://127.0.0.1:1")
    assert troubles(await look_at_telegram(settings, SystemClock())) == ["network", "Telegram"]


@pytest.mark.parametrize(
    ("reached", "verdict"),
    [(None, Verdict.GOOD), ("0003", Verdict.GOOD), ("0002", Verdict.MIND), ("0004", Verdict.WRONG)],
)
def test_a_database_and_a_version_that_do_not_fit_are_told_apart(reached: str | None, verdict: Verdict) -> None:
    assert judge_schema(reached, "0003").verdict is verdict


def test_a_database_that_is_not_there_yet_is_no_trouble_and_is_not_made(tmp_path: Path) -> None:
    [finding] = asyncio.run(look_at_record(Settings(data_dir=tmp_path)))
    assert "will be made" in finding.sentence
    assert list(tmp_path.iterdir()) == []


async def test_a_database_in_use_is_read_without_being_changed(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    migrate(settings)
    [finding] = await look_at_record(settings)
    assert f"schema {newest()}" in finding.sentence


async def test_updates_that_failed_are_counted(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    migrate(settings)
    with closing(open_database(settings.database_url)) as database, database.writing.begin() as connection:
        inbox.store_unreadable(connection, ["{}", "[]"], NOON)

    _, finding = await look_at_record(settings)

    assert (finding.verdict, finding.sentence[:13]) == (Verdict.MIND, "2 failed and ")


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    (tmp_path / "ementor.sqlite3").write_text("Dear diary\n" * 100, encoding="utf-8")
    assert troubles(await look_at_record(settings)) == ["database"]


async def test_a_missing_token_is_named() -> None:
    assert troubles(await look_at_telegram(Settings(), SystemClock())) == ["token"]


def test_a_converter_of_pdfs_is_looked_at_where_one_is_named(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    assert pdf_converter(program).verdict is Verdict.WRONG
    program.write_text("")
    assert pdf_converter(program).verdict is Verdict.WRONG
    program.chmod(0o700)
    assert pdf_converter(program).verdict is Verdict.GOOD
