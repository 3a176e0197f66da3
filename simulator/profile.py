"""What a bot says about itself: names, descriptions and command menus, by language and scope."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.rights import rights_wire
from simulator.wire import Wire

ScopeKey = tuple[str, int, int]
"""Kind of scope, chat, member; zeros where it has none."""
DEFAULT_SCOPE: ScopeKey = ("default", 0, 0)


@dataclass(slots=True, kw_only=True)
class BotProfile:
    name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[ScopeKey, str], list[Wire]] = field(default_factory=dict)
    menu_buttons: dict[int, Wire] = field(default_factory=dict)
    admin_rights: dict[bool, Wire] = field(default_factory=lambda: {False: rights_wire(()), True: rights_wire(())})

    def name_in(self, language: str) -> str:
        return self.names.get(language) or self.names.get("") or self.name

    def commands_for(self, scopes: list[ScopeKey], language: str) -> list[Wire]:
        """The menu one reader sees: the narrowest scope that has one, in their language before no language."""
        for scope in scopes:
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []
