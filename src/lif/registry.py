"""The one shape of everything that can be extended: an ordered list of named members."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Generic, Protocol, TypeVar


class Named(Protocol):
    """Whatever has a name that users type."""

    @property
    def name(self) -> str:
        """The word users type."""
        ...


Member = TypeVar("Member", bound=Named)


class Registry(Generic[Member]):
    """Members in the order people read them, found by the word users type."""

    def __init__(self, *members: Member) -> None:
        self._members = {member.name: member for member in members}
        if len(self._members) != len(members):
            raise ValueError("two members of a registry share a name")

    def __iter__(self) -> Iterator[Member]:
        return iter(self._members.values())

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __getitem__(self, name: str) -> Member:
        return self._members[name]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in order."""
        return tuple(self._members)


class LateRegistry(Registry[Member]):
    """The same, where a member is imported when somebody asks for it: by its name, `lif.reports.builders.qig:QIG`."""

    def __init__(self, places: Mapping[str, str]) -> None:
        super().__init__()
        self._places = dict(places)

    def __iter__(self) -> Iterator[Member]:
        return iter([self[name] for name in self._places])

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> Member:
        if name not in self._members:
            module, _, constant = self._places[name].partition(":")
            found: Any = getattr(import_module(module), constant)
            self._members[name] = found
        return self._members[name]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in order."""
        return tuple(self._places)
