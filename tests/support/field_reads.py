"""Which fields of records the program reads: from the syntax trees of its modules, without running it."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from lif.model.declaration import Declaration
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Recommendation
from lif.model.registry import KINDS
from support.tree import Module, modules

ROOMS = {"model", "rules", "reports", "analysis", "changes", "disclosure", "output", "cli", "store"}
GENERIC = {
    "output/text/record.py",
    "output/plain_json.py",
    "changes/trees.py",
    "disclosure/audience.py",
    "disclosure/few_children.py",
    "reports/duty_fields.py",
}
"""Modules that go through a record whatever its fields are: they print, compare, withhold or count it whole."""
Name = tuple[str, str]
"""A field: the name of the model that declares it, and its own."""


def every_field() -> set[Name]:
    """Every field of every kind and of the parts inside them."""
    return set(_homes())


@cache
def fields_read() -> set[Name]:
    """The fields that a rule, a report, an analysis or a command reads.

    A field is read where its name is read as an attribute, or by `getattr`; where a kind declares it as a date, or as
    the field it follows by; where it cites along the line of sight; and where it holds recommendations, which are read
    together (`Entry.recommendations`). A test of whether it is filled does not count as reading it, unless it is a yes
    or no.

    No types are worked out. A name that one class of the program alone has counts in any module that knows the model; a
    name that several have counts for a field only in modules that import a kind with that field, or a module that does.
    So a few fields count as read that are not: the `title` of a source, say, because every kind has one.
    """
    found = _declared_fields() | {
        name
        for name, shape in _shapes()
        if (shape.ref and (shape.ref.behind or shape.ref.ahead))
        or (shape.part and issubclass(shape.part, Recommendation))
    }
    yes_or_no = {name for name, shape in _shapes() if shape.kind_of_value is bool}
    classes, by_any_name = _classes_by_attribute(), _read_by_worked_out_name()
    for name, homes in _homes().items():
        reading = _modules_that_read(name[1], asked=name in yes_or_no)
        is_shared = classes[name[1]] > 1
        if name[1] in by_any_name or any(_knows(module, homes, is_shared=is_shared) for module in reading):
            found.add(name)
    return found


def _inside(model: type[Part]) -> Iterator[type[Part]]:
    """The model, and those of the parts inside it."""
    yield model
    for shape in shape_of(model).values():
        if shape.part:
            yield from _inside(shape.part)


def _declared_in(model: type[Part], name: str) -> type[Part]:
    """The model, or the base of it, that declares the field."""
    return next(base for base in reversed(model.__mro__) if name in vars(base).get("__annotations__", {}))


def _shapes() -> Iterator[tuple[Name, FieldShape]]:
    for model in {part for kind in KINDS for part in _inside(kind.model)}:
        for shape in shape_of(model).values():
            yield (_declared_in(model, shape.name).__name__, shape.name), shape


def _homes() -> dict[Name, set[str]]:
    """Each field with the modules that a reader of it imports: its model's, and those of the kinds that hold it."""
    homes: dict[Name, set[str]] = defaultdict(set)
    for kind in KINDS:
        for model in _inside(kind.model):
            for name in shape_of(model):
                declaring = _declared_in(model, name)
                homes[declaring.__name__, name] |= {kind.model.__module__, declaring.__module__}
    return homes


def _declared_fields() -> set[Name]:
    """The fields that kinds declare as a date, or as the one that says what a record follows from."""
    return {_field_at(kind.model, path) for kind in KINDS for path in _declared_paths(kind.declares)}


def _declared_paths(declares: Declaration) -> Iterator[str]:
    yield from (*declares.dated_by, *declares.begun_by, *filter(None, [declares.follows_by]))
    yield from (step.path for chain in declares.date_chains for step in chain)
    yield from (event.path for event in declares.life)


def _field_at(model: type[Part], path: str) -> Name:
    """The field that a path leads to; a path that leads nowhere fails another test, and names no field here."""
    *parts, name = (step for step in path.split(".") if not step.lstrip("-").isdigit())
    for step in parts:
        model = getattr(shape_of(model).get(step), "part", None) or Part
    return (_declared_in(model, name).__name__, name) if name in shape_of(model) else ("", path)


@dataclass
class _Seen:
    """What stands in one module: names read as attributes, those of which only the truth is asked, texts, imports."""

    read: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    imports: set[str] = field(default_factory=set)
    attributes_of_classes: list[str] = field(default_factory=list)
    reads_by_worked_out_name: bool = False


@cache
def _program() -> dict[str, _Seen]:
    """Every module of the program by its dotted name."""
    return {f"lif.{module.name.removesuffix('.py').replace('/', '.')}": _seen(module) for module in modules()}


def _seen(module: Module) -> _Seen:
    seen, asked_of = _Seen(), set[int]()
    reads = module.name.partition("/")[0] in ROOMS and module.name not in GENERIC
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            seen.attributes_of_classes.extend(_attributes(node))
        elif isinstance(node, ast.Import):
            seen.imports.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            seen.imports.add(node.module or "")
        elif reads:
            asked_of.update(id(test) for tested in _tested(node) for test in _asked(tested))
            _note(seen, node, only_asked=id(node) in asked_of)
    return seen


def _attributes(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            yield line.target.id
        elif isinstance(line, ast.FunctionDef):
            yield line.name


def _tested(node: ast.AST) -> list[ast.expr]:
    """The expressions inside a node of which only the truth is asked."""
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        return [node.test]
    if isinstance(node, ast.comprehension):
        return node.ifs
    return [node.operand] if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) else []


def _asked(test: ast.expr) -> Iterator[ast.expr]:
    """The values whose truth makes up a test: `a` and `b` in `a and b is not None`."""
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from _asked(value)
    elif isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.Is, ast.IsNot)):
        if isinstance(test.comparators[0], ast.Constant):
            yield test.left
    else:
        yield test


def _note(seen: _Seen, node: ast.AST, *, only_asked: bool) -> None:
    names = seen.asked if only_asked else seen.read
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        names.add(node.attr)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        seen.texts.add(node.value)
    elif isinstance(node, ast.Call):
        called = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        if called in {"getattr", "with_field"}:
            named = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            names.update(str(name) for name in named)
            seen.reads_by_worked_out_name |= not only_asked and not isinstance(node.args[-1], ast.Constant)


@cache
def _classes_by_attribute() -> dict[str, int]:
    """How many classes of the program have an attribute or a method of each name."""
    counts: dict[str, int] = defaultdict(int)
    for seen in _program().values():
        for name in seen.attributes_of_classes:
            counts[name] += 1
    return counts


def _modules_that_read(name: str, *, asked: bool) -> list[str]:
    """The modules that read an attribute of that name; with `asked`, those too that ask only for its truth."""
    return [module for module, seen in _program().items() if name in seen.read or (asked and name in seen.asked)]


def _read_by_worked_out_name() -> set[str]:
    """The texts of modules that read attributes by a name they work out: a list of fields stands there."""
    return {text for seen in _program().values() if seen.reads_by_worked_out_name for text in seen.texts}


def _knows(module: str, homes: set[str], *, is_shared: bool) -> bool:
    """Whether a module that reads a name can mean the field: it knows its home, or for a name of its own the model."""
    imports = _imports(module)
    return bool(imports & homes) if is_shared else any(name.startswith("lif.model.") for name in imports)


@cache
def _imports(module: str) -> frozenset[str]:
    """The modules that a module knows: itself, those it imports, and those that they import."""
    program = _program()
    direct = {module, *program[module].imports}
    return frozenset(direct.union(*(program[name].imports for name in direct if name in program)))
