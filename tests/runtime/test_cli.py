"""The command line answers at once, and says in a sentence what an operator can put right."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = [
    "aiohttp",
    "alembic",
    "pydantic",
    "prometheus_client",
    "psycopg",
    "rich",
    "sqlalchemy",
    "structlog",
    "telegram",
]


def ementor(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("EMENTOR_")}
    start = [sys.executable, "-c", "from bot.cli import app; app()", *arguments]
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run(
        start, cwd=folder, env=inherited | paths | environment, capture_output=True, text=True, check=False
    )


def test_help_waits_for_no_heavy_library(tmp_path: Path) -> None:
    code = f"import sys, bot.cli; print([name for name in {HEAVY} if name in sys.modules])"
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=paths, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_help_names_every_command(tmp_path: Path) -> None:
    done = ementor("--help", folder=tmp_path)
    assert done.returncode == 0
    names = ["demo", "run", "manager-code", "doctor", "backup", "restore", "migrate", "requeue", "simulator"]
    assert [name for name in names if f"  {name} " not in done.stdout] == []


@pytest.mark.parametrize("command", [["run"], ["manager-code"], ["doctor"], ["migrate"], ["backup", "x"], ["requeue"]])
def test_a_wrong_setting_is_one_sentence_and_exit_code_1(command: list[str], tmp_path: Path) -> None:
    done = ementor(*command, folder=tmp_path, EMENTOR_LANGUAGE="xx")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "EMENTOR_LANGUAGE: input should be 'en' or 'bg'.\n"


@pytest.mark.parametrize("command", ["run", "manager-code", "doctor"])
def test_a_missing_token_is_one_sentence_and_exit_code_1(command: str, tmp_path: Path) -> None:
    done = ementor(command, folder=tmp_path)
    assert done.returncode == 1
    assert "EMENTOR_TOKEN is missing" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_doctor_of_a_bot_that_cannot_reach_telegram_ends_with_exit_code_1(tmp_path: Path) -> None:
    token = "1234567890:AAF3x_YkR-8dQ0pL2mN5vB7cZ9aS1wE4rTy"
    done = ementor("doctor", folder=tmp_path, EMENTOR_TOKEN=token, EMENTOR_API_URL="http://127.0.0.1:1")
    assert done.returncode == 1
    assert "cannot be reached" in done.stdout
    assert token not in done.stdout + done.stderr


def test_a_database_that_cannot_be_reached_is_one_sentence(tmp_path: Path) -> None:
    done = ementor("migrate", folder=tmp_path, EMENTOR_DATABASE_URL="postgresql://mentor:hunter2@127.0.0.1:1/mentors")
    assert done.returncode == 1
    assert "connection failed" in done.stderr
    assert "hunter2" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_is_made_once_and_put_back_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    assert "nothing to keep" in ementor("backup", "../b.zip", folder=tmp_path / "here").stderr
    assert ementor("migrate", folder=tmp_path / "here").stdout == "The database is up to date.\n"
    assert ementor("backup", "../b.zip", folder=tmp_path / "here").stdout.startswith("../b.zip holds ")
    assert "exists already" in ementor("backup", "../b.zip", folder=tmp_path / "here").stderr
    assert ementor("restore", "../b.zip", folder=tmp_path / "there").stdout.startswith("Restored and compared")
    assert ementor("restore", "../b.zip", folder=tmp_path / "there").returncode == 1


def test_what_is_written_is_nobody_elses_on_this_machine(tmp_path: Path) -> None:
    ementor("migrate", folder=tmp_path)
    assert [
        file.name for file in (tmp_path / "data", *(tmp_path / "data").iterdir()) if file.stat().st_mode & 0o077
    ] == []


def test_nothing_was_set_aside_is_said_plainly(tmp_path: Path) -> None:
    assert ementor("requeue", folder=tmp_path).stdout == "No such update is set aside.\n"
