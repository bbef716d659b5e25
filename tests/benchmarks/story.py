"""The stories that made-up records tell: forty records a strand, their words, days and ids, from a number alone."""

import random
from datetime import date, timedelta
from functools import cached_property

AGENCIES = (
    "social-care",
    "police",
    "integrated-care-board",
    "schools",
    "early-help",
    "hospital",
    "housing",
    "probation",
)
PRACTICE = ("neglect", "early-help", "child-voice", "information-sharing", "supervision", "thresholds", "transitions")
SYSTEM = ("workload", "commissioning", "recording-systems")
NEEDS = ("school-exclusion", "domestic-abuse", "parental-mental-health", "exploitation")
STRAND = (
    *("position", "need", "review", "audit", "finding", "finding", "finding", "decision", "action", "action"),
    *("learning", "evaluation", "feedback", "finding", "indicator", "finding", "audit", "finding", "finding", "action"),
    *("inspection", "finding", "challenge", "flag", "assessment", "contribution", "finding", "finding", "action"),
    *("finding", "finding", "action", "evaluation", "finding", "finding", "action", "learning", "finding"),
    *("evaluation", "action"),
)
"""The kinds of a strand, in order; a record cites only records before it."""
FINDS = {
    4: (2, "working-well"),
    5: (2, "needs-to-improve"),
    6: (3, "needs-to-improve"),
    13: (3, "working-well"),
    15: (12, "gap"),
    17: (16, "working-well"),
    18: (16, "needs-to-improve"),
    21: (20, "needs-to-improve"),
    26: (24, "has-potential"),
    27: (14, "mixed"),
    29: (12, "working-well"),
    30: (20, "working-well"),
    33: (2, "has-potential"),
    34: (16, "mixed"),
    37: (25, "gap"),
}
"""Where each finding of a strand comes from, and which way it points: every review and audit shows both sides."""
AUDITED = (3, 16)
"""The places of a strand's audits, the second a repeat of the first."""
EVERY = 12
"""Days from one record of a strand to the next."""
_FOLDERS = {"feedback": "feedback", "learning": "learning"}
_NOUNS = (
    "assessments plans visits meetings records children families workers managers schools partners decisions reasons"
    " referrals contacts changes risks strengths questions answers dates measures thresholds transitions"
)
_VERBS = "show overlook reach follow describe record weigh lead explain share repeat support delay name test"
_LINKS = "although where before after because while until wherever"
NOUNS, VERBS, LINKS = _NOUNS.split(), _VERBS.split(), _LINKS.split()
_NAMES = len(NOUNS) * len(VERBS) * (len(NOUNS) - 1)
"""How many records of a kind can be named by three words before a running number is needed."""
_STEP = 7919
"""A prime that does not divide them, so that neighbours have different names."""


def in_words(number: int) -> str:
    """The name of the record of a kind with this number: `plans-overlook-visits`, numbered once all are used up."""
    again, place = divmod(number, _NAMES)
    rest, last = divmod(place * _STEP % _NAMES, len(NOUNS) - 1)
    first, verb = divmod(rest, len(VERBS))
    others = NOUNS[:first] + NOUNS[first + 1 :]
    return "-".join((NOUNS[first], VERBS[verb], others[last], *([str(again + 1)] if again else [])))


def folder_of(kind: str) -> str:
    """The folder of a kind of record, under `records/`."""
    return _FOLDERS.get(kind, f"{kind}s")


class Strand:
    """What the records of one story have in common."""

    def __init__(self, seed: int, number: int) -> None:
        chance = random.Random(f"{seed}:strand:{number}")  # noqa: S311 - made-up records, no secret
        self.number = number
        self.theme = chance.choice(PRACTICE + SYSTEM)
        self.need = chance.choice(NEEDS)
        self.start = date(2012, 4, 1) + timedelta(days=chance.randrange(3600))

    def words_of(self, place: int) -> str:
        """The words in the name of the record at a place."""
        kind = STRAND[place]
        return in_words(self.number * STRAND.count(kind) + STRAND[:place].count(kind))

    def id_of(self, place: int) -> str:
        """The id of the record at a place, its year that of its own day."""
        return f"{folder_of(STRAND[place])}/{self.day(place * EVERY)[:4]}-{self.words_of(place)}"

    def day(self, after: int) -> str:
        """A day so many days into the story."""
        return (self.start + timedelta(days=after)).isoformat()

    def cases_at(self, place: int) -> int:
        """How many cases the audit at a place looked at: its findings count the same ones."""
        return 11 + (self.number * 7 + place) % 20

    def met_at(self, place: int, cases: int) -> int:
        """How many of them met the standard: more in the repeat than in the first."""
        return cases * (3 + self.number % 3 + (2 if place == AUDITED[1] else 0)) // 9

    @property
    def year(self) -> str:
        """The year of the story, from April to March."""
        first = self.start.year - (self.start.month < 4)
        return f"{first}-{(first + 1) % 100:02d}"


class Writer:
    """One record at one place of a strand, and what is written into it."""

    def __init__(self, seed: int, number: int) -> None:
        self._seed = seed
        self.chance = random.Random(f"{seed}:record:{number}")  # noqa: S311 - made-up records, no secret
        self.strand = Strand(seed, (number - 1) // len(STRAND))
        self.place = (number - 1) % len(STRAND)
        self.after = self.place * EVERY

    @property
    def kind(self) -> str:
        """The kind of the record."""
        return STRAND[self.place]

    @cached_property
    def before(self) -> Strand:
        """The strand before this one; this one itself at the beginning."""
        return Strand(self._seed, max(0, self.strand.number - 1))

    def words(self, sentences: int) -> str:
        """So many sentences, alike in length to those people write."""
        return " ".join(self._sentence() for _ in range(sentences))

    def _sentence(self) -> str:
        pick = self.chance.choice
        first = f"{pick(NOUNS)} {pick(VERBS)} {pick(NOUNS)} of {pick(NOUNS)} {pick(LINKS)} {pick(NOUNS)}"
        return f"{first} {pick(VERBS)} {pick(NOUNS)} and {pick(NOUNS)}.".capitalize()

    def count(self, most: int) -> int:
        """A number from 1 to `most`."""
        return self.chance.randint(1, most)

    def one_of(self, *words: str) -> str:
        """One of these words."""
        return self.chance.choice(words)

    def agencies(self, many: int) -> list[str]:
        """So many agencies."""
        return sorted(self.chance.sample(AGENCIES, many))

    def day(self, later: int = 0) -> str:
        """The day of the record, or a day so many days later."""
        return self.strand.day(self.after + later)

    def nearest(self, kind: str) -> str:
        """The last record of a kind before this one in the strand."""
        place = max(place for place in range(self.place) if STRAND[place] == kind)
        return self.strand.id_of(place)
