"""The words for something that is missing."""

from enum import StrEnum


class Absence(StrEnum):
    """The three ways in which something can be missing, in the words for each.

    The partnership keeps the records itself, and holds none; others compiled them, and their sources say nothing; or
    this edition is for readers who may not see every record. The last is said whether or not something was withheld,
    so that the words never tell that a withheld record exists.
    """

    NOT_RECORDED = "not recorded"
    NOT_IN_SOURCES = "not in the sources read"
    NOT_IN_EDITION = "nothing in this edition (may be withheld)"
