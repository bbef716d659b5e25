"""Every field is there for something: a rule, report or analysis reads it, or it is kept for a reason said here."""

from support.field_reads import every_field, fields_read
from support.tree import nothing

KEPT_FOR_THE_RECORD = {
    "Evaluation.shared_with_group": "for readers of the record; a rule asks whether it was shared",
    "Evidence.accepted": "written by lif accept; lif diff and a rule on changes read it from the text of the record",
    "Group.terms": "for readers of the record; a rule asks whether a group has any",
    "Record.notes": "for readers of the record; no document may repeat it",
}
"""The fields that nothing reads, each with the reason why records hold it all the same."""


def test_every_field_is_read_or_kept_for_a_reason() -> None:
    unread = {".".join(name) for name in every_field() - fields_read()}
    nothing(unread - set(KEPT_FOR_THE_RECORD), "nothing reads these: read them, take them out, or say above why not:")


def test_what_is_kept_for_the_record_is_a_field_that_nothing_reads() -> None:
    known = {".".join(name) for name in every_field()}
    read = {".".join(name) for name in fields_read()}
    nothing(set(KEPT_FOR_THE_RECORD) - known, "there are no such fields; take them off the list:")
    nothing(set(KEPT_FOR_THE_RECORD) & read, "these are read now; take them off the list:")


def test_no_field_is_owed_a_reader() -> None:
    nothing(name for name, reason in KEPT_FOR_THE_RECORD.items() if "owed" in reason)


def test_every_reason_says_something() -> None:
    nothing(name for name, reason in KEPT_FOR_THE_RECORD.items() if len(reason.split()) < 5)
