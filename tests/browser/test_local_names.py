"""Which names in an address mean this machine."""

from __future__ import annotations

import pytest

from simulator.phones.guards import is_local


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:80", "[::1]:8080"])
def test_names_of_this_machine_are_local(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "10.0.0.7"]
)
def test_other_names_are_not_local(host: str) -> None:
    assert not is_local(host)
