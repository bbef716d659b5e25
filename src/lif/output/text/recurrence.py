"""What came back, and what may have, as text: both sentences with their dates."""

from lif.analysis.themes.came_back import DatedFinding, Recurrence
from lif.model.inferred import mark_as_our_reading


def recurrence_text(recurrence: Recurrence) -> str:
    """A finding with the earlier ones that it repeats, oldest first."""
    earlier = "; ".join(_dated(finding) for finding in recurrence.earlier)
    said = f"{_dated(recurrence.finding)}; found before: {earlier}"
    return mark_as_our_reading(said) if recurrence.is_our_reading else said


def proposal_text(proposed: Recurrence) -> str:
    """A finding that may have come back, with the command by which a person links it."""
    command = f"lif set {proposed.finding.id} recurrence_of={proposed.earlier[-1].id}"
    return f"May have come back; it counts once a person links it: {recurrence_text(proposed)}. To link it: {command}"


def _dated(finding: DatedFinding) -> str:
    return f"{finding.when or 'no date'}: {finding.says.rstrip('.')} [{finding.id}]"
