"""The one partnership record of a made-up workspace: agencies, groups, themes and scales that its records name."""

from typing import Any

from benchmarks.kinds import GRADES, STANDARDS
from benchmarks.story import AGENCIES, NEEDS, PRACTICE, SYSTEM

GROUPS = ("quality-improvement", "practice-review", "executive")
PARTNERS = AGENCIES[:3]
"""The safeguarding partners; the others are relevant agencies."""


def partnership() -> dict[str, Any]:
    """The record, filled in as its rules ask."""
    axes = {"practice": PRACTICE, "system": SYSTEM, "need": NEEDS}
    return {
        "title": "A made-up partnership for measuring",
        "sharing": "public",
        "compiled": {"by": "A generator", "own": "yes", "basis": "Nothing", "complete": "Made up"},
        "readers": {"level": "restricted", "who": "Whoever measures"},
        "names": [{"name": "A made-up partnership", "body": "safeguarding-children-partnership"}],
        "agencies": [_agency(key) for key in AGENCIES],
        "groups": [_group(key) for key in GROUPS],
        "priorities": [{"key": "hear-children", "name": "Hear children", "themes": ["child-voice"]}],
        "themes": [{"key": key, "label": _label(key), "axis": axis} for axis, keys in axes.items() for key in keys],
        "scales": [
            {
                "key": "four-grades",
                "name": "Four grades",
                "grades": [{"key": key, "label": _label(key)} for key in GRADES],
            }
        ],
        "practice_standards": [
            {"key": f"plan-{key}", "text": f"The plan speaks of {_label(key).lower()}", "themes": [key]}
            for keys in axes.values()
            for key in keys
        ],
        "standards_sets": [
            {
                "key": "section-11",
                "name": "Section 11",
                "scale": "four-grades",
                "standards": [{"key": key, "text": f"The standard on {_label(key).lower()}"} for key in STANDARDS],
            }
        ],
        "cycles": [{"key": f"{first}-{(first + 1) % 100:02d}"} for first in range(2011, 2023)],
    }


def _label(key: str) -> str:
    return key.replace("-", " ").capitalize()


def _agency(key: str) -> dict[str, Any]:
    role = "safeguarding-partner" if key in PARTNERS else "relevant-agency"
    return {"key": key, "name": _label(key), "roles": [{"role": role, "since": "2010-04"}]}


def _group(key: str) -> dict[str, Any]:
    members = [{"agency": agency, "role": "head of service"} for agency in PARTNERS]
    return {"key": key, "name": _label(key), "terms": "Looks at what was made up", "members": members}
