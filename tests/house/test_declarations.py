"""What each kind declares of itself holds together: every path leads to a date, every kind and field named is there."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from lif.model.declaration import Declaration
from lif.model.kind import Kind
from lif.model.parts.part import Part, read
from lif.model.parts.shape import FieldShape, field_at, shape_of
from lif.model.period import When
from lif.model.record import Record
from lif.model.registry import KINDS
from support.filled import example_tree, examples_of
from support.tree import nothing

INDEX = re.compile(r"-?\d+")
EVERY_KIND = pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)


@EVERY_KIND
def test_every_kind_declares_what_other_rooms_need_to_know_of_it(kind: Kind) -> None:
    assert "declares" in vars(kind.model), f"{kind.name} has no `declares` of its own"
    assert kind.declares != Declaration(), f"the `declares` of {kind.name} says nothing"


def _examples(kind: Kind) -> Iterator[Record]:
    return (read(kind.model, example_tree(record)) for record in examples_of(kind.name))


def _leads_to_a_date(kind: Kind, path: str) -> bool:
    """Whether `value_at` comes to a date on this path: it goes into a list by an index, and into nothing else."""
    model: type[Part] | None = kind.model
    steps = path.split(".")
    while model is not None and steps:
        field = shape_of(model).get(steps.pop(0))
        if field is None:
            return False
        if field.is_list and (not steps or not INDEX.fullmatch(steps.pop(0))):
            return False
        if not steps:
            return field.kind_of_value in {When, date}
        model = field.part
    return False


def _can_stand_in_a_chain(kind: Kind, path: str) -> bool:
    """A chain of dates goes into every item of a list, without an index, and looks no deeper than one part."""
    steps = tuple(path.split("."))
    field = field_at(kind.model, steps)
    return len(steps) <= 2 and field is not None and field.kind_of_value in {When, date}


@EVERY_KIND
def test_every_declared_date_is_one(kind: Kind) -> None:
    declares, examples = kind.declares, list(_examples(kind))
    events = {event for life in (declares.life, *(example.life_events for example in examples)) for event in life}
    said_better = {event.unless for event in events if event.unless}
    paths = {*declares.dated_by, *declares.begun_by, *(event.path for event in events), *said_better}
    nothing(f"{kind.name}: {path} leads to no date" for path in paths if not _leads_to_a_date(kind, path))


@EVERY_KIND
def test_every_date_of_a_chain_is_one(kind: Kind) -> None:
    chains = {*kind.declares.date_chains, *(chain for example in _examples(kind) for chain in example.date_chains)}
    paths = {step.path for chain in chains for step in chain}
    nothing(f"{kind.name}: {path} leads to no date" for path in paths if not _can_stand_in_a_chain(kind, path))


@EVERY_KIND
def test_a_chain_of_dates_has_two_at_least(kind: Kind) -> None:
    nothing(f"{kind.name}: {chain}" for chain in kind.declares.date_chains if len(chain) < 2)


@EVERY_KIND
def test_the_words_for_stages_are_for_stages_it_reaches(kind: Kind) -> None:
    reached = {event.stage for event in kind.declares.life}
    nothing(f"{kind.name}: {stage}" for stage in kind.declares.stage_words if stage not in reached)


def _citing(kind: Kind, name: str) -> FieldShape | None:
    """The field of that name, where it or the `record` of its parts cites records."""
    field = shape_of(kind.model).get(name)
    if field is not None and field.part is not None:
        field = shape_of(field.part).get("record")
    return field if field is not None and field.ref is not None else None


@EVERY_KIND
def test_what_a_kind_comes_from_and_repeats_are_fields_of_it(kind: Kind) -> None:
    declares = kind.declares
    follows = (declares.follows_by,) if declares.follows_by else ()
    cited = (*declares.comes_from, *follows)
    nothing(f"{kind.name}: {name} cites nothing" for name in cited if not _citing(kind, name))
    nothing(f"{kind.name}: {name} is not in comes_from" for name in declares.repeats if name not in declares.comes_from)
    repeated = {name for names in declares.repeats.values() for name in names}
    nothing(f"{kind.name}: it has no {name}" for name in repeated - set(shape_of(kind.model)))


@EVERY_KIND
def test_the_kinds_that_come_next_can_come_from_it(kind: Kind) -> None:
    for name in kind.declares.next_kinds:
        assert name in KINDS, f"{kind.name}: there is no kind {name}"
        fields = (_citing(KINDS[name], field) for field in KINDS[name].declares.comes_from)
        targets = {target for field in fields if field and field.ref for target in field.ref.targets}
        assert kind.name in targets, f"{kind.name}: no field of {name} in its comes_from cites one"


@EVERY_KIND
def test_kinds_that_give_findings_speak_as_a_kind_of_evidence_and_no_others(kind: Kind) -> None:
    works_it_out = any("evidence_kind" in vars(model) for model in kind.model.__mro__ if model is not Record)
    assert kind.declares.gives_findings == (kind.declares.evidence is not None or works_it_out)
    speaks = {example.evidence_kind is not None for example in _examples(kind) if not example.is_elsewhere}
    assert speaks <= {kind.declares.gives_findings}
    assert not [example for example in _examples(kind) if example.is_elsewhere and example.evidence_kind]
