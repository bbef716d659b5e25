"""Rules on planning: position statements, priorities, needs, the audit programme, the definition of a serious case."""

from collections.abc import Iterator

from lif.diagnostics.code import warning
from lif.model.kinds.audit import Audit
from lif.model.kinds.need import Need
from lif.model.kinds.position import Position
from lif.model.kinds.review import Review
from lif.model.vocabulary import AuditKind, ReviewKind, Whose
from lif.rules.applicability import join_names, own_reviews, records_under_duty, years_owed
from lif.rules.rule import Question, RuleProblem, rule

_MULTI_AGENCY = {AuditKind.MULTI_AGENCY_PRACTICE, AuditKind.MULTI_AGENCY_THEMATIC}
_SERIOUS = {ReviewKind.RAPID_REVIEW, ReviewKind.PRACTICE_REVIEW}


@rule(
    warning("LIF740", "a year without a position statement", "years have no position statement", "F2.1", is_duty=True)
)
def every_year_has_a_position(question: Question) -> Iterator[RuleProblem]:
    """Each year has a position statement: the context that shapes what is learned first."""
    if any(broken.kind.name == "position" for broken in question.snapshot.broken.values()):
        return
    years_with_position = {entry.record.year for entry in question.snapshot.of(Position)}
    missing = tuple(year.name for year in years_owed(question) if year.name not in years_with_position)
    if missing:
        message = f"position statement for {join_names(missing)}: {question.snapshot.absent}"
        yield RuleProblem("partnership", (), message, "Agree one and record it: lif new position")


@rule(
    warning(
        "LIF741",
        "priorities that do not follow from the position",
        "priorities and position statements do not fit together",
        "F2.1",
        "F2.2",
        is_duty=True,
    )
)
def priorities_follow_from_the_position(question: Question) -> Iterator[RuleProblem]:
    """A position statement names its factors and priorities; the latest names all priorities in force."""
    statements = sorted(records_under_duty(question, Position), key=lambda entry: entry.record.year)
    for entry in statements:
        for field, what in (
            ("factors", "the factors that shape the year"),
            ("priorities", "the priorities that follow"),
        ):
            if not getattr(entry.record, field):
                message = f"{what}: {question.snapshot.absent}"
                yield RuleProblem(entry.id, (field,), message, f"Name them under `{field}`.")
    partnership = question.snapshot.partnership
    if partnership is None or not statements:
        return
    latest = statements[-1].record
    for index, key in enumerate(partnership.current_priorities):
        if latest.priorities and key not in latest.priorities:
            message = f"`{key}` is in force, and the position statement for {latest.year} does not name it"
            hint = "Say in the statement why it matters this year, or end the priority."
            yield RuleProblem("partnership", ("current_priorities", index), message, hint)


@rule(
    warning(
        "LIF742",
        "a need without driver or evidence",
        "needs have no driver, or nothing that shows them",
        "F5.1",
        is_duty=True,
    )
)
def need_has_driver_and_evidence(question: Question) -> Iterator[RuleProblem]:
    """A need names the driver it arises from, one of five, and its evidence."""
    for entry in records_under_duty(question, Need):
        for field, what in (("driver", "what drives it"), ("evidence", "what shows it")):
            if not getattr(entry.record, field):
                hint = "Say which driver, and cite what shows it: a review, an inspection, a figure, an audit."
                yield RuleProblem(entry.id, (field,), f"{what}: {question.snapshot.absent}", hint)


@rule(
    warning(
        "LIF743",
        "an audit without its place in the programme",
        "audits have no place in the programme, or no reason for it",
        "F5.2",
        "F5.3",
        is_duty=True,
    )
)
def audit_has_its_place_in_the_programme(question: Question) -> Iterator[RuleProblem]:
    """A multi-agency audit is in a year's programme; every audit in it has its place, reason and need."""
    for entry in records_under_duty(question, Audit):
        audit = entry.record
        if audit.programme_year is None:
            if audit.audit_kind in _MULTI_AGENCY:
                hint = "Say in which year's programme it stands, at which place, and why."
                message = "an audit across agencies, and it stands in no year's programme"
                yield RuleProblem(entry.id, ("programme_year",), message, hint)
            continue
        field_words = {
            "programme_order": "its place",
            "programme_because": "why it stands there",
            "answers": "the need it answers",
        }
        missing = tuple(what for field, what in field_words.items() if not getattr(audit, field))
        if missing:
            field = next(field for field, what in field_words.items() if what in missing)
            message = (
                f"in the programme of {audit.programme_year}, and {join_names(missing)}: {question.snapshot.absent}"
            )
            yield RuleProblem(
                entry.id, (field,), message, "Record it, so that anybody can see why this one comes first."
            )


@rule(
    warning(
        "LIF744",
        "an audit without consultation",
        "audits across agencies were planned without practitioners or service users",
        "F5.2",
        "F3.8",
        is_duty=True,
    )
)
def audit_records_consultation(question: Question) -> Iterator[RuleProblem]:
    """Multi-agency audits are planned with practitioners and with service users."""
    for entry in records_under_duty(question, Audit):
        if entry.record.audit_kind not in _MULTI_AGENCY:
            continue
        consulted = {consultation.whose for consultation in entry.record.consulted}
        is_consulted = {
            "practitioners": Whose.PRACTITIONERS in consulted,
            "service users": bool(consulted - {Whose.PRACTITIONERS}),
        }
        missing = tuple(who for who, is_there in is_consulted.items() if not is_there)
        if missing:
            message = f"{join_names(missing)} consulted on it beforehand: {question.snapshot.absent}"
            hint = "Record under `consulted` who was asked what to look at, how, and what that changed."
            yield RuleProblem(entry.id, ("consulted",), message, hint)


@rule(
    warning(
        "LIF745",
        "the definition of a serious case not answered",
        "reviews of serious incidents do not answer the definition",
        "F6.3",
        is_duty=True,
    )
)
def definition_is_answered(question: Question) -> Iterator[RuleProblem]:
    """A rapid or practice review answers both parts of the definition, unless a review that is part of it did."""
    answered_ids = {
        answering.record.part_of for answering in question.snapshot.of(Review) if answering.record.definition
    }
    for entry in own_reviews(question):
        review = entry.record
        if review.review_kind in _SERIOUS and review.definition is None and entry.id not in answered_ids:
            message = f"whether this met the definition of a serious case: {question.snapshot.absent}"
            yield RuleProblem(
                entry.id,
                ("definition",),
                message,
                "Answer both parts under `definition`: abuse or neglect, and death or serious harm.",
            )


RULES = (
    every_year_has_a_position,
    priorities_follow_from_the_position,
    need_has_driver_and_evidence,
    audit_has_its_place_in_the_programme,
    audit_records_consultation,
    definition_is_answered,
)
