"""Report `annual`: the yearly report on what changed for children, how that is known, and the evidence behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.action_events import actions_in
from lif.analysis.impact.action_strength import only_weaker, strength_summary
from lif.analysis.impact.shown_change import better_results
from lif.analysis.lines.lineage import NO_ANSWER, Stop, trace
from lif.analysis.lines.whose_work import ours, own_activities
from lif.model.kinds.contribution import Contribution
from lif.model.kinds.decision import Decision
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.inspection import Inspection
from lif.model.kinds.position import Position
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.view import View
from lif.reports import indicator_lines, sentences
from lif.reports.activities_of_year import activity_lines, scrutiny_lines
from lif.reports.arrangements import answers_by_item
from lif.reports.change_lines import Effects, effects_of
from lif.reports.charts.control import ControlChart
from lif.reports.charts.evidence_grid import EvidenceGrid, evidence_grid
from lif.reports.charts.then_and_now import ThenAndNowChart, then_and_now_chart
from lif.reports.cited_sentence import Line, Within
from lif.reports.context_figures import context_lines
from lif.reports.elsewhere_lines import elsewhere_lines
from lif.reports.emerging_lines import emerging_lines
from lif.reports.findings_of_year import (
    ThemeFindings,
    came_back_lines,
    may_have_come_back_lines,
    repeated_recommendation_lines,
    year_findings_by_theme,
)
from lif.reports.guidance_items import AnsweredItem, answer_items, caveats, items_of, why_no_items
from lif.reports.heading import Head, head
from lif.reports.learning_used import learning_in_short, learning_lines
from lif.reports.little_progress import (
    little_progress,
    overdue_actions,
    priorities_in_force,
    themes_without_evidence,
)
from lif.reports.money_table import MoneyTable, money_table
from lif.reports.promises import PromiseKept, promises_for
from lif.reports.raised_in_period import RaisedInPeriod, raised_in_period
from lif.reports.report import Ask, Owed, Report, Section, parse_year, partnership_of
from lif.reports.request import Request
from lif.reports.silent_themes import readings_of, silence_lines
from lif.reports.since_then import since_then_lines
from lif.reports.standards_told import chains_in, repeat_audit_lines
from lif.reports.training_table import AttendanceRow, attendance_rows, used_lines
from lif.reports.undated import undated_lines
from lif.reports.voices_told_back import feedback_lines, voices_in_short


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """The content of the yearly report. The template words the absence where a tuple is empty."""

    head: Head
    context: tuple[Line, ...]
    promised: tuple[PromiseKept, ...]
    attended: tuple[AttendanceRow, ...]
    used: tuple[Line, ...]
    money: MoneyTable | None
    impact: tuple[Line, ...]
    no_change: tuple[Line, ...]
    evaluations: int
    effects: Effects
    looked_at: tuple[Line, ...]
    learned: tuple[ThemeFindings, ...]
    strengths: int
    concerns: int
    other: int
    elsewhere: tuple[Line, ...]
    voices: tuple[Line, ...]
    voices_in_short: Line | None
    figures: tuple[Line, ...]
    drawn: tuple[ControlChart, ...]
    compared: tuple[Line, ...]
    decisions: tuple[Line, ...]
    actions: tuple[Line, ...]
    strength: str
    is_only_weaker: bool
    unanswered: tuple[Line, ...]
    learning: tuple[Line, ...]
    learning_in_short: Line | None
    came_back: tuple[Line, ...]
    may_have_come_back: tuple[Line, ...]
    asked_again: tuple[Line, ...]
    priorities: int
    little_progress: tuple[Line, ...]
    overdue: tuple[Line, ...]
    since_then: tuple[Line, ...]
    undated: tuple[Line, ...]
    contributions: tuple[Line, ...]
    emerging: tuple[Line, ...]
    raised: RaisedInPeriod
    not_sent: tuple[str, ...]
    not_looked_at: tuple[Line, ...]
    silent: tuple[Line, ...]
    audited_twice: ThenAndNowChart | None
    heard: EvidenceGrid | None
    position: tuple[Line, ...]
    scrutiny: tuple[Line, ...]
    required: tuple[AnsweredItem, ...]
    caveats: tuple[str, ...]
    why_none_required: str


def build(view: View, request: Request) -> AnnualReport:
    """Build the report for the year of the request."""
    snapshot = view.records
    year = request.year or parse_year(None)
    partnership = partnership_of(snapshot)
    known = view.at(request.today).records
    within = Within(snapshot, year, view.audience, known)
    readings = readings_of(snapshot, view.day, request.themes)
    names = {agency.key: agency.name for agency in partnership.agencies}
    actions = actions_in(snapshot, year)
    results = tuple(sentences.impact_lines(within))
    changes = tuple(line for line in results if line.is_evidenced)
    kinds = [entry.record.action_kind for entry in actions]
    themes_learned = tuple(year_findings_by_theme(snapshot, within))
    period_figures = indicator_lines.figures_of(snapshot, year)
    items = items_of(snapshot, year)
    lines = {
        "impact": changes,
        "looked-at": tuple(activity_lines(within)),
        "voices": tuple(feedback_lines(within)),
        "figures": tuple(indicator_lines.figure_lines(snapshot, period_figures, view.audience)),
        "decisions": tuple(sentences.record_line(within, entry) for entry in within.all(Decision)),
        "actions": tuple(sentences.action_line(within, entry) for entry in actions),
        "little-progress": tuple(little_progress(snapshot, partnership, within)),
        "contributions": tuple(
            sentences.contribution_line(within, entry, names) for entry in within.named(Contribution)
        ),
        "scrutiny": tuple(scrutiny_lines(within)),
    }
    priorities = sum(1 for _ in priorities_in_force(partnership, year))
    return AnnualReport(
        head=head(view, request, f"Yearly report {year.name}"),
        context=tuple(context_lines(snapshot, year, view.audience)),
        promised=tuple(promises_for(within, ANNUAL.name, view.day)),
        attended=tuple(attendance_rows(snapshot, year)),
        used=tuple(used_lines(snapshot, year)),
        money=money_table(known, year),
        impact=lines["impact"],
        no_change=tuple(line for line in results if not line.is_evidenced),
        evaluations=len(within.all(Evaluation)),
        effects=effects_of((action.id for action in actions), better_results(snapshot)),
        looked_at=lines["looked-at"],
        learned=themes_learned,
        strengths=sum(len(theme.strengths) for theme in themes_learned),
        concerns=sum(len(theme.concerns) for theme in themes_learned),
        other=sum(len(theme.other) for theme in themes_learned),
        elsewhere=tuple(elsewhere_lines(within)),
        voices=lines["voices"],
        voices_in_short=voices_in_short(within),
        figures=lines["figures"],
        drawn=tuple(indicator_lines.control_charts(snapshot, period_figures, view.audience)),
        compared=tuple(repeat_audit_lines(snapshot, year, view.audience)),
        decisions=lines["decisions"],
        actions=lines["actions"],
        strength=strength_summary(kinds, snapshot.absent),
        is_only_weaker=only_weaker(kinds),
        unanswered=tuple(_recommendations_without_action(within, view.day)),
        learning=tuple(learning_lines(within, names)),
        learning_in_short=learning_in_short(within),
        came_back=tuple(came_back_lines(snapshot, within)),
        may_have_come_back=tuple(may_have_come_back_lines(snapshot, within)),
        asked_again=tuple(repeated_recommendation_lines(snapshot, within)),
        priorities=priorities,
        little_progress=lines["little-progress"],
        overdue=tuple(overdue_actions(within, view.day)),
        since_then=tuple(since_then_lines(view, view.at(request.today), year)),
        undated=tuple(undated_lines(view, year)),
        contributions=lines["contributions"],
        emerging=tuple(emerging_lines(within)),
        raised=raised_in_period(within, view.day),
        not_sent=sentences.agencies_without_contribution(within, partnership.agencies),
        not_looked_at=tuple(themes_without_evidence(snapshot, partnership, readings, within)),
        silent=tuple(silence_lines(readings)),
        audited_twice=then_and_now_chart("audited-twice", snapshot, tuple(chains_in(snapshot, year)), view.audience),
        heard=evidence_grid("who-is-heard", readings, snapshot.absent if snapshot.can_withhold else ""),
        position=tuple(
            sentences.record_line(within, entry, entry.record.statement or "") for entry in within.named(Position)
        ),
        scrutiny=lines["scrutiny"],
        required=tuple(answer_items(within, items, answers_by_item(within, partnership), _HEADINGS)),
        caveats=caveats(items),
        why_none_required=why_no_items(snapshot, year),
    )


def _recommendations_without_action(within: Within, day: date) -> Iterator[Line]:
    """Recommendations of the year's reviews, audits and inspections that no action answers."""
    snapshot = within.snapshot
    activities = (*own_activities(snapshot), *ours(snapshot, snapshot.of(Inspection)))
    asking_ids = [entry.id for entry in activities if within.holds(entry.id)]
    thread = trace(snapshot, asking_ids, day)
    open_ends = {record_id for record_id, missing in thread.breaks if missing == NO_ANSWER}
    for stop in thread.at("recommendation"):
        if stop.id in open_ends and RecordRef.parse(stop.id).record in asking_ids:
            yield _stop_line(stop)


def _stop_line(stop: Stop) -> Line:
    return Line(stop.title, str(stop.when) if stop.when else "", (stop.id,))


ANNUAL = Report(
    "annual",
    "The yearly report: what changed for children, how that is known, and what is not known",
    Sharing.PUBLIC,
    build,
    (
        Section("foreword", "Foreword", by_theme=False, is_of_words=True),
        Section("judgement", "Whether the evidence is enough: our judgement", by_theme=False, is_of_words=True),
        Section("context", "", by_theme=False),
        Section("impact", "What changed for children, and how that is known"),
        Section("short", "The year in short"),
        Section("looked-at", "Learning: what was looked at"),
        Section("learned", "Learning: what was found"),
        Section("voices", "Learning: what children, families and practitioners said"),
        Section("figures", "Learning: what the figures say"),
        Section("passed-on", "Learning: what was passed on, and who received it"),
        Section("training", ""),
        Section("compared", "Impact: audits then and now"),
        Section("done", "Impact: what was decided and done"),
        Section("came-back", "Impact: what came back"),
        Section("little-progress", "Impact: where there was little or no progress", by_theme=False),
        Section("promised", "", by_theme=False),
        Section("since-then", ""),
        Section("contributions", "Evidence: contributions of the agencies", by_theme=False),
        Section("money", "Evidence: money in, and money out", by_theme=False),
        Section("not-looked-at", "Evidence: what was not looked at", by_theme=False),
        Section("silent", "Evidence: who is silent"),
        Section("undated", ""),
        Section("position", "Assurance: the position of the year", by_theme=False),
        Section("scrutiny", "Assurance: scrutiny from outside"),
        Section("raised", ""),
        Section("scrutineer", "Assurance: the independent scrutineer's statement", by_theme=False, is_of_words=True),
        Section("reply", "Assurance: the partners' reply", by_theme=False, is_of_words=True),
        Section("required", "Assurance: what the guidance asks of this report", by_theme=False),
        Section("next-year", "Next year: what we commit to", by_theme=False, is_of_words=True),
    ),
    needs=(Ask.YEAR,),
    duties=("F1.4", "F3.5", "F3.7", "F3.8", "F4.3", "F4.5", "F4.6", "F4.12", "F7.4", "F7.5", "F7.6", "F7.7"),
    owes=(
        Owed("the foreword", "foreword", "Lead safeguarding partners", ("short", "impact")),
        Owed("the judgement of the evidence", "judgement", "Partnership chair", ("required", "silent")),
        Owed(
            "the independent scrutineer's statement", "scrutineer", "Independent scrutineer", ("scrutiny", "required")
        ),
        Owed("the partners' reply", "reply", "Lead safeguarding partners", replies_to="scrutineer"),
        Owed("what is promised for next year", "next-year", "Lead safeguarding partners", ("little-progress", "done")),
    ),
)
_HEADINGS = {section.name: section.heading for section in ANNUAL.sections}
"""The heading of each section, of those of people's words too, to say where the answer to an item stands."""
