"""Rewrite a template so that every branch is rendered: one rendering of sample values then checks every name in it."""

import sys
from typing import Any

from jinja2 import ChainableUndefined, Template, nodes
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer


def flatten_branches(tree: nodes.Template) -> nodes.Template:
    """The template with all branches of each condition, and the `else` of each loop, rendered one after the other."""
    flat: nodes.Template = _BranchFlattener().visit(tree)
    assert tree.environment is not None  # noqa: S101 - for the type: a parsed template has one
    flat.set_environment(tree.environment)
    return flat


class _BranchFlattener(NodeTransformer):
    def visit_If(self, node: nodes.If) -> list[nodes.Node]:  # noqa: N802 - the visitor's own convention
        self.generic_visit(node)
        elif_nodes = [
            statement for branch in node.elif_ for statement in (branch if isinstance(branch, list) else [branch])
        ]
        return [nodes.ExprStmt(node.test, lineno=node.lineno), *node.body, *elif_nodes, *node.else_]

    def visit_For(self, node: nodes.For) -> list[nodes.Node]:  # noqa: N802
        self.generic_visit(node)
        after, node.else_ = node.else_, []
        if node.test is not None:
            node.body = [nodes.ExprStmt(node.test, lineno=node.lineno), *node.body]
            node.test = None
        return [node, *after]

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _evaluate_all(node, [node.expr1, *([node.expr2] if node.expr2 else []), node.test])

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _evaluate_all(node, [node.left, node.right])

    def visit_Or(self, node: nodes.Or) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _evaluate_all(node, [node.left, node.right])


def _evaluate_all(node: nodes.Node, values: list[nodes.Expr]) -> nodes.Node:
    """An expression that evaluates all values and returns the first."""
    line = node.lineno
    return nodes.Getitem(nodes.List(values, lineno=line), nodes.Const(0, lineno=line), "load", lineno=line)


class UndefinedNames:
    """Collects every variable or field that a template names and the report does not have, with template and line."""

    def __init__(self) -> None:
        self.wrong: list[dict[str, Any]] = []

    def undefined(self) -> type[ChainableUndefined]:
        """The class for undefined values: each is recorded as an error, and the rendering continues."""
        errors = self.wrong

        class Unknown(ChainableUndefined):
            def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, *_: Any) -> None:
                super().__init__(hint, obj, name)
                template, line = _template_line()
                error = {
                    "template": template,
                    "line": line,
                    "says": hint or f"the report has nothing called `{name}` here",
                }
                if error not in errors and not isinstance(obj, ChainableUndefined):
                    errors.append(error)

        return Unknown


def _template_line() -> tuple[str, int]:
    """The template being rendered, and the current line in it."""
    frame: Any = sys._getframe()  # noqa: SLF001 - there is no other way to the caller
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and frame.f_code.co_filename.endswith(".j2"):
            return str(template.name), template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 1
