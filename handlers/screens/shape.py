"""What a screen is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from handlers.message import Rendering
from mentoring.notices import Notice
from texts.say import Say

#: A screen takes its own kind of notice; the table pairs them, so the first parameter can't be typed closer here.
Screen: TypeAlias = Callable[[Any, Say], Rendering]
Screens: TypeAlias = Mapping[type[Notice], Screen]
