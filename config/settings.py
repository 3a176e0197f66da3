"""What the operator decides about this installation, read once and checked at the door.

Each setting is an `EMENTOR_…` environment variable or a key of `ementor.toml` in the working directory; the
environment wins. docs/running.md explains every one, and a test holds it to that.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)

from config.checks import ConfigurationError, complaints, read_toml, shaped

SETTINGS_FILE = Path("ementor.toml")
PREFIX = "EMENTOR_"

# The log redaction looks for exactly this shape: a token of any other could slip into a log.
TOKEN = re.compile(r"\d{6,}:[\w-]{30,}", re.ASCII)
WEBHOOK_SECRET = re.compile(r"[\w-]{32,256}", re.ASCII)
API_URL = re.compile(r"https?://[^\s/?#]+(/[^\s?#]+)?")
WEBHOOK_URL = re.compile(r"https://[^\s/?#]+(/[^\s?#]*)?|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/[^\s?#]*)?")
DATABASE_URL = re.compile(r"(sqlite|postgresql\+psycopg)://.+")
CLAMD = re.compile(r"unix:/\S+|(\[[0-9a-fA-F:.]+\]|[^\s:\[\]/]+):\d{1,5}")
ADDRESS = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^\s:\[\]]+):(\d{1,5})")

MISSING = "EMENTOR_TOKEN is missing: set it, or EMENTOR_TOKEN_FILE, to the token that BotFather gave you."
MISSHAPEN = "this is no bot token; BotFather gives one such as 123456789:AbCd… (35 letters and digits after the colon)"


class HttpAddress(NamedTuple):
    host: str
    port: int


def _address(text: object) -> HttpAddress:
    if isinstance(text, HttpAddress):
        return text
    match = ADDRESS.fullmatch(text) if isinstance(text, str) else None
    if match is None or int(match[2]) > 65535:  # noqa: PLR2004 - the highest port there is
        raise ValueError('write a host and a port, such as "127.0.0.1:8081"')
    return HttpAddress(match[1].strip("[]"), int(match[2]))


def _with_driver(text: object) -> object:
    """Everybody writes postgresql:// or postgres://; the driver we ship is psycopg 3."""
    return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", text) if isinstance(text, str) else text


def _secret(shape: re.Pattern[str], complaint: str) -> AfterValidator:
    def check(secret: SecretStr) -> SecretStr:
        if not shape.fullmatch(secret.get_secret_value()):
            raise ValueError(complaint)
        return secret

    return AfterValidator(check)


Token = Annotated[SecretStr, _secret(TOKEN, MISSHAPEN)]
WebhookSecret = Annotated[SecretStr, _secret(WEBHOOK_SECRET, "use 32 to 256 letters, digits, _ or -")]
ApiUrl = Annotated[str, shaped(API_URL, "write the root of a Bot API server, such as http://127.0.0.1:8081")]
WebhookUrl = Annotated[str, shaped(WEBHOOK_URL, "Telegram calls https addresses only")]
DatabaseUrl = Annotated[
    str, BeforeValidator(_with_driver), shaped(DATABASE_URL, "write sqlite:///FILE or postgresql://USER@HOST/NAME")
]
ClamdAddress = Annotated[str, shaped(CLAMD, "write unix:/run/clamav/clamd.ctl or a host and a port")]
Address = Annotated[HttpAddress, BeforeValidator(_address)]


class Settings(BaseModel):
    """Built directly by the demo and by tests; `load_settings` fills it from the environment and the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    token: Token | None = None
    token_file: Path | None = None
    api_url: ApiUrl = "https://api.telegram.org"
    data_dir: Path = Path("data")
    database_url: DatabaseUrl = Field(
        default_factory=lambda given: f"sqlite:///{given['data_dir'] / 'ementor.sqlite3'}", repr=False
    )
    programme: Path | None = None
    language: Literal["en", "bg"] | None = None
    timezone: ZoneInfo | None = None
    webhook_url: WebhookUrl | None = None
    webhook_secret: WebhookSecret | None = None
    clamd: ClamdAddress | None = None
    http_address: Address = HttpAddress("127.0.0.1", 8081)
    pdf_converter: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="after")
    def _belongs_together(self) -> Self:
        if self.token is not None and self.token_file is not None:
            raise ValueError("EMENTOR_TOKEN and EMENTOR_TOKEN_FILE are both set; keep one")
        if (self.webhook_url is None) != (self.webhook_secret is None):
            raise ValueError("EMENTOR_WEBHOOK_URL and EMENTOR_WEBHOOK_SECRET go together; set both or neither")
        return self

    def bot_token(self) -> SecretStr:
        """Asked for only by the commands that talk to Telegram, so that a backup needs no token."""
        if self.token is not None:
            return self.token
        if self.token_file is None:
            raise ConfigurationError(MISSING)
        return _token_in(self.token_file)


def _token_in(file: Path) -> SecretStr:
    try:
        refuse_if_others_can_read(file)
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"EMENTOR_TOKEN_FILE: {file} cannot be read.") from error
    if not TOKEN.fullmatch(text):
        raise ConfigurationError(f"EMENTOR_TOKEN_FILE: {MISSHAPEN}.")
    return SecretStr(text)


def refuse_if_others_can_read(file: Path) -> None:
    if file.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise ConfigurationError(f"{file} holds a secret and every user of this machine can read it: chmod 600 {file}")


def load_settings() -> Settings:
    """Pydantic's own reader of settings would do the same and cost a tenth of the start."""
    in_file = read_toml(SETTINGS_FILE) if SETTINGS_FILE.exists() else {}
    if {"token", "webhook_secret"} & in_file.keys():
        refuse_if_others_can_read(SETTINGS_FILE)
    try:
        return Settings.model_validate(in_file | _in_environment())
    except ValidationError as error:
        raise complaints(error, called=_setting_name) from None


def _in_environment() -> dict[str, str]:
    """An empty variable counts as none."""
    found = {field: os.environ.get(_setting_name(field)) for field in Settings.model_fields}
    return {field: text for field, text in found.items() if text}


def _setting_name(field: str) -> str:
    return PREFIX + field.upper() if field in Settings.model_fields else f"{SETTINGS_FILE}, {field}"
