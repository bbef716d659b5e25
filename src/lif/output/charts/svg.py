"""SVG written by hand: every text escaped and measured, nothing fetched, no font but those every reader has.

Pictures are 640 units wide and fill the width of the paper: 12 units are 9 points there, the least that is used.
Colours are those of the Analysis Function's guidance; each stands out on white, and none means anything by itself.
"""

import re
from collections.abc import Sequence
from html import escape

from lif.output.text.terminal import line

WIDTH = 640
SIZE, LARGE = 12, 14
STEP = 16
"""From one line of text to the next."""
BLUE, TEAL, PLUM, ORANGE = "#12436D", "#28A197", "#801650", "#F46A25"
INK, GREY, FAINT, WHITE = "#1A1A1A", "#3D3D3D", "#BFC5CC", "#FFFFFF"
_FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_BREAKS = re.compile(r"(?<=[ -])")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_NARROW, _SLIM, _WIDE = set("iljtfrI.,;:'|!()[] -"), set("ckszxyvJ"), set("mwMW@%")
_BOLD = 1.08


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """An element around markup that is safe already; attributes are escaped, `stroke_width` is `stroke-width`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, int | float) else value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(text: str) -> str:
    """The text of a record as an element may hold it."""
    return escape(_NOT_IN_XML.sub("\ufffd", line(text)), quote=False)


def text(at: tuple[float, float], said: str, *, anchor: str = "start", bold: bool = False, fill: str = INK) -> str:
    """One line of text; `at` is where its base line begins, ends or has its middle."""
    weight = {"font_weight": "bold"} if bold else {}
    return element("text", words(said), x=at[0], y=at[1], text_anchor=anchor, fill=fill, **weight)


def lines(at: tuple[float, float], said: Sequence[str], *, anchor: str = "start", bold: bool = False) -> str:
    """Lines of text, one below the other."""
    return "".join(text((at[0], at[1] + place * STEP), one, anchor=anchor, bold=bold) for place, one in enumerate(said))


def width_of(said: str, *, bold: bool = False) -> float:
    """About how wide a text is, rather too wide than too narrow: no font is asked."""
    units = sum(_width(one) for one in said)
    return SIZE * units * (_BOLD if bold else 1)


def _width(sign: str) -> float:
    if sign in _NARROW:
        return 0.31
    if sign in _SLIM:
        return 0.5
    if sign in _WIDE or not sign.isascii():
        return 0.95
    return 0.7 if sign.isupper() else 0.56


def folded(said: str, width: float, *, most: int = 4, bold: bool = False) -> list[str]:
    """The text in lines of at most that width; what does not fit into so many lines is in the table, and ends in …."""
    found = [""]
    for word in _BREAKS.split(line(said)):
        for part in _pieces(word, width, bold=bold):
            if found[-1] and width_of(f"{found[-1]}{part}".rstrip(), bold=bold) > width:
                found.append("")
            found[-1] += part
    shown = [one.rstrip() for one in found]
    return shown if len(shown) <= most else [*shown[: most - 1], _cut(shown[most - 1], width, bold=bold)]


def _pieces(word: str, width: float, *, bold: bool) -> list[str]:
    """The word; in pieces if it is wider than a line."""
    if width_of(word, bold=bold) <= width:
        return [word]
    long = max(1, int(width / SIZE))
    return [word[at : at + long] for at in range(0, len(word), long)]


def _cut(said: str, width: float, *, bold: bool) -> str:
    while said and width_of(f"{said}…", bold=bold) > width:
        said = said[:-1]
    return f"{said.rstrip()}…"


def picture(name: str, title: str, says: str, height: float, *body: str) -> str:
    """The whole picture below its message, which stands over it in bold: a picture without it says nothing."""
    head = folded(says, WIDTH - 8, most=6, bold=True)
    top = len(head) * STEP + 12
    keys = f"{name}-title", f"{name}-message"
    return (
        element(
            "svg",
            element("title", words(title), id=keys[0]),
            element("desc", words(says), id=keys[1]),
            element("rect", width="100%", height="100%", fill=WHITE),
            lines((0, STEP), head, bold=True),
            element("g", *body, transform=f"translate(0 {top})"),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {number(top + height)}",
            width=WIDTH,
            height=top + height,
            role="img",
            aria_labelledby=" ".join(keys),
            font_family=_FAMILY,
            font_size=SIZE,
        )
        + "\n"
    )
