"""The privacy notice changes and everybody is asked anew; quotes are allowed and forbidden again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.consents import ConsentKind
from mentoring.ids import PersonId
from mentoring.use_cases import own_data, renewing
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World

#: How many answer one after the other.
SOME = 8


def change_notice(world: World) -> None:
    """Not while somebody still owes an answer to the last one."""
    owing = sum(world.model.owes_consent(one) for one in world.model.accounts.values())
    if owing == 0 and world.chance.random() < 0.4:
        world.model.notice += 1


def agree_anew(world: World) -> None:
    owing = [account for account, one in world.model.accounts.items() if world.model.owes_consent(one)]
    for account in [*world.chance.sample(owing, min(SOME, len(owing))), world.somebody()]:
        person = world.person(account)
        yes = world.chance.random() < 0.85
        by = world.by(account)
        doing = act(renewing.agree_anew, renewing.AgreeAnew(by=by, quotes=world.chance.random() < 0.5))
        if not yes:
            doing = act(renewing.disagree_anew, renewing.DisagreeAnew(by=by))

        def then(person: int | None = person, *, yes: bool = yes) -> None:
            if yes and person is not None:
                world.model.agreed[person] = world.model.notice

        world.take(
            Step(
                name=f"agree_anew {yes}",
                by=account,
                doing=doing,
                allowed=world.model.owes_consent(person),
                sure=True,
                owing=True,
                then=then,
            )
        )


def allow_quotes(world: World) -> None:
    account, yes = world.somebody(), world.chance.random() < 0.5
    person = world.person(account)

    def then() -> None:
        allowed = world.record.consents.in_force(PersonId(person or 0), ConsentKind.QUOTES) is not None
        assert allowed == yes

    world.take(
        Step(
            name=f"allow_quotes {yes}",
            by=account,
            doing=act(own_data.allow_quotes, own_data.AllowQuotes(by=world.by(account), yes=yes)),
            allowed=person is not None,
            sure=True,
            owing=True,
            then=then,
        )
    )


def see_own(world: World) -> None:
    """What is kept about them, which is nobody else's."""
    account = world.somebody()
    doing = act(own_data.open_my_data, own_data.OfMyData(by=world.by(account)))
    known = world.person(account) is not None
    world.take(Step(name="see_own", by=account, doing=doing, allowed=known, sure=True, owing=True))
