"""Words of the lines of a programme: their names, and the question behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.programmes import Line
from texts.programmes import period
from texts.settings import place
from texts.together import reminders_button, when

if TYPE_CHECKING:
    from mentoring.groups import OptionalTool
    from mentoring.notices.programmes import ProgrammeSeen
    from texts.say import Html, Say


def ask_line(say: Say, seen: ProgrammeSeen, line: Line, *, misread: bool) -> Html:
    question = _question(say, seen, line)
    return say("I didn't understand this.\n\n{asked}", asked=question) if misread else question


def _question(say: Say, seen: ProgrammeSeen, line: Line) -> Html:
    match line:
        case Line.NAME:
            return say("🏷 <b>What is the programme called?</b> Now: {name}\n\nType its name.", name=seen.name)
        case Line.ORGANISATION:
            return say("🏷 <b>Which organisation runs it?</b> Now: {name}\n\nType its name.", name=seen.organisation)
        case Line.PERIOD:
            return say(
                "📅 <b>How long does it run?</b>\n\n{period}\n\nChoose, or type the days: "
                "<code>11.1.2027 – 30.6.2027</code>, or only the last one.",
                period=period(say, seen),
            )
        case Line.LANGUAGES:
            return say(
                "🌐 <b>Which languages can people choose?</b>\n\nTap to add one or take it away. "
                "A language that somebody reads stays."
            )
        case Line.ZONE:
            return say(
                "🕐 <b>Where does the programme live?</b> Now: {place}\n\nNewcomers begin in this time; whoever is "
                "there keeps their own. Choose, or type a city.",
                place=place(say, seen.zone),
            )
        case _:
            return _further_question(say, seen, line)


def _further_question(say: Say, seen: ProgrammeSeen, line: Line) -> Html:
    match line:
        case Line.QUIET:
            return say(
                "🌙 <b>When does the programme leave people in peace?</b> Now: {hours}\n\nOf each reader's own day; "
                "whoever has set own hours keeps them. Choose, or type it: <code>22:00–07:00</code>",
                hours=seen.quiet or "–",
            )
        case Line.WORK:
            return say(
                "💼 <b>When do you work?</b> Now: {hours}\n\nChoose, or type it: <code>09:00–17:00</code>",
                hours=seen.work,
            )
        case Line.TOOLS:
            return say("🧰 <b>Which optional documents do you use?</b>\n\nTap to switch one on or off.")
        case Line.SESSIONS:
            return say(
                "📚 <b>How many sessions has each group?</b> Now: {count}\n\nChoose, or type a number.",
                count=seen.sessions,
            )
        case Line.AGE:
            return say(
                "👤 <b>Below which age does a guardian sign?</b>\n\nNewcomers are asked whether they are that old. "
                "Choose, or type an age."
            )
        case Line.CONTACTS:
            return say(
                "🆘 <b>Whom to call in an emergency?</b>\n\n{contacts}\n\nType names and numbers; people see them when "
                "they raise a concern.",
                contacts=seen.contacts or "–",
            )
        case Line.REMINDERS:
            return say(
                "⏰ <b>When are people reminded of a session?</b> Now: {when}\n\nWhoever has chosen for themselves "
                "keeps that. Choose, or type the hours before it: <code>24, 1</code>",
                when=when(say, seen.reminders),
            )
        case _:
            raise AssertionError(line)


def line_button(say: Say, line: Line) -> str:
    return {
        Line.NAME: say.label("🏷 Name"),
        Line.ORGANISATION: say.label("🏷 Organisation"),
        Line.PERIOD: say.label("📅 Period"),
        Line.LANGUAGES: say.label("🌐 Languages"),
        Line.ZONE: say.label("🕐 Time zone"),
        Line.QUIET: say.label("🌙 Quiet hours"),
        Line.TOOLS: say.label("🧰 Documents"),
        Line.SESSIONS: say.label("📚 Sessions"),
        Line.WORK: say.label("💼 Working hours"),
        Line.AGE: say.label("👤 Age"),
        Line.CONTACTS: say.label("🆘 Emergency"),
        Line.REMINDERS: reminders_button(say),
    }[line]


def tool_button(say: Say, tool: OptionalTool, *, used: bool) -> str:
    return f"{'✅' if used else '▫️'} {tool} {_tool(say, tool)}"


def _tool(say: Say, tool: OptionalTool) -> str:
    return {
        "T09": say.label("Mentor's self-check"),
        "T10": say.label("List of participants"),
        "T11": say.label("Mid-term plan"),
        "T12": say.label("Mid-term interview"),
        "T13": say.label("Final discussion"),
        "T14": say.label("Mentor's final questions"),
        "X01": say.label("Attendance register"),
        "X02": say.label("Session record"),
        "X03": say.label("Monitoring report"),
        "X04": say.label("Early exit"),
        "X05": say.label("Handover note"),
        "X06": say.label("Certificate"),
        "X07": say.label("Privacy and consent"),
        "X08": say.label("Concern form"),
        "X09": say.label("Code of conduct"),
    }[tool.value]
