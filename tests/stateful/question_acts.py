"""Private questions: to the mentor, or into the group without the name; answered to one, or before all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.concerns import Way
from mentoring.ids import GroupId, PersonId, QuestionId
from mentoring.use_cases import private_answers, private_questions
from mentoring.use_cases.answering import Answer, answer
from tests.stateful.model import Question
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World


def ask(world: World) -> None:
    group, way = world.chance.choice([*world.model.groups]), world.chance.choice([*Way])
    mentees = [one for one in world.model.accounts if world.model.has(world.person(one), group, "mentee")]
    account = world.chance.choice(mentees) if mentees and world.chance.random() < 0.8 else world.somebody()
    by = world.by(account)
    may = world.model.has(world.person(account), group, "mentee")
    may = may and (way is Way.TO_MENTOR or world.model.groups[group].chat is not None)
    chosen = private_questions.ChooseWay(by=by, group_id=GroupId(group), way=way)
    step = Step(
        name=f"choose_way {way.value} {group}",
        by=account,
        doing=act(private_questions.choose_way, chosen),
        allowed=may,
        sure=True,
    )
    if not world.take(step):
        return
    words = f"Question {world.next()}?"
    said = act(answer, Answer(by=world.by(account, pressed=False), text=words))
    if not world.take(Step(name="say question", by=account, doing=said, allowed=may)):
        return
    asked = Question(group=group, person=world.person(account) or 0, words=words, openly=way is Way.TO_GROUP)
    # Learned at once, because the words go out in the very step.
    world.asking[account] = asked
    if world.chance.random() < 0.85:
        send(world, account)


def send(world: World, account: int | None = None) -> None:
    """Perhaps long after it was written, when they have gone or the chat is another."""
    account = account or world.somebody()
    asked = world.asking.get(account)
    may = asked is not None and world.model.has(world.person(account), asked.group, "mentee")
    world.take(
        Step(
            name="send_question",
            by=account,
            doing=act(private_questions.send_question, private_questions.SendQuestion(by=world.by(account))),
            allowed=may
            and asked is not None
            and (not asked.openly or world.model.groups[asked.group].chat is not None),
            then=lambda: _learn(world, account),
            brings=frozenset({"questions"}),
        )
    )


def _learn(world: World, account: int) -> None:
    person, asked = world.person(account), world.asking.pop(account)
    assert person is not None
    question = world.record.questions.of_person(PersonId(person))[-1]
    assert (question.text, question.group_id) == (asked.words, asked.group)
    world.model.questions[question.id] = asked
    asked.person = person


def answer_one(world: World) -> None:
    if not world.model.questions:
        return
    number, way = world.chance.choice([*world.model.questions]), world.chance.choice([*Way])
    question = world.model.questions[number]
    mentors = sorted(world.model.in_charge(question.group) | world.model.mentors_of(question.group))
    near = mentors and world.chance.random() < 0.6
    account = world.account(world.chance.choice(mentors)) if near else world.somebody()
    may = world.model.reviews(world.person(account), question.group)
    may = may and (way is Way.TO_MENTOR or question.openly)
    command = private_answers.AnswerQuestion(by=world.by(account), question_id=QuestionId(number), way=way)
    doing = act(private_answers.answer_question, command)
    step = Step(name=f"answer {number} {way.value}", by=account, doing=doing, allowed=may, sure=True)
    if not world.take(step):
        return
    said = act(answer, Answer(by=world.by(account, pressed=False), text="Like this"))
    if world.take(Step(name="say answer", by=account, doing=said, allowed=may)):
        command_sent = private_answers.SendAnswer(by=world.by(account))
        world.take(
            Step(
                name=f"send_answer {number}",
                by=account,
                doing=act(private_answers.send_answer, command_sent),
                allowed=may,
                sure=True,
                then=lambda: setattr(question, "answered", True),
            )
        )
