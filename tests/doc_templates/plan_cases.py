"""The corpus: what people sent, and what may be taken of it. A question mark says why a cell has to be asked about.

Today is Monday, 23 November 2026, a quarter past nine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.drawing.elements import paragraph, run, table, w
from mentoring.papers import PaperLanguage
from tests.doc_templates.plans import (
    BG,
    EN,
    GOOGLE,
    LIBRE,
    WORD,
    Box,
    control,
    crossed_out_by_tracking,
    deleted,
    document,
    grid,
    hidden,
    inserted,
    moved_away,
    ours,
    photo,
    plan,
    session,
    struck,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.drawing.elements import Element
    from tests.doc_templates.plans import CellText

EVENING = "18:00-19:30"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """`taken`: the day and the hours of each row, or why they are asked about."""

    about: str
    data: bytes
    taken: tuple[str, ...]


def sent(about: str, data: bytes, *taken: str) -> Sent:
    return Sent(about=about, data=data, taken=taken)


def ours_row(day: str, hours: str = "18:00–19:30") -> dict[str, str]:
    return {"date": day, "hours": hours, "mode": "chat", "kind": "employability", "topic": "CV"}


def days(editor_cases: Sequence[tuple[str, str]], *, bg: bool = False) -> tuple[list[list[CellText]], list[str]]:
    rows = [session(day, no=str(no), bg=bg) for no, (day, _) in enumerate(editor_cases, 1)]
    return rows, [f"{taken} {EVENING}" for _, taken in editor_cases]


ENGLISH_DAYS = (
    ("5 December 2026", "2026-12-05"),
    ("Dec 7, 2026", "2026-12-07"),
    ("the 8th of December 2026", "2026-12-08"),
    ("Wednesday, December 9th", "2026-12-09"),
    ("2026-12-10", "2026-12-10"),
    ("11.12.26", "2026-12-11"),
    ("12 Jan 2027", "2027-01-12"),
    ("25/01/2027", "2027-01-25"),
)
ENGLISH_TRAPS = (
    ("3/4", "?ambiguous"),
    ("03/04/2027", "?ambiguous"),
    ("Tuesday 5 May 2027", "?weekday"),
    ("30 Feb 2027", "?impossible"),
    ("5-6 May 2027", "?unclear"),
    ("Dec 26", "?ambiguous"),
    ("next Tuesday", "?unclear"),
    ("12 December 2025", "?past"),
    ("12 December 2029", "?far"),
    ("tbc", "?unclear"),
    ("14 Dec or 16 Dec", "?ambiguous"),
    ("15 December 2026 (to be confirmed)", "?unclear"),
    ("Jan 7, 27", "?unclear"),
    ("7 Dec, 27 Dec", "?ambiguous"),
    ("7 December 2026, 18–19", "?unclear"),
    ("7 or 8 Dec 2026", "?unclear"),
    ("week of 7 December", "?unclear"),
)
BULGARIAN_DAYS = (
    ("5 декември 2026 г.", "2026-12-05"),
    ("07.12.2026 г.", "2026-12-07"),
    ("8.XII.2026 г.", "2026-12-08"),
    ("9-ти декември", "2026-12-09"),
    ("четвъртък, 10.12.", "2026-12-10"),
    ("пт 11.12.2026", "2026-12-11"),
    ("12.ХІІ.26", "2026-12-12"),
    ("2027-01-05", "2027-01-05"),
)
BULGARIAN_TRAPS = (
    ("5.6", "?far"),
    ("3/4/2027 г.", "?ambiguous"),
    ("вторник, 5 май 2027 г.", "?weekday"),
    ("31.11.2026 г.", "?impossible"),
    ("29 февруари 2027 г.", "?impossible"),
    ("O7.12.2O26", "?unclear"),
    ("около 15.12.2026", "?unclear"),
    ("утре", "?unclear"),
    ("5.12.2025 г.", "?past"),
    ("20.11", "?far"),
    ("12.12.2026 или 13.12.2026", "?ambiguous"),
    ("14.12.2026?", "?unclear"),
    ("5.12.2026 (събота) 6.12 (неделя)", "?ambiguous"),
    ("събота и неделя, 5.12", "?ambiguous"),
    ("12/26", "?ambiguous"),
    ("7.12.20266", "?unclear"),
    ("13.13.2026", "?impossible"),
    ("май 5 декември", "?unclear"),
)
HOURS = (
    ("18.00 – 19.30 ч.", "18:00-19:30"),
    ("от 18 до 19:30 ч.", "18:00-19:30"),
    ("6 pm – 7:30 pm", "18:00-19:30"),
    ("6–7:30 pm", "18:00-19:30"),
    ("18:00, 90 мин", "18:00-19:30"),
    ("18:00", "18:00"),
    ("1800–1930", "18:00-19:30"),
    ("11 am–1 pm", "11:00-13:00"),
    ("6:00–7:30", "?ambiguous"),
    ("8:30–9:30", "?ambiguous"),
    ("6–7", "?ambiguous"),
    ("23:00–01:00", "?night"),
    ("02:30", "?night"),
    ("10 am – 10 pm", "?long"),
    ("25:00", "?impossible"),
    ("l8:OO–19:30", "?unclear"),
    ("after work", "?unclear"),
    ("18:00 or 19:00", "?unclear"),
    ("", "?missing"),
)


def hours(pairs: Sequence[tuple[str, str]]) -> tuple[list[list[CellText]], list[str]]:
    rows = [session(f"{no}.12.2026", said, no=str(no)) for no, (said, _) in enumerate(pairs, 1)]
    return rows, [f"2026-12-{no:02} {taken}" for no, (_, taken) in enumerate(pairs, 1)]


def spelt() -> list[Sent]:
    found = []
    for name, editor in (("Word", WORD), ("LibreOffice", LIBRE), ("Google", GOOGLE)):
        for about, heads, cases in (
            ("English days", EN, ENGLISH_DAYS),
            ("English traps", EN, ENGLISH_TRAPS),
            ("Bulgarian days", BG, BULGARIAN_DAYS),
            ("Bulgarian traps", BG, BULGARIAN_TRAPS),
        ):
            rows, taken = days(cases, bg=heads is BG)
            found.append(sent(f"{about} from {name}", plan(editor, heads, *rows), *taken))
        rows, taken = hours(HOURS)
        found.append(sent(f"hours from {name}", plan(editor, EN, *rows), *taken))
    return found


def of_our_form() -> list[Sent]:
    english = ours(PaperLanguage.EN, ours_row("5 Dec 2026"), ours_row("12 Dec 2026"))
    bulgarian = ours(PaperLanguage.BG, ours_row("5.12.2026\u202fг."), ours_row("3/4"))
    return [
        sent("our English form", english, f"2026-12-05 {EVENING}", f"2026-12-12 {EVENING}"),
        sent("our Bulgarian form", bulgarian, f"2026-12-05 {EVENING}", f"?ambiguous {EVENING}"),
        sent("our form left blank", ours(PaperLanguage.BG)),
    ]


def headed_otherwise() -> list[Sent]:
    first = ["5.12.2026", "18:00–19:30", "chat", "CV", "employability"]
    evening = f"2026-12-05 {EVENING}"
    both = ("Дата / Date", "От – до / From – to", "Начин\nHow we meet", "Тема (Topic)", "Вид / Kind")
    reordered = plan(
        WORD, ("Kind", "Topic", "Date", "Who", "Time"), ["initial", "Us", "5.12.2026", "Ana", "18:00–19:30"]
    )
    apart = plan(GOOGLE, ("Ден", "Дата", "Начало", "Край", "Тема"), ["събота", "5.12.2026", "18.00", "19.30", "CV"])
    wrong_day = plan(GOOGLE, ("Ден", "Дата", "Начало", "Край", "Тема"), ["петък", "5.12.2026", "18.00", "19.30", "CV"])
    together = plan(LIBRE, ("Дата и час", "Тема", "Вид"), ["5.12.2026 г., 18:00–19:30 ч.", "CV", "заетост"])
    no_hours = plan(LIBRE, ("Date", "Topic", "Kind"), ["5.12.2026", "CV", "employability"])
    lasting = plan(WORD, ("Date", "Start", "Duration", "Topic"), ["5.12.2026", "18:00", "90 min", "CV"])
    extra = plan(WORD, ("Date", "Weather", "Time", "Topic", "Notes"), ["5.12.2026", "rain", "18:00–19:30", "CV", "3/4"])
    twice = plan(WORD, ("Date", "Time", "Topic", "Date"), ["5.12.2026", "18:00–19:30", "CV", "6.12.2026"])
    level = grid(
        WORD,
        (Box(runs=[run("When")], span=2), "What"),
        [["Date", "Time", "Topic"], ["5.12.2026", "18:00–19:30", "CV"]],
    )
    lying = grid(WORD, ("Дата", "5.12.2026", "12.12.2026"), [["Час", "18:00–19:30", "3–4"], ["Тема", "CV", "Писмо"]])
    return [
        sent("headings in both languages", plan(GOOGLE, both, first), evening),
        sent("columns in another order, one missing", reordered, evening),
        sent("start, end and weekday in columns of their own", apart, evening),
        sent("a weekday in a column of its own that is wrong", wrong_day, f"?weekday {EVENING}"),
        sent("day and hours in one column", together, evening),
        sent("no column for hours", no_hours, "2026-12-05 ?missing"),
        sent("a column for the length", lasting, evening),
        sent("columns of their own", extra, evening),
        sent("two columns for the day", twice, f"?ambiguous {EVENING}"),
        sent("headings on two levels", document(level), evening),
        sent("sessions side by side", document(lying), evening, "2026-12-12 ?ambiguous"),
    ]


def merged() -> list[Sent]:
    heads = ("Date", "Time", "How", "Topic")
    day: list[CellText] = [Box(runs=[run("5.12.2026")], merge="restart"), "10:00–11:00", "chat", "CV"]
    same_day: list[CellText] = [Box(merge="continue"), "18:00–19:30", "chat", "Letter"]
    begun = [Box(runs=[run(words)], merge="restart") for words in ("5.12.2026", "18:00–19:30")]
    lasting: list[CellText] = [*begun, "chat", "CV"]
    more: list[CellText] = [Box(merge="continue"), Box(merge="continue"), "", "and a letter"]
    wide: list[CellText] = [Box(runs=[run("5.12.2026, 18:00–19:30")], span=2), "chat", "CV"]
    line: list[CellText] = [Box(runs=[run("January: every second Tuesday")], span=4)]
    return [
        sent(
            "a day merged over two sessions",
            plan(WORD, heads, day, same_day),
            "2026-12-05 10:00-11:00",
            f"2026-12-05 {EVENING}",
        ),
        sent("one session over two rows", plan(LIBRE, heads, lasting, more), f"2026-12-05 {EVENING}"),
        sent("day and hours merged into one cell", plan(GOOGLE, heads, wide), f"2026-12-05 {EVENING}"),
        sent("a remark from side to side", plan(WORD, heads, line, wide), f"2026-12-05 {EVENING}"),
    ]


def changed_by_hand() -> list[Sent]:
    def with_day(*runs: Element) -> bytes:
        return plan(WORD, EN, session(Box(runs=runs)))

    deleted_row = grid(WORD, EN, [session("5.12.2026"), session("3/4", no="2")])
    crossed_out_by_tracking(deleted_row[-1])
    gone = Box(runs=[struck("5.12.2026")])
    cancelled: list[CellText] = [
        Box(runs=[struck(words)]) for words in ("1", "5.12.2026", "18:00", "chat", "Zoom", "final", "CV")
    ]
    return [
        sent(
            "a day changed with tracking",
            with_day(deleted("3.12"), inserted("5.12"), run(".2026")),
            f"2026-12-05 {EVENING}",
        ),
        sent("a day moved with tracking", with_day(moved_away("3.12.2026"), run("5.12.2026")), f"2026-12-05 {EVENING}"),
        sent("a row deleted with tracking", document(deleted_row), f"2026-12-05 {EVENING}"),
        sent("a day from a date picker", with_day(control("5.12.2026")), f"2026-12-05 {EVENING}"),
        sent(
            "a date picker nobody used",
            with_day(control("Click to enter 5.12.2026", prompts=True)),
            f"?missing {EVENING}",
        ),
        sent("words that nobody sees", with_day(hidden("3."), run("5.12.2026")), f"2026-12-05 {EVENING}"),
        sent("an old day crossed out by hand", with_day(struck("3.12.2026"), run(" 5.12.2026")), f"?struck {EVENING}"),
        sent("a day only crossed out", plan(WORD, EN, session(gone)), f"?struck {EVENING}"),
        sent("a whole row crossed out", plan(WORD, EN, cancelled), "?struck ?struck"),
        sent("a photograph of a day", with_day(photo()), f"?unclear {EVENING}"),
        sent(
            "spaces that only look like spaces", with_day(run("5.\u00a012.\u202f2026\u00a0г.")), f"2026-12-05 {EVENING}"
        ),
    ]


def several_tables() -> list[Sent]:
    one, other = grid(GOOGLE, EN, [session("5.12.2026")]), grid(GOOGLE, EN, [session("12.12.2026", no="2")])
    rest = table([w("tr", *(w("tc", paragraph(run(str(said)))) for said in session("19.12.2026")))], [900] * len(EN))
    tasks = grid(WORD, ("What will be done", "By whom", "By when"), [["Write a CV", "Vera", "3.12.2026"]])
    goals = grid(WORD, ("Goal", "Measure", "Date", "Help"), [["A job", "A contract", "3.12.2026", "Anton"]])
    again = plan(WORD, EN, session("5.12.2026"), [*EN], session("12.12.2026", no="2"))
    layout = table([w("tr", w("tc", grid(WORD, EN, [session("5.12.2026")]), paragraph()))], [9000])
    first, second = f"2026-12-05 {EVENING}", f"2026-12-12 {EVENING}"
    return [
        sent("a table for each month", document(one, paragraph(run("January")), other), first, second),
        sent(
            "a table cut in two",
            document(grid(WORD, EN, [session("5.12.2026")]), paragraph(), rest),
            first,
            f"2026-12-19 {EVENING}",
        ),
        sent("tables that are no plans", document(tasks, goals)),
        sent("a plan beside a list of tasks", document(grid(WORD, EN, [session("5.12.2026")]), tasks), first),
        sent("the heading again on the next page", again, first, second),
        sent("a plan within a table for its place", document(layout), first),
        sent("a photograph instead of a table", document(paragraph(photo()))),
    ]


def at_odds() -> list[Sent]:
    heads = ("Date", "Time", "Topic", "Held on", "Status")

    def with_status(day: str, status: str, held_on: str = "") -> bytes:
        return plan(LIBRE, heads, [day, "18:00–19:30", "CV", held_on, status])

    clashing = plan(WORD, EN, session("5.12.2026"), session("5.12.2026", "19:00"))
    this_morning = plan(WORD, EN, session("23.11.2026", "08:00–09:00"))
    return [
        sent("two sessions at one time", clashing, f"2026-12-05 {EVENING}", "2026-12-05 ?clash"),
        sent("today, before now", this_morning, "?past 08:00-09:00"),
        sent("held in the past", with_status("2.11.2026", "held", "2.11.2026"), f"2026-11-02 {EVENING}"),
        sent("held without a year", with_status("2.11", "проведена"), f"2026-11-02 {EVENING}"),
        sent("held, but ahead", with_status("5.12.2026", "held"), f"?impossible {EVENING}"),
        sent("cancelled, and ahead", with_status("5.12.2026", "отменена"), f"2026-12-05 {EVENING}"),
    ]


CORPUS: tuple[Sent, ...] = (
    *spelt(),
    *of_our_form(),
    *headed_otherwise(),
    *merged(),
    *changed_by_hand(),
    *several_tables(),
    *at_odds(),
)
