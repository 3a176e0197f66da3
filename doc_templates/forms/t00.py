"""The guide, which everybody reads first: what every document is for, who fills and signs it, when, how it is filed."""

from __future__ import annotations

from doc_templates.forms.t00_matrix import EXTRA, TOOLS
from doc_templates.forms.vocabulary import Form, Heading, Overview, Prose, Words

_HEADER = (
    Words(en="Code", bg="Код"),
    Words(en="Document", bg="Документ"),
    Words(en="Fills in", bg="Попълва"),
    Words(en="Signs", bg="Подписва"),
    Words(en="When", bg="Кога"),
    Words(en="Who sees it", bg="Кой го вижда"),
)
_SHARES = (4, 18, 9, 9, 10, 9)

_PURPOSE = Prose(
    paragraphs=(
        Words(
            en="In blended mentoring a mentor accompanies a small group on its way to work or to a business, "
            "partly face to face and partly online. The documents of this kit help everybody to know what was "
            "agreed, to see their own progress, and to show that the programme works. They are no end in "
            "themselves: keep them short.",
            bg="При смесеното менторство един ментор подкрепя малка група по пътя ѝ към работа или бизнес – "
            "отчасти присъствено, отчасти онлайн. Документите помагат на всеки да знае какво е уговорено, да вижда "
            "напредъка си и да се покаже, че програмата работи. Те не са самоцел: пишете кратко.",
        ),
    )
)

_WHO = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The mentee fills in the profile, sets goals, writes the diary after each session, answers two "
            "questionnaires, and sends everything to the mentor through the bot.",
            bg="Участникът попълва профила, поставя си цели, пише дневника след всяка среща, отговаря на два "
            "въпросника и изпраща всичко на ментора чрез бота.",
        ),
        Words(
            en="The mentor prepares and holds the sessions, looks at what mentees send, accepts it or returns it "
            "with a comment, and files it in Managing or Monitoring.",
            bg="Менторът подготвя и провежда срещите, преглежда изпратеното, приема го или го връща за корекция "
            "с коментар и го добавя в „Управление“ или „Мониторинг“.",
        ),
        Words(
            en="The manager gives out the profile, prepares the contract, leads the monitoring, and decides what a "
            "programme uses. The manager can waive a document, with a reason.",
            bg="Ръководителят раздава профила, подготвя договора, води мониторинга и решава кои документи се "
            "използват. Ръководителят може да освободи от документ, като посочи причина.",
        ),
    ),
)

_HOW = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Take the document from Templates in the bot. It already bears your name and group. Nothing can be put "
            "into Templates, by nobody.",
            bg="Вземете документа от „Формуляри“ в бота. В него вече са името Ви и групата. Във „Формуляри“ никой "
            "не може да качва нищо.",
        ),
        Words(
            en="Fill it in on the computer or the phone, or print it and write by hand. Most questionnaires and "
            "the diary can simply be answered in the chat.",
            bg="Попълнете го на компютър или телефон или го отпечатайте и пишете на ръка. На дневника и на повечето "
            "въпросници може просто да отговорите в чата.",
        ),
        Words(
            en="Send it to the bot in private: as a file, or as photos of whole pages, flat and in good light. The "
            "code at the bottom of the page tells the bot which document it is, so leave it in the picture.",
            bg="Изпратете го на бота в личен чат: като файл или като снимки на цели страници, изправени и на добра "
            "светлина. По кода в долния край ботът познава документа, затова нека се вижда на снимката.",
        ),
        Words(
            en="The mentor or the manager looks at it. If something is missing, it comes back with a comment and "
            "you send a new version.",
            bg="Менторът или ръководителят го преглежда. Ако нещо липсва, документът се връща с коментар и "
            "изпращате нова версия.",
        ),
        Words(
            en="What is accepted is filed by the mentor or the manager, with one press. What is for the group can "
            "then be found by the whole group; everything else only by those named in the table.",
            bg="Приетото се добавя в папката от ментора или ръководителя с едно натискане. Предназначеното за "
            "групата се намира от цялата група, а останалото – само от посочените в таблицата.",
        ),
    ),
)

_SIGNING = Prose(
    paragraphs=(
        Words(
            en="The contract (T04) is signed by the manager, the mentor and every mentee; the list of participants "
            "(T10) by everybody present, where a programme uses it. Sign on paper and photograph the page. Those "
            "who live in other towns each sign a page of their own (a counterpart), and all pages together are one "
            "document. The bot shows who has signed and reminds only those who have not.",
            bg="Договорът (T04) се подписва от ръководителя, ментора и всеки участник, а списъкът на участниците "
            "(T10) – от всички присъстващи, ако програмата го използва. Подпишете на хартия и снимайте страницата. "
            "Който е в друг град, подписва своя страница; всички страници заедно са един документ. Ботът показва "
            "кой е подписал и напомня само на останалите.",
        ),
    )
)

_PRIVACY = Prose(
    paragraphs=(
        Words(
            en="Write no more about yourself or others than a form asks for. What only the mentor or only the "
            "manager should know, tell them in private. With a concern you can go to the manager at any time, past "
            "the mentor and the group (X08, or under Help in the bot).",
            bg="Не пишете за себе си и за другите повече, отколкото се пита. Каквото е само за ментора или само за "
            "ръководителя, кажете му лично. Сигнал до ръководителя може да подадете по всяко време, без ментора и "
            "групата (X08 или „Помощ“ в бота).",
        ),
    )
)

FORM = Form(
    code="T00",
    title=Words(en="The managing and monitoring tools: a guide", bg="Списък на инструментите: ръководство"),
    intro=Words(
        en="Please read this first. It says what each document is for, who fills it in, who signs it, and what "
        "then happens.",
        bg="Моля, прочетете първо това. Тук пише за какво е всеки документ, кой го попълва, кой подписва и какво "
        "следва.",
    ),
    blocks=(
        Heading(words=Words(en="1. What the documents are for", bg="1. За какво са документите")),
        _PURPOSE,
        Heading(words=Words(en="2. Who does what", bg="2. Кой какво прави")),
        _WHO,
        Heading(words=Words(en="3. The tools", bg="3. Инструментите")),
        Prose(
            paragraphs=(
                Words(
                    en="● mandatory, ○ by choice of the programme. Documents about how it is going (T07, T08, "
                    "T11–T14) are filed in Monitoring, all others in Managing.",
                    bg="● задължителен, ○ по избор на програмата. Документите за хода на работата (T07, T08, "
                    "T11–T14) се добавят в „Мониторинг“, всички други – в „Управление“.",
                ),
            )
        ),
        Overview(shares=_SHARES, header=_HEADER, rows=TOOLS),
        Heading(words=Words(en="4. Filling in and handing in", bg="4. Попълване и изпращане")),
        _HOW,
        Heading(words=Words(en="5. Signatures", bg="5. Подписи")),
        _SIGNING,
        Heading(words=Words(en="6. Further documents", bg="6. Допълнителни документи")),
        Overview(shares=_SHARES, header=_HEADER, rows=EXTRA),
        Heading(words=Words(en="7. Respect and privacy", bg="7. Уважение и лични данни")),
        _PRIVACY,
    ),
)
