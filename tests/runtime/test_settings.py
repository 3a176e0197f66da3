"""A wrong setting stops the start, is named, and is not repeated."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from config.checks import ConfigurationError
from config.settings import HttpAddress, Settings, load_settings

TOKEN = "1234567890:AAF3x_YkR-8dQ0pL2mN5vB7cZ9aS1wE4rTy"
SECRET = "0123456789abcdefghijABCDEFGHIJ_-"


@pytest.fixture(autouse=True)
def _an_empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith("EMENTOR_"):
            monkeypatch.delenv(name)


def loaded(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(f"EMENTOR_{name}", value)
    return load_settings()


def complaint(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    with pytest.raises(ConfigurationError) as refusal:
        loaded(monkeypatch, **environment).bot_token()
    return str(refusal.value)


def a_file(name: str, text: str, *, mode: int = 0o600) -> Path:
    file = Path(name)
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_nothing_has_to_be_set() -> None:
    settings = load_settings()
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///data/ementor.sqlite3"


def test_the_database_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, DATA_DIR="/srv/e").database_url == "sqlite:////srv/e/ementor.sqlite3"


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("ementor.toml", 'language = "bg"\nlog_level = "DEBUG"\n')
    settings = loaded(monkeypatch, LANGUAGE="en", TIMEZONE="Europe/Sofia", HTTP_ADDRESS="[::1]:0")
    assert (settings.language, settings.log_level) == ("en", "DEBUG")
    assert settings.timezone == ZoneInfo("Europe/Sofia")
    assert settings.http_address == HttpAddress("::1", 0)


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, WEBHOOK_URL="", TOKEN="").webhook_url is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "123:short"),
        ("API_URL", "api.telegram.org"),
        ("DATABASE_URL", "mysql://root@localhost/mentors"),
        ("LANGUAGE", "xx"),
        ("TIMEZONE", "Europe/Atlantis"),
        ("HTTP_ADDRESS", "8081"),
        ("HTTP_ADDRESS", "127.0.0.1:99999"),
        ("WEBHOOK_URL", "http://bot.example/hook"),
        ("WEBHOOK_SECRET", "too short"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = complaint(monkeypatch, **{name: value})
    assert said.startswith(f"EMENTOR_{name}: ")
    assert "\n" not in said


@pytest.mark.parametrize("name", ["TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"])
def test_a_wrong_secret_is_not_repeated(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hunter2" not in complaint(monkeypatch, **{name: "hunter2"})


def test_every_mistake_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(complaint(monkeypatch, LANGUAGE="xx", LOG_LEVEL="LOUD").splitlines()) == 2


def test_a_misspelt_key_of_the_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("ementor.toml", 'langauge = "bg"\n')
    assert complaint(monkeypatch) == "ementor.toml, langauge: there is no such setting."


def test_a_file_that_is_no_toml_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("ementor.toml", "language: bg\n")
    assert complaint(monkeypatch).startswith("ementor.toml is not valid TOML: ")


def test_the_webhooks_address_and_secret_go_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "go together" in complaint(monkeypatch, WEBHOOK_URL="https://bot.example/hook")


def test_a_token_may_be_read_from_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("token", f"{TOKEN}\n")
    assert loaded(monkeypatch, TOKEN_FILE="token").bot_token().get_secret_value() == TOKEN


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o602])
def test_a_token_file_that_others_can_read_is_refused(mode: int, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("token", TOKEN, mode=mode)
    assert "chmod 600" in complaint(monkeypatch, TOKEN_FILE="token")


@pytest.mark.parametrize("key", ["token", "webhook_secret"])
def test_a_settings_file_that_shows_a_secret_is_refused(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file("ementor.toml", f'{key} = "{TOKEN if key == "token" else SECRET}"\n', mode=0o644)
    assert "chmod 600" in complaint(monkeypatch)


def test_a_token_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert complaint(monkeypatch, TOKEN_FILE="none") == "EMENTOR_TOKEN_FILE: none cannot be read."


def test_a_token_and_a_token_file_are_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "keep one" in complaint(monkeypatch, TOKEN=TOKEN, TOKEN_FILE="token")


def test_a_missing_token_is_asked_for_only_where_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    load_settings()
    assert complaint(monkeypatch).startswith("EMENTOR_TOKEN is missing")


def test_no_secret_is_shown_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(
        monkeypatch,
        TOKEN=TOKEN,
        WEBHOOK_URL="https://bot.example/hook",
        WEBHOOK_SECRET=SECRET,
        DATABASE_URL="postgres://u:hunter2@h/n",
    )
    assert settings.database_url == "postgresql+psycopg://u:hunter2@h/n"
    assert [secret for secret in (TOKEN, SECRET, "hunter2") if secret in f"{settings!r} {settings}"] == []
