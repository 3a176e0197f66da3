"""What is asked in a talk, as the printed form has it, and what each question is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.interviews import AGREED, OVERALL, QUESTIONS, WHEN, WHO, InterviewKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from texts.say import Say


def asked(say: Say, name: str) -> str:
    return _asked(say, name)[0]


def purpose(say: Say, name: str) -> str:
    return _asked(say, name)[1]


def number(name: str) -> int:
    """In its own talk, from 1."""
    return QUESTIONS[_kind(name)].index(name) + 1


def short(say: Say, name: str) -> str:
    """Also of what is asked after the questions."""
    rest = {
        AGREED: say.label("What was agreed"),
        WHO: say.label("Who does it"),
        WHEN: say.label("By when"),
        OVERALL: say.label("Your opinion"),
    }
    return rest[name] if name in rest else asked(say, name)


def _asked(say: Say, name: str) -> tuple[str, str]:
    by_kind = {InterviewKind.MENTEE: _of_mentee, InterviewKind.MENTOR: _of_mentor, InterviewKind.FINAL: _of_group}
    return by_kind[_kind(name)](say)[name]


def _kind(name: str) -> InterviewKind:
    return next(one for one, names in QUESTIONS.items() if name in names)


def _of_mentee(say: Say) -> Mapping[str, tuple[str, str]]:
    return {
        "mentee_meets": (say.label("Do you meet as planned?"), _meets(say)),
        "mentee_goals": (
            say.label("How far have you come with your goals?"),
            say.label("Compare with the goals that were written down at the beginning."),
        ),
        "mentee_helps": (say.label("What helps you most?"), _helps(say)),
        "mentee_hinders": (say.label("What gets in the way?"), _hinders(say)),
        "mentee_heard": (say.label("Are you heard as much as the others?"), _heard(say)),
        "mentee_replies": (
            say.label("Does your mentor reply in time?"),
            say.label("More than a few days without an answer is too long."),
        ),
        "mentee_change": (say.label("Would you change anything: mentor, group or times?"), _change(say)),
        "mentee_support": (say.label("What support do you need?"), _support(say)),
    }


def _of_mentor(say: Say) -> Mapping[str, tuple[str, str]]:
    return {
        "mentor_meets": (say.label("Do you meet as planned?"), _meets(say)),
        "mentor_goals": (say.label("How far have your mentees come?"), say.label("Ask about each of them.")),
        "mentor_helps": (say.label("What helps most?"), _helps(say)),
        "mentor_hinders": (say.label("What gets in the way?"), _hinders(say)),
        "mentor_heard": (say.label("Is everybody in the group heard?"), _heard(say)),
        "mentor_replies": (
            say.label("Do your mentees reply in time?"),
            say.label("Whoever no longer replies may be about to leave."),
        ),
        "mentor_dropout": (
            say.label("Is anyone at risk of dropping out?"),
            say.label("Who, why, and what could keep them?"),
        ),
        "mentor_workload": (
            say.label("Is the workload right for you?"),
            say.label("Whoever has too much to do gives up halfway."),
        ),
        "mentor_documents": (
            say.label("How do you get on with the documents?"),
            say.label("What takes too long may be made shorter, or done by you."),
        ),
        "mentor_change": (say.label("Would you change anything: group or times?"), _change(say)),
        "mentor_support": (say.label("What support do you need from the manager?"), _support(say)),
    }


def _of_group(say: Say) -> Mapping[str, tuple[str, str]]:
    return {
        "best_moment": (say.label("What was the best moment?"), say.label("An easy beginning for everybody.")),
        "expectations": (
            say.label("What did you expect, and what came of it?"),
            say.label("Shows what the programme should promise, and what not."),
        ),
        "goals_not_reached": (
            say.label("Which goals were not reached, and why?"),
            say.label("Not to blame anybody, but to see what was in the way."),
        ),
        "group_work": (
            say.label("How did you work together as a group?"),
            say.label("Please note opinions without names."),
        ),
        "online_or_in_person": (
            say.label("What worked better online, and what face to face?"),
            say.label("Helps to plan the next programme."),
        ),
        "tools_kept": (
            say.label("Which documents and tools should stay?"),
            say.label("What has helped somebody is worth keeping."),
        ),
        "tools_dropped": (
            say.label("Which documents and tools should go or change?"),
            say.label("Less paper for the next group."),
        ),
        "advice": (
            say.label("What would you tell the next group?"),
            say.label("Their own words are the best invitation."),
        ),
        "plans": (
            say.label("What are your plans now?"),
            say.label("Work, studies, a business of one's own, or the next step."),
        ),
        "staying_in_touch": (
            say.label("How do you stay in touch?"),
            say.label("Agree on one way before everybody goes."),
        ),
    }


def _meets(say: Say) -> str:
    return say.label("Sessions that fall through are the first sign of trouble.")


def _helps(say: Say) -> str:
    return say.label("What works can be done more often, in other groups too.")


def _hinders(say: Say) -> str:
    return say.label("Time, travel, work, the group, the phone: what can be changed?")


def _heard(say: Say) -> str:
    return say.label("Those who are silent leave first.")


def _change(say: Say) -> str:
    return say.label("A change in time can save a group.")


def _support(say: Say) -> str:
    return say.label("Something that you or your organisation can really give.")
