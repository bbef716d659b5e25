import json
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from lif.diagnostics.diagnostic import Diagnostic
from lif.errors import LifError
from lif.output.registry import FORMATS
from lif.privacy.mask import mask_values
from lif.rules.selection import select_diagnostics
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.privacy.gate import refuse_personal_data
from rules.base import BASE, PARTNERSHIP
from support.memory import TODAY, brief, checked
from support.ws import workspace

X = "records/actions/2026-x.yaml"
ACTION = "title: {}\nsharing: partnership\n"
ALLOWED = "allow:\n  - code: {}\n    reason: It is right here\n    by: Business manager\n    until: {}\n"
NUMBER = "999 000 0123"


def all_outputs(files: dict[str, str | bytes]) -> str:
    """Everything that any format writes of these files."""
    found = checked(files)
    return "".join(output_format.render(found, len(files), every=True) for output_format in FORMATS)


def privacy_diagnostics(files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    """What is said of privacy and of exceptions from it; other families look at these bare records too."""
    return select_diagnostics(checked(files), ("LIF6", "LIF9"), ())


def privacy_codes(text: str | bytes, path: str = X) -> list[str]:
    return [
        diagnostic.code.name for diagnostic in checked({**BASE, path: text}) if diagnostic.code.name.startswith("LIF6")
    ]


@pytest.mark.parametrize(
    "text",
    [
        ACTION.format(f"NHS {NUMBER}"),
        ACTION.format("Plain") + f"# NHS {NUMBER}\n",
        ACTION.format("Plain") + f"nhs {NUMBER}: yes\n",
        f"title: [\nNHS {NUMBER}\n",
        f"NHS {NUMBER}\n",
        f"<<<<<<< ours\ntitle: NHS {NUMBER}\n",
        ACTION.format(f"caf\u00e9 NHS {NUMBER}").encode("latin-1"),
        ACTION.format(f"NHS {NUMBER}").encode("utf-16"),
        b"\xef\xbb\xbf" + ACTION.format(f"NHS {NUMBER}").encode(),
        ACTION.format("Plain") + f"due: NHS {NUMBER}\n",
        ACTION.format("Plain") + f"due: a text that is so long that it is cut, NHS {NUMBER}\n",
        ACTION.format("Plain") + "NHS_9990000123: yes\n",
    ],
)
def test_a_number_is_found_wherever_it_stands_and_never_shown(text: str | bytes) -> None:
    assert "LIF601" in privacy_codes(text)
    everything = all_outputs({**BASE, X: text}).replace(" ", "")
    assert "9990000" not in everything
    assert "999000" not in everything


def test_a_find_has_its_place_and_its_field() -> None:
    (diagnostic,) = privacy_diagnostics({**BASE, X: ACTION.format(f"Contact for NHS {NUMBER}")})
    assert (str(diagnostic.location), diagnostic.record, diagnostic.field) == (f"{X}:1:24", "actions/2026-x", "title")


@pytest.mark.parametrize("path", ["records/actions/2026-9990000123.yaml", "records/actions/9990000123 (1).txt"])
def test_the_name_of_a_file_is_searched_and_masked(path: str) -> None:
    assert "LIF601" in privacy_codes(ACTION.format("Plain"), path)
    assert "9990000123" not in all_outputs({**BASE, path: ACTION.format("Plain")})


def test_an_error_elsewhere_does_not_show_the_name_of_a_file() -> None:
    cited = "records/actions/2026-9990000123.yaml"
    text = all_outputs(
        {**BASE, cited: "title: [\n", X: ACTION.format("Plain") + "answers: [actions/2026-9990000123]\n"}
    )
    assert "9990000123" not in text
    assert "[masked]" in text


def test_a_file_with_a_masked_name_can_be_asked_for(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("actions/2026-9990000123", ACTION.format("Plain"))
    ran = ws.lif("check", str(ws.path("actions/2026-9990000123")))
    assert ran.code == 1
    assert "actions/2026-[masked].yaml:1:1: error" in ran.out
    assert "9990000123" not in ran.out


def test_a_short_part_of_a_value_is_masked_in_every_spelling() -> None:
    assert mask_values("a mrs-testerton b MRS  TESTERTON c Testertons", ["Mrs Testerton"]).count("[masked]") == 2


def test_a_record_is_excepted_with_a_reason_until_its_day() -> None:
    text = ACTION.format("Mrs Testerton came")
    assert privacy_codes(text) == ["LIF613"]
    assert privacy_codes(text + ALLOWED.format("LIF613", "2027-01-01")) == []
    assert brief(privacy_diagnostics({**BASE, X: text + ALLOWED.format("LIF613", "2026-01-01")})) == [
        "LIF613 actions/2026-x title",
        "LIF907 actions/2026-x allow[0]",
    ]
    assert brief(privacy_diagnostics({**BASE, X: ACTION.format("Plain") + ALLOWED.format("LIF613", "2027-01-01")})) == [
        "LIF906 actions/2026-x allow[0]"
    ]


def test_a_file_that_cannot_be_read_is_not_excepted() -> None:
    text = ACTION.format("Mrs Testerton came") + ALLOWED.format("LIF613", "2027-01-01")
    assert privacy_codes(f"{text}title: again\n") == ["LIF613"]


SETTING = "settings:\n  severities:\n    - code: {}\n      severity: off\n      because: We want that\n"


def test_a_partnership_cannot_turn_off_what_identifies_one_person() -> None:
    own = {"records/partnership.yaml": PARTNERSHIP + SETTING.format("LIF601"), X: ACTION.format(f"NHS {NUMBER}")}
    assert [diagnostic.code.name for diagnostic in privacy_diagnostics(own)] == ["LIF601", "LIF632"]
    own = {"records/partnership.yaml": PARTNERSHIP + SETTING.format("LIF613"), X: ACTION.format("Mrs Testerton came")}
    assert privacy_diagnostics(own) == ()


def test_an_organisation_whose_name_reads_like_a_persons_is_told_what_helps() -> None:
    path = "records/partnership.yaml"
    text = PARTNERSHIP.replace("agencies:\n", "agencies:\n  - key: hope\n    name: Rebecca Hall\n")
    told = [found for found in checked({path: text}) if found.code.name == "LIF614"]
    assert [("public_names" in found.hint, found.field) for found in told] == [(True, "agencies[0].name")]
    declared = "public_names:\n  - name: Rebecca Hall\n    why: A charity, by its own website\n"
    assert "LIF614" not in {found.code.name for found in checked({path: text + declared})}


@pytest.mark.parametrize(
    "name", ["Hope House", "Rose Cottage", "St Mary's House", "Willow Bank", "Hope Homes Ltd", "Beech Grange"]
)
def test_the_name_of_a_home_is_no_persons(name: str) -> None:
    path = "records/partnership.yaml"
    text = PARTNERSHIP.replace("agencies:\n", f"agencies:\n  - key: home\n    name: {name}\n")
    assert {found.code.name for found in checked({path: text})}.isdisjoint({"LIF613", "LIF614", "LIF617"})


@pytest.mark.parametrize("surname", ["House", "Grange", "Lodge", "Towers"])
def test_a_given_name_before_a_word_for_a_home_is_a_person(surname: str) -> None:
    text = PARTNERSHIP.replace("agencies:\n", f"agencies:\n  - key: home\n    name: Rebecca {surname}\n")
    assert "LIF614" in {found.code.name for found in checked({"records/partnership.yaml": text})}


def test_names_that_the_partnership_declares_may_stand() -> None:
    declared = (
        "pseudonyms:\n  - name: Baby Zara\n    year: 2024\n"
        "public_names:\n  - name: Alex Testerton\n    why: Named on the public page\n"
    )
    text = ACTION.format("Mr Testerton and Dr Alex Testerton on Baby Zara")
    assert privacy_codes(text) == ["LIF613", "LIF613", "LIF614"]
    own = {"records/partnership.yaml": PARTNERSHIP + declared, X: text}
    assert brief(privacy_diagnostics(own)) == ["LIF613 actions/2026-x title"], "the surname is not everybody's"


@pytest.mark.parametrize("text", ["Mrs Foster rang", "Mr Foster, was violent", "the mother, Foster, disclosed"])
def test_a_firm_with_a_title_allows_no_person_of_that_name(text: str) -> None:
    assert privacy_codes(ACTION.format("Dr Foster published figures")) == []
    assert privacy_codes(ACTION.format(text)) != []


def test_an_exception_of_one_value_covers_this_value_and_no_other() -> None:
    text = ACTION.format("The nurse told Callum and Keisha")
    first, second = privacy_diagnostics({**BASE, X: text})
    assert {first.code.name, second.code.name} == {"LIF617"}
    assert f"only: {first.of_value}" in first.hint
    allow = f"allow:\n  - code: LIF617\n    only: {first.of_value}\n    reason: A tool\n    by: Business manager\n"
    (left,) = privacy_diagnostics({**BASE, X: text + allow})
    assert left.of_value == second.of_value
    unused = allow.replace(first.of_value, "0123456789")
    assert "LIF906" in [one.code.name for one in privacy_diagnostics({**BASE, X: text + unused})]


def test_a_first_name_alone_is_not_public_because_a_full_one_is() -> None:
    assert privacy_codes(ACTION.format("Lord Laming on the inquiry into Victoria Climbi\u00e9's death")) == []
    assert privacy_codes(ACTION.format("the child, Victoria, came")) == ["LIF614"]


def test_the_partnerships_own_area_is_no_place_that_points_to_a_child() -> None:
    assert privacy_codes(ACTION.format("a 7-year-old living in Exampleshire")) == []
    assert privacy_codes(ACTION.format("a 7-year-old living in Fictitia")) == ["LIF616"]


def test_a_draft_with_a_number_in_it_is_refused_and_not_shown(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    before = ws.everything()
    ran = ws.lif("set", "2026-supervision", f"title=For NHS {NUMBER}")
    assert ran.code == 1
    assert "LIF601" in ran.err
    assert NUMBER not in ran.out + ran.err
    assert ws.everything() == before


def test_a_draft_may_hold_names_that_are_declared(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("partnership", ws.text("partnership") + "pseudonyms:\n  - name: Baby Zara\n    year: 2024\n")
    assert ws.lif("set", "2026-supervision", "title=What was done for Baby Zara").code == 0


def test_a_report_is_neither_shown_nor_written_with_a_number_in_it(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("partnership", ws.text("partnership").replace("sharing:", f"  for NHS {NUMBER}\nsharing:", 1))
    for more in ((), ("--format", "json"), ("--output", str(tmp_path / "annual.md"))):
        ran = ws.lif("report", "annual", "--year", "2026-27", *more)
        assert ran.code == 1
        assert NUMBER not in ran.out + ran.err
        assert "LIF601" in ran.err
        assert "`title` in records/partnership.yaml:2:" in ran.err
    assert not (tmp_path / "annual.md").exists()


def test_a_document_may_hold_what_its_records_are_excepted_from() -> None:
    text = ACTION.format("Mrs Testerton came")
    allowed = load(Memory({**BASE, X: text + ALLOWED.format("LIF613", "2027-01-01")}))
    assert refuse_personal_data("All of it: Mrs Testerton came", allowed, TODAY) == "All of it: Mrs Testerton came"
    titles = [ACTION.format(f"Mrs Testerton and Mr Fictitious{letter} came") for letter in "abcdefg"]
    several = {f"records/actions/2026-{number}.yaml": title for number, title in enumerate(titles)}
    with pytest.raises(LifError, match=r"`title` in \S+2026-0.yaml:1:8 .*LIF613.*; and \d+ more") as refused:
        refuse_personal_data("\n".join(titles), load(Memory({**BASE, **several})), TODAY)
    assert refused.value.exit_code == 1
    assert "Testerton" not in refused.value.message


def test_warnings_do_not_stop_a_document() -> None:
    assert refuse_personal_data("J.T. was placed with his aunt", load(Memory(BASE)), TODAY) != ""


DETECTOR = "settings:\n  detector: {}\n"


def detected(name: str, text: str) -> list[str]:
    own = {"records/partnership.yaml": PARTNERSHIP + DETECTOR.format(name), X: text}
    return [
        f"{diagnostic.code.name} {diagnostic.message}"
        for diagnostic in select_diagnostics(checked(own), ("LIF62",), ())
    ]


def test_a_detector_is_asked_where_the_partnership_names_it() -> None:
    text = ACTION.format("Zarabelle saw Zarabelle")
    assert detected("example-detector", text) == [
        "LIF621 the detector `example-detector` takes this for `person`",
        "LIF621 the detector `example-detector` takes this for personal data",
    ]
    assert detected("none", text) == []
    assert brief(privacy_diagnostics({**BASE, X: text})) == []


@pytest.mark.parametrize("name", ["no-such-detector", "broken-detector", "odd-detector"])
def test_a_detector_that_cannot_be_used_is_an_error_that_shows_no_text(name: str) -> None:
    (diagnostic,) = detected(name, ACTION.format("Zarabelle"))
    assert diagnostic.startswith("LIF622")
    assert "Zarabelle" not in diagnostic


def test_what_a_detector_finds_can_be_excepted_and_declared() -> None:
    text = ACTION.format("Zarabelle came")
    assert detected("example-detector", text + ALLOWED.format("LIF621", "2027-01-01")) == []
    own = PARTNERSHIP + DETECTOR.format("example-detector") + "public_names:\n  - name: Zarabelle\n    why: Invented\n"
    assert [
        diagnostic.code.name for diagnostic in privacy_diagnostics({"records/partnership.yaml": own, X: text})
    ] == []


def test_json_of_check_holds_no_value(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("actions/2026-y", ACTION.format("x") + f"due: {NUMBER} NHS {NUMBER}\n")
    ran = ws.lif("check", "--format", "json", "--select", "LIF6,LIF2")
    assert {diagnostic["code"] for diagnostic in json.loads(ran.out)["diagnostics"]} >= {"LIF601", "LIF205"}
    assert NUMBER not in ran.out


def _seconds(files: dict[str, str | bytes]) -> float:
    start = time.perf_counter()
    all_outputs(files)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "text",
    [
        ACTION.format("Plain") + "note: " + "Mrs Baker said " * 8_000,
        ACTION.format("Plain") + "note: " + " ".join(f"07700 9{number:05}" for number in range(8_000)),
        ACTION.format("Plain") + "".join(f"field_{number}: a 07700 9{number:05}\n" for number in range(6_000)),
    ],
)
def test_a_file_full_of_finds_takes_a_moment(text: str) -> None:
    assert _seconds({**BASE, X: text}) < 15


def test_values_are_masked_as_long_as_they_are_and_only_as_whole_words() -> None:
    values = ["Baker", "Mrs Baker-Smith", "07700 900123", "\u0130a b"]
    said = mask_values("baker Bakers mrs baker-smith's +07700 900123, 07700900123. \u0130A B", values)
    assert said == "[masked] Bakers [masked]'s +[masked], [masked]. [masked]"


@pytest.mark.parametrize("name", ["2024-mrs-baker", "mrs_baker_07700900123", "dr-baker"])
@pytest.mark.parametrize(
    "text", ["source: reviews/{}\n", "theme: {}\n", "{}: yes\n", "themes: [{}]\n", "answers:\n  - findings/{}#{}\n"]
)
def test_an_id_a_key_or_a_theme_with_a_name_in_it_is_never_quoted(name: str, text: str) -> None:
    said = all_outputs({**BASE, "records/findings/2026-x.yaml": ACTION.format("Plain") + text.replace("{}", name)})
    assert "baker" not in said.lower()
