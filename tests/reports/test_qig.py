from datetime import date
from typing import Any

from lif.model.fingerprint import fingerprint
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, RESTRICTED
from lif.output.templates.render import render
from lif.reports.builders.qig import QIG, MeetingPack
from lif.reports.request import Request
from support.asking import built, seen
from support.story import action, audit, decision, evaluation, feedback, finding, partnership, review, snapshot_of

TODAY = date(2026, 10, 1)
Records = dict[str, dict[str, Any]]


def _pack(records: Records, **more: Any) -> MeetingPack:
    said = built(QIG.build, snapshot_of(records), Request(TODAY, **more), PARTNERSHIP)
    assert isinstance(said, MeetingPack)
    return said


def _decided(disposition: str, when: str, **more: Any) -> dict[str, Any]:
    return decision(theme="early-help", disposition=disposition, date=when, because="It is so", **more)


AUDITED: Records = {
    "audits/2026-a": audit("2026-04-16"),
    "findings/2026-a": finding("audits/2026-a", "gap"),
    "feedback/2026-a": feedback("children"),
    "findings/2026-b": finding("feedback/2026-a", "gap"),
}


def test_a_theme_without_a_decision_is_proposed_with_who_says_what_and_who_was_not_heard() -> None:
    (theme,) = _pack(AUDITED).decide
    assert (theme.theme, theme.proposal, theme.because) == (
        "Early Help", "create", "evidence points to a gap; 2 kinds of evidence, the newest 4 months old",
    )  # fmt: skip
    assert [(line.text, line.records) for line in theme.says] == [
        ("multi-agency audits: a gap (newest 2026-04-16)", ("findings/2026-a",)),
        ("children and families: a gap (newest 2026-05-20)", ("findings/2026-b",)),
    ]
    assert "practitioners" in theme.not_heard
    assert "children and families" not in theme.not_heard
    assert theme.decided.records == ()


def test_a_proposal_on_old_evidence_says_that_it_is_old() -> None:
    (theme,) = _pack({"reviews/2018-a": review("2018-07-01"), "findings/2018-a": finding("reviews/2018-a")}).decide
    assert theme.because.endswith("; 1 kind of evidence, the newest 99 months old, which is old (beyond 24 months)")
    undated = {"reviews/2018-a": review(None), "findings/2018-a": finding("reviews/2018-a")}
    (theme,) = _pack(undated).decide
    assert theme.because.endswith("; 1 kind of evidence, none of it dated")


def test_a_decision_on_the_theme_that_disposes_of_nothing_is_noted_and_the_theme_waits() -> None:
    noted = decision(theme="early-help", says="Ask the council", date="2026-06-01")
    pack = _pack({**AUDITED, "decisions/2026-a": noted})
    (theme,) = pack.decide
    assert (theme.noted.text, theme.noted.when, theme.decided.records) == ("Ask the council", "2026-06-01", ())
    assert "Decided on this theme already (2026-06-01): Ask the council" in render("qig", pack)


def test_a_decision_stands_until_newer_evidence_proposes_something_else() -> None:
    assert _pack({**AUDITED, "decisions/2026-a": _decided("create", "2026-01-01")}).decide == ()
    assert _pack({**AUDITED, "decisions/2026-a": _decided("stabilise", "2026-09-01")}).decide == ()
    (turned,) = _pack({**AUDITED, "decisions/2026-a": _decided("stabilise", "2026-01-01")}).decide
    assert (turned.decided.text, turned.decided.when) == ("stabilise, because It is so", "2026-01-01")
    (early,) = _pack({**AUDITED, "decisions/2026-a": _decided("create", "2026-12-01")}).decide
    assert early.decided.records == ()


def test_what_cannot_be_proposed_is_to_be_talked_about() -> None:
    said = _pack({"audits/2026-a": audit(), "findings/2026-a": finding("audits/2026-a", "working-well")})
    assert said.decide == ()
    assert [(theme.theme, theme.proposal) for theme in said.discuss] == [("Early Help", "discuss")]


def test_new_is_what_came_after_the_newest_decision_or_in_the_period_asked_for() -> None:
    records = {
        **AUDITED,
        "decisions/2026-a": _decided("create", "2026-05-01", title="What we decided"),
        "findings/2026-c": finding("audits/2026-a", "working-well", "supervision", date="2026-06-01", says="It works"),
        "findings/2026-d": finding("audits/2026-a", "gap", date="2026-06-02", superseded_by="findings/2026-b"),
        "evaluations/2026-a": evaluation(date="2026-06-03", claim="They say so"),
    }
    said = _pack(records)
    assert (said.since, said.last_decided.text) == ("2 May 2026 to 1 October 2026", "What we decided")
    assert [line.text for line in said.strengths] == ["It works"]
    assert [line.text for line in said.concerns] == ["A finding (gap)"]
    assert [line.text for line in said.evaluated] == [
        (
            "They say so (in practice; level 3 of 4; no change shown: it lacks a baseline, a follow-up, "
            "a target set beforehand, a collector other than the owner of the action)"
        )
    ]
    spring = _pack(records, period=Period(date(2026, 4, 1), date(2026, 4, 30), "April"))
    assert (spring.since, spring.last_decided.records, spring.strengths) == ("1 April 2026 to 30 April 2026", (), ())
    assert [line.records for line in spring.concerns] == [("findings/2026-a",)]
    never = _pack(AUDITED)
    assert (never.since, never.concerns, never.evaluated) == ("", (), ())
    assert _pack({**AUDITED, "decisions/2026-a": _decided("create", "2026-10-01")}).since == ""


def test_what_waits_is_listed_until_it_is_done_or_closed() -> None:
    said = _pack(
        {
            "actions/2026-late": action(due="2026-03-01", agreed="2026-01-01"),
            "actions/2026-heard": action(due="2026-09-01", progress=[{"date": "2026-09-20", "said": "Nearly"}]),
            "actions/2026-silent": action(due="2026-09-01"),
            "challenges/2026-a": {"title": "Open", "sharing": "partnership", "by_group": "qig", "raised": "2026"},
            "challenges/2026-b": {"title": "Over", "sharing": "partnership", "closed": "2026-05-01"},
            "challenges/2026-c": {
                "title": "Answered", "sharing": "partnership", "to": ["police"], "answered": "2026-05-01"
            },
            "challenges/2026-d": {
                "title": "Worked", "sharing": "partnership", "to": ["police"], "answered": "2026-05-01",
                "outcome": "More",
            },
            "flags/2026-a": {"title": "F", "sharing": "partnership", "flag_kind": "risk", "raised": "2026-09-30"},
            "flags/2026-b": {"title": "F", "sharing": "partnership", "flag_kind": "risk", "answered": "2026-09-30"},
        }
    )  # fmt: skip
    assert [line.text for line in said.stalled] == [
        "An action: due 2026-03-01, last heard of 2026-01-01",
        "An action: due 2026-09-01, how far it came: not recorded",
    ]
    assert [line.records[0] for line in said.overdue] == [
        "actions/2026-late",
        "actions/2026-heard",
        "actions/2026-silent",
    ]
    assert [line.text for line in said.challenges] == [
        "Open: Quality Improvement Group to not recorded",
        "Answered: raised by: not recorded; to The police; answered",
        "Worked: raised by: not recorded; to The police; what changed: More",
    ]
    assert [line.records for line in said.flags] == [("flags/2026-a",)]


def test_evidence_that_changed_since_it_was_cited_is_judged_by_all_that_is_recorded() -> None:
    cited = finding("audits/2026-a", "gap", says="As it was", serious_risk=True)
    whole = snapshot_of({"audits/2026-a": audit(), "findings/2026-a": cited})
    known = fingerprint(whole.entries["findings/2026-a"].record)
    evidence = [{"record": "findings/2026-a", "seen": known}]
    records = {"audits/2026-a": audit(), "decisions/2026-a": decision(title="Ours", evidence=evidence)}
    assert _pack({**records, "findings/2026-a": cited}).again == ()
    changed = {**records, "findings/2026-a": {**cited, "says": "As it is"}}
    (again,) = _pack(changed).again
    assert again.text == "Ours: what it rests on has changed since: A finding (lif accept decisions/2026-a)"
    assert again.records == ("decisions/2026-a", "findings/2026-a")
    everything = snapshot_of({**records, "findings/2026-a": {**cited, "notes": "For us"}})
    assert not seen(everything, TODAY, PARTNERSHIP).is_whole("findings/2026-a")
    for audience in (RESTRICTED, PARTNERSHIP):
        assert built(QIG.build, everything, Request(TODAY), audience).again == ()
    secret = snapshot_of({**changed, "findings/2026-a": {**changed["findings/2026-a"], "sharing": "restricted"}})
    assert built(QIG.build, secret, Request(TODAY), PARTNERSHIP).again == ()


def test_nothing_is_late_only_because_what_was_done_is_not_for_these_readers() -> None:
    records = {
        "audits/2025-a": audit("2025-01-01", life={"reported": "2025-01-01", "reaudit_due": "2026-01"}),
        "audits/2026-b": audit("2026-01-05", reaudit_of="audits/2025-a", sharing="restricted"),
    }
    whole = snapshot_of(records)
    assert built(QIG.build, whole, Request(TODAY), PARTNERSHIP).overdue == ()
    without = {**records, "audits/2026-b": audit("2026-01-05", sharing="restricted")}
    assert built(QIG.build, snapshot_of(without), Request(TODAY), PARTNERSHIP).overdue == ()
    assert len(built(QIG.build, snapshot_of(without), Request(TODAY)).overdue) == 1


def test_without_a_partnership_of_its_own_nothing_is_asked_of_anybody() -> None:
    compiled = {"by": "Others", "own": False, "basis": "public pages", "complete": "No"}
    records = {
        "partnership": partnership(compiled=compiled),
        "actions/2026-late": action(due="2026-03-01"),
        "reviews/2026-a": review(None),
    }
    said = _pack(records)
    assert (said.overdue, said.stalled, said.reviews) == ((), (), ())
