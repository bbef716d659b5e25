import ast
from collections.abc import Iterator
from typing import Any

import pytest

from lif.model.kind import Kind
from lif.model.parts.part import Part, fields_of
from lif.model.parts.shape import shape_of
from lif.model.registry import KINDS
from lif.store.yaml.parse import parse
from support.tree import ROOT, Module, modules, nothing

EXAMPLES = ROOT / "templates" / "example" / "records"
BARE = {"int", "bool", "float", "date", "datetime", "str"}
KEEP_PLAIN_DEFAULTS = {"Thresholds", "ReportPeriods", "Settings"}
"""Parts that only hold settings: their own fields, or the field that holds them, need no sentence."""


def _annotations(module: Module) -> Iterator[tuple[int, ast.expr]]:
    for model in ast.walk(module.tree):
        if isinstance(model, ast.ClassDef):
            yield from ((line.lineno, line.annotation) for line in model.body if isinstance(line, ast.AnnAssign))


def test_fields_of_records_are_our_own_scalars_and_never_bare_types() -> None:
    looked_at = [module for module in modules("model") if "kinds/" in module.name or module.name == "model/record.py"]
    bare = [
        f"{module.name}:{line}: {ast.unparse(annotation)}"
        for module in looked_at
        for line, annotation in _annotations(module)
        if BARE & {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    ]
    nothing(bare)


def _models(model: type[Part]) -> Iterator[type[Part]]:
    yield model
    for field in shape_of(model).values():
        if field.part:
            yield from _models(field.part)


EVERY_MODEL = {part for kind in KINDS for part in _models(kind.model)}


def test_every_field_says_what_belongs_in_it() -> None:
    unsaid = [
        f"{model.__name__}.{name}"
        for model in EVERY_MODEL - {one for one in EVERY_MODEL if one.__name__ in KEEP_PLAIN_DEFAULTS}
        for name, field in fields_of(model).items()
        if not _is_plain(field.default) and not (field.about and _is_sentence(field.about.says))
    ]
    nothing(unsaid)


def _is_plain(default: Any) -> bool:
    """A part with its own defaults: what stands in it is said field by field."""
    return isinstance(default, Part)


def _is_sentence(says: str) -> bool:
    return bool(says) and not says.endswith(".") and says == says.strip()


def _examples(kind: Kind) -> list[dict[str, Any]]:
    files = sorted((EXAMPLES / kind.folder).glob("*.yaml")) if kind.folder else [EXAMPLES / "partnership.yaml"]
    return [parse(path.read_bytes()).tree or {} for path in files if path.exists()]


@pytest.mark.parametrize("kind", list(KINDS), ids=KINDS.names)
def test_every_kind_has_a_fictional_example(kind: Kind) -> None:
    assert _examples(kind) != [], f"templates/example/records/{kind.folder} holds no example of {kind.article}"


def _filled(model: type[Part], tree: Any) -> Iterator[tuple[str, str]]:
    for name, value in tree.items() if isinstance(tree, dict) else ():
        field = shape_of(model).get(name)
        if field is None:
            continue
        yield _declared_in(model, name), name
        for one in value if isinstance(value, list) else [value]:
            if field.part:
                yield from _filled(field.part, one)


def _declared_in(model: type[Part], name: str) -> str:
    return next(one.__name__ for one in reversed(model.__mro__) if name in vars(one).get("__annotations__", {}))


def test_the_examples_fill_every_field_between_them() -> None:
    filled = {pair for kind in KINDS for tree in _examples(kind) for pair in _filled(kind.model, tree)}
    declared = {(_declared_in(model, name), name) for model in EVERY_MODEL for name in fields_of(model)}
    nothing(".".join(pair) for pair in declared - filled)
