"""The time zones that are offered by name; any other is found by typing a city or sharing a location."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Region(StrEnum):
    EUROPE = "europe"
    ASIA = "asia"
    AFRICA = "africa"
    AMERICA = "america"
    PACIFIC = "pacific"


class Zone(StrEnum):
    """By their IANA names, which old buttons carry: none may be renamed."""

    SOFIA = "Europe/Sofia"
    ATHENS = "Europe/Athens"
    BUCHAREST = "Europe/Bucharest"
    ISTANBUL = "Europe/Istanbul"
    KYIV = "Europe/Kyiv"
    CHISINAU = "Europe/Chisinau"
    HELSINKI = "Europe/Helsinki"
    RIGA = "Europe/Riga"
    TALLINN = "Europe/Tallinn"
    VILNIUS = "Europe/Vilnius"
    BELGRADE = "Europe/Belgrade"
    SKOPJE = "Europe/Skopje"
    TIRANE = "Europe/Tirane"
    SARAJEVO = "Europe/Sarajevo"
    ZAGREB = "Europe/Zagreb"
    LJUBLJANA = "Europe/Ljubljana"
    BUDAPEST = "Europe/Budapest"
    VIENNA = "Europe/Vienna"
    PRAGUE = "Europe/Prague"
    BRATISLAVA = "Europe/Bratislava"
    WARSAW = "Europe/Warsaw"
    BERLIN = "Europe/Berlin"
    ZURICH = "Europe/Zurich"
    ROME = "Europe/Rome"
    MALTA = "Europe/Malta"
    PARIS = "Europe/Paris"
    BRUSSELS = "Europe/Brussels"
    AMSTERDAM = "Europe/Amsterdam"
    LUXEMBOURG = "Europe/Luxembourg"
    COPENHAGEN = "Europe/Copenhagen"
    OSLO = "Europe/Oslo"
    STOCKHOLM = "Europe/Stockholm"
    MADRID = "Europe/Madrid"
    LONDON = "Europe/London"
    DUBLIN = "Europe/Dublin"
    LISBON = "Europe/Lisbon"
    MINSK = "Europe/Minsk"
    MOSCOW = "Europe/Moscow"
    REYKJAVIK = "Atlantic/Reykjavik"
    NICOSIA = "Asia/Nicosia"
    JERUSALEM = "Asia/Jerusalem"
    BEIRUT = "Asia/Beirut"
    AMMAN = "Asia/Amman"
    DAMASCUS = "Asia/Damascus"
    BAGHDAD = "Asia/Baghdad"
    RIYADH = "Asia/Riyadh"
    KUWAIT = "Asia/Kuwait"
    QATAR = "Asia/Qatar"
    DUBAI = "Asia/Dubai"
    TEHRAN = "Asia/Tehran"
    TBILISI = "Asia/Tbilisi"
    YEREVAN = "Asia/Yerevan"
    BAKU = "Asia/Baku"
    TASHKENT = "Asia/Tashkent"
    ALMATY = "Asia/Almaty"
    KARACHI = "Asia/Karachi"
    KOLKATA = "Asia/Kolkata"
    DHAKA = "Asia/Dhaka"
    BANGKOK = "Asia/Bangkok"
    JAKARTA = "Asia/Jakarta"
    HO_CHI_MINH = "Asia/Ho_Chi_Minh"
    SINGAPORE = "Asia/Singapore"
    MANILA = "Asia/Manila"
    SHANGHAI = "Asia/Shanghai"
    HONG_KONG = "Asia/Hong_Kong"
    SEOUL = "Asia/Seoul"
    TOKYO = "Asia/Tokyo"
    CAIRO = "Africa/Cairo"
    TRIPOLI = "Africa/Tripoli"
    TUNIS = "Africa/Tunis"
    ALGIERS = "Africa/Algiers"
    CASABLANCA = "Africa/Casablanca"
    DAKAR = "Africa/Dakar"
    ACCRA = "Africa/Accra"
    LAGOS = "Africa/Lagos"
    KINSHASA = "Africa/Kinshasa"
    KHARTOUM = "Africa/Khartoum"
    ADDIS_ABABA = "Africa/Addis_Ababa"
    NAIROBI = "Africa/Nairobi"
    KAMPALA = "Africa/Kampala"
    LUANDA = "Africa/Luanda"
    HARARE = "Africa/Harare"
    JOHANNESBURG = "Africa/Johannesburg"
    ST_JOHNS = "America/St_Johns"
    HALIFAX = "America/Halifax"
    NEW_YORK = "America/New_York"
    TORONTO = "America/Toronto"
    CHICAGO = "America/Chicago"
    WINNIPEG = "America/Winnipeg"
    DENVER = "America/Denver"
    EDMONTON = "America/Edmonton"
    PHOENIX = "America/Phoenix"
    LOS_ANGELES = "America/Los_Angeles"
    VANCOUVER = "America/Vancouver"
    ANCHORAGE = "America/Anchorage"
    MEXICO_CITY = "America/Mexico_City"
    PANAMA = "America/Panama"
    HAVANA = "America/Havana"
    BOGOTA = "America/Bogota"
    LIMA = "America/Lima"
    CARACAS = "America/Caracas"
    LA_PAZ = "America/La_Paz"
    SANTIAGO = "America/Santiago"
    SAO_PAULO = "America/Sao_Paulo"
    BUENOS_AIRES = "America/Buenos_Aires"
    MONTEVIDEO = "America/Montevideo"
    PERTH = "Australia/Perth"
    ADELAIDE = "Australia/Adelaide"
    DARWIN = "Australia/Darwin"
    BRISBANE = "Australia/Brisbane"
    SYDNEY = "Australia/Sydney"
    MELBOURNE = "Australia/Melbourne"
    AUCKLAND = "Pacific/Auckland"
    FIJI = "Pacific/Fiji"
    HONOLULU = "Pacific/Honolulu"


_AREAS = {
    Region.EUROPE: ("Europe/", "Atlantic/"),
    Region.ASIA: ("Asia/",),
    Region.AFRICA: ("Africa/",),
    Region.AMERICA: ("America/",),
    Region.PACIFIC: ("Australia/", "Pacific/"),
}


def zones_of(region: Region) -> Sequence[Zone]:
    return [zone for zone in Zone if zone.startswith(_AREAS[region])]


def offered(zone: str) -> Zone | None:
    return Zone(zone) if zone in {*Zone} else None
