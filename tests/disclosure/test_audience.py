from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any
from zipfile import ZipFile

import pytest

from lif.analysis.lines.lineage import records_naming_theme, trace
from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.theme_summary import summarise_theme
from lif.diagnostics.location import FieldPath
from lif.disclosure.audience import for_audience, is_open
from lif.model.parts.part import Part, fields_of
from lif.model.parts.shape import shape_of
from lif.model.record import Record
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.model.snapshot import Snapshot
from lif.output.documents.registry import make_document
from lif.output.plain_json import as_json
from lif.output.text.line_of_sight import line_of_sight_text
from lif.output.text.record import record_text
from lif.output.text.theme import theme_text
from lif.output.text.theme_summary import theme_summary_text
from lif.reports.builders.briefing import SEVEN_MINUTE
from lif.reports.registry import BRIEFINGS, REPORTS
from lif.reports.request import Request
from lif.store.load.load import load
from lif.store.load.source import Memory
from support.asking import built
from support.canaries import NARROW, TODAY, closed_to, every_request, one_of_each, planted, seen_by, whole
from support.inside import on_the_day
from support.process import DAY
from support.story import action, decision, files, finding, review, snapshot_of
from support.tree import nothing
from support.ws import Workspace


def _everything(snapshot: Snapshot, audience: Sharing) -> Iterator[str]:
    """Whatever reading commands can say of a snapshot, as text and as JSON."""
    for entry in snapshot.entries.values():
        yield record_text(snapshot, entry)
        yield as_json(
            record=entry, cited_by=sorted({record_id.id for record_id, _ in snapshot.cited_by.get(entry.id, ())})
        )
        yield from _thread(snapshot, (entry.id,), entry.id)
    for theme in snapshot.registers["theme"]:
        reading = read_theme(snapshot, theme, TODAY)
        yield theme_text(snapshot, reading, "not recorded")
        yield as_json(theme=reading)
        picture = summarise_theme(snapshot, theme, TODAY)
        yield theme_summary_text(snapshot, picture, "not recorded", numbers=True)
        yield as_json(figures=picture.figures, standards=picture.standards, done=picture.done, claims=picture.claims)
        yield from _thread(snapshot, records_naming_theme(snapshot, theme), theme)
    for report, request in every_request(snapshot, audience):
        said = built(report.build, whole(), request, audience)
        yield as_json(report=said)
    kinds = SEVEN_MINUTE.kinds
    subjects = [subject.id for subject in snapshot.entries.values() if subject.kind.name in kinds]
    for about in (*subjects, *snapshot.registers["theme"]):
        yield as_json(briefing=built(SEVEN_MINUTE.build, whole(), Request(TODAY, about=about), audience))


def _thread(snapshot: Snapshot, start: tuple[str, ...], about: str) -> Iterator[str]:
    thread = trace(snapshot, start, TODAY)
    yield line_of_sight_text(thread, "not recorded", about)
    yield as_json(thread=thread)


@pytest.mark.parametrize("audience", NARROW)
def test_no_word_of_a_field_that_is_not_open_comes_out_anywhere(audience: Sharing) -> None:
    said = "\n".join(_everything(seen_by(audience), audience))
    closed = [canary for canary in planted()[1] if not canary.reach.may_reach(audience)]
    assert len(closed) > 50
    nothing(canary.where for canary in closed if canary.word in said)


def test_every_word_that_is_open_to_the_public_can_be_read_by_it_somewhere() -> None:
    said = "\n".join(_everything(seen_by(PUBLIC), PUBLIC))
    nothing(canary.where for canary in planted()[1] if canary.reach is PUBLIC and canary.word not in said)


@pytest.mark.parametrize("audience", NARROW)
def test_not_even_the_name_of_a_withheld_record_comes_out(audience: Sharing) -> None:
    snapshot = seen_by(audience)
    withheld = set(seen_by(RESTRICTED).entries) - set(snapshot.entries)
    assert withheld
    said = "\n".join(_everything(snapshot, audience))
    nothing(word for word in withheld if word in said)


@pytest.mark.parametrize("audience", NARROW)
def test_nothing_that_is_not_open_is_left_in_the_records_themselves(audience: Sharing) -> None:
    nothing(
        f"{entry.id} {at}"
        for entry in seen_by(audience).entries.values()
        for at in _filled(entry.record, ())
        if not is_open(type(entry.record), at, audience)
    )


def _filled(part: Part, at: FieldPath) -> Iterator[FieldPath]:
    for name, field in shape_of(type(part)).items():
        value = getattr(part, name)
        if value == fields_of(type(part))[name].default:
            continue
        yield (*at, name)
        for item in value if field.is_list else (value,):
            if field.part:
                yield from _filled(item, (*at, name))


@pytest.mark.parametrize("audience", NARROW)
def test_no_word_that_is_not_open_stands_in_a_document_of_any_format(audience: Sharing) -> None:
    closed = closed_to(audience)
    documents = list(one_of_each(audience))
    assert {document.name for document in documents} == {
        document.name for document in (*REPORTS, *BRIEFINGS) if document.reaches.may_reach(audience)
    }
    leaked = []
    for document in documents:
        for form in ("md", "html", "docx"):
            inside = _opened_up(make_document(document.text, document.said, TODAY, form, PurePath("a")))
            assert "canary" in inside, f"{document.name} {form}"
            leaked += [f"{document.name} {form}: {where}" for word, where in closed.items() if word in inside]
    nothing(leaked)


def _opened_up(document: str | bytes) -> str:
    """The text of a document; of a Word document every part of the archive."""
    if isinstance(document, str):
        return document
    if not document.startswith(b"PK"):
        return document.decode()
    with ZipFile(BytesIO(document)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_the_restricted_audience_sees_the_very_same_records() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review(sharing="restricted")})
    assert for_audience(snapshot, RESTRICTED) == (snapshot, 0)


def test_withheld_records_are_counted() -> None:
    story = {
        "reviews/2026-a": review(sharing="restricted"),
        "reviews/2026-b": review(sharing="partnership"),
        "reviews/2026-c": review(),
    }
    assert {audience: for_audience(snapshot_of(story), audience)[1] for audience in Sharing} == {
        PUBLIC: 2,
        PARTNERSHIP: 1,
        RESTRICTED: 0,
    }


def test_a_record_whose_kind_is_not_for_the_public_is_withheld_whatever_it_says_of_itself() -> None:
    flag = {"title": "A flag", "sharing": "public", "flag_kind": "risk"}
    snapshot = snapshot_of({"flags/2026-a": flag})
    assert "flags/2026-a" not in for_audience(snapshot, PUBLIC)[0].entries
    assert "flags/2026-a" in for_audience(snapshot, PARTNERSHIP)[0].entries


def _opened(story: dict[str, dict[str, Any]], record_id: str, audience: Sharing = PUBLIC) -> Record:
    return for_audience(snapshot_of(story), audience)[0].entries[record_id].record


def test_a_draft_is_not_for_the_public_nor_is_a_finding_that_rests_on_one() -> None:
    story = {
        "reviews/2026-draft": review(draft=True),
        "findings/2026-a": finding("reviews/2026-draft"),
        "reviews/2026-done": review(draft=False),
    }
    assert {audience: for_audience(snapshot_of(story), audience)[1] for audience in Sharing} == {
        PUBLIC: 2,
        PARTNERSHIP: 0,
        RESTRICTED: 0,
    }
    assert set(for_audience(snapshot_of(story), PUBLIC)[0].entries) == {"partnership", "reviews/2026-done"}


def test_a_set_of_fields_whose_heart_is_not_open_goes_as_a_whole() -> None:
    story = {
        "reviews/2026-a": review(
            definition={"abuse_or_neglect": "yes", "died_or_seriously_harmed": "no"},
            not_taking_part=[{"agency": "police"}],
            took_part=[{"agency": "council", "how": "A place on the panel"}],
        )
    }
    seen: Any = _opened(story, "reviews/2026-a")
    assert seen.definition is None
    assert seen.not_taking_part == ()
    assert [(agency.agency, agency.how) for agency in seen.took_part] == [("council", None)]
    assert seen.life.published is not None


def test_a_set_of_fields_in_which_nothing_is_open_leaves_no_empty_place() -> None:
    story = {
        "reviews/2026-a": review(None, life={"aware": "2026-01-01"}),
        "decisions/2026-a": decision(
            evidence=[{"note": "What it shows"}, {"unnamed": "Other reviews", "note": "More"}]
        ),
    }
    seen: Any = _opened(story, "reviews/2026-a")
    assert seen.life.aware is None
    decided: Any = _opened(story, "decisions/2026-a")
    assert [(source.unnamed, source.note) for source in decided.evidence] == [("Other reviews", None)]


def test_what_cites_a_withheld_record_does_not_name_it() -> None:
    story = {
        "reviews/2026-secret": review(sharing="restricted"),
        "reviews/2026-a": review(part_of="reviews/2026-secret", same_evidence_as=["reviews/2026-secret"]),
        "findings/2026-a": finding("reviews/2026-a", derived_from="findings/2026-secret"),
        "findings/2026-secret": finding("reviews/2026-secret", sharing="restricted"),
        "actions/2026-a": action("reviews/2026-a#open", "findings/2026-secret"),
        "decisions/2026-a": decision(evidence=[{"record": "reviews/2026-secret"}, {"unnamed": "Other reviews"}]),
    }
    story["reviews/2026-a"]["recommendations"] = [
        {"key": "open", "text": "Do this", "form": "recommendation", "findings": ["findings/2026-secret"]}
    ]
    snapshot = for_audience(snapshot_of(story), PUBLIC)[0]
    assert set(snapshot.entries) == {
        "partnership",
        "reviews/2026-a",
        "findings/2026-a",
        "actions/2026-a",
        "decisions/2026-a",
    }
    assert "secret" not in as_json(records=list(snapshot.entries.values()))
    cited = {citation.target for entry in snapshot.entries.values() for citation in entry.citations}
    assert {citation for citation in cited if "/" in citation} == {"reviews/2026-a", "reviews/2026-a#open"}
    seen: Any = snapshot.entries["actions/2026-a"].record
    assert seen.answers == ("reviews/2026-a#open",)


def test_a_finding_whose_source_is_withheld_is_withheld_with_all_that_hangs_on_it() -> None:
    story = {
        "reviews/2026-secret": review(sharing="restricted"),
        "findings/2026-a": finding("reviews/2026-secret"),
        "actions/2026-a": action("findings/2026-a"),
    }
    snapshot, withheld = for_audience(snapshot_of(story), PUBLIC)
    assert set(snapshot.entries) == {"partnership", "actions/2026-a"}
    assert withheld == 2
    seen: Any = snapshot.entries["actions/2026-a"].record
    assert seen.answers == ()


def test_what_a_withheld_record_took_the_place_of_is_withheld_too_and_never_read_as_current() -> None:
    story = {
        "reviews/2026-a": review(),
        "findings/2026-a": finding("reviews/2026-a", superseded_by="findings/2026-b"),
        "findings/2026-b": finding("reviews/2026-a", sharing="restricted"),
        "findings/2026-c": finding("reviews/2026-a", superseded_by="findings/2026-d"),
        "findings/2026-d": finding("reviews/2026-a"),
        "decisions/2026-a": decision(theme="early-help", disposition="change"),
        "decisions/2026-b": decision(
            theme="early-help", disposition="create", supersedes="decisions/2026-a", sharing="partnership"
        ),
    }
    snapshot = for_audience(snapshot_of(story), PUBLIC)[0]
    assert set(snapshot.entries) == {"partnership", "reviews/2026-a", "findings/2026-c", "findings/2026-d"}


def test_a_record_that_cannot_be_read_is_not_named_to_others_since_nobody_knows_how_far_it_may_travel() -> None:
    story = {"reviews/2026-broken": {"title": "It has no kind", "sharing": "restricted"}, "reviews/2026-a": review()}
    snapshot = snapshot_of(story, may_be_broken=True)
    assert set(snapshot.broken) == {"reviews/2026-broken"}
    assert for_audience(snapshot, PUBLIC)[0].broken == {}
    assert set(for_audience(snapshot, RESTRICTED)[0].broken) == {"reviews/2026-broken"}


def test_a_place_that_leads_nowhere_is_not_open() -> None:
    assert not is_open(Record, ("nothing",), PUBLIC)
    assert not is_open(Record, ("title", "further"), PUBLIC)
    assert is_open(Record, ("sources", 0, "title"), PUBLIC)
    assert not is_open(Record, ("sources", 0, "note"), PUBLIC)
    assert is_open(Record, ("sources", 0, "note"), PARTNERSHIP)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, data in planted()[0].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("audience", NARROW)
def test_the_command_line_keeps_the_same_silence(workspace: Path, audience: Sharing) -> None:
    closed = {canary.word: canary.where for canary in planted()[1] if not canary.reach.may_reach(audience)}
    withheld = set(seen_by(RESTRICTED).entries) - set(seen_by(audience).entries)
    leaked = []
    for question in (
        "list finding", "list review", "triangulate", "report annual --year 2025-26", "trace child-voice",
        "report executive --period 2026-04/2026-09", "report qig", "report agency social-care",
        "show 2024-child-voice", "show partnership", "show no-such-record", "show hawthorn", "list",
        "triangulate --numbers --since 2025-04-01 --until 2026-03-31", "decide 2025-hawthorn-rapid", "principles",
    ):  # fmt: skip
        for form in ("text", "json"):
            asked = (*question.split(), "--audience", audience.value, "--format", form)
            ran = Workspace(workspace).lif(*asked, "--today", DAY)
            said = ran.out + ran.err
            assert ran.code in {0, 1, 2}, f"{question} {form}: {said}"
            leaked += [f"{question} {form}: {where}" for word, where in closed.items() if word in said]
            leaked += [f"{question} {form}: {record_id}" for record_id in withheld if record_id in said]
    nothing(leaked)


def test_the_yearly_report_is_for_the_public_unless_another_audience_is_named(workspace: Path) -> None:
    said = on_the_day(workspace, "report", "annual", "--year", "2025-26")
    assert said == on_the_day(workspace, "report", "annual", "--year", "2025-26", "--audience", "public")
    wider = on_the_day(workspace, "report", "annual", "--year", "2025-26", "--audience", "restricted")
    assert "audience: public" in said.out
    assert "audience: restricted" in wider.out
    assert "are left out" in said.err
    assert wider.err == ""


def test_the_files_of_a_story_are_read_as_they_are_written() -> None:
    assert (
        load(Memory(files({"reviews/2026-a": review()}))).snapshot.entries["reviews/2026-a"].record.title == "A review"
    )
