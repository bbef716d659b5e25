"""Several themes in one table: what is proposed, what the kinds of evidence say, and what the group decided."""

from collections.abc import Sequence

from lif.analysis.themes.theme_reading import ThemeReading
from lif.analysis.themes.triangulation import VERDICT_WORDS
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import words
from lif.output.text.terminal import columns
from lif.output.text.theme import PROPOSED

_HEADINGS = ("THEME", "PROPOSAL", "DECIDED BY THE GROUP", "KINDS OF EVIDENCE")


def overview_text(snapshot: Snapshot, readings: Sequence[ThemeReading]) -> str:
    """A row for each theme under headings; what is missing in the words of the records and their edition."""
    is_whole = snapshot.silence_means_no
    no_decision, no_verdict = ("none yet", "no verdict") if is_whole else (str(snapshot.absent), str(snapshot.absent))
    rows = (_row(reading, no_decision, no_verdict) for reading in readings)
    return f"{columns([_HEADINGS, *rows])}\n"


def _row(reading: ThemeReading, no_decision: str, no_verdict: str) -> tuple[str, str, str, str]:
    word = PROPOSED.get(reading.proposal.word, reading.proposal.word)
    serious = ", serious risk" if reading.serious else ""
    verdicts = list(reading.verdicts.values())
    said = [f"{verdicts.count(verdict)} {says}" for verdict, says in VERDICT_WORDS.items() if verdict in verdicts]
    return reading.theme, f"{word}{serious}", _decided(reading, no_decision), ", ".join(said) or no_verdict


def _decided(reading: ThemeReading, absent: str) -> str:
    """The newest decision that creates, stabilises or changes, or else any on the theme, with its day."""
    if reading.disposed is not None:
        decision = reading.disposed.record
        said = words(decision.disposition) if decision.disposition else "decided"
    elif reading.decision is not None:
        decision, said = reading.decision.record, "something else"
    else:
        return absent
    return f"{said}, {decision.date}" if decision.date else said
