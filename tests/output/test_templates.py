from dataclasses import dataclass
from pathlib import Path

import pytest

from lif.errors import LifError
from lif.output.templates import folder, render
from support.tree import ROOT


@dataclass(frozen=True)
class Report:
    title: str
    lines: tuple[str, ...] = ()


def _rendered(folder: Path, template: str, report: Report | None = None, **more: str) -> str:
    for name, text in {"one": template, **more}.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return render("one", report or Report("A title"), folder)


def test_a_report_is_rendered_with_its_template_and_ends_in_one_new_line(tmp_path: Path) -> None:
    template = "# {{ title }}\n{% for line in lines %}\n- {{ line }}\n{% endfor %}\n\n\n"
    assert _rendered(tmp_path, template, Report("A *title*", ("one", "[two]"))) == (
        "# A \\*title\\*\n- one\n- \\[two\\]\n"
    )


@pytest.mark.parametrize(
    ("template", "where"),
    [
        ("a\nb {{ titel }}\n", "templates/one.md.j2:2 cannot be used: 'titel' is undefined"),
        ("a\n\n{% for x in lines %}\n", "templates/one.md.j2:3 cannot be used: "),
        ("{{ title.nothing }}", "templates/one.md.j2:1 cannot be used: "),
        ("{{ title|nothing }}", "templates/one.md.j2:1 cannot be used: "),
        ("\n{% include 'two.md.j2' %}", "templates/two.md.j2:2 cannot be used: 'titel' is undefined"),
        ("\n\n{{ title.__class__.__mro__ }}", "templates/one.md.j2:3 cannot be used: "),
        ("\n{{ lines.append(1) }}", "templates/one.md.j2:2 cannot be used: "),
        ("{% include 'three.md.j2' %}", "templates/one.md.j2:1 cannot be used: "),
    ],
)
def test_a_template_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, template: str, where: str) -> None:
    with pytest.raises(LifError) as refused:
        _rendered(tmp_path, template, two="\n{{ titel }}")
    assert refused.value.message.startswith(f"The template {where}")
    assert refused.value.hint == "Correct the template."
    assert refused.value.exit_code == 2


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LifError, match=r"^The template templates/two\.md\.j2 cannot be used"):
        render("two", Report("A title"), tmp_path)


def test_the_text_of_a_record_is_never_taken_for_a_template(tmp_path: Path) -> None:
    said = "{{ title }} {% for x in range(9) %}x{% endfor %} {# c #}"
    escaped = "\\{\\{ title \\}\\} \\{% for x in range(9) %\\}x\\{% endfor %\\} \\{# c #\\}"
    assert _rendered(tmp_path, "- {{ title }}", Report(said)) == f"- {escaped}\n"


def test_labels_of_footnotes_differ_where_ids_do(tmp_path: Path) -> None:
    ids = ("reviews/2019-x#key", "reviews/2019-x-key", "reviews/2019-x")
    said = _rendered(tmp_path, "{% for id in lines %}{{ id|label }} {% endfor %}", Report("", ids))
    assert said.split() == ["reviews-2019-x--key", "reviews-2019-x-key", "reviews-2019-x"]


def test_the_shipped_templates_stand_beside_the_source_or_in_the_wheel() -> None:
    assert folder() in {ROOT / "templates", ROOT / "src" / "lif" / "_data" / "templates"}
