"""A workspace held in memory, and what `lif check` says of it."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent

from lif.changes.diff import diff
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.store.load.judge import judge, judge_change
from lif.store.load.load import load
from lif.store.load.source import Memory, Source
from lif.store.privacy.detector import detector_diagnostics

TODAY = date(2026, 10, 1)
"""The day on which every test in memory takes place."""


def checked(files: Mapping[str, str | bytes] | Source, today: date = TODAY) -> tuple[Diagnostic, ...]:
    """Every diagnostic of these files, in the order in which people read them."""
    loaded = load(Memory(files) if isinstance(files, Mapping) else files)
    return judge(loaded, today, detector_diagnostics(loaded))


def compared(
    before: Mapping[str, str | bytes], after: Mapping[str, str | bytes], today: date = TODAY
) -> tuple[Diagnostic, ...]:
    """What the change from one state of these files to another does wrong."""
    old, new = load(Memory(before)), load(Memory(after))
    return judge_change(old, new, diff(old.snapshot, new.snapshot), today)


def records(**texts: str) -> dict[str, str]:
    """Files by the names people use: `findings__late=…` is `records/findings/late.yaml`, its text dedented."""
    return {f"records/{name.replace('__', '/').replace('_', '-')}.yaml": dedent(text) for name, text in texts.items()}


def errors(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Only those that make `lif check` fail."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)


def brief(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Each as `LIF203 actions/2026-x ownr`, to be compared at a glance."""
    return [
        " ".join(filter(None, (diagnostic.code.name, diagnostic.record, diagnostic.field)))
        for diagnostic in diagnostics
    ]
