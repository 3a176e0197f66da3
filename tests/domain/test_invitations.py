"""Tokens and codes: long, told apart by their door, and kept only as a hash."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.groups import Invitation, InvitationKind
from mentoring.ids import GroupId, InvitationId
from mentoring.invitations import Door, hashed, new_code, new_token, payload, refusal, ticket
from mentoring.manager_codes import new_code as new_manager_code
from mentoring.manager_codes import signing_key, valid_until
from mentoring.refusals import Why

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY = signing_key("123456789:operator")


def invitation(*, kind: InvitationKind = InvitationKind.MENTEE, uses: int = 0, minutes_left: int = 1) -> Invitation:
    return Invitation(
        id=InvitationId(1),
        kind=kind,
        token_hash="",
        group_id=GroupId(1),
        created_by=None,
        max_uses=2,
        uses=uses,
        expires_at=NOW + timedelta(minutes=minutes_left),
        created_at=NOW,
    )


@pytest.mark.parametrize("door", Door)
def test_every_payload_fits_a_deep_link_and_finds_its_door(door: Door) -> None:
    secret = new_code() if door is Door.CHAT else new_token()
    carried = payload(door, secret)

    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", carried)
    opened = ticket(carried)
    assert opened is not None
    assert (opened.door, opened.secret) == (door, secret)


@pytest.mark.parametrize("carried", ["", "x_abc", "j", "j_", "mgr_abc", "J_abc", "j_" + "a" * 65, "start"])
def test_other_payloads_open_nothing(carried: str) -> None:
    assert ticket(carried) is None


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(10_000)}

    assert len(tokens) == 10_000
    assert {len(token) for token in tokens} == {32}
    assert len({hashed(token) for token in tokens}) == 10_000


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (None, Why.INVITATION_UNKNOWN),
        (invitation(kind=InvitationKind.MANAGER), Why.INVITATION_UNKNOWN),
        (invitation(minutes_left=0), Why.INVITATION_EXPIRED),
        (invitation(uses=2), Why.INVITATION_USED),
        (invitation(uses=1), None),
    ],
)
def test_an_invitation_opens_its_own_door_in_its_time_and_as_often_as_agreed(
    found: Invitation | None, why: Why | None
) -> None:
    assert refusal(found, Door.JOIN, NOW) is why


def test_a_managers_code_says_until_when_it_counts_and_fits_a_link() -> None:
    code = new_manager_code(KEY, NOW)

    assert valid_until(KEY, code) == NOW + timedelta(minutes=15)
    assert len(payload(Door.MANAGER, code)) <= 64


def test_a_code_of_another_bot_or_a_changed_one_is_nobodys() -> None:
    code = new_manager_code(KEY, NOW)
    changed = [code[:at] + ("A" if code[at] != "A" else "B") + code[at + 1 :] for at in range(len(code) - 1)]

    assert valid_until(signing_key("123456789:other"), code) is None
    assert [valid_until(KEY, other) for other in changed] == [None] * len(changed)


@given(st.text(max_size=70))
def test_no_text_is_a_managers_code_by_chance(text: str) -> None:
    assert valid_until(KEY, text) is None
