"""The privacy notice of the bot on paper, with its two consents, for those who sign by hand and for guardians."""

from __future__ import annotations

from doc_templates.forms.vocabulary import (
    Answer,
    Choice,
    Column,
    Form,
    Grid,
    Heading,
    Option,
    Prose,
    Signatures,
    Words,
)

_NOTICE = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Who answers for your data. {{ organisation }}, which runs the programme “{{ programme_name }}”. "
            "You can speak with the manager, {{ manager_name }}.",
            bg="Кой отговаря за данните Ви. {{ organisation }}, която води програмата „{{ programme_name }}“. "
            "Можете да говорите с ръководителя: {{ manager_name }}.",
        ),
        Words(
            en="What for. To run the mentoring: to remind you of meetings, to take your documents to your mentor, "
            "and to show that the programme works.",
            bg="За какво. За да върви менторството: да Ви се напомня за срещите, документите Ви да стигат до ментора "
            "и да се покаже, че програмата работи.",
        ),
        Words(
            en="What is kept. Your name, your Telegram number and language; the documents, photos, voice messages, "
            "answers and diary entries that you hand in; when you met and whether you were there. Chat in the group "
            "is kept only while a session is recorded, and you are told so when it begins.",
            bg="Какво се пази. Името Ви, номерът Ви в Telegram и езикът Ви; документите, снимките, гласовите "
            "съобщения, отговорите и записите в дневника, които предавате; кога сте се срещали и дали сте присъствали. "
            "Разговорите в групата се пазят само докато се записва среща; съобщава се в началото ѝ.",
        ),
        Words(
            en="What is not needed. Please write nothing about your health, your family or your beliefs that the "
            "programme does not need.",
            bg="Какво не е нужно. Моля, не пишете за здравето, семейството или убежденията си нищо, което не е нужно "
            "на програмата.",
        ),
        Words(
            en="Who sees it. Your mentor and the manager; whoever pays for or audits the programme, as far as its "
            "rules ask for it. Your group sees your name and what is meant for the group. Concerns go to the "
            "manager only.",
            bg="Кой ги вижда. Вашият ментор и ръководителят; финансиращите и проверяващите, доколкото "
            "правилата на програмата го изискват. Групата вижда името Ви и предназначеното за нея. Сигналите вижда "
            "само ръководителят.",
        ),
        Words(
            en="Telegram. Whatever you send to the bot passes through Telegram’s servers, and Telegram keeps its "
            "own copy. If you do not want that, hand in your documents on paper.",
            bg="Telegram. Каквото изпращате на бота, минава през сървърите на Telegram и там остава копие. "
            "Ако не желаете това, предавайте документите си на хартия.",
        ),
        Words(
            en="How long. Until the programme and the time in which it must prove its work have ended. Signed papers "
            "may have to be kept longer by law, even if you withdraw.",
            bg="Докога. До края на програмата и на срока, в който тя трябва да доказва работата си. Подписаните "
            "документи може по закон да се пазят по-дълго, дори да оттеглите съгласието си.",
        ),
        Words(
            en="Your rights. To see, correct, receive and delete what is kept, to withdraw your consent at any time "
            "(under Help in the bot, or by telling the manager), and to complain to the data protection authority.",
            bg="Вашите права. Да видите, поправите, получите и изтриете каквото се пази, да оттеглите съгласието си "
            "по всяко време (от „Помощ“ в бота или чрез ръководителя) и да подадете жалба в Комисията за защита "
            "на личните данни.",
        ),
    ),
)

_YES_OR_NO = (
    Option(key="yes", words=Words(en="I agree", bg="давам съгласие")),
    Option(key="no", words=Words(en="I do not agree", bg="не давам съгласие")),
)

_GUARDIAN = Grid(
    name="guardian",
    columns=(
        Column(name="name", label=Words(en="Name", bg="Име и фамилия"), share=4),
        Column(name="contact", label=Words(en="Phone or e-mail", bg="Телефон или e-mail"), share=4),
        Column(name="signature", label=Words(en="Signature", bg="Подпис"), share=4),
        Column(name="date", label=Words(en="Date", bg="Дата"), share=2),
    ),
    blank_rows=1,
)

FORM = Form(
    code="X07",
    title=Words(en="Privacy notice and consent", bg="Информация за личните данни и съгласие"),
    restricted=Words(en="The signed page is for the manager only.", bg="Подписаната страница е само за ръководителя."),
    blocks=(
        Heading(words=Words(en="What happens with your data", bg="Какво става с Вашите данни")),
        _NOTICE,
        Answer(
            name="controller_contact",
            label=Words(en="Contact for all this (phone or e-mail)", bg="За връзка (телефон или e-mail)"),
        ),
        Answer(name="kept_until", label=Words(en="Data are kept until", bg="Данните се пазят до")),
        Heading(words=Words(en="Your consent", bg="Вашето съгласие")),
        Prose(
            paragraphs=(
                Words(
                    en="Taking part is your own choice. The two questions are separate; nothing depends on the second.",
                    bg="Участието е по Ваш избор. Въпросите са два и са отделни; от втория не зависи нищо.",
                ),
            )
        ),
        Choice(
            name="consent_to_take_part",
            label=Words(
                en="1. To take part, and to have my documents and data kept as described above",
                bg="1. Да участвам и документите и данните ми да се пазят, както е описано по-горе",
            ),
            options=_YES_OR_NO,
        ),
        Choice(
            name="consent_to_quotes_and_photos",
            label=Words(
                en="2. To be quoted, and to be shown in photos of the programme",
                bg="2. Програмата да ме цитира и да показва снимки с мен",
            ),
            options=_YES_OR_NO,
        ),
        Signatures(
            statement=Words(en="I have read and understood this notice.", bg="Прочетох и разбрах тази информация."),
            blank_rows=1,
        ),
        Prose(
            paragraphs=(
                Words(
                    en="For participants under age: a parent or guardian signs too.",
                    bg="За непълнолетни участници подписва и родител или настойник.",
                ),
            )
        ),
        _GUARDIAN,
    ),
)
