"""Every field is there for something: a rule, report or analysis reads it, or it is kept for a reason said here."""

from support.field_reads import every_field, fields_read
from support.tree import nothing

_SOURCE = "owed to the reports: where a fact was read, in the notes of a document"
_FIGURES = "owed to the reports: how to read a figure over time"

KEPT_FOR_THE_RECORD = {
    "Contribution.emerging_themes": "owed to triangulation and the yearly report: what agencies see coming",
    "Decision.agrees_with_proposal": "owed to the pack of the Quality Improvement Group: where it decided otherwise",
    "Evaluation.shared_with_group": "for readers of the record; a rule asks whether it was shared",
    "Evidence.accepted": "written by lif accept; lif diff and a rule on changes read it from the text of the record",
    "Group.terms": "for readers of the record; a rule asks whether a group has any",
    "Indicator.collected_by": f"{_FIGURES}: who collects it",
    "Indicator.every": f"{_FIGURES}: how often it is due",
    "Indicator.target_agreed": f"{_FIGURES}: whether the target came before the result",
    "Need.answer": "owed to the programme report: how a need was answered where no record does so",
    "Need.raised_by": "owed to the programme report: which group raised a need",
    "Record.notes": "for readers of the record; no document may repeat it",
    "ReviewLife.rapid_review_due": "for readers of the record; the guidance in force gives the date that clocks go by",
    "Settings.dispositions": "owed to triangulation: the words in which a group decides",
    "Source.publisher": _SOURCE,
    "Theme.local": "owed to the exchange of figures between partnerships: themes that others do not have",
    "Theme.maps_to": "owed to the exchange of figures between partnerships: the public list a theme belongs to",
}
"""The fields that nothing reads, each with the reason why records hold it; `owed` names what will read it."""


def test_every_field_is_read_or_kept_for_a_reason() -> None:
    unread = {".".join(name) for name in every_field() - fields_read()}
    nothing(unread - set(KEPT_FOR_THE_RECORD), "nothing reads these: read them, take them out, or say above why not:")


def test_what_is_kept_for_the_record_is_a_field_that_nothing_reads() -> None:
    known = {".".join(name) for name in every_field()}
    read = {".".join(name) for name in fields_read()}
    nothing(set(KEPT_FOR_THE_RECORD) - known, "there are no such fields; take them off the list:")
    nothing(set(KEPT_FOR_THE_RECORD) & read, "these are read now; take them off the list:")


def test_every_reason_says_something() -> None:
    nothing(name for name, reason in KEPT_FOR_THE_RECORD.items() if len(reason.split()) < 5)
