"""What would lose updates, keep state in memory or cross a layer may not come back by habit."""

from __future__ import annotations

import ast
import inspect
import re
from typing import TYPE_CHECKING

import pytest
import telegram

from tests.shape.product import modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Each keeps in memory what must survive a crash, or confirms an update before it is stored.
BANNED_NAMES = {
    *("Updater", "JobQueue", "ConversationHandler", "PicklePersistence", "DictPersistence", "AIORateLimiter"),
    *("run_polling", "run_webhook", "start_polling", "start_webhook", "run_once", "run_daily", "run_repeating"),
    *("bot_data", "chat_data", "user_data", "concurrent_updates", "arbitrary_callback_data", "drop_pending_updates"),
}
MUST_BE_NONE = {"updater", "job_queue"}

SQL = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|drop|alter)\s+table\s|pragma\s)",
    re.IGNORECASE | re.DOTALL,
)
METHODS = {name for name in dir(telegram.Bot) if re.fullmatch(r"[a-z]+([A-Z][a-z]+)+", name)}
SHORTCUTS = {
    name
    for kind in (telegram.Bot, telegram.CallbackQuery, telegram.Chat, telegram.File, telegram.Message, telegram.User)
    for name, member in inspect.getmembers(kind, inspect.iscoroutinefunction)
    if "_" in name.strip("_")
}


def banned_features(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) | ast.keyword(arg=str(name)) if (
                name in BANNED_NAMES
            ):
                yield name
            case ast.keyword(arg="block", value=ast.Constant(value=False)):
                yield "block=False"
            case ast.Call(func=ast.Attribute(attr="User"), keywords=[ast.keyword(arg="username")]):
                yield "User(username=…)"
            case ast.Call(func=ast.Attribute(attr=name), args=[argument]) if name in MUST_BE_NONE:
                yield from [] if isinstance(argument, ast.Constant) and argument.value is None else [name]
            case _:
                pass


def sql(tree: ast.AST) -> Iterator[str]:
    return (text for text in _strings(tree) if SQL.match(text))


def methods_named(tree: ast.AST) -> Iterator[str]:
    return (text for text in _strings(tree) if text in METHODS)


def bot_api_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Await(value=ast.Call(func=ast.Attribute(attr=name))) if name in SHORTCUTS:
                yield name
            case _:
                pass


def _strings(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def found(search: Callable[[ast.AST], Iterator[str]], *, outside: tuple[str, ...]) -> dict[str, list[str]]:
    searched = {name: list(search(tree)) for name, tree in modules().items() if not name.startswith(outside)}
    return {name: what for name, what in searched.items() if what}


def test_nothing_uses_what_loses_updates() -> None:
    assert found(banned_features, outside=("simulator/",)) == {}


def test_sql_stays_in_storage() -> None:
    assert found(sql, outside=("storage/",)) == {}


def test_only_bot_calls_telegram() -> None:
    assert found(bot_api_calls, outside=("bot/", "simulator/")) == {}


def test_only_screens_say_by_which_method_a_notice_goes_out() -> None:
    assert found(methods_named, outside=("bot/", "handlers/screens/", "simulator/")) == {}


@pytest.mark.parametrize(
    "code",
    [
        "from telegram.ext import Updater",
        "telegram.ext.ConversationHandler(entry_points=[])",
        "application.run_polling()",
        "builder.persistence(PicklePersistence('x'))",
        "builder.concurrent_updates(8)",
        "Application.builder().arbitrary_callback_data(True)",
        "bot.delete_webhook(drop_pending_updates=True)",
        "CommandHandler('start', start, block=False)",
        "filters.User(username='maria')",
        "builder.updater(Updater(bot, queue))",
        "builder.job_queue(queue)",
        "context.user_data['step'] = 1",
    ],
)
def test_the_search_sees_a_banned_feature(code: str) -> None:
    assert list(banned_features(ast.parse(code))) != []


@pytest.mark.parametrize("code", ["builder.updater(None).job_queue(None)", "filters.User(user_id=7)", "f(block=True)"])
def test_the_search_leaves_what_is_allowed_alone(code: str) -> None:
    assert list(banned_features(ast.parse(code))) == []


@pytest.mark.parametrize("code", ["x = 'SELECT name FROM people'", "f'DELETE FROM {t}'", "run('pragma user_version')"])
def test_the_search_sees_sql(code: str) -> None:
    assert list(sql(ast.parse(code))) != []


@pytest.mark.parametrize("call", ["message.reply_text('hi')", "bot.send_message(1, 'hi')", "file.download_to_drive()"])
def test_the_search_sees_a_call_of_telegram(call: str) -> None:
    assert list(bot_api_calls(ast.parse(f"async def f():\n await {call}"))) != []


def test_the_search_sees_a_method_by_its_name() -> None:
    assert list(methods_named(ast.parse("post('sendMessage', {})"))) == ["sendMessage"]
