"""What sessions can be about: the programme's catalogue, each topic in the words that go into plans and documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from zlib import crc32

from mentoring.people import Language
from mentoring.sessions import SessionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.groups import Programme
    from mentoring.rules import Rules

#: Of one topic.
LONGEST_TOPIC = 120
MOST_TOPICS = 100


class TopicKind(StrEnum):
    """Which sessions it is for."""

    EMPLOYABILITY = "employability"
    ENTREPRENEURSHIP = "entrepreneurship"
    ANY = "any"


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """`words` by language, at least one; a session keeps those of its group's language as plain text."""

    kind: TopicKind
    words: Mapping[Language, str]

    def said(self, language: Language) -> str:
        """In this language, or else in any."""
        return self.words.get(language) or next(iter(self.words.values()))

    @property
    def key(self) -> int:
        """For a button; the same as long as its words are."""
        return crc32(next(iter(self.words.values())).casefold().encode())


def _topics(kind: TopicKind, *words: tuple[str, str]) -> tuple[Topic, ...]:
    return tuple(Topic(kind=kind, words={Language.EN: english, Language.BG: bulgarian}) for english, bulgarian in words)


#: Begins with what a mentee can ask for in T01, and goes on with what usually follows from it.
TOPICS = (
    *_topics(
        TopicKind.EMPLOYABILITY,
        ("Choosing a profession", "Избор на професия"),
        ("My strengths and skills", "Силни страни и умения"),
        ("CV and letter", "CV и мотивационно писмо"),
        ("Looking for work", "Търсене на работа"),
        ("Job interview", "Интервю за работа"),
        ("The labour market", "Пазар на труда"),
        ("Further training", "Обучение и квалификация"),
        ("The first weeks in a new job", "Първите седмици на новата работа"),
        ("Working in a team", "Работа в екип"),
        ("Rights at work", "Трудови права"),
    ),
    *_topics(
        TopicKind.ENTREPRENEURSHIP,
        ("Is a business of my own for me?", "За мен ли е собственият бизнес?"),
        ("Business idea", "Бизнес идея"),
        ("Market and competitors", "Пазар и конкуренти"),
        ("Business plan", "Бизнес план"),
        ("Costs and prices", "Разходи и цени"),
        ("Registering a business", "Регистрация на фирма"),
        ("Financing", "Финансиране"),
        ("Finding customers", "Намиране на клиенти"),
        ("Advertising and social media", "Реклама и социални мрежи"),
        ("Accounts and taxes", "Счетоводство и данъци"),
    ),
    *_topics(
        TopicKind.ANY,
        ("Getting to know each other", "Опознаване"),
        ("Expectations and goals", "Очаквания и цели"),
        ("Contacts that help", "Полезни контакти"),
        ("Digital skills", "Дигитални умения"),
        ("Confidence", "Увереност"),
        ("Planning and time", "Планиране и време"),
        ("Where we stand", "Докъде стигнахме"),
        ("What we take along, and what comes next", "Какво научихме и какво следва"),
    ),
)

_OF_KIND = {
    SessionKind.EMPLOYABILITY: TopicKind.EMPLOYABILITY,
    SessionKind.ENTREPRENEURSHIP: TopicKind.ENTREPRENEURSHIP,
}


def of_programme(programme: Programme, rules: Rules) -> Sequence[Topic]:
    """Its manager's list, where there is one; a line of it that the definition file knows keeps its translations."""
    lines = [one for one in programme.topics.splitlines() if one.strip()]
    return [known(one, rules.topics) for one in lines] if lines else rules.topics


def known(line: str, topics: Iterable[Topic]) -> Topic:
    """The one that is called so in any language, or else one that is called so in every language."""
    said = line.strip()
    for topic in topics:
        if said.casefold() in {one.casefold() for one in topic.words.values()}:
            return topic
    return Topic(kind=TopicKind.ANY, words=dict.fromkeys(Language, said))


def written(topics: Iterable[Topic], language: Language) -> str:
    """As the programme keeps them."""
    return "\n".join(one.said(language) for one in topics)


def fitting(topics: Sequence[Topic], kind: SessionKind | None) -> Sequence[Topic]:
    """All of them: those for this kind of session first, and those for the other kind last."""
    of_kind = TopicKind.ANY if kind is None else _OF_KIND.get(kind, TopicKind.ANY)
    ranks = {of_kind: 0, TopicKind.ANY: 1}
    return sorted(topics, key=lambda one: ranks.get(one.kind, 2))


def with_topic(programme: Programme, rules: Rules, line: str) -> Programme:
    """Once, however often it is said."""
    before = of_programme(programme, rules)
    added = known(line, [*before, *rules.topics])
    after = before if added in before else [*before, added]
    return replace(programme, topics=written(after, programme.language))


def without_topic(programme: Programme, rules: Rules, key: int) -> Programme:
    after = [one for one in of_programme(programme, rules) if one.key != key]
    return replace(programme, topics=written(after, programme.language))
