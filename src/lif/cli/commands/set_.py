"""`lif set`: change fields of a record, and nothing else in its file."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from lif.model.snapshot import Snapshot
    from lif.privacy.match import Match


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "set", writes=True)
    def set_(
        options: Options,
        *,
        record: Annotated[str, typer.Argument(help="Any unique part of its id.", autocompletion=record_ids)],
        changes: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="What to change.")],
        dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; write nothing.")] = False,
    ) -> int:
        """Change fields of a record, and nothing else in it.

        Its comments, its order and every other byte stay.

        A list of ids or short names takes commas; `[+]` adds to a list; nothing after the = takes a field out. A change
        that would make the records wrong is refused.

        Examples: lif set monthly-supervision due=2026-06-01; lif set monthly-supervision owner.agency=police;
        lif set monthly-supervision progress[+].date=2026-03-01 progress[+].said="Form agreed"
        """
        from lif.changes.seen import write_seen
        from lif.cli.exits import CLEAN
        from lif.cli.prompts.drafts import diagnostic_fields, print_diagnostics, print_result, refuse
        from lif.cli.prompts.resolve_words import find_kind
        from lif.model.naming import named
        from lif.store.load.positions import path_of
        from lif.store.new.assign import apply_assignments
        from lif.store.new.typed_value import TypedValueReader
        from lif.store.privacy.allowed_names import allowed_names_of
        from lif.store.write.draft import Draft
        from lif.store.write.edit import rewrite
        from lif.store.write.writer import Change, write

        workspace = options.workspace()
        loaded = options.loaded(workspace, say_what_is_left_out=False)
        record_id = named([*loaded.snapshot.entries, *loaded.snapshot.broken], record)
        path, kind = path_of(record_id), find_kind(record_id.partition("/")[0])
        data = loaded.files[path]
        tree = _parse_tree(data, record_id)
        new_tree = apply_assignments(kind, tree, changes, TypedValueReader(loaded.snapshot, options.today))
        write_seen(kind.model, new_tree, tree, loaded.snapshot)
        after = rewrite(data, new_tree, kind)
        draft = Draft({path: after})
        verdict = draft.judged(loaded, options.today)
        is_allowed = allowed_names_of(loaded.snapshot.partnership).holds
        differences = [_mask(difference, is_allowed) for difference in _differences(tree, new_tree, "")]
        owed, besides = _missing_to_close(draft.on(loaded).snapshot, record_id, differences)
        if verdict.errors:
            code = refuse(
                options, verdict.errors, f"{record_id} stays as it was.", owed_to_close=owed, not_recorded=besides
            )
            _print_missing(owed, besides)
            return code
        if differences and not dry_run:
            write(workspace.root, [Change(path, data, after, new_tree)])
        print_diagnostics(verdict.warnings)
        _print_missing(owed, besides)
        print_result(
            options,
            _summary(path, differences, dry_run=dry_run),
            written=bool(differences) and not dry_run,
            id=record_id,
            path=path,
            changed=differences,
            owed_to_close=owed,
            not_recorded=besides,
            diagnostics=[diagnostic_fields(diagnostic) for diagnostic in verdict.warnings],
        )
        return CLEAN


_CLOSING_FIELDS = ("done", "closed", "outcome")
"""Fields of an action that bring it nearer to being closed."""


def _missing_to_close(
    snapshot: "Snapshot", record_id: str, differences: list[dict[str, Any]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in the way of closing an action that comes nearer to it, and what else its record lacks."""
    from lif.analysis.impact.closing_gate import missing_besides, missing_to_close
    from lif.model.kinds.action import Action
    from lif.model.snapshot import Entry

    entry = snapshot.entries.get(record_id)
    is_nearer = any(
        difference["field"].startswith(_CLOSING_FIELDS) and difference["after"] is not None
        for difference in differences
    )
    if entry is None or not isinstance(entry.record, Action) or not is_nearer:
        return (), ()
    owed = missing_to_close(snapshot, Entry(entry.id, entry.kind, entry.record))
    return owed, tuple(step for step in missing_besides(entry.record) if step not in owed)


def _print_missing(owed: tuple[str, ...], besides: tuple[str, ...]) -> None:
    from lif.output.text.terminal import paragraph

    for head, steps in (("Before it can be closed it owes:", owed), ("Not recorded yet:", besides)):
        if steps:
            typer.echo(head, err=True)
        for step in steps:
            typer.echo(paragraph(f"- {step}", indent=4, hanging=2), err=True)


def _parse_tree(data: bytes, record_id: str) -> Any:
    from lif.cli.exits import PROBLEMS
    from lif.errors import LifError
    from lif.store.yaml.parse import parse

    parsed = parse(data)
    if parsed.tree is None or parsed.faults:
        says = f"{record_id} cannot be read, so nothing in it can be changed."
        raise LifError(says, f"See: lif check records/{record_id}.yaml", exit_code=PROBLEMS)
    return parsed.tree


def _differences(old: Any, new: Any, at: str) -> Any:
    """Yield each change: the path of the field, and its value before and after, None where there is none."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in (*old, *(name for name in new if name not in old)):
            yield from _differences(old.get(name), new.get(name), f"{at}.{name}" if at else name)
    elif isinstance(old, list) and isinstance(new, list) and len(old) <= len(new):
        for index, value in enumerate(new):
            yield from _differences(old[index] if index < len(old) else None, value, f"{at}[{index}]")
    elif old != new:
        yield {"field": at, "before": old, "after": new}


def _mask(value: Any, is_allowed: "Callable[[Match], bool]") -> Any:
    """The value with identifying text masked, so that a removed name is not printed again."""
    from lif.privacy.mask import mask_matches

    if isinstance(value, str):
        return mask_matches(value, is_allowed)
    if isinstance(value, dict):
        return {name: _mask(item, is_allowed) for name, item in value.items()}
    return [_mask(item, is_allowed) for item in value] if isinstance(value, list) else value


def _summary(path: str, differences: list[dict[str, Any]], *, dry_run: bool) -> str:
    from lif.output.text.terminal import safe_line

    if not differences:
        return f"{path} says so already; nothing was written."
    changes = [
        safe_line(f"{difference['field']}: {_short_text(difference['before'])} → {_short_text(difference['after'])}")
        for difference in differences
    ]
    head = f"Would change {path}" if dry_run else f"Changed {path}"
    return "\n".join([head, *(f"    {text}" for text in changes)])


def _short_text(value: Any) -> str:
    """A value on one line: `(nothing)`, text, or items with commas; cut where it is long."""
    longest = 60
    if value is None:
        return "(nothing)"
    if isinstance(value, dict):
        text = ", ".join(f"{name} {_short_text(item)}" for name, item in value.items())
    else:
        text = ", ".join(_short_text(item) for item in value) if isinstance(value, list) else str(value)
    return text if len(text) <= longest else f"{text[:longest]}…"
