from pathlib import Path

from benchmarks.personal_data import lines_in, measure, sentence
from lif.privacy.scan import scan, scan_path


def test_lines_from_a_file_outside_the_repository_are_measured(tmp_path: Path) -> None:
    held_back = tmp_path / "held-back.csv"
    held_back.write_text(
        "text,kind\nMrs Testerton came,name\nnothing personal here,name\nThe plan was agreed,clean\n", encoding="utf-8"
    )
    measured = measure(scan, scan_path, held_back)
    assert [line.kind for line in lines_in(held_back)] == ["name", "name", "clean"]
    assert sentence(measured).startswith("On 2 planted and 1 innocent lines: found 1 of 2 (recall 50.0%)")
