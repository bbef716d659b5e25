"""Writes a made-up workspace: the same seed gives the same bytes, and fewer records are the first of more.

    python tests/benchmarks/generate.py FOLDER -n 1000 --seed 1 --faulty 10

Records come in strands of forty, one story each; a record cites only records before it.
"""

import argparse
import random
import textwrap
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

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
GROUPS = ("quality-improvement", "practice-review", "executive")
PRACTICE = ("neglect", "early-help", "child-voice", "information-sharing", "supervision", "thresholds", "transitions")
SYSTEM = ("workload", "commissioning", "recording-systems")
NEEDS = ("school-exclusion", "domestic-abuse", "parental-mental-health", "exploitation")
GRADES = ("outstanding", "good", "requires-improvement", "inadequate")
STANDARDS = ("supervision", "induction", "safer-recruitment", "information-sharing", "listening-to-children")
STRAND = (
    *("position", "need", "review", "audit", "finding", "finding", "finding", "decision", "action", "action"),
    *("learning", "evaluation", "feedback", "finding", "indicator", "finding", "audit", "finding", "finding", "action"),
    *(
        "inspection",
        "finding",
        "challenge",
        "flag",
        "assessment",
        "contribution",
        "finding",
        "finding",
        "action",
        "finding",
    ),
    *("finding", "action", "evaluation", "finding", "finding", "action", "learning", "finding", "action", "finding"),
)
"""The kinds of a strand, in order."""
FOLDERS = {"feedback": "feedback", "learning": "learning"}
_NOUNS = (
    "assessments plans visits meetings records children families workers managers schools partners decisions reasons"
    " referrals contacts changes risks strengths questions answers dates measures thresholds transitions"
)
_VERBS = "show miss reach follow describe record weigh lead explain share repeat support delay name test"
_LINKS = "although where before after because while until wherever"
NOUNS, VERBS, LINKS = _NOUNS.split(), _VERBS.split(), _LINKS.split()
LONGEST_LINE = 96
AUDITED = (3, 16)
"""The places of a strand's audits."""


class Strand:
    """What the records of one story have in common."""

    def __init__(self, seed: int, number: int) -> None:
        chance = random.Random(f"{seed}:strand:{number}")  # noqa: S311 - made-up records, no secret
        self.number = number
        self.theme = chance.choice(PRACTICE + SYSTEM)
        self.need = chance.choice(NEEDS)
        self.start = date(2012, 4, 1) + timedelta(days=chance.randrange(3600))

    def id_of(self, place: int) -> str:
        """The id of the record at a place of the strand."""
        kind = STRAND[place]
        folder = FOLDERS.get(kind, f"{kind}s" if not kind.endswith("y") else f"{kind[:-1]}ies")
        return f"{folder}/{self.start.year}-{self.theme}-{self.number:05d}-{place:02d}"

    def day(self, after: int) -> str:
        """A day so many days into the story."""
        return (self.start + timedelta(days=after)).isoformat()

    @property
    def year(self) -> str:
        """The year of the story, from April to March."""
        first = self.start.year - (self.start.month < 4)
        return f"{first}-{(first + 1) % 100:02d}"


class Writer:
    """Makes one record at one place of a strand."""

    def __init__(self, seed: int, number: int) -> None:
        self._seed = seed
        self._chance = random.Random(f"{seed}:record:{number}")  # noqa: S311 - made-up records, no secret
        self.strand = Strand(seed, (number - 1) // len(STRAND))
        self.place = (number - 1) % len(STRAND)
        self.after = self.place * 12

    @cached_property
    def before(self) -> Strand:
        """The strand before this one; this one itself at the beginning."""
        return Strand(self._seed, max(0, self.strand.number - 1))

    def words(self, sentences: int) -> str:
        """So many sentences, alike in length to those people write."""
        return " ".join(self._sentence() for _ in range(sentences))

    def _sentence(self) -> str:
        pick = self._chance.choice
        first = f"{pick(NOUNS)} {pick(VERBS)} {pick(NOUNS)} of {pick(NOUNS)} {pick(LINKS)} {pick(NOUNS)}"
        return f"{first} {pick(VERBS)} {pick(NOUNS)} and {pick(NOUNS)}.".capitalize()

    def count(self, most: int) -> int:
        """A number from 1 to `most`."""
        return self._chance.randint(1, most)

    def agencies(self, many: int) -> list[str]:
        """So many agencies."""
        return sorted(self._chance.sample(AGENCIES, many))

    def nearest(self, kind: str) -> str:
        """The last record of a kind before this one in the strand."""
        place = max(place for place in range(self.place) if STRAND[place] == kind)
        return self.strand.id_of(place)

    def cited(self) -> str:
        """Any record a finding can come from, before this one in the strand."""
        sources = ("review", "audit", "feedback", "indicator", "inspection", "assessment")
        return self.strand.id_of(self._chance.choice([at for at in range(self.place) if STRAND[at] in sources]))

    def make(self) -> tuple[str, dict[str, Any]]:
        """The id of the record, and the record."""
        kind = STRAND[self.place]
        number = self.strand.number
        source = {
            "title": f"Minutes {number}",
            "publisher": "The partnership",
            "address": f"https://www.example.org/minutes/{number}",
            "date": self.strand.day(0),
            "note": self.words(1),
        }
        title = f"{self.strand.theme.replace('-', ' ')} {kind} {number}-{self.place}".capitalize()
        common = {"title": title, "sharing": self._chance.choice(("public", "partnership")), "sources": [source]}
        return self.strand.id_of(self.place), {**common, **MAKERS[kind](self)}


def _activity(one: Writer) -> dict[str, Any]:
    outcome = {"key": "better-plans", "outcome": one.words(1), "measure": one.words(1), "agreed": one.strand.day(0)}
    asked = {"key": "plans-say-why", "text": one.words(2), "form": "recommendation", "to": one.agencies(2)}
    return {
        "question": one.words(1),
        "systemic_factors": [one.words(1)],
        "intended": [outcome],
        "took_part": [{"agency": agency, "how": "A summary of its own work"} for agency in one.agencies(3)],
        "practitioners": one.words(2),
        "families": one.words(2),
        "themes": [one.strand.theme],
        "recommendations": [asked],
        "answers": [one.nearest("need")],
        "oversight": "practice-review",
    }


def _review(one: Writer) -> dict[str, Any]:
    days = {"commissioned": 20, "started": 30, "completed": 160, "published": 200}
    return {
        **_activity(one),
        "review_kind": "thematic-review",
        "decision": {"by": "practice-review", "to_review": "yes", "because": one.words(1)},
        "method": "A systems approach with learning events",
        "life": {name: one.strand.day(after) for name, after in days.items()},
    }


def _audit(one: Writer) -> dict[str, Any]:
    cases = one.count(20) + 10
    met = one.count(cases)
    result = {"key": "plan", "standard": one.words(1), "met": met, "of": cases, "themes": [one.strand.theme]}
    again = {"reaudit_of": one.strand.id_of(AUDITED[0])} if one.place == AUDITED[1] else {}
    return {
        **_activity(one),
        "audit_kind": "multi-agency-practice" if one.place == AUDITED[0] else "single-agency",
        "programme_year": one.strand.year,
        "criteria": [one.words(1), one.words(1)],
        "selection": "random",
        "cases_looked_at": cases,
        "scale": "four-grades",
        "results": [result],
        **again,
        "life": {"started": one.strand.day(one.after), "reported": one.strand.day(one.after + 60)},
    }


def _finding(one: Writer) -> dict[str, Any]:
    directions = ("working-well", "has-potential", "needs-to-improve", "gap", "mixed")
    of = one.count(20) + 10
    return {
        "source": one.cited(),
        "theme": one.strand.theme,
        "needs": [one.strand.need],
        "direction": directions[one.count(len(directions)) - 1],
        "says": one.words(8),
        "date": one.strand.day(one.after),
        "standard": one.words(1),
        "met": one.count(of),
        "of": of,
        "agencies": one.agencies(2),
        "informs": [{"what": "learning-programme", "which": one.words(1)}],
    }


def _reading(one: Writer, after: int) -> dict[str, Any]:
    of = one.count(30) + 20
    return {"met": one.count(of), "of": of, "date": one.strand.day(after), "source": "The audit of the year"}


def _action(one: Writer) -> dict[str, Any]:
    kinds = ("training", "checklist", "one-agreed-pathway", "simpler-process", "policy-or-procedure")
    measure: dict[str, Any] = {"what": one.words(1), "target": "Nine in ten", "agreed": one.strand.day(one.after)}
    measure |= {"baseline": _reading(one, one.after), "follow_up": _reading(one, one.after + 300)}
    return {
        "answers": [f"{one.nearest('audit')}#plans-say-why", one.nearest("finding")],
        "owner": {"agency": one.agencies(1)[0], "role": "head of service"},
        "oversight": "quality-improvement",
        "action_kind": kinds[one.count(len(kinds)) - 1],
        "agreed": one.strand.day(one.after),
        "due": one.strand.day(one.after + 180),
        "started": one.strand.day(one.after + 10),
        "done": one.strand.day(one.after + 170),
        "measures": [measure],
        "progress": [{"date": one.strand.day(one.after + 60), "said": one.words(4)}],
        "outcome": "partly",
        "outcome_because": one.words(2),
    }


def _evaluation(one: Writer) -> dict[str, Any]:
    return {
        "of": [one.nearest("action")],
        "domain": ("practice", "working-together", "families")[one.count(3) - 1],
        "level": str(one.count(4)),
        "claim": one.words(1),
        "measure": one.words(1),
        "target": {"target": "Nine in ten", "set_on": one.strand.day(0)},
        "baseline": _reading(one, one.after),
        "follow_up": _reading(one, one.after + 365),
        "independent": "no",
        "qualitative": one.words(2),
        "own_account": "no",
        "other_explanations": one.words(1),
        "context": one.words(1),
        "mechanism": one.words(1),
        "outcome": one.words(1),
        "date": one.strand.day(one.after + 380),
        "shared_with_group": one.strand.day(one.after + 400),
    }


def _indicator(one: Writer) -> dict[str, Any]:
    first = one.strand.start.year
    months = [f"{first + month // 12}-{month % 12 + 1:02d}" for month in range(16)]
    return {
        "measure": one.words(1),
        "unit": "percent",
        "better": "higher",
        "themes": [one.strand.theme],
        "series": [{"at": month, "numerator": one.count(60), "denominator": 60 + one.count(20)} for month in months],
    }


def _learning(one: Writer) -> dict[str, Any]:
    condition = {"group": "workplace", "condition": one.words(1), "in_place": "yes"}
    return {
        "form": "seven-minute-briefing",
        "from_records": [one.nearest("review"), one.nearest("finding")],
        "messages": [one.words(1), one.words(1), one.words(1)],
        "date": one.strand.day(one.after),
        "audience": [{"agency": agency, "role": "team managers"} for agency in one.agencies(2)],
        "received": [{"agency": agency, "number": one.count(80)} for agency in one.agencies(2)],
        "what_they_did": [{"agency": one.agencies(1)[0], "what": one.words(2)}],
        "conditions": [condition],
    }


def _assessment(one: Writer) -> dict[str, Any]:
    grade = GRADES[one.count(len(GRADES)) - 1]
    return {
        "cycle": one.strand.year,
        "agency": one.agencies(1)[0],
        "standards_set": "section-11",
        "ratings": [{"standard": key, "own": grade, "evidence": one.words(1)} for key in STANDARDS],
        "peer_challenge": [{"by": one.agencies(1), "asked": one.words(1), "outcome": one.words(1)}],
    }


MAKERS: dict[str, Callable[[Writer], dict[str, Any]]] = {
    "position": lambda one: {
        "year": one.strand.year,
        "group": "executive",
        "agreed": one.strand.day(0),
        "statement": one.words(6),
        "factors": [{"key": "demand", "factor": one.words(2)}, {"key": "workforce", "factor": one.words(2)}],
        "priorities": ["hear-children"],
    },
    "need": lambda one: {
        "driver": "data",
        "says": one.words(7),
        "raised": one.strand.day(1),
        "themes": [one.strand.theme],
        "evidence": [{"unnamed": one.words(1)}],
        "factors": [f"{one.strand.id_of(0)}#demand", f"{one.before.id_of(0)}#workforce"],
        "priorities": ["hear-children"],
    },
    "review": _review,
    "audit": _audit,
    "finding": _finding,
    "action": _action,
    "evaluation": _evaluation,
    "indicator": _indicator,
    "learning": _learning,
    "assessment": _assessment,
    "decision": lambda one: {
        "group": "quality-improvement",
        "date": one.strand.day(one.after),
        "says": one.words(2),
        "theme": one.strand.theme,
        "disposition": "change",
        "because": one.words(8),
        "evidence": [{"record": one.nearest("finding")}, {"record": one.nearest("review")}],
    },
    "feedback": lambda one: {
        "whose": "children",
        "gathered": "Conversations in schools",
        "date": one.strand.day(one.after),
        "asked": 40,
        "answered": one.count(40),
        "said": [one.words(2), one.words(2), one.words(2)],
        "themes": [one.strand.theme],
        "about": [one.nearest("review")],
    },
    "inspection": lambda one: {
        "inspection_kind": "joint-inspection",
        "body": "An inspectorate",
        "agencies": one.agencies(3),
        "published": one.strand.day(one.after),
        "judgements": [{"about": one.words(1), "judged": "Requires improvement"}],
        "priority_actions": [{"key": "plans", "text": one.words(2), "form": "recommendation"}],
        "limitations": [one.words(1)],
    },
    "challenge": lambda one: {
        "by": "schools",
        "to": ["social-care"],
        "about": one.words(3),
        "about_records": [one.nearest("finding")],
        "raised": one.strand.day(one.after),
        "asked_for": one.words(2),
        "answered": one.strand.day(one.after + 20),
        "response": one.words(3),
        "outcome": one.words(2),
    },
    "flag": lambda one: {
        "flag_kind": "strength",
        "says": one.words(7),
        "from_records": [one.nearest("finding")],
        "raised": one.strand.day(one.after),
        "to": one.agencies(2),
        "partners": ["police"],
        "acknowledged": [{"agency": "police", "date": one.strand.day(one.after + 3)}],
    },
    "contribution": lambda one: {
        "agency": one.agencies(1)[0],
        "year": one.strand.year,
        "activity": [one.words(2), one.words(2), one.words(2)],
        "data": [{"what": one.words(1), "value": one.count(90), "of": 100}],
        "emerging_themes": [one.strand.theme],
        "impact": one.words(3),
        "evidence": [one.nearest("finding")],
    },
}


def partnership() -> dict[str, Any]:
    """The one partnership record."""
    axes = {"practice": PRACTICE, "system": SYSTEM, "need": NEEDS}
    return {
        "title": "A made-up partnership for measuring",
        "sharing": "public",
        "compiled": {"by": "A generator", "own": "yes", "basis": "Nothing", "complete": "Made up"},
        "readers": {"level": "restricted", "who": "Whoever measures"},
        "names": [{"name": "A made-up partnership", "body": "safeguarding-children-partnership"}],
        "agencies": [{"key": key, "name": key.replace("-", " ").capitalize()} for key in AGENCIES],
        "groups": [{"key": key, "name": key.replace("-", " ").capitalize()} for key in GROUPS],
        "priorities": [{"key": "hear-children", "name": "Hear children", "themes": ["child-voice"]}],
        "themes": [
            {"key": key, "label": key.replace("-", " ").capitalize(), "axis": axis}
            for axis, keys in axes.items()
            for key in keys
        ],
        "scales": [{"key": "four-grades", "name": "Four grades", "grades": [_labelled(key) for key in GRADES]}],
        "standards_sets": [
            {
                "key": "section-11",
                "name": "Section 11",
                "scale": "four-grades",
                "standards": [{"key": key, "text": f"The standard on {key}"} for key in STANDARDS],
            }
        ],
        "cycles": [{"key": f"{first}-{(first + 1) % 100:02d}"} for first in range(2012, 2023)],
    }


def _labelled(key: str) -> dict[str, str]:
    return {"key": key, "label": key.replace("-", " ").capitalize()}


def as_yaml(value: Any, indent: int = 0) -> str:
    """A record as people write one: fields on lines, long text under a bar."""
    pad = " " * indent
    lines = []
    for key, one in value.items():
        if isinstance(one, dict):
            lines.append(f"{pad}{key}:\n{as_yaml(one, indent + 2)}")
        elif isinstance(one, list):
            lines.append(f"{pad}{key}:\n" + "".join(_item(item, indent + 2) for item in one))
        else:
            lines.append(f"{pad}{key}: {_text(str(one), indent + 2)}\n")
    return "".join(lines)


def _item(item: Any, indent: int) -> str:
    if isinstance(item, dict):
        return " " * indent + "- " + as_yaml(item, indent + 2).lstrip(" ")
    return " " * indent + f"- {_text(item, indent + 2)}\n"


def _text(text: str, indent: int) -> str:
    if len(text) <= LONGEST_LINE:
        return text
    pad = " " * indent
    return "|\n" + textwrap.fill(text, LONGEST_LINE, initial_indent=pad, subsequent_indent=pad)


SPOIL: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("sharing: ", "sharing:\t", 1),
    lambda text: f"{text}title: A second title\n",
    lambda text: f"{text}retention_review: 2019-02-30\n",
    lambda text: f"{text}ownr: somebody\n",
    lambda text: f"{text}allow:\n  - code: LIF301\n    reason: none\n",
    lambda text: text.replace("title: ", "tilte: ", 1),
    lambda text: text.replace("sharing: p", "sharing: rep", 1),
    lambda text: f"{text}notes:\n",
    lambda text: f"<<<<<<< mine\n{text}=======\n>>>>>>> theirs\n",
    lambda text: text[: len(text) // 2] + ' "',
)
"""Ten ways to break a record."""


def record(seed: int, number: int, faulty: float = 0) -> tuple[str, str]:
    """The path and the text of a record, from its number alone."""
    if number == 0:
        return "partnership.yaml", as_yaml(partnership())
    record_id, value = Writer(seed, number).make()
    text = as_yaml(value)
    chance = random.Random(f"{seed}:fault:{number}")  # noqa: S311 - made-up records, no secret
    if chance.random() * 100 < faulty:
        text = chance.choice(SPOIL)(text)
    return f"{record_id}.yaml", text


def write(folder: Path, count: int, seed: int, faulty: float = 0) -> None:
    """Write so many records under `records/` in a folder."""
    for number in range(count):
        path, text = record(seed, number, faulty)
        whole = folder / "records" / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(text.encode())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a made-up workspace of many records.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", type=int, default=1000, help="how many records")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faulty", type=float, default=0, help="how many in a hundred are broken")
    asked = parser.parse_args()
    write(asked.folder, asked.n, asked.seed, asked.faulty)
