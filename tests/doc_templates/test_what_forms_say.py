"""The forms of the kit, read as people read them."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from doc_templates.fields import COMMON
from doc_templates.forms import block_a, t06, t07, t08
from doc_templates.forms.vocabulary import Answer, Choice, Form, Grid, Prose, Rating, Signatures, Words
from doc_templates.kit import FORMS
from mentoring import interviews
from mentoring.diaries import QUESTIONS
from mentoring.interviews import CODES, InterviewKind
from mentoring.kit import Visibility
from mentoring.people import Language
from texts import interview_questions
from texts.diaries import question_of
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.kit import Document

QUESTIONNAIRES = ("T06", "T07", "T08", "T09", "T12", "T13", "T14")
MOST_WORDS = 20
#: What a Bulgarian reads in Latin letters too.
LATIN = re.compile(r"\b(?:CV|Telegram|e-mail|Word|QR|SMART|BG|EN|PDF|[TX]\d\d)\b")
MERGE_FIELD = re.compile(r"{{ ?(\w+) ?}}")
KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*|\d+")
#: A certificate is made to be shown.
SHOWN_TO_OTHERS = {"X06"}

KIT: dict[str, Document] = {one.code: one for one in rules_of(load_programme()).documents}

of_each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def all_words(part: object) -> Iterator[Words]:
    """Wherever they stand in a form."""
    if isinstance(part, Words):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from all_words(one)
    elif dataclasses.is_dataclass(part):
        for one in dataclasses.fields(part):
            yield from all_words(getattr(part, one.name))


def questions(form: Form) -> Iterator[Words]:
    for block in form.blocks:
        match block:
            case Answer(label=label) | Choice(label=label):
                yield label
            case Rating(items=items):
                yield from (one.words for one in items)
            case _:
                pass


def fields(words: Words) -> tuple[Counter[str], Counter[str]]:
    return Counter(MERGE_FIELD.findall(words.en)), Counter(MERGE_FIELD.findall(words.bg))


def is_plain_key(key: str) -> bool:
    return KEY.fullmatch(key) is not None


@of_each_form
def test_a_form_is_called_as_the_kit_calls_it(form: Form) -> None:
    """On paper it may say more: who the contract is between."""
    titles = KIT[form.code].titles
    assert form.title.en.replace("’", "'").startswith(titles[Language.EN])
    assert form.title.bg.startswith(titles[Language.BG])


@of_each_form
def test_no_two_answers_of_a_form_share_a_name(form: Form) -> None:
    names = [block.name for block in form.blocks if isinstance(block, Answer | Choice | Rating | Grid)]
    assert [name for name, times in Counter((*names, *form.facts)).items() if times > 1] == []
    assert [name for name in names if not is_plain_key(name)] == []


@of_each_form
def test_keys_are_plain_and_stand_once_in_their_list(form: Form) -> None:
    for block in form.blocks:
        match block:
            case Choice(options=of) | Rating(items=of):
                keys = [one.key for one in of]
            case Grid(columns=columns):
                keys = [one.name for one in columns]
            case _:
                continue
        assert len(set(keys)) == len(keys)
        assert [key for key in keys if not is_plain_key(key)] == []


@of_each_form
def test_merge_fields_are_declared_and_the_same_in_both_languages(form: Form) -> None:
    both = [fields(words) for words in all_words(form)]
    assert [english for english, _ in both] == [bulgarian for _, bulgarian in both]
    used = {name for english, _ in both for name in english}
    assert used - COMMON - set(form.facts) == set()
    assert set(form.facts) - used - COMMON == set()


@of_each_form
def test_no_text_is_empty_or_in_the_letters_of_the_other_language(form: Form) -> None:
    for words in all_words(form):
        assert words.en.strip() == words.en != ""
        assert words.bg.strip() == words.bg != ""
        assert re.findall(r"[А-яЀ-ӿ]+", words.en) == []
        assert re.findall(r"[A-Za-z]+", LATIN.sub("", MERGE_FIELD.sub("", words.bg))) == []


@of_each_form
def test_each_language_has_its_own_signs(form: Form) -> None:
    for words in all_words((form.intro, form.restricted, form.blocks)):
        assert re.findall(r"[\"']|„|\w - \w", words.en) == []
        assert re.findall(r"[\"'”’]| - |—", words.bg) == []
        assert re.findall(r"\b(вие|ви|вас|вам|ваш\w*)\b", words.bg) == []


@pytest.mark.parametrize("code", QUESTIONNAIRES)
def test_questions_are_short(code: str) -> None:
    for asked in questions(FORMS[code]):
        assert max(len(asked.en.split()), len(asked.bg.split())) <= MOST_WORDS, asked


def test_the_first_and_the_last_questionnaire_ask_the_same_of_a_mentee() -> None:
    assert [form.code for form in FORMS.values() if block_a.BLOCK_A in form.blocks] == [t07.FORM.code, t08.FORM.code]
    assert len(block_a.BLOCK_A.items) == 10


@pytest.mark.parametrize("language", Language)
def test_the_diary_on_paper_asks_what_the_chat_asks(language: Language) -> None:
    ask = partial(question_of, Say(language, "Europe/Sofia"))
    in_the_chat = [f"{number}. {ask(question)}" for number, question in enumerate(QUESTIONS, start=1)]
    on_paper = [words.en if language is Language.EN else words.bg for words in questions(t06.FORM)]
    assert [one for one in on_paper if one[0].isdigit()] == in_the_chat


#: In the chat nothing stands above a question that says what “them” is, and one translation is enough for two forms.
IN_THE_CHAT = {
    "mentor_hinders": "Какво Ви пречи?",
    "tools_kept": "Кои документи и инструменти да останат?",
    "tools_dropped": "Кои документи и инструменти да отпаднат или да се променят?",
}


@pytest.mark.parametrize("kind", InterviewKind)
@pytest.mark.parametrize("language", Language)
def test_a_talk_asks_in_the_chat_what_it_asks_on_paper(kind: InterviewKind, language: Language) -> None:
    say, form = Say(language, "Europe/Sofia"), FORMS[CODES[kind]]
    on_paper = {one.name: one.label for one in form.blocks if isinstance(one, Answer)}
    asked = [name for name in on_paper if name in interviews.QUESTIONS[kind]]
    assert asked == [*interviews.QUESTIONS[kind]]
    for name in asked:
        words = on_paper[name].en if language is Language.EN else on_paper[name].bg
        if name not in IN_THE_CHAT or (language is Language.EN and not name.startswith("tools_")):
            assert interview_questions.asked(say, name) == words.lstrip("0123456789. ")
        elif language is Language.BG:
            assert interview_questions.asked(say, name) == IN_THE_CHAT[name]
        assert interview_questions.purpose(say, name) != ""


@of_each_form
def test_what_the_group_may_not_see_says_so(form: Form) -> None:
    hidden = KIT[form.code].visibility is not Visibility.GROUP and form.code not in SHOWN_TO_OTHERS
    assert hidden == (form.restricted is not None)


@of_each_form
def test_what_is_signed_has_room_for_signatures(form: Form) -> None:
    assert KIT[form.code].is_signed == any(isinstance(block, Signatures) for block in form.blocks)


def test_the_privacy_notice_asks_for_two_separate_consents() -> None:
    asked = [block.name for block in FORMS["X07"].blocks if isinstance(block, Choice)]
    assert asked == ["consent_to_take_part", "consent_to_quotes_and_photos"]


@of_each_form
def test_running_text_ends_with_a_full_stop_unless_it_leads_on(form: Form) -> None:
    for block in form.blocks:
        if isinstance(block, Prose) and block.numbered:
            ends = {(one.en[-1], one.bg[-1]) for one in block.paragraphs}
            assert ends <= {(".", "."), (";", ";")}
