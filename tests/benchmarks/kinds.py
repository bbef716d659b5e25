"""What a made-up record of each kind says: filled in as its rules ask, so that a check finds nothing."""

from collections.abc import Callable
from typing import Any

from benchmarks.story import AUDITED, EVERY, FINDS, STRAND, Writer

GRADES = ("outstanding", "good", "requires-improvement", "inadequate")
STANDARDS = ("supervision", "induction", "safer-recruitment", "information-sharing", "learning-opportunities")
INFLUENCES = (
    "improvement-known-before",
    "recurrent-theme",
    "agencies-working-together",
    "single-agency",
    "no-agency-involved",
    "across-borders",
    "national-panel-recommends",
    "good-practice-or-near-miss",
)
LEFT_OUT = {
    "review": ("question", "shared_with_group"),
    "decision": ("because",),
    "audit": ("programme_because", "consulted", "shared_with_group"),
    "evaluation": ("shared_with_group",),
    "flag": ("reported_to_executive",),
    "learning": ("conditions",),
}
"""What people leave out of a record, and the check then warns of."""


def record_at(one: Writer, *, clean: bool) -> dict[str, Any]:
    """The record at its place; unless it is to be clean, one in four lacks something that it owes."""
    title = one.strand.words_of(one.place).replace("-", " ").capitalize()
    source = {
        "title": f"Minutes of {one.strand.day(0)}",
        "publisher": "The partnership",
        "address": f"https://www.example.org/minutes/{one.strand.number}",
        "date": one.strand.day(0),
        "note": one.words(1),
    }
    common = {
        "title": f"{title} ({one.strand.theme.replace('-', ' ')})",
        "sharing": one.one_of("public", "partnership"),
        "sources": [source],
    }
    whole = {**common, **MAKERS[one.kind](one)}
    if not clean and one.kind in LEFT_OUT and one.count(4) == 1:
        del whole[one.one_of(*LEFT_OUT[one.kind])]
    return whole


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
        "shared_with_group": one.day(210),
    }


def _review(one: Writer) -> dict[str, Any]:
    days = {"commissioned": 5, "started": 10, "completed": 160, "published": 200}
    return {
        **_activity(one),
        "review_kind": "thematic-review",
        "method": "A systems approach with learning events",
        "life": {name: one.day(after) for name, after in days.items()},
    }


def _audit(one: Writer) -> dict[str, Any]:
    cases = one.strand.cases_at(one.place)
    result = {"key": f"plan-{one.strand.theme}", "met": one.strand.met_at(one.place, cases), "of": cases}
    again = {"reaudit_of": one.strand.id_of(AUDITED[0])} if one.place == AUDITED[1] else {}
    return {
        **_activity(one),
        "audit_kind": "single-agency" if again else "multi-agency-practice",
        "programme_year": one.strand.year,
        "programme_order": one.count(9),
        "programme_because": one.words(1),
        "prioritised_by": "quality-improvement",
        "consulted": [{"whose": whose, "how": one.words(1)} for whose in ("practitioners", "families")],
        "criteria": [one.words(1), one.words(1)],
        "selection": "random",
        "cases_looked_at": cases,
        "scale": "four-grades",
        "results": [result],
        **again,
        "life": {"started": one.day(), "reported": one.day(60)},
    }


def _finding(one: Writer) -> dict[str, Any]:
    source, direction = FINDS[one.place]
    cases = one.strand.cases_at(source)
    counted = {"standard": f"plan-{one.strand.theme}", "met": one.strand.met_at(source, cases), "of": cases}
    return {
        "source": one.strand.id_of(source),
        "theme": one.strand.theme,
        "needs": [one.strand.need],
        "direction": direction,
        "says": one.words(8),
        "date": one.day(),
        **(counted if source in AUDITED else {}),
        "agencies": one.agencies(2),
        "informs": [{"what": "learning-programme", "which": one.words(1), "done": one.day(120)}],
    }


def _reading(one: Writer, after: int, met: tuple[int, int]) -> dict[str, Any]:
    low, high = met
    return {"met": low + one.count(high - low), "of": 40, "date": one.day(after), "source": "The audit of the year"}


def _action(one: Writer) -> dict[str, Any]:
    measure: dict[str, Any] = {"what": one.words(1), "target": "Nine in ten", "agreed": one.day()}
    measure |= {"baseline": _reading(one, 0, (0, 20)), "follow_up": _reading(one, 300, (20, 34))}
    return {
        "answers": [f"{one.nearest('audit')}#plans-say-why", one.nearest("finding")],
        "owner": {"agency": one.agencies(1)[0], "role": "head of service"},
        "oversight": "quality-improvement",
        "action_kind": one.one_of("one-agreed-pathway", "simpler-process", "checklist"),
        "agreed": one.day(),
        "due": one.day(180),
        "started": one.day(10),
        "done": one.day(170),
        "measures": [measure],
        "progress": [{"date": one.day(60), "said": one.words(4)}],
        "outcome": "partly",
        "outcome_because": one.words(2),
    }


def _evaluation(one: Writer) -> dict[str, Any]:
    domain = one.one_of("practice", "working-together", "families")
    return {
        "of": [one.nearest("action"), one.nearest("learning"), one.nearest("review"), one.nearest("audit")],
        "domain": domain,
        "level": "4" if domain == "families" else one.one_of("1", "2", "3"),
        "claim": one.words(1),
        "measure": one.words(1),
        "target": {"target": "Nine in ten", "set_on": one.strand.day(0)},
        "baseline": _reading(one, 0, (0, 20)),
        "follow_up": _reading(one, 365, (35, 40)),
        "collected_by": one.agencies(1)[0],
        "independent": "yes",
        "qualitative": one.words(2),
        "own_account": "no",
        "other_explanations": one.words(1),
        "context": one.words(1),
        "mechanism": one.words(1),
        "outcome": one.words(1),
        "date": one.day(380),
        "shared_with_group": one.day(400),
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
    groups = ("learner", "design", "workplace")
    return {
        "form": "seven-minute-briefing",
        "from_records": [one.nearest("review"), one.nearest("finding")],
        "messages": [one.words(1), one.words(1), one.words(1)],
        "date": one.day(),
        "audience": [{"agency": agency, "role": "team managers"} for agency in one.agencies(2)],
        "received": [{"agency": agency, "number": one.count(80)} for agency in one.agencies(2)],
        "what_they_did": [{"agency": one.agencies(1)[0], "what": one.words(2)}],
        "conditions": [{"group": group, "condition": one.words(1), "in_place": "yes"} for group in groups],
    }


def _assessment(one: Writer) -> dict[str, Any]:
    grade = one.one_of(*GRADES)
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
        "date": one.strand.day(STRAND.index("review") * EVERY),
        "says": one.words(2),
        "theme": one.strand.theme,
        "about": [one.nearest("review")],
        "disposition": "change",
        "review_decision": {
            "to_review": "yes",
            "influences": [
                {"influence": influence, "applies": one.one_of("yes", "no", "not-known"), "because": one.words(1)}
                for influence in INFLUENCES
            ],
        },
        "because": one.words(8),
        "evidence": [{"record": one.nearest("finding")}, {"record": one.nearest("review")}],
    },
    "feedback": lambda one: {
        "whose": "children",
        "gathered": "Conversations in schools",
        "date": one.day(),
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
        "published": one.day(),
        "judgements": [{"about": one.words(1), "judged": "Requires improvement"}],
        "priority_actions": [{"key": "plans", "text": one.words(2), "form": "recommendation"}],
        "limitations": [one.words(1)],
    },
    "challenge": lambda one: {
        "by": "schools",
        "to": ["social-care"],
        "about": one.words(3),
        "about_records": [one.nearest("finding")],
        "raised": one.day(),
        "asked_for": one.words(2),
        "answered": one.day(20),
        "response": one.words(3),
        "outcome": one.words(2),
    },
    "flag": lambda one: {
        "flag_kind": "strength",
        "says": one.words(7),
        "from_records": [one.nearest("finding")],
        "raised": one.day(),
        "raised_by": "quality-improvement",
        "to": one.agencies(2),
        "partners": ["police"],
        "acknowledged": [{"agency": "police", "date": one.day(3)}],
        "reported_to_executive": one.day(30),
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
