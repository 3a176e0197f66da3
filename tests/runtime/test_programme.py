"""The programme's numbers come from one file, and a misspelt one is refused by name."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.programme import rules_of
from config.checks import ConfigurationError
from config.programme import DEFAULT_FILE, TOOLS, load_programme
from mentoring.groups import OptionalTool
from mentoring.kit import Code, Per, Visibility, kit_of
from mentoring.people import Language, Role
from mentoring.topics import TOPICS, TopicKind

if TYPE_CHECKING:
    from pathlib import Path

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


def test_the_default_programme_has_the_products_numbers() -> None:
    default = load_programme()
    assert default.sessions.reminders == (24 * HOUR, HOUR)
    assert default.diary.prompts == (15 * MINUTE, DAY, 3 * DAY)
    assert (default.reviews.nudges, default.reviews.manager_alert) == ((3 * DAY, 7 * DAY), 10 * DAY)
    assert (default.digest.weekday, default.digest.at) == (0, time(9))
    assert (default.quiet_hours.begin, default.quiet_hours.end) == (time(21), time(8))
    assert default.submissions.undo == 10 * MINUTE
    assert (default.submissions.files_a_day, default.submissions.megabytes_a_day) == (50, 100)
    assert default.invitations.valid == 14 * DAY
    assert (default.period.months, default.sessions.planned, default.adult_age) == (6, 6, 0)
    assert (default.working_hours.begin, default.working_hours.end) == (time(9), time(18))


def test_the_installation_may_choose_the_first_language_and_the_zone() -> None:
    default = load_programme()
    assert default.speaking_first("bg").languages == ("bg", "en")
    assert default.living_in(ZoneInfo("Europe/Madrid")).timezone == ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("line", "instead", "complaint"),
    [
        ('undo = "10 min"', 'udno = "10 min"', "submissions.undo: this is missing"),
        ('undo = "10 min"', 'undo = "10 min"\nlater = 1', "submissions.later: there is no such setting"),
        ('undo = "10 min"', "undo = 10", "submissions.undo: write a number and a unit"),
        ('undo = "10 min"', 'undo = "ten minutes"', "submissions.undo: write a number and a unit"),
        ("files_a_day = 50", "files_a_day = 0", "submissions.files_a_day: "),
        ('weekday = "monday"', 'weekday = "caturday"', "digest.weekday: write one of monday, "),
        ('at = "09:00"', 'at = "25:00"', "digest.at: "),
        ('"24 h", "1 h"', '"24 h", "24 h"', "sessions.reminders: the same entry stands here twice"),
        ('"24 h", "1 h"', "", "sessions.reminders: "),
        ('timezone = "Europe/Sofia"', 'timezone = "Europe/Atlantis"', "timezone: "),
        ('languages = ["en", "bg"]', 'languages = ["xx"]', "languages.0: "),
        ('name = { en = "Mentoring programme"', 'name = { en = " "', "name.en: "),
        ('holidays = "BG"', 'holidays = "Narnia"', 'holidays: write two letters such as "BG"'),
        ("adult_age = 0", "adult_age = 200", "adult_age: "),
        ("adult_age = 0", 'adult_age = "adult"', "adult_age: "),
        ("optional_tools = []", 'optional_tools = ["T01"]', "optional_tools.0: write some of T09, "),
        ("optional_tools = []", 'optional_tools = ["T10", "T10"]', "optional_tools: the same entry stands here twice"),
        ("months = 6", "months = 0", "period.months: "),
        ("months = 6", 'months = 6\nbegins = "soon"', "period.begins: "),
        ("months = 6", "months = 6\nends = 2027-06-30", "period: the last day needs a first day before it"),
        (
            "months = 6",
            "months = 6\nbegins = 2027-06-30\nends = 2027-01-11",
            "period: the last day needs a first day before it",
        ),
        ('end = "18:00"', 'end = "08:30"', "working_hours: they have to end later on the day on which they begin"),
        ("planned = 6 ", "planned = 0 ", "sessions.planned: "),
        ('due = "7 d after joining"', 'due = "soon"', 'documents.1.due: write "7 d after joining"'),
        ('code = "T01"', 'code = "T00"', "documents: the same code stands here twice"),
        ('code = "T01"', 'code = "Profile"', "documents.1.code: "),
        ('filed_by = ["manager"]', 'filed_by = ["mentee"]', "documents.1.filed_by.0: "),
        ('filed_by = ["manager"]\n', "", "documents.1: say in which toolbar it is filed, and by whom"),
        ('per = "nobody"', 'per = "nobody"\ndue = "end"', "documents.0: nobody files what is only read"),
        ("adult_age = 0", 'adult_age = 0\ntopics = [{ name = "Work", kind = "play" }]', "topics.0.kind: "),
        ("adult_age = 0", 'adult_age = 0\ntopics = [{ name = "a" }, { name = "A" }]', "topics: the same topic stands"),
    ],
)
def test_a_mistake_is_named(line: str, instead: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(DEFAULT_FILE.read_text(encoding="utf-8").replace(line, instead), encoding="utf-8")
    with pytest.raises(ConfigurationError) as refusal:
        load_programme(file)
    assert f"ours.toml, {complaint}" in str(refusal.value)


def test_a_programme_says_its_own_days_tools_and_contacts(tmp_path: Path) -> None:
    file, text = tmp_path / "ours.toml", DEFAULT_FILE.read_text(encoding="utf-8")
    text = text.replace("months = 6", "months = 6\nbegins = 2027-01-11\nends = 2027-06-30")
    text = text.replace("optional_tools = []", 'optional_tools = ["T10", "X06"]')
    text = text.replace("adult_age = 0", "adult_age = 18").replace('contacts = ""', 'contacts = "Maria, 0888 123 456"')
    file.write_text(text, encoding="utf-8")

    rules = rules_of(load_programme(file))

    assert (rules.begins_on, rules.ends_on) == (date(2027, 1, 11), date(2027, 6, 30))
    assert rules.optional_tools == (OptionalTool.T10, OptionalTool.X06)
    assert (rules.adult_age, rules.contacts) == (18, "Maria, 0888 123 456")


def test_a_new_programme_is_called_as_its_manager_speaks_unless_the_operator_names_it(tmp_path: Path) -> None:
    ours, text = tmp_path / "ours.toml", DEFAULT_FILE.read_text(encoding="utf-8")
    names = 'name = { en = "Mentoring programme", bg = "Менторска програма" }'
    ours.write_text(text.replace(names, 'name = "First Steps"'), encoding="utf-8")
    default, named = rules_of(load_programme()), rules_of(load_programme(ours))

    assert [default.programme_name(one) for one in Language] == ["Mentoring programme", "Менторска програма"]
    assert {named.programme_name(one) for one in Language} == {"First Steps"}


def test_public_holidays_are_those_of_the_country_in_the_file(tmp_path: Path) -> None:
    nowhere, text = tmp_path / "ours.toml", DEFAULT_FILE.read_text(encoding="utf-8")
    nowhere.write_text(text.replace('holidays = "BG"', 'holidays = ""'), encoding="utf-8")
    third_of_march = date(2027, 3, 3)

    assert third_of_march in rules_of(load_programme()).days_off
    assert date(2027, 3, 4) not in rules_of(load_programme()).days_off
    assert third_of_march not in rules_of(load_programme(nowhere)).days_off


def test_a_programme_may_list_its_own_topics(tmp_path: Path) -> None:
    file, text = tmp_path / "ours.toml", DEFAULT_FILE.read_text(encoding="utf-8")
    welding = '\n[[topics]]\nname = { en = "Welding", bg = "Заваряване" }\nkind = "employability"\n'
    own = f'{welding}\n[[topics]]\nname = "Excel"\n'
    file.write_text(text + own, encoding="utf-8")

    topics = rules_of(load_programme(file)).topics

    assert [(one.said(Language.BG), one.kind) for one in topics] == [
        ("Заваряване", TopicKind.EMPLOYABILITY),
        ("Excel", TopicKind.ANY),
    ]
    assert rules_of(load_programme()).topics == TOPICS


def test_the_file_knows_the_same_optional_tools_as_the_record() -> None:
    assert tuple(one.value for one in OptionalTool) == TOOLS


def test_the_kit_is_what_the_original_platform_had_and_more() -> None:
    kit = kit_of(rules_of(load_programme()).documents)

    assert [one for one in kit.documents if one.startswith("T")] == [f"T{number:02}" for number in range(15)]
    assert [one for one in kit.documents if one.startswith("X")] == [f"X{number:02}" for number in range(1, 10)]
    assert {one.code for one in kit.in_use if one.mandatory} == {f"T{number:02}" for number in range(1, 9)}
    assert {code for code in kit.documents if code not in kit} == set(TOOLS)


def test_mentees_file_nothing_by_any_definition() -> None:
    documents = rules_of(load_programme()).documents

    assert all(Role.MENTEE not in one.filed_by for one in documents)
    assert {one.toolbar for one in documents if one.per is Per.NOBODY} == {None}


def test_what_is_personal_is_not_for_the_whole_group() -> None:
    documents = {one.code: one.visibility for one in rules_of(load_programme()).documents}

    assert Visibility.GROUP not in {documents[Code(code)] for code in ("T01", "T07", "T08", "T09", "T12", "T14")}


def test_a_file_without_documents_has_the_usual_ones(tmp_path: Path) -> None:
    file, text = tmp_path / "ours.toml", DEFAULT_FILE.read_text(encoding="utf-8")
    file.write_text(text[: text.index("[[documents]]")], encoding="utf-8")

    assert load_programme(file).documents == load_programme().documents
