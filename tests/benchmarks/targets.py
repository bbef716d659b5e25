"""What is promised of speed: each figure by its name, what it compares, and how much it may come to."""

from dataclasses import dataclass

START, RECORDS, READING, UNCHANGED, ASKING, CHANGES = (
    "Starting",
    "The records that ship with lif",
    "Everything is read",
    "Nothing changed since the last run",
    "Questions and reports, after a check",
    "Something changed",
)


@dataclass(frozen=True, slots=True)
class Promise:
    """The time of one process over that of another; `target` None where nothing was promised."""

    name: str
    over: str
    under: str
    target: float | None
    group: str


PROMISES = (
    Promise("help", "lif --help", "python -c pass", 6, START),
    Promise("version", "lif --version", "python -c pass", None, START),
    Promise("shipped-cold", "lif --no-cache check of records/", "python -c pass", 34, RECORDS),
    Promise("shipped-unchanged", "lif check of records/", "python -c pass", 18, RECORDS),
    Promise("cold", "lif --no-cache check", "CSafeLoader", 1.6, READING),
    Promise("cold-without-privacy", "lif --no-cache check without privacy", "CSafeLoader", 1.0, READING),
    Promise("cold-on-one", "lif --no-cache check on one processor", "CSafeLoader", 1.6, READING),
    Promise(
        "cold-on-one-without-privacy",
        "lif --no-cache check without privacy on one processor",
        "CSafeLoader",
        1.0,
        READING,
    ),
    Promise("faulty", "lif --no-cache check of faulty", "lif --no-cache check", None, READING),
    Promise("unchanged", "lif check", "git status", 8, UNCHANGED),
    Promise("one-changed", "lif check, one changed", "lif --no-cache check", 0.25, CHANGES),
    Promise("revision", "lif --at HEAD check", "lif --no-cache --at HEAD check", None, CHANGES),
    Promise("diff", "lif diff, one changed", "lif --no-cache check", 0.35, CHANGES),
    Promise("diff-git", "lif diff, one changed", "git diff --stat", None, CHANGES),
    Promise("triangulate", "lif triangulate", "lif --no-cache check", 0.6, ASKING),
    Promise("annual", "lif report annual", "lif --no-cache check", 0.6, ASKING),
    Promise("trace", "lif trace", "lif --no-cache check", 0.6, ASKING),
    Promise("due", "lif due", "lif --no-cache check", 0.6, ASKING),
)
GROWTH = 1.08
"""The most that the exponent of growth may be: 1 where ten times the records take ten times as long."""
MEMORY = 15
"""The most kilobytes for each record, over what a check of one record takes."""
PEERS = 12
"""How many times quicker than each peer."""
FAULTY = 3
"""How many in a hundred are broken where faulty records are measured."""
