"""Rules on what evaluations claim: that their figures show it, and that those it is claimed for speak."""

from collections.abc import Iterator

from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF, what_is_missing
from lif.analysis.impact.measure_result import says_no_change
from lif.analysis.impact.reading_verdict import why_no_change
from lif.diagnostics.code import warning
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Level
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    warning(
        "LIF518",
        "a claim of change that is not evidenced",
        "evaluations claim a change and lack what would show it",
        "F7.2",
        "F7.4",
        waits_for_drafts=True,
    )
)
def change_is_evidenced(question: Question) -> Iterator[RuleProblem]:
    """A claim on practice or on children needs what would show it, and figures that do show it."""
    for entry in question.snapshot.of(Evaluation):
        level = entry.record.level
        claimed = f"a claim on level {level.value}, {LEVEL_WORDS[level]}"
        missing = what_is_missing(question.snapshot, entry)
        if missing and question.snapshot.is_own:
            hint = "Record what is missing, or lower the level; reports call it a view until then, and not evidence."
            yield RuleProblem(entry.id, ("level",), f"{claimed}, without {', '.join(missing)}", hint)
        elif because := _what_figures_say(question.snapshot, entry):
            hint = 'Say in `claim` what the figures show: "No clear change", "Fewer than before"; reports say it too.'
            yield RuleProblem(entry.id, ("claim",), f"{claimed}, and its measure {because}", hint)


def _what_figures_say(snapshot: Snapshot, entry: Entry[Evaluation]) -> str:
    """Why the figures of a whole evaluation show no change; empty where they do, or where its claim says so itself."""
    if entry.record.level not in NEEDS_PROOF or what_is_missing(snapshot, entry):
        return ""
    return "" if says_no_change(entry.record.claim or "") else why_no_change(snapshot, entry)


@rule(
    warning(
        "LIF535",
        "a claim for children in which none of them speaks",
        "evaluations claim a change for children or families who do not speak in them",
        "F3.8",
        "F7.4",
        waits_for_drafts=True,
    )
)
def children_and_families_speak(question: Question) -> Iterator[RuleProblem]:
    """A claim of change for children or families says whether they were asked."""
    for entry in question.snapshot.of(Evaluation):
        evaluation = entry.record
        is_claim = evaluation.level is Level.CHILDREN_AND_FAMILIES
        if is_claim and evaluation.own_account is None and not evaluation.voices and question.snapshot.is_own:
            message = f"level 4, children and families; their own account: {question.snapshot.absent}"
            hint = "Cite the feedback under `voices`, or say `own_account: no` where they were not asked."
            yield RuleProblem(entry.id, ("level",), message, hint)


RULES = (change_is_evidenced, children_and_families_speak)
