"""What stands above and below every page: whose it is, which it is, and the code by which its photograph is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from doc_templates.drawing.elements import (
    ACCENT,
    NAMESPACES,
    PIC,
    WP,
    A,
    Element,
    R,
    W,
    cell,
    field,
    paragraph,
    row,
    run,
    table,
    twips,
    w,
)
from doc_templates.forms import printed

if TYPE_CHECKING:
    from doc_templates.drawing.sheet import Sheet
    from doc_templates.forms.vocabulary import Form

#: By which filling finds the picture; and its side with the quiet zone, as photographs of pages showed it to be needed.
QR_NAME, QR_MM = "record-qr", 20
PICTURE_RELATION = "rIdQr"
_EMU_IN_MM = 36_000


def header(form: Form, sheet: Sheet) -> Element:
    whose = [
        paragraph(run("{{ programme_name }}", bold=True), style="Header"),
        paragraph(run(_organisation(sheet)), style="Header"),
    ]
    which = [
        _right(run(_group(sheet))),
        _right(
            run(f"{form.code} · "),
            run(_version(sheet)),
            run(f" · {printed.LANGUAGE_NAMES[sheet.language]} · "),
            run(_date(sheet)),
        ),
    ]
    widths = sheet.shares(1, 1)
    frame = table([row(cell(*whose, width=widths[0]), cell(*which, width=widths[1]))], widths, style="FrameTable")
    rule = w("pBdr", w("top", val="single", sz=8, space=1, color=ACCENT))
    last = w("p", w("pPr", w("pStyle", val="Gap"), rule))
    return _part("hdr", frame, last)


def footer(form: Form, sheet: Sheet) -> Element:
    page = [run(sheet.say(printed.PAGE) + " "), *field("PAGE"), run(f" {sheet.say(printed.OF)} "), *field("NUMPAGES")]
    known = [
        run(f"{{% if record_id %}}{sheet.say(printed.GENERATED)} "),
        run("{{ record_id }}", bold=True, size=9),
        run(f"{{% else %}}{sheet.say(printed.BLANK_FORM)}{{% endif %}}"),
    ]
    lines = [*(run(f"{{% if record_id %}}{one}{{% endif %}}") for one in sheet.each(printed.RETURN))]
    widths = [sheet.width - twips(QR_MM + 1), twips(QR_MM + 1)]
    words = [paragraph(one, style="Footer") for one in lines]
    words += [paragraph(*known, style="Footer"), paragraph(run(f"{form.code} · "), *page, style="Footer")]
    picture = _right(w("r", _picture()), style="Gap")
    picture[0].insert(1, w("spacing", before=0, after=0, line=240, lineRule="auto"))
    cells = [cell(*words, width=widths[0]), cell(picture, width=widths[1])]
    cells[0][0].append(w("vAlign", val="bottom"))
    frame = table([row(*cells)], widths, style="FrameTable")
    return _part("ftr", frame, paragraph(style="Gap"))


def _organisation(sheet: Sheet) -> str:
    number = f"{{% if project_number %}} · {sheet.say(printed.PROJECT)} {{{{ project_number }}}}{{% endif %}}"
    return "{{ organisation }}" + number


def _group(sheet: Sheet) -> str:
    group = f"{{% if group_name %}}{sheet.say(printed.GROUP)} {{{{ group_name }}}}{{% endif %}}"
    return group + "{% if group_motto %} · {{ group_motto }}{% endif %}"


def _version(sheet: Sheet) -> str:
    return sheet.say(printed.VERSION) + " {{ form_version }}"


def _date(sheet: Sheet) -> str:
    return sheet.say(printed.DATE) + " {{ document_date|or_line }}"


def _right(*runs: Element, style: str = "Header") -> Element:
    made = paragraph(*runs, style=style)
    made[0].append(w("jc", val="right"))
    return made


def _part(kind: str, *content: Element) -> Element:
    made = etree.Element(f"{{{W}}}{kind}", None, NAMESPACES)
    made.extend(content)
    return made


def _picture() -> Element:
    side = str(QR_MM * _EMU_IN_MM)
    return etree.fromstring(
        f'<w:drawing xmlns:w="{W}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="1" name="{QR_NAME}" descr="{QR_NAME}"/>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="{QR_NAME}" '
        f'descr="{QR_NAME}"/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{PICTURE_RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
