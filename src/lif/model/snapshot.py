"""All records at one moment: immutable, and ignorant of where they came from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from lif.model.calendar import BankHolidays, Calendar, none_known
from lif.model.edition import Edition
from lif.model.kind import Kind
from lif.model.kinds.partnership import Partnership, Thresholds
from lif.model.record import Item, Record
from lif.model.reference import REGISTERS, Citation

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record with its id, what it cites, and the keys of its items by the list they stand in."""

    id: str
    kind: Kind
    record: R_co
    citations: tuple[Citation, ...] = ()
    items: Mapping[str, str] = field(default_factory=dict)


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

    `guidance` and `bank_holidays` are what the records are judged by and do not hold themselves.
    """

    entries: Mapping[str, Entry[Record]]
    broken: Mapping[str, Broken] = field(default_factory=dict)
    content: str = ""
    guidance: tuple[Edition, ...] = ()
    bank_holidays: BankHolidays = none_known

    @classmethod
    def of_entries(
        cls, entries: Iterable[Entry[Record]], broken: Iterable[Broken] = (), content: str = ""
    ) -> "Snapshot":
        """A snapshot of these, whatever order they come in."""
        by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
        unsound = {one.id: one for one in sorted(broken, key=lambda one: one.id)}
        return cls(by_id, unsound, content)

    def with_entries(self, entries: Iterable[Entry[Record]], broken: Iterable[Broken] = ()) -> "Snapshot":
        """The same moment, judged by the same guidance, with these records instead."""
        made = Snapshot.of_entries(entries, broken, self.content)
        return replace(made, guidance=self.guidance, bank_holidays=self.bank_holidays)

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
    def absent(self) -> str:
        """How an absence is put: a public record compiled by others knows only what its sources say."""
        return "not recorded" if self.partnership is None or self.is_own else "not in the sources read"

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
        """The lists of the partnership by the word that cites them: `agency`, `theme` and so on."""
        partnership = self.partnership
        if partnership is None:
            return {name: {} for name in REGISTERS}
        return {name: {item.key: item for item in getattr(partnership, where)} for name, where in REGISTERS.items()}

    @cached_property
    def _by_model(self) -> Mapping[type[Record], tuple[Entry[Record], ...]]:
        found: dict[type[Record], list[Entry[Record]]] = {}
        for entry in self.entries.values():
            found.setdefault(type(entry.record), []).append(entry)
        return {model: tuple(entries) for model, entries in found.items()}

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Every sound record of one kind, in order of id."""
        return self._by_model.get(model, ())  # type: ignore[return-value]

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[tuple[Entry[Record], Citation], ...]]:
        """For each id, with or without `#item`, the records that cite it and how."""
        found: dict[str, list[tuple[Entry[Record], Citation]]] = {}
        for entry in self.entries.values():
            for citation in entry.citations:
                if "/" in citation.target:
                    found.setdefault(citation.target, []).append((entry, citation))
        return {target: tuple(citing) for target, citing in found.items()}

    def every(self) -> Iterator[Entry[Record] | Broken]:
        """Sound and broken records alike: for rules on what they cite."""
        yield from self.entries.values()
        yield from self.broken.values()

    def find(self, record_id: str) -> Entry[Record] | Broken | None:
        """The record with that id, sound or broken."""
        return self.entries.get(record_id) or self.broken.get(record_id)
