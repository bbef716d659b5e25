"""Citations sorted by what they cite."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from lif.model.reference import REGISTERS, Citation


class Citing(Protocol):
    """What cites: a record, sound or broken, with its id."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Everything that it cites."""


E_co = TypeVar("E_co", bound=Citing, covariant=True)


@dataclass(frozen=True, slots=True)
class Cited(Generic[E_co]):
    """Citations by what they cite, each with the record it stands in, in order of id.

    `records` by the id of a record, with or without `#item`; `names` by the register of the partnership and the key;
    `chains` are those in fields that must never lead back to where they began.
    """

    records: Mapping[str, Sequence[tuple[E_co, Citation]]]
    names: Mapping[str, Mapping[str, Sequence[tuple[E_co, Citation]]]]
    chains: Sequence[tuple[E_co, Citation]]

    @classmethod
    def by(cls, citing: Iterable[E_co]) -> "Cited[E_co]":
        """Sort the citations of these records."""
        records: dict[str, list[tuple[E_co, Citation]]] = {}
        names: dict[str, dict[str, list[tuple[E_co, Citation]]]] = {name: {} for name in REGISTERS}
        chains: list[tuple[E_co, Citation]] = []
        for entry in citing:
            for citation in entry.citations:
                target, ref = citation.target, citation.ref
                if "/" in target:
                    records.setdefault(target, []).append((entry, citation))
                if ref.to[0] in names:
                    names[ref.to[0]].setdefault(target, []).append((entry, citation))
                if ref.chain:
                    chains.append((entry, citation))
        return cls(records, names, chains)
