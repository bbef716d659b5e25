import json
import shutil
from pathlib import Path

import pytest

from support.inside import on_the_day
from support.tree import ROOT

FINDING = "findings/2023-information-late"
NAMED = "title: Ring Mrs Notareal on 07700 900123"
ASKED = (
    "list finding",
    f"show {FINDING}",
    "show reviews/2023-missing-from-learning",
    "trace information-sharing",
    "triangulate --theme information-sharing",
    "due --all",
    "principles",
    "decide 2025-hawthorn-rapid",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "templates" / "example" / "records", tmp_path / "records")
    path = tmp_path / "records" / f"{FINDING}.yaml"
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    assert first.startswith("title: ")
    path.write_text(f"{NAMED}\n{rest}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_record_that_names_somebody_is_shown_to_nobody(folder: Path, asked: str, form: str) -> None:
    ran = on_the_day(folder, *asked.split(), "--format", form)
    assert ran.code == (1 if FINDING in asked else 0)
    assert "lif: 1 record holds personal data and cannot be shown; lif check --select LIF6 says where.\n" in ran.err
    assert "Notareal" not in ran.out + ran.err
    assert "900123" not in ran.out + ran.err


def test_a_record_that_cites_it_is_not_called_wrong_for_that(folder: Path) -> None:
    found = json.loads(on_the_day(folder, "check", "--format", "json").out)["diagnostics"]
    assert {diagnostic["code"] for diagnostic in found if diagnostic["severity"] == "error"} == {"LIF606", "LIF613"}


def test_an_exception_with_a_reason_lets_it_be_shown(folder: Path) -> None:
    path = folder / "records" / f"{FINDING}.yaml"
    text = path.read_text(encoding="utf-8")
    codes = ("LIF606", "LIF613")
    allowed = "".join(f"  - code: {code}\n    reason: Invented, for a test\n    by: The group\n" for code in codes)
    path.write_text(f"{text}allow:\n{allowed}", encoding="utf-8")
    ran = on_the_day(folder, "show", FINDING)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_taking_it_out_does_not_say_it_once_more(folder: Path, form: str) -> None:
    ran = on_the_day(folder, "set", FINDING, "title=Information came late", "--format", form)
    assert ran.code == 0
    assert "[masked]" in ran.out
    assert "Notareal" not in ran.out + ran.err
    assert "900123" not in ran.out + ran.err
