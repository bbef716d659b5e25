"""The sandbox for templates: text, values, loops, conditions and macros; everything else is refused with its line."""

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lif.output.documents.footnotes import footnote_label
from lif.output.templates.every_branch import flatten_branches

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.List,
    nodes.Tuple, nodes.If, nodes.For, nodes.Filter, nodes.Call, nodes.Keyword, nodes.Macro, nodes.FromImport,
    nodes.Include, nodes.Block, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr,
    nodes.Assign, nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg,
)  # fmt: skip
_LOOP_FIELDS = {"first", "last", "index", "length"}
"""The fields of `loop` that a template may use."""


FILTERS: dict[str, Callable[..., Any]] = {
    "first": lambda values: values[0],
    "join": lambda values, between="": between.join(str(value) for value in values),
    "label": footnote_label,
    "last": lambda values: values[-1],
    "length": len,
    "lower": lambda text: text.lower(),
    "sentence": lambda text: text[:1].upper() + text[1:],
}
"""All filters of templates."""


class Unknown(StrictUndefined):
    """A variable or field that the report does not have."""

    @property
    def _undefined_message(self) -> str:
        return f"the report has nothing called `{self._undefined_name}` here"


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which values are plain data: no methods, no functions but macros, sums of numbers only."""

    intercepted_binops = frozenset(("+", "-"))

    def __init__(
        self, load: Callable[[str], Any], undefined: type[Undefined] = Unknown, *, every_branch: bool = False
    ) -> None:
        super().__init__(
            loader=FunctionLoader(load),
            undefined=undefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            finalize=_printable,
        )
        self._every_branch = every_branch
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(FILTERS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in _all_nodes(tree):
            refusal = _refusal(node)
            if refusal:
                raise TemplateSyntaxError(refusal, node.lineno, name, filename)
        return flatten_branches(tree) if self._every_branch else tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a value by its name; never a Python attribute."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field by its name, or an item of a list by its index."""
        if isinstance(obj, dict) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and obj and self._every_branch:
            return obj[0]
        if isinstance(obj, LoopContext) and argument in _LOOP_FIELDS:
            return getattr(obj, argument)
        if isinstance(obj, Undefined):
            return obj[argument]
        return self.undefined(name=str(argument))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add or subtract numbers only: text and lists could grow without limit."""
        del context
        if not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise SecurityError(f"`{operator}` is for numbers; put text together with `~`")
        return left + right if operator == "+" else left - right

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros may be called; an undefined value raises its own error."""
        return isinstance(obj, Macro | Undefined)


def _all_nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all_nodes(child)


def _refusal(node: nodes.Node) -> str:
    """Why a template may not use this node; empty where it may."""
    if not isinstance(node, _ALLOWED):
        return f"a template may not use {_syntax_name(node)}"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"`{node.attr}` is not a field of a report"
    if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
        return "a template calls macros by their name, and nothing else"
    if isinstance(node, nodes.Include | nodes.FromImport) and not isinstance(node.template, nodes.Const):
        return "the name of another template is written in quotes"
    return ""


def _syntax_name(node: nodes.Node) -> str:
    words = {"Mul": "`*`", "Pow": "`**`", "Mod": "`%`", "Div": "`/`", "FloorDiv": "`//`", "Test": "a test (`is`)"}
    words |= {"Import": "`import … as`", "Extends": "`extends`", "Dict": "a dictionary", "Slice": "a slice"}
    return words.get(type(node).__name__, f"`{type(node).__name__.lower()}`")


def _printable(value: Any) -> Any:
    """The printed form of a value; only text, numbers and booleans can be printed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if value is None or isinstance(value, dict | list | LoopContext):
        what = "nothing" if value is None else "a whole list or record"
        raise SecurityError(f"{what} cannot be printed: name one of its fields")
    return value
