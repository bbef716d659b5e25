"""What the framework asks, row by row, and what the tool must do for each row to be honoured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of the framework: its name, what the framework says, and what honours it."""

    name: str
    says: str
    honours: str


DUTIES: tuple[Duty, ...] = (
    Duty(
        "F1.1",
        "Organisations work together in one system",
        "Every partner, agency and group stands once, in records/partnership.yaml",
    ),
    Duty(
        "F1.2",
        "There is a clear line of sight on what works well and what needs to improve",
        "A line can be followed from need to impact, and it is said where the line breaks; strengths are findings too",
    ),
    Duty(
        "F1.3",
        "Learning from reviews, assessments of standards and audits is planned, designed and embedded",
        "Each has a record with one life: planned, under way, reported, embedded, evaluated",
    ),
    Duty(
        "F1.4",
        "Work is transparent; findings are shared across the network and, where right, with the public",
        "Every record says how far it may travel, and every output is made for one audience",
    ),
    Duty(
        "F2.1",
        "A yearly position statement sets the context that shapes priorities",
        "Position statements are records; needs cite the factors in them",
    ),
    Duty("F2.2", "Priorities are agreed", "Priorities carry dates, and every report can be read by priority"),
    Duty(
        "F3.1",
        "Reviews and audits make sense of the system, for agencies and for practitioners (P1)",
        "Each states its question to the system and names factors in it, never persons",
    ),
    Duty(
        "F3.2",
        "They are designed with intended outcomes, to influence practice (P2)",
        "Outcomes and measures are recorded before the start; coming later, or never, is pointed out",
    ),
    Duty(
        "F3.3",
        "Partners take part; work of a single agency is shared too (P3)",
        "Who took part and who did not is recorded; single-agency audits count like any other",
    ),
    Duty(
        "F3.4",
        "They appreciate what works and what needs to improve (P4)",
        "Findings of both kinds are expected; one-sided work is pointed out",
    ),
    Duty(
        "F3.5",
        "Professional curiosity and challenge are given and received (P5)",
        "A challenge log: by whom, to whom, about what, the answer, outcome and days open; the yearly report counts it",
    ),
    Duty(
        "F3.6",
        "Meaning is made together, with reflection (P6)",
        "It is recorded how practitioners helped make sense of the result",
    ),
    Duty(
        "F3.7",
        "It is evaluated what works, why, and in what contexts (P7)",
        "Evaluations hold context, mechanism and outcome; documents tell them under the change",
    ),
    Duty(
        "F3.8",
        "Feedback from the front line, from families and from children's own experience is used (P8)",
        "Feedback is evidence, told with what people heard back; work that heard nobody is pointed out",
    ),
    Duty(
        "F4.1",
        "The safeguarding partners and relevant agencies work together",
        "Roles of agencies carry dates, since names and law change",
    ),
    Duty(
        "F4.2",
        "The group that oversees learning finds what agencies can do singly or together",
        "Actions belong to one agency or to several; the group has a report for its meeting",
    ),
    Duty(
        "F4.3",
        "There are conditions for learning to reach practice",
        "Each piece of learning says which conditions were in place: learner, design, workplace",
    ),
    Duty(
        "F4.4",
        "Themes are to be created, stabilised or changed",
        "One of the three is proposed with reasons; the group's own decision is recorded and wins",
    ),
    Duty(
        "F4.5",
        "Key messages go out in resources and briefings",
        "Briefings are written for each audience; who received them and what they did is recorded",
    ),
    Duty(
        "F4.6",
        "Lessons are embedded through management and peer support",
        "Nothing counts as embedded without evidence from practice",
    ),
    Duty(
        "F4.7",
        "Evidence is triangulated from earlier and later audits",
        "Evidence on a theme is laid side by side, by kind of source and over time",
    ),
    Duty(
        "F4.8",
        "Challenge develops practice and seeks more information",
        "A challenge may ask for information; those without an answer are listed",
    ),
    Duty(
        "F4.9",
        "Supervision, reflection and learning have the resources they need",
        "They are standards in the assessment set",
    ),
    Duty(
        "F4.10",
        "Induction is mandatory: responsibilities, advice, procedures, working across agencies",
        "They are standards in the assessment set",
    ),
    Duty(
        "F4.11",
        "Assessments of standards are completed, commissioned services included, and agencies hold one another to them",
        "It can be seen who owes a return, how ratings compare, how they were challenged and what changed",
    ),
    Duty(
        "F4.12",
        "Agencies give activity, data and emerging themes to the yearly report",
        "Contributions are records; the yearly report says who has sent none, and what agencies see coming",
    ),
    Duty(
        "F5.1",
        "Needs arise from incidents, national issues, inspections, data and priorities",
        "Needs are records with a driver and its evidence",
    ),
    Duty(
        "F5.2",
        "Audits across agencies are programmed and put in order of priority, with people consulted",
        "The programme, its order and the reason for it are recorded, and so is consultation",
    ),
    Duty("F5.3", "Single-agency audits inform the programme", "They count as evidence for needs"),
    Duty(
        "F5.4",
        "Self-assessment brings reflection, good practice and insight across the partnership",
        "Agencies stand side by side by standard, next to other evidence on it",
    ),
    Duty(
        "F5.5",
        "Figures show patterns of performance, risk and demand",
        "Indicators are series, read by statistical process control and not point against point",
    ),
    Duty(
        "F5.6",
        "Outcomes feed priorities, the learning programme, policies and procedures",
        "A finding says what it informs",
    ),
    Duty(
        "F6.1",
        "The national Panel and local partners share responsibility",
        "Notifications, rapid reviews and the Panel's replies are recorded with their dates",
    ),
    Duty(
        "F6.2",
        "The group that decides on reviews commissions and oversees",
        "The decision, who took it, when and why, is part of the review",
    ),
    Duty(
        "F6.3",
        "It is defined what a serious child safeguarding case is",
        "The two parts of the definition are asked and answered in the record",
    ),
    Duty(
        "F6.4",
        "Eight things may influence the decision to review, recurrence among them",
        "For each, the records are laid out; people decide, and the record keeps the reason",
    ),
    Duty("F6.5", "Good practice and near misses may be reviewed too", "They are kinds of review"),
    Duty(
        "F6.6",
        "Reviews apply the principles",
        "A review is held to F3.1 to F3.8 like any other activity",
    ),
    Duty(
        "F6.7",
        "Reviews are identified, commissioned, passed on, embedded and evaluated",
        "The life of a review is a row of dates, and the days between them can be seen",
    ),
    Duty(
        "F7.1",
        "Agencies improve on their own or together",
        "Actions name one agency, or those that act jointly",
    ),
    Duty(
        "F7.2",
        "Each activity shows what it achieved, in numbers and in words",
        "Evaluations are records; activities and actions without one are pointed out",
    ),
    Duty(
        "F7.3",
        "Measures and outcomes are agreed at the design",
        "The date of agreement is recorded and held against the start",
    ),
    Duty(
        "F7.4",
        "Impact on practice, on working together and for families is shown, and shared with the group",
        "Evaluations name one of the three domains; no action is closed without evidence",
    ),
    Duty(
        "F7.5",
        "Risks and strengths go to the partnership's executive group at agreed intervals",
        "It has a report, and the months between two are a setting: six unless another number was agreed",
    ),
    Duty(
        "F7.6",
        "Serious risk is flagged to the agency and the safeguarding partner",
        "Flags are raised, acknowledged and answered; one that nobody acknowledged is an error",
    ),
    Duty(
        "F7.7",
        "The yearly report shows impact on children, families and the front line",
        "The yearly report shows what there is, and says plainly where there is no evidence",
    ),
    Duty(
        "F8.1",
        "The framework and its impact are reviewed every year",
        "The review of the framework is a deadline, and what the year shows is gathered for it",
    ),
    Duty(
        "FA.1",
        "The group that oversees learning and the group that decides on reviews have terms and members",
        "Groups have terms, and members by agency and role",
    ),
)
DUTY_NAMES = tuple(duty.name for duty in DUTIES)
"""Their names, in the order of the framework."""
