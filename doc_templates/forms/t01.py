"""Who a mentee is, what they want and what they can manage: from this they are matched with a mentor."""

from __future__ import annotations

from doc_templates.forms.recurring import FILLED_ON, LEADERS_ONLY, YES_NO
from doc_templates.forms.vocabulary import Answer, Choice, Form, Heading, Option, Words

_GUARDIAN = Choice(name="adult", label=Words(en="Are you 18 or older?", bg="Имате ли 18 години?"), options=YES_NO)

_SITUATION = Choice(
    name="situation",
    label=Words(en="My situation now", bg="Сега съм"),
    options=(
        Option(key="student", words=Words(en="in higher education", bg="във висше училище")),
        Option(key="trainee", words=Words(en="in vocational training", bg="в професионално обучение")),
        Option(key="unemployed_short", words=Words(en="without work, under 6 months", bg="без работа под 6 месеца")),
        Option(key="unemployed_medium", words=Words(en="without work, 6–12 months", bg="без работа 6–12 месеца")),
        Option(key="unemployed_long", words=Words(en="without work, over 12 months", bg="без работа над 12 месеца")),
        Option(key="employed", words=Words(en="employed", bg="на работа")),
        Option(key="returning", words=Words(en="returning to work", bg="преди връщане на работа")),
        Option(key="something_else", words=Words(en="something else", bg="друго")),
    ),
)

_TRACK = Choice(
    name="track",
    label=Words(en="What I am looking for", bg="Какво търся"),
    options=(
        Option(key="employability", words=Words(en="a job", bg="работа")),
        Option(key="entrepreneurship", words=Words(en="a business of my own", bg="собствен бизнес")),
        Option(key="both", words=Words(en="both", bg="и двете")),
        Option(key="not_sure", words=Words(en="not sure yet", bg="още не знам")),
    ),
)

_SUPPORT = Choice(
    name="support",
    label=Words(
        en="Where I would like support (mark as many as you like)", bg="За какво искам подкрепа (може няколко)"
    ),
    options=(
        Option(key="choosing", words=Words(en="choosing a profession", bg="избор на професия")),
        Option(key="cv", words=Words(en="CV and letter", bg="CV и мотивационно писмо")),
        Option(key="searching", words=Words(en="looking for work", bg="търсене на работа")),
        Option(key="interview", words=Words(en="job interview", bg="интервю за работа")),
        Option(key="market", words=Words(en="the labour market", bg="пазар на труда")),
        Option(key="network", words=Words(en="contacts", bg="полезни контакти")),
        Option(key="digital", words=Words(en="digital skills", bg="дигитални умения")),
        Option(key="confidence", words=Words(en="confidence", bg="увереност")),
        Option(key="time", words=Words(en="planning and time", bg="планиране и време")),
        Option(key="idea", words=Words(en="business idea", bg="бизнес идея")),
        Option(key="business_plan", words=Words(en="business plan", bg="бизнес план")),
        Option(key="registration", words=Words(en="registering a business", bg="регистрация на фирма")),
        Option(key="money", words=Words(en="financing", bg="финансиране")),
        Option(key="customers", words=Words(en="finding customers", bg="намиране на клиенти")),
        Option(key="rights", words=Words(en="rights at work", bg="трудови права")),
    ),
    many=True,
)

_DAYS = (
    Option(key="mon", words=Words(en="Mon", bg="пн")),
    Option(key="tue", words=Words(en="Tue", bg="вт")),
    Option(key="wed", words=Words(en="Wed", bg="ср")),
    Option(key="thu", words=Words(en="Thu", bg="чт")),
    Option(key="fri", words=Words(en="Fri", bg="пт")),
    Option(key="sat", words=Words(en="Sat", bg="сб")),
    Option(key="sun", words=Words(en="Sun", bg="нд")),
)

_DEVICES = Choice(
    name="devices",
    label=Words(en="I use", bg="Ползвам"),
    options=(
        Option(key="computer", words=Words(en="a computer", bg="компютър")),
        Option(key="phone_only", words=Words(en="only a phone", bg="само телефон")),
        Option(key="shared_phone", words=Words(en="a phone that others use too", bg="телефон, който е и за други")),
        Option(key="home_internet", words=Words(en="internet at home", bg="интернет вкъщи")),
        Option(key="mobile_internet", words=Words(en="limited mobile data", bg="ограничен мобилен интернет")),
    ),
    many=True,
)

_ABOUT = (
    Heading(words=Words(en="A. About me", bg="А. За мен")),
    Answer(name="mentee_name", label=Words(en="Name and family name", bg="Име и фамилия")),
    Answer(name="called", label=Words(en="What should we call you?", bg="Как да Ви наричаме?")),
    Answer(name="home", label=Words(en="Town, country", bg="Град, държава")),
    Answer(name="time_zone", label=Words(en="Time zone", bg="Часова зона")),
    Answer(name="spoken_languages", label=Words(en="Languages I speak", bg="Езици")),
    Answer(name="document_language", label=Words(en="Documents in (BG/EN)", bg="Документи на (BG/EN)")),
    Answer(
        name="other_contact",
        label=Words(en="Phone or e-mail, in case you lose Telegram", bg="Телефон или e-mail, ако загубите Telegram"),
    ),
    _GUARDIAN,
    Answer(
        name="guardian",
        label=Words(
            en="If not: parent or guardian – name, contact, signature",
            bg="Ако не: родител или настойник – име, контакт, подпис",
        ),
    ),
    _SITUATION,
    Answer(name="education", label=Words(en="Highest education", bg="Най-високо образование")),
    Answer(name="experience", label=Words(en="Work experience", bg="Трудов опит"), lines=3),
)

_WISHES = (
    Heading(words=Words(en="B. What I am looking for", bg="Б. Какво търся")),
    _TRACK,
    Answer(
        name="expectations",
        label=Words(en="Why do you want a mentor? What do you expect?", bg="Защо искате ментор? Какво очаквате?"),
        lines=2,
    ),
    Answer(
        name="right_mentor",
        label=Words(en="What kind of mentor would suit you?", bg="Какъв ментор би Ви подхождал?"),
        lines=2,
    ),
    Answer(name="strengths", label=Words(en="Three strengths of mine", bg="Три мои силни страни")),
    Answer(name="to_improve", label=Words(en="Three things to improve", bg="Три неща за подобряване")),
    _SUPPORT,
)

_PRACTICAL = (
    Heading(words=Words(en="C. How I can take part", bg="В. Как мога да участвам")),
    Choice(
        name="mornings", label=Words(en="Free in the morning", bg="Свободно време сутрин"), options=_DAYS, many=True
    ),
    Choice(
        name="afternoons",
        label=Words(en="Free in the afternoon", bg="Свободно време следобед"),
        options=_DAYS,
        many=True,
    ),
    Choice(name="evenings", label=Words(en="Free in the evening", bg="Свободно време вечер"), options=_DAYS, many=True),
    _DEVICES,
    Answer(
        name="difficulties",
        label=Words(
            en="What may make it difficult (health, children, shifts…)? You can also tell the manager alone.",
            bg="Какво може да затрудни участието (здраве, деца, смени…)? Може да го кажете само на ръководителя.",
        ),
        lines=2,
    ),
    Answer(
        name="introduction",
        label=Words(
            en="What I want the group to know about me (two or three sentences; the group will read them)",
            bg="Какво да знае групата за мен (две-три изречения; групата ще ги прочете)",
        ),
        lines=2,
    ),
)

_CONSENTS = (
    Heading(words=Words(en="D. My consent", bg="Г. Моето съгласие")),
    Choice(
        name="consent_data",
        label=Words(
            en="I have read the privacy notice (X07) and agree to it.",
            bg="Прочетох информацията за личните данни (X07) и давам съгласие.",
        ),
        options=YES_NO,
    ),
    Choice(
        name="consent_quotes",
        label=Words(
            en="I may be quoted and shown in photos of the programme. You may say no.",
            bg="Програмата може да ме цитира и да показва снимки с мен. Може и да откажете.",
        ),
        options=YES_NO,
    ),
    FILLED_ON,
    Answer(name="signed", label=Words(en="Signature", bg="Подпис")),
)

FORM = Form(
    code="T01",
    title=Words(en="Mentee’s profile", bg="Профил на участника"),
    restricted=LEADERS_ONLY,
    intro=Words(
        en="With this the manager finds the right mentor for you. Leave out whatever you do not want to say.",
        bg="По този формуляр ръководителят намира подходящия ментор за Вас. Пропуснете всичко, което не искате да "
        "кажете.",
    ),
    blocks=(*_ABOUT, *_WISHES, *_PRACTICAL, *_CONSENTS),
)
