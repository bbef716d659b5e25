"""SVG elements for charts: every text escaped and measured, nothing fetched, only fonts that every reader has.

Pictures are 640 units wide and fill the width of the paper, where 12 units are 9 points, the smallest size used.
Colours are those of the Analysis Function's guidance; each stands out on white, and none has a meaning by itself.
"""

import re
from collections.abc import Sequence
from html import escape

from lif.output.text.terminal import safe_line

WIDTH = 640
SIZE = 12
STEP = 16
"""The distance between lines of text, in units."""
BLUE, ORANGE = "#12436D", "#F46A25"
INK, GREY, FAINT, WHITE = "#1A1A1A", "#3D3D3D", "#BFC5CC", "#FFFFFF"
_FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_BREAKS = re.compile(r"(?<=[ -])")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_NARROW, _SLIM, _WIDE = set("iljtfrI.,;:'|!()[] -"), set("ckszxyvJ"), set("mwMW@%")
_BOLD = 1.08


def number(value: float) -> str:
    """A coordinate, rounded to a tenth."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """An element around escaped markup; its attributes are escaped here, and `stroke_width` becomes `stroke-width`."""
    attribute_text = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, int | float) else value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{attribute_text}>{''.join(inside)}</{name}>" if inside else f"<{name}{attribute_text}/>"


def escape_text(value: str) -> str:
    """The text of a record escaped for an element."""
    return escape(_NOT_IN_XML.sub("\ufffd", safe_line(value)), quote=False)


def text(at: tuple[float, float], content: str, *, anchor: str = "start", bold: bool = False, fill: str = INK) -> str:
    """One line of text; `at` is the start, middle or end of its base line, as `anchor` says."""
    weight = {"font_weight": "bold"} if bold else {}
    return element("text", escape_text(content), x=at[0], y=at[1], text_anchor=anchor, fill=fill, **weight)


def lines(at: tuple[float, float], contents: Sequence[str], *, bold: bool = False) -> str:
    """Lines of text, each below the one before."""
    return "".join(text((at[0], at[1] + index * STEP), content, bold=bold) for index, content in enumerate(contents))


def width_of(content: str, *, bold: bool = False) -> float:
    """An estimate of the width of a text in units, rather too wide than too narrow; no font is read."""
    units = sum(_character_width(character) for character in content)
    return SIZE * units * (_BOLD if bold else 1)


def _character_width(character: str) -> float:
    if character in _NARROW:
        return 0.31
    if character in _SLIM:
        return 0.5
    if character in _WIDE or not character.isascii():
        return 0.95
    return 0.7 if character.isupper() else 0.56


def wrap(content: str, width: float, *, most: int = 4, bold: bool = False) -> list[str]:
    """Wrap the text into at most `most` lines of that width.

    Longer text is cut and ends in …; the table below the picture has it in full.
    """
    folded_lines = [""]
    for word in _BREAKS.split(safe_line(content)):
        for part in _pieces(word, width, bold=bold):
            if folded_lines[-1] and width_of(f"{folded_lines[-1]}{part}".rstrip(), bold=bold) > width:
                folded_lines.append("")
            folded_lines[-1] += part
    shown = [folded_line.rstrip() for folded_line in folded_lines]
    return shown if len(shown) <= most else [*shown[: most - 1], _cut(shown[most - 1], width, bold=bold)]


def _pieces(word: str, width: float, *, bold: bool) -> list[str]:
    """The word, split where it is wider than a line."""
    if width_of(word, bold=bold) <= width:
        return [word]
    length = max(1, int(width / SIZE))
    return [word[start : start + length] for start in range(0, len(word), length)]


def _cut(content: str, width: float, *, bold: bool) -> str:
    while content and width_of(f"{content}…", bold=bold) > width:
        content = content[:-1]
    return f"{content.rstrip()}…"


def picture(name: str, title: str, says: str, height: float, *body: str) -> str:
    """The SVG of a whole picture, with its message in bold above it."""
    head = wrap(says, WIDTH - 8, most=6, bold=True)
    top = len(head) * STEP + 12
    keys = f"{name}-title", f"{name}-message"
    return (
        element(
            "svg",
            element("title", escape_text(title), id=keys[0]),
            element("desc", escape_text(says), id=keys[1]),
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
