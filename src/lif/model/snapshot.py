"""All records at one moment: immutable, wherever they were read from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, Generic, TypeVar

from lif.model.absence import Absence
from lif.model.calendar import BankHolidays, Calendar, none_known
from lif.model.citing import Cited
from lif.model.edition import Edition
from lif.model.kind import Kind
from lif.model.kinds.partnership import (
    Agency,
    Cycle,
    Group,
    Partnership,
    PracticeStandard,
    Priority,
    Scale,
    StandardsSet,
    Theme,
)
from lif.model.parts.part import fields_of, plain
from lif.model.parts.shape import citations, items
from lif.model.record import Item, Recommendation, Record
from lif.model.reference import REGISTERS, Citation, RecordRef
from lif.model.settings import Thresholds

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record with its id, what it cites, and the keys of its items by the list they stand in."""

    id: str
    kind: Kind
    record: R_co
    citations: tuple[Citation, ...] = ()
    items: Mapping[str, str] = field(default_factory=dict)

    def with_record(self, record: Record) -> "Entry[Record]":
        """The entry with less in its record: its citations and items are those that are left."""
        model, tree = type(record), plain(record)
        return Entry(
            self.id, self.kind, record, citations(model, tree), {key: name for key, name, _ in items(model, tree)}
        )

    @property
    def citable_ids(self) -> tuple[str, ...]:
        """Its own id and that of each item in it: everything by which other records can cite it."""
        return (self.id, *(self.id_of(key) for key in self.items))

    def id_of(self, key: str) -> str:
        """The id of an item in it: `reviews/2019-x#schools-at-heart`."""
        return str(RecordRef(self.id, key))

    def recommendations(self) -> Iterator[tuple[str, int, Recommendation]]:
        """Yield the recommendations in it, each with the field it stands in and its index there."""
        for list_name in self.kind.lists_of_recommendations:
            for index, recommendation in enumerate(getattr(self.record, list_name)):
                yield list_name, index, recommendation


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that could not be built: known by its id, so that citing it is not called wrong as well.

    `tree` is the text of its fields, as far as it can be read; None when it cannot.
    """

    id: str
    kind: Kind
    citations: tuple[Citation, ...] = ()
    items: Mapping[str, str] = field(default_factory=dict)
    tree: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Snapshot:
    """Every record by id, in order of id; `content` names exactly these bytes of records.

    `guidance` and `bank_holidays` are what the records are judged by and do not hold themselves. `can_withhold`: it is
    made for readers who may not see every record, so that nothing follows from the absence of one.
    """

    entries: Mapping[str, Entry[Record]]
    broken: Mapping[str, Broken] = field(default_factory=dict)
    content: str = ""
    guidance: tuple[Edition, ...] = ()
    bank_holidays: BankHolidays = none_known
    can_withhold: bool = False

    @classmethod
    def of_entries(
        cls, entries: Iterable[Entry[Record]], broken: Iterable[Broken] = (), content: str = ""
    ) -> "Snapshot":
        """A snapshot of these records, given in any order."""
        by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
        broken_by_id = {record.id: record for record in sorted(broken, key=lambda record: record.id)}
        return cls(by_id, broken_by_id, content)

    def with_entries(self, entries: Iterable[Entry[Record]], broken: Iterable[Broken] = ()) -> "Snapshot":
        """The same moment, judged by the same guidance, with these records instead."""
        made = Snapshot.of_entries(entries, broken, self.content)
        return replace(made, guidance=self.guidance, bank_holidays=self.bank_holidays, can_withhold=self.can_withhold)

    @cached_property
    def partnership(self) -> Partnership | None:
        """The partnership record; None when it is missing or broken."""
        entry = self.entries.get("partnership")
        return entry.record if entry and isinstance(entry.record, Partnership) else None

    @property
    def is_own(self) -> bool:
        """Whether the partnership is known to keep the records itself, so that what is not recorded was not done."""
        return self.partnership is not None and self.partnership.compiled.own

    @property
    def silence_means_no(self) -> bool:
        """Whether a record that is not there means that nothing was done: never where one may be withheld."""
        return self.is_own and not self.can_withhold

    @property
    def absent(self) -> Absence:
        """The words for a record, or a field of one, that is missing."""
        return Absence.NOT_IN_EDITION if self.can_withhold else self.absent_from_all

    @property
    def absent_from_all(self) -> Absence:
        """The words for what is missing from a record that every reader may see, such as that of the partnership."""
        return Absence.NOT_RECORDED if self.partnership is None or self.is_own else Absence.NOT_IN_SOURCES

    @cached_property
    def thresholds(self) -> Thresholds:
        """The conventions of the partnership, or the usual ones."""
        return self.partnership.thresholds if self.partnership else Thresholds()

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of England, less the days the partnership says were proclaimed at short notice."""
        extra = self.partnership.settings.extra_bank_holidays if self.partnership else ()
        return Calendar(self.bank_holidays, frozenset(extra))

    @cached_property
    def registers(self) -> Mapping[str, Mapping[str, Item]]:
        """Each list of the partnership by the word that cites it (`agency`, `theme` …) and the key of the item.

        For code that treats every register alike, such as the check of citations. To read one register, use its own
        property: `agencies`, `theme(key)`.
        """
        partnership = self.partnership
        if partnership is None:
            return {name: {} for name in REGISTERS}
        return {name: {item.key: item for item in getattr(partnership, where)} for name, where in REGISTERS.items()}

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """The agencies of the partnership by key."""
        return self.registers["agency"]  # type: ignore[return-value]

    @property
    def groups(self) -> Mapping[str, Group]:
        """The groups of the partnership by key."""
        return self.registers["group"]  # type: ignore[return-value]

    @property
    def priorities(self) -> Mapping[str, Priority]:
        """The agreed priorities by key."""
        return self.registers["priority"]  # type: ignore[return-value]

    @property
    def themes(self) -> Mapping[str, Theme]:
        """The vocabulary of themes by key, replaced themes among them."""
        return self.registers["theme"]  # type: ignore[return-value]

    @property
    def scales(self) -> Mapping[str, Scale]:
        """The rating scales by key."""
        return self.registers["scale"]  # type: ignore[return-value]

    @property
    def practice_standards(self) -> Mapping[str, PracticeStandard]:
        """The standards that audits measure practice against, by key."""
        return self.registers["practice-standard"]  # type: ignore[return-value]

    @property
    def standards_sets(self) -> Mapping[str, StandardsSet]:
        """The sets of standards for organisational assessments by key."""
        return self.registers["standards-set"]  # type: ignore[return-value]

    @property
    def cycles(self) -> Mapping[str, Cycle]:
        """The cycles of organisational assessments by key."""
        return self.registers["cycle"]  # type: ignore[return-value]

    def agency(self, key: str | None) -> Agency | None:
        """The agency with that key; None where the partnership does not list it or no key was given."""
        return self.agencies.get(key or "")

    def group(self, key: str | None) -> Group | None:
        """The group with that key; None where the partnership does not list it or no key was given."""
        return self.groups.get(key or "")

    def priority(self, key: str | None) -> Priority | None:
        """The priority with that key; None where the partnership does not list it or no key was given."""
        return self.priorities.get(key or "")

    def theme(self, key: str | None) -> Theme | None:
        """The theme with that key; None where the partnership does not list it or no key was given."""
        return self.themes.get(key or "")

    def scale(self, key: str | None) -> Scale | None:
        """The rating scale with that key; None where the partnership does not list it or no key was given."""
        return self.scales.get(key or "")

    def practice_standard(self, key: str | None) -> PracticeStandard | None:
        """The practice standard with that key; None where the partnership does not list it or no key was given."""
        return self.practice_standards.get(key or "")

    def standards_set(self, key: str | None) -> StandardsSet | None:
        """The set of standards with that key; None where the partnership does not list it or no key was given."""
        return self.standards_sets.get(key or "")

    def cycle(self, key: str | None) -> Cycle | None:
        """The assessment cycle with that key; None where the partnership does not list it or no key was given."""
        return self.cycles.get(key or "")

    @cached_property
    def _by_model(self) -> Mapping[type[Record], tuple[Entry[Record], ...]]:
        found: dict[type[Record], list[Entry[Record]]] = {}
        for entry in self.entries.values():
            found.setdefault(type(entry.record), []).append(entry)
        return {model: tuple(entries) for model, entries in found.items()}

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Every sound record of one kind, in order of id."""
        return self._by_model.get(model, ())  # type: ignore[return-value]

    def with_field(self, name: str) -> Iterator[Entry[Record]]:
        """Every sound record of the kinds that have a field of this name, kind by kind."""
        for model, entries in self._by_model.items():
            if name in fields_of(model):
                yield from entries

    @cached_property
    def with_allowances(self) -> tuple[Entry[Record], ...]:
        """The sound records that hold accepted exceptions, in order of id."""
        return tuple(entry for entry in self.entries.values() if entry.record.allow)

    @cached_property
    def cited(self) -> "Cited[Entry[Record]]":
        """What sound records cite and name."""
        return Cited.by(self.entries.values())

    @cached_property
    def cited_unread(self) -> "Cited[Broken]":
        """What records that could not be built cite and name, as far as they can be read."""
        return Cited.by(self.broken.values())

    @property
    def cited_by(self) -> Mapping[str, Sequence[tuple[Entry[Record], Citation]]]:
        """For each id, with or without `#item`, the sound records that cite it and how."""
        return self.cited.records

    @cached_property
    def worked_out(self) -> dict[Callable[..., Any], Any]:
        """The results that `once` has stored for this snapshot, by function."""
        return {}

    def every(self) -> Iterator[Entry[Record] | Broken]:
        """Sound and broken records alike: for rules on what they cite."""
        yield from self.entries.values()
        yield from self.broken.values()

    def find(self, record_id: str) -> Entry[Record] | Broken | None:
        """The record with that id, sound or broken."""
        return self.entries.get(record_id) or self.broken.get(record_id)


def once(ask: Callable[[Snapshot], T]) -> Callable[[Snapshot], T]:
    """Compute a pure function of a snapshot only once for each snapshot, such as an index that many functions use."""

    @wraps(ask)
    def remembered(snapshot: Snapshot) -> T:
        if ask not in snapshot.worked_out:
            snapshot.worked_out[ask] = ask(snapshot)
        answer: T = snapshot.worked_out[ask]
        return answer

    return remembered
