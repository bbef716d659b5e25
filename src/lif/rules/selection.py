"""Which diagnostics are shown, in which order, and whether they make a check fail."""

from collections.abc import Iterable, Mapping

from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic


def select_diagnostics(
    diagnostics: Iterable[Diagnostic], codes: tuple[str, ...], paths: tuple[str, ...]
) -> tuple[Diagnostic, ...]:
    """The diagnostics whose code begins with one of `codes` and whose file lies in one of `paths`; empty means all."""
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if (not codes or diagnostic.code.name.startswith(codes))
        and (not paths or is_within(diagnostic.location.path, paths))
    )


def sort_changed_first(
    diagnostics: Iterable[Diagnostic], touched: Mapping[str, frozenset[int]]
) -> tuple[Diagnostic, ...]:
    """Sort the diagnostics: on changed lines, then in changed files, then the rest, because forges show only a few."""

    def rank(diagnostic: Diagnostic) -> int:
        lines = touched.get(diagnostic.location.path)
        return 2 if lines is None else int(diagnostic.location.position.line not in lines)

    return tuple(sorted(diagnostics, key=rank))


def is_within(path: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of the places or lies inside one."""
    return any(path == place or path.startswith(f"{place.rstrip('/')}/") for place in places)


def reaches_threshold(diagnostics: Iterable[Diagnostic], threshold: Severity) -> bool:
    """Whether any diagnostic is at least as severe as the threshold."""
    return any(diagnostic.severity.rank <= threshold.rank for diagnostic in diagnostics)
