"""What was renamed between two snapshots: records, items of records, and agencies, groups, themes and the like.

An item is renamed where one key goes and another comes in the same list, and everything else in the item is the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lif.changes.change import Tree
from lif.model.fingerprint import without_names
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.reference import REGISTERS, RecordRef, Ref


@dataclass(frozen=True, slots=True)
class Renames:
    """Old names with new ones.

    `records` by id; `items` as `reviews/2019-x#key`; `keys` by the register of the partnership (`agency`).
    """

    records: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.records or self.items or any(self.keys.values()))

    def follow(self, text: str, ref: Ref | None) -> str:
        """What a citation names now; any other text as it is."""
        if ref is None:
            return text
        if "/" not in text:
            return self.keys.get(ref.to[0], {}).get(text, text)
        record, key = RecordRef.parse(text)
        return self.items.get(text) or str(RecordRef(self.records.get(record, record), key))


IsFollowed = Callable[[str, str, str], bool]
"""Whether, in a list, all citations of an old key went over to a new one."""


def _never(list_name: str, old: str, new: str) -> bool:
    del list_name, old, new
    return False


def renamed_keys(
    model: type[Part], before: Tree, after: Tree, is_followed: IsFollowed = _never
) -> Iterator[tuple[str, str, str]]:
    """The list, the old and the new key of each item of a record that was renamed.

    `is_followed` decides for items that hold nothing but their key, which are otherwise taken for different ones.
    """
    for name, shape in shape_of(model).items():
        if shape.part is not None and shape.is_list and names_itself(shape.part):
            yield from _renamed_in_list(name, shape.part, before.get(name), after.get(name), is_followed)


def names_itself(part: type[Part] | None) -> bool:
    """Whether the key of such an item is its own name; a key that cites something names that."""
    key = shape_of(part).get("key") if part else None
    return key is not None and key.ref is None


def _renamed_in_list(
    name: str, part: type[Part], before: object, after: object, is_followed: IsFollowed
) -> Iterator[tuple[str, str, str]]:
    old, new = dict(_by_key(before)), dict(_by_key(after))
    gone, added = (
        [(key, without_names(part, tree)) for key, tree in here.items() if key not in there]
        for here, there in ((old, new), (new, old))
    )
    for key, content in gone:
        same = [new_key for new_key, other in added if other == content]
        found = next((new_key for new_key in same if content or is_followed(name, key, new_key)), None)
        if found is not None:
            added = [pair for pair in added if pair[0] != found]
            yield name, key, found


def _by_key(items: object) -> Iterator[tuple[str, Tree]]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("key"), str):
            yield item["key"], item


REGISTER_OF = {list_name: register for register, list_name in REGISTERS.items()}
"""The register that each list of the partnership is."""


def key_renames(renamed: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """The renamed keys of the partnership by register."""
    keys: dict[str, dict[str, str]] = {}
    for list_name, old, new in renamed:
        if list_name in REGISTER_OF:
            keys.setdefault(REGISTER_OF[list_name], {})[old] = new
    return keys
