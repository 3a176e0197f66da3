"""Cities that people name when they are asked where they are, each with its time zone.

The zones' own cities are known by their English names already; here stand those that people of these programmes live
in, and how Bulgarian calls them. Latin spellings of the Bulgarian names are understood by their sound.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from mentoring.spelling import sounds

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Mapping[str, str] = {
    "Europe/Sofia": (
        "България, Bulgaria, София, Пловдив, Варна, Бургас, Русе, Стара Загора, Плевен, Сливен, Добрич, Шумен, Перник, "
        "Хасково, Ямбол, Пазарджик, Благоевград, Велико Търново, Враца, Габрово, Видин, Казанлък, Кърджали, Кюстендил, "
        "Монтана, Търговище, Ловеч, Силистра, Разград, Смолян, Дупница, Асеновград, Свищов, Лом, Самоков, Сандански"
    ),
    "Europe/London": "Лондон, Англия, England, Великобритания, UK, United Kingdom, Манчестър, Manchester, Бирмингам, "
    "Birmingham, Единбург, Edinburgh, Глазгоу, Glasgow, Лийдс, Leeds, Бристол, Bristol, Ливърпул, Liverpool",
    "Europe/Berlin": "Берлин, Германия, Germany, Мюнхен, Munich, München, Франкфурт, Frankfurt, Хамбург, Hamburg, "
    "Кьолн, Cologne, Köln, Щутгарт, Stuttgart, Дюселдорф, Düsseldorf, Лайпциг, Leipzig, Дрезден, Dresden",
    "Europe/Vienna": "Виена, Wien, Австрия, Austria, Грац, Graz, Залцбург, Salzburg, Линц, Linz",
    "Europe/Zurich": "Цюрих, Zürich, Швейцария, Switzerland, Женева, Geneva, Базел, Basel, Берн, Bern",
    "Europe/Madrid": "Мадрид, Испания, Spain, Барселона, Barcelona, Валенсия, Valencia, Севиля, Seville, Malaga",
    "Europe/Rome": "Рим, Roma, Италия, Italy, Милано, Milan, Торино, Turin, Неапол, Naples, Болоня, Bologna, Florence",
    "Europe/Paris": "Париж, Франция, France, Лион, Lyon, Марсилия, Marseille, Тулуза, Toulouse, Ница, Nice",
    "Europe/Brussels": "Брюксел, Белгия, Belgium, Антверпен, Antwerp, Гент, Ghent",
    "Europe/Amsterdam": "Амстердам, Нидерландия, Холандия, Netherlands, Ротердам, Rotterdam, Хага, The Hague, Utrecht",
    "Europe/Athens": "Атина, Гърция, Greece, Солун, Thessaloniki, Крит, Crete",
    "Europe/Istanbul": "Истанбул, Турция, Turkey, Анкара, Ankara, Одрин, Edirne, Измир, Izmir, Бурса, Bursa",
    "Europe/Bucharest": "Букурещ, Румъния, Romania, Клуж, Cluj, Констанца, Constanta, Тимишоара, Timisoara",
    "Europe/Belgrade": "Белград, Сърбия, Serbia, Ниш, Nis, Novi Sad",
    "Europe/Skopje": "Скопие, Северна Македония, North Macedonia, Охрид, Ohrid, Битоля, Bitola",
    "Europe/Kyiv": "Киев, Kiev, Украйна, Ukraine, Одеса, Odesa, Odessa, Лвов, Lviv, Харков, Kharkiv",
    "Europe/Moscow": "Москва, Санкт Петербург, Saint Petersburg",
    "Europe/Warsaw": "Варшава, Полша, Poland, Краков, Krakow, Вроцлав, Wroclaw, Гданск, Gdansk",
    "Europe/Prague": "Прага, Чехия, Czechia, Czech Republic, Бърно, Brno",
    "Europe/Budapest": "Будапеща, Унгария, Hungary",
    "Europe/Bratislava": "Братислава, Словакия, Slovakia",
    "Europe/Stockholm": "Стокхолм, Швеция, Sweden, Гьотеборг, Gothenburg, Малмьо, Malmö",
    "Europe/Copenhagen": "Копенхаген, Дания, Denmark, Орхус, Aarhus",
    "Europe/Oslo": "Осло, Норвегия, Norway, Берген, Bergen",
    "Europe/Helsinki": "Хелзинки, Финландия, Finland",
    "Europe/Dublin": "Дъблин, Ирландия, Ireland, Корк, Cork",
    "Europe/Lisbon": "Лисабон, Португалия, Portugal, Порто, Porto",
    "Asia/Nicosia": "Никозия, Кипър, Cyprus, Лимасол, Limassol, Ларнака, Larnaca, Пафос, Paphos",
    "Asia/Jerusalem": "Йерусалим, Израел, Israel, Тел Авив, Tel Aviv",
    "Asia/Dubai": "Дубай, Абу Даби, Abu Dhabi",
    "Asia/Qatar": "Катар, Доха, Doha",
    "Asia/Tokyo": "Токио, Япония, Japan",
    "Asia/Shanghai": "Пекин, Beijing, Шанхай, Китай, China",
    "Asia/Kolkata": "Делхи, Delhi, Мумбай, Mumbai, Индия, India",
    "America/New_York": "Ню Йорк, Бостън, Boston, Вашингтон, Washington, Маями, Miami, Атланта, Atlanta, Philadelphia",
    "America/Chicago": "Чикаго, Хюстън, Houston, Далас, Dallas",
    "America/Denver": "Денвър",
    "America/Los_Angeles": "Лос Анджелис, Сан Франциско, San Francisco, Сиатъл, Seattle, Лас Вегас, Las Vegas",
    "America/Toronto": "Торонто, Монреал, Montreal, Отава, Ottawa",
    "America/Vancouver": "Ванкувър",
    "Australia/Sydney": "Сидни",
    "Australia/Melbourne": "Мелбърн",
}
_AREAS = ("Europe/", "Asia/", "Africa/", "America/", "Australia/", "Pacific/", "Atlantic/", "Indian/")


def zone_said(text: str) -> str | None:
    """The IANA name of a city's zone, or of a zone typed as it is; None for what nobody knows."""
    if text.strip() in available_timezones():
        return text.strip()
    return next((zone for sound in sounds(text) if (zone := _by_sound().get(sound)) is not None), None)


@cache
def _by_sound() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for zone, names in _NAMED.items():
        for name in names.split(","):
            found |= dict.fromkeys(sounds(name), zone)
    for zone in sorted(available_timezones()):
        if zone.startswith(_AREAS):
            for sound in sounds(zone.rsplit("/", 1)[-1]):
                found.setdefault(sound, zone)
    return found
