"""Real updates, spoiled: fields dropped, of another type, far too large, nested without end, of kinds nobody knows."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Final

from simulator.attachments import Attachment, document, photo

if TYPE_CHECKING:
    import random

    from simulator.persons import Person
    from simulator.server import Simulator

#: Beyond everybody in the programme.
STRANGERS: Final = range(6_000_000_001, 6_000_004_001)
_DEEP: Final = 3_000
_ODD: Final[tuple[object, ...]] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    2**31,
    2**53 + 1,
    2**63,
    2**70,
    -(2**64),
    "",
    " ",
    "0",
    "-1",
    "/start",
    "/start j_\x00",
    "\ud83d",
    "a\udc00b",
    "\x00",
    "<b>&lt;",
    "x" * 20_000,
    "\u202eгнод\u0301" * 50,
    [],
    {},
    [[]],
    [None],
    {"id": None},
    {"": ""},
)
_UNKNOWN_KINDS: Final = ("telepathy", "business_message", "guest_message", "", "message ", "\ud800")


async def specimens(sim: Simulator, person: Person) -> list[dict[str, object]]:
    """One of each that a person can cause; they never reach the bot."""
    updates = sim.world.updates
    sent = await person.says("Hello <b>there</b>, /start, S-1001 👍")
    await person.starts("j_abcdefghijklmnop")
    for attachment in (document("essay.pdf", b"%PDF-1.7"), photo(), Attachment(kind="voice", duration=3)):
        await person.sends(attachment)
    await person.sends_album([photo(), photo()])
    await person.sends_sticker()
    await person.sends_location()
    await person.sends_contact()
    await person.edits(sent, "Hello again")
    await person.forwards(sent)
    group = sim.group("Elsewhere", owner=person)
    group.adds_bot(by=person)
    await person.says("/bind ABCDEFGH", in_=group)
    found = [json.loads(update.body) for update in updates.waiting()]
    updates.drop_all()
    return [*found, _press(found[0])]


def _press(said: dict[str, object]) -> dict[str, object]:
    message = said["message"]
    assert isinstance(message, dict)
    query = {"id": "4300000000000", "from": message["from"], "message": message, "data": "sa:1:1", "chat_instance": "1"}
    return {"update_id": 1, "callback_query": query}


class Poisoner:
    def __init__(self, specimens: list[dict[str, object]], chance: random.Random) -> None:
        self._specimens = specimens
        self._chance = chance

    def next(self, update_id: int, chat_id: int) -> bytes:
        """A spoiled update of somebody in this chat; a few have lost even their number."""
        update = _moved(copy.deepcopy(self._chance.choice(self._specimens)), chat_id)
        assert isinstance(update, dict)
        update["update_id"] = update_id
        for _ in range(self._chance.choice((1, 1, 1, 2, 3, 8))):
            self._spoil(update)
        if self._chance.random() < 0.002:
            update["update_id"] = self._chance.choice((None, "1", -1, 1.5, [], True))
        return self._written(update)

    def _spoil(self, update: dict[str, object]) -> None:
        """Anywhere but the number itself, which is Telegram's own."""
        places = [(holder, key) for holder in _dicts(update) for key in holder if key != "update_id"]
        if not places:
            return
        holder, key = self._chance.choice(places)
        match self._chance.randrange(6):
            case 0 | 1:
                del holder[key]
            case 2 | 3:
                holder[key] = self._odd()
            case 4:
                holder[self._chance.choice(_UNKNOWN_KINDS)] = holder.pop(key)
            case _:
                holder[f"new_{self._chance.randrange(9)}"] = self._odd()

    def _odd(self) -> object:
        """A copy: it may be spoiled further."""
        return copy.deepcopy(self._chance.choice(_ODD))

    def _written(self, update: dict[str, object]) -> bytes:
        text = json.dumps(update)
        if self._chance.random() < 0.01:
            deep = '{"a":' * _DEEP + "1" + "}" * _DEEP if self._chance.random() < 0.5 else "[" * _DEEP + "]" * _DEEP
            text = f'{text[:-1]},"deep":{deep}}}'
        return text.encode()


def _dicts(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [found for one in value for found in _dicts(one)]
    if not isinstance(value, dict):
        return []
    return [*([value] if value else []), *(found for one in value.values() for found in _dicts(one))]


def _moved(value: object, chat_id: int) -> object:
    """The same in other chats: no two specimens hold up one another."""
    if isinstance(value, list):
        return [_moved(one, chat_id) for one in value]
    if not isinstance(value, dict):
        return value
    moved = {key: _moved(one, chat_id) for key, one in value.items()}
    if moved.get("type") == "private" or "is_bot" in moved:
        moved["id"] = chat_id
    if moved.get("type") in ("group", "supergroup"):
        moved["id"] = -chat_id
    return moved
