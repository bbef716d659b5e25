"""A map of columns: which heading of a partnership's own tracker holds which field, and what its words mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lif.exchange.layout import Layout

LAST_DAY = "last-day"
_OF_MAP = {"what", "sheet", "columns", "fixed", "drop"}
_OF_COLUMN = {"heading", "field", "values", "nothing", "others", "vague"}


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of a tracker.

    `key` is that of a column of `lif export`. `values` are its values by the words of the tracker, in small letters; a
    word that means nothing is there with an empty value. `others` is the list that takes all but the first where a cell
    names several; `vague` says what a period becomes where a day is needed: `last-day`.
    """

    heading: str
    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    others: str = ""
    vague: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The map of a tracker: its sheet, empty for the first with the headings, its columns, and the values of all rows.

    `drop` are headings of columns that are not even searched, such as the names of people who filled in a form.
    """

    what: str
    columns: tuple[MappedColumn, ...]
    sheet: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()


def column_map(tree: Mapping[str, Any], layout: Layout) -> tuple[ColumnMap, tuple[str, ...]]:
    """The map in the text of a YAML file, and everything that is wrong with it, in sentences."""
    wrong = [
        f"`{name}` is nothing that a map holds; it holds {', '.join(sorted(_OF_MAP))}"
        for name in tree
        if name not in _OF_MAP
    ]
    if tree.get("what") != layout.what:
        wrong.append(f"`what` is {tree.get('what') or 'missing'}; for this import it is {layout.what}")
    known = {column.key for column in layout.editable}
    columns = []
    for at, each in enumerate(_maps(tree.get("columns"))):
        wrong += [
            f"`columns[{at}]` holds `{name}`, which is none of {', '.join(sorted(_OF_COLUMN))}"
            for name in each
            if name not in _OF_COLUMN
        ]
        columns.append(_column(each))
    named = [column.key for column in columns]
    fixed = {str(each.get("field", "")): str(each.get("value", "")) for each in _maps(tree.get("fixed"))}
    wrong += [f"no heading is given for `{column.key}`" for column in columns if not column.heading]
    others = [column.others for column in columns if column.others]
    unknown = ({*named} - known - {"id"}) | ({*others} - known) | (fixed.keys() - known - {"sharing"})
    listed = ", ".join(sorted(known))
    wrong += [
        f"`{name}` is no field of {layout.what} that can stand there; there are {listed}" for name in sorted(unknown)
    ]
    wrong += [f"`{name}` is filled by two columns" for name in dict.fromkeys(named) if named.count(name) > 1]
    if not columns:
        wrong.append("it names no columns")
    drop = tuple(str(heading) for heading in tree.get("drop", ()))
    return ColumnMap(layout.what, tuple(columns), str(tree.get("sheet", "")), fixed, drop), tuple(wrong)


def _maps(listed: Any) -> Iterator[Mapping[str, Any]]:
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict):
            yield each


def _column(each: Mapping[str, Any]) -> MappedColumn:
    values = {folded(str(pair.get("is", ""))): str(pair.get("means", "")) for pair in _maps(each.get("values"))}
    nothing = each.get("nothing", ())
    for word in nothing if isinstance(nothing, list) else [nothing]:
        values[folded(str(word))] = ""
    heading, name = str(each.get("heading", "")), str(each.get("field", ""))
    return MappedColumn(heading, name, values, str(each.get("others", "")), str(each.get("vague", "")))


def folded(text: str) -> str:
    """Words as they are compared: in small letters, with single blanks."""
    return " ".join(text.casefold().split())
