"""Evidence that changes after people rested on it, and names that change: a fresh workspace under git."""

import pytest

from support.inside import on_the_day
from support.process import Ran
from support.repository import Repo

THEME = "multi-agency-working"
STANDARD = (
    "practice_standards[+].key=in-time",
    "practice_standards[0].text=The handover is written within a week",
    f"practice_standards[0].themes={THEME}",
)
FIRST = """\
title: Handovers between teams, 2025
sharing: partnership
audit_kind: multi-agency-practice
selection: random
themes: [multi-agency-working]
life:
  reported: 2025-03-05
results:
  - key: in-time
    met: 4
    of: 14
"""
AGAIN = """\
title: Handovers between teams, again
sharing: partnership
audit_kind: multi-agency-practice
selection: random
reaudit_of: audits/2025-handovers
themes: [multi-agency-working]
took_part:
  - agency: police
life:
  reported: 2026-03-05
results:
  - key: in-time
    met: 9
    of: 14
"""
FINDING = """\
title: Handovers are late
sharing: partnership
source: audits/2026-handovers
theme: multi-agency-working
direction: needs-to-improve
agencies: [police]
met: 9
of: 14
"""
DECIDED = (
    "new", "decision", "--no-input", "--title", "Every team writes the one page",
    "--set", "sharing=partnership", "--set", "group=learning", "--set", "date=2026-04-16",
    "--set", "says=Every team writes the one page", "--set", f"theme={THEME}", "--set", "to=police",
    "--set", "evidence[+].record=audits/2026-handovers", "--set", "evidence[+].record=findings/2026-handovers-are-late",
)  # fmt: skip
DECISION = "decisions/2026-every-team-writes-one-page"
AUDIT = "records/audits/2026-handovers.yaml"


def lif(repo: Repo, *words: str) -> Ran:
    return on_the_day(repo.root, *words)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    repo = Repo.begun(tmp_path_factory.mktemp("fresh") / "westmarch")
    ran = lif(
        repo, "init", ".", "--no-input", "--name", "Westmarch Safeguarding Children Partnership",
        "--partner", "police=Westmarch Police", "--partner", "council=Westmarch Council",
        "--group", "learning=Learning Group",
        "--by", "The business unit", "--readers", "restricted", "--who", "Members of the groups",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert lif(repo, "set", "partnership", *STANDARD).code == 0
    repo.write(
        {
            "records/audits/2025-handovers.yaml": FIRST,
            AUDIT: AGAIN,
            "records/findings/2026-handovers-are-late.yaml": FINDING,
        }
    )
    assert lif(repo, *DECIDED).code == 0
    repo.commit()
    return repo


@pytest.fixture
def repo(begun: Repo) -> Repo:
    """The workspace as it was committed."""
    begun.git("reset", "--quiet", "--hard")
    begun.git("clean", "--quiet", "-fd")
    return begun


def altered(repo: Repo, path: str, old: str, new: str) -> None:
    text = (repo.root / path).read_text(encoding="utf-8")
    assert old in text
    repo.write({path: text.replace(old, new)})


def test_a_decision_written_by_lif_new_keeps_what_was_seen(repo: Repo) -> None:
    text = (repo.root / f"records/{DECISION}.yaml").read_text(encoding="utf-8")
    assert text.count("    seen: ") == 2
    assert "LIF551" not in lif(repo, "check", "--all").out


def test_a_reported_figure_that_is_altered_is_told_with_what_flips_and_who_rests_on_it(repo: Repo) -> None:
    altered(repo, AUDIT, "met: 9", "met: 13")
    for words in (("diff",), ("diff", "--format", "markdown")):
        said = " ".join(lif(repo, *words).out.replace("\\", "").split())
        assert "in-time is now 13 of 14 (was 9 of 14)" in said
        assert "LIF812" in said
        assert f"2 records cite it or its findings: {DECISION}, findings/2026-handovers-are-late" in said
        assert "clear improvement (was no clear change: may be chance)" in said
    checked = lif(repo, "check", "--all").out
    assert f"{DECISION}.yaml" in checked
    assert "audits/2026-handovers has changed since it was cited here" in checked
    accepted = lif(repo, "accept", DECISION, "--by", "Chair", "--because", "The count was mended")
    assert accepted.code == 0, accepted.err
    assert "LIF551" not in lif(repo, "check", "--all").out


def test_a_cited_finding_that_turns_round_is_told_and_suspected(repo: Repo) -> None:
    altered(repo, "records/findings/2026-handovers-are-late.yaml", "needs-to-improve", "working-well")
    said = " ".join(lif(repo, "diff", "--format", "markdown").out.replace("\\", "").split())
    assert f"was needs to improve, and is now working well; 1 record cites it: {DECISION}" in said
    assert "LIF813" in said
    assert "LIF551" in lif(repo, "check", "--all").out


@pytest.mark.parametrize("way", ["by lif move", "by hand"])
def test_a_renaming_changes_nothing_and_raises_no_suspicion(repo: Repo, way: str) -> None:
    if way == "by lif move":
        for old, new in (
            ("partnership#police", "constabulary"),
            (f"partnership#{THEME}", "working-together-well"),
            ("partnership#learning", "learning-group"),
        ):
            assert lif(repo, "move", old, new).code == 0
    else:
        for path in sorted((repo.root / "records").rglob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            for old, new in (
                (": police", ": constabulary"),
                ("[police]", "[constabulary]"),
                ("- police\n", "- constabulary\n"),
            ):
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
    said = lif(repo, "diff")
    assert said.code == 0
    assert "agencies: police renamed constabulary" in said.out
    assert "1 record changed · " in said.out
    assert "LIF8" not in said.out
    assert "Evidence" not in said.out
    assert "LIF551" not in lif(repo, "check", "--all").out
    repo.git("add", "--all")
    assert "LIF8" not in lif(repo, "check", "--staged", "--all").out


def test_a_moved_record_is_the_same_and_text_that_names_it_is_pointed_out(repo: Repo) -> None:
    assert lif(repo, "set", DECISION, "notes=Read audits/2026-handovers first").code == 0
    ran = lif(repo, "move", "audits/2026-handovers", "2026-handovers-again")
    assert f"records/{DECISION}.yaml:" in ran.out
    assert "Text still names audits/2026-handovers" in ran.out
    assert "1 record moved" in lif(repo, "diff").out
    assert "LIF551" not in lif(repo, "check", "--all").out
