from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from lif.errors import LifError
from lif.output.templates.child import answer_job
from lif.output.templates.render import check, render
from lif.output.templates.template_files import TemplateFolders, shipped_folder
from lif.reports.registry import DOCUMENTS
from lif.reports.template_sample import sample_values
from support.tree import ROOT

HOSTILE = sorted((Path(__file__).parent / "hostile_templates").glob("*.j2"))
RENDERS = {"053-crlf", "057-html-out"}
"""Those that do no harm: they show what they say."""


@dataclass(frozen=True)
class Report:
    title: str
    lines: tuple[str, ...] = ()


def _shelf(folder: Path, **templates: str) -> TemplateFolders:
    for name, text in templates.items():
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return TemplateFolders(folder)


def _rendered(folder: Path, template: str, report: Report | None = None, **more: str) -> str:
    return render("one", report or Report("A title"), _shelf(folder, one=template, **more))


def test_a_report_is_rendered_with_its_template_and_ends_in_one_new_line(tmp_path: Path) -> None:
    template = "# {{ title }}\n{% for line in lines %}\n- {{ line }}\n{% endfor %}\n\n\n"
    assert _rendered(tmp_path, template, Report("A *title*", ("one", "[two]"))) == (
        "# A \\*title\\*\n- one\n- \\[two\\]\n"
    )


WRONG = [
    ("a\nb {{ titel }}\n", 2, "the report has nothing called `titel` here"),
    ("a\n\n{% for x in lines %}\n", 3, "Unexpected end of template."),
    ("{{ title.nothing }}", 1, "the report has nothing called `nothing` here"),
    ("{{ title|nothing }}", 1, "No filter named 'nothing'"),
    ("\n{% include 'two.md.j2' %}", 2, "the report has nothing called `titel` here"),
    ("\n\n{{ title.__class__.__mro__ }}", 3, "`__mro__` is not a field of a report"),
    ("\n{{ lines.append(1) }}", 2, "a template calls macros by their name, and nothing else"),
    ("{% include 'three.md.j2' %}", 1, "there is no template three.md.j2"),
    ("{% include '../one.md.j2' %}", 1, "there is no template ../one.md.j2"),
    ("{% include title %}", 1, "the name of another template is written in quotes"),
    ("\n{{ 'a' * 9 }}", 2, "a template may not use `*`"),
    ("\n{{ 2 ** 9 }}", 2, "a template may not use `**`"),
    ("\n{{ '%9d' % 1 }}", 2, "a template may not use `%`"),
    ("\n{{ 'a' + 'a' }}", 2, "`+` is for numbers"),
    ("\n{{ lines }}", 2, "a whole list or record cannot be printed"),
    ("\n{{ lipsum() }}", 2, "the report has nothing called `lipsum` here"),
    ("\n{% for x in range(9) %}{% endfor %}", 2, "the report has nothing called `range` here"),
    ("\n{{ title|first|join(1) }}", 2, "it uses a value in a way that this value does not allow"),
    ("\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 2, "it goes round in a circle"),
    ("{% set a = 'xxxxxxxxxxxxxxxx' %}\n" + "{% set a = a ~ a %}\n" * 40, 26, "it needs more than 512 MB"),
]


@pytest.mark.parametrize(("template", "line", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_a_template_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, template: str, line: int, why: str
) -> None:
    with pytest.raises(LifError) as refused:
        _rendered(tmp_path, template, two="\n{{ titel }}")
    where = "two" if "two" in template else "one"
    assert refused.value.message.startswith(f"The template templates/{where}.md.j2:{line} cannot be used: {why}")
    assert "\n" not in refused.value.message
    assert refused.value.hint == "Correct the template."
    assert refused.value.exit_code == 2


def test_a_template_that_never_ends_is_stopped_and_its_line_is_named(tmp_path: Path) -> None:
    loops = "{% set l = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] %}\n" + "{% for a in l %}" * 12 + "\n{% set b = a %}"
    with pytest.raises(LifError, match=r"^The template templates/one\.md\.j2(:\d)? cannot be used: .* was stopped"):
        _rendered(tmp_path, loops + "{% endfor %}" * 12)


def test_a_template_that_writes_without_end_is_stopped(tmp_path: Path) -> None:
    loops = "{% set l = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] %}\n" + "{% for a in l %}" * 5 + "x" * 100
    with pytest.raises(LifError, match=r"one\.md\.j2:2 cannot be used: it writes more than 5 MB"):
        _rendered(tmp_path, loops + "{% endfor %}" * 5)


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LifError, match=r"^The template templates/two\.md\.j2:1 cannot be used: there is no such"):
        render("two", Report("A title"), TemplateFolders(tmp_path))


def test_the_text_of_a_record_is_never_taken_for_a_template(tmp_path: Path) -> None:
    said = "{{ title }} {% for x in range(9) %}x{% endfor %} {# c #}"
    escaped = "\\{\\{ title \\}\\} \\{% for x in range(9) %\\}x\\{% endfor %\\} \\{# c #\\}"
    assert _rendered(tmp_path, "- {{ title }}", Report(said)) == f"- {escaped}\n"


def test_labels_of_footnotes_differ_where_ids_do(tmp_path: Path) -> None:
    ids = ("reviews/2019-x#key", "reviews/2019-x-key", "reviews/2019-x")
    said = _rendered(tmp_path, "{% for id in lines %}{{ id|label }} {% endfor %}", Report("", ids))
    assert said.split() == ["reviews-2019-x--key", "reviews-2019-x-key", "reviews-2019-x"]


@pytest.mark.parametrize("path", HOSTILE, ids=[path.name.partition(".")[0] for path in HOSTILE])
def test_a_hostile_template_does_nothing_and_is_refused_in_one_line(tmp_path: Path, path: Path) -> None:
    (tmp_path / "one.md.j2").write_bytes(path.read_bytes().replace(b"TEMPLATE_NAME", b"one.md.j2"))
    values = {"record": {"id": "reviews/2026-x", "title": "A review", "findings": ["One"]}, "records": ["One"]}
    job = {"folders": [str(tmp_path)], "name": "one.md.j2", "values": values, "sections": None, "headings": {}}
    before = sorted(Path("/tmp").glob("lif-pwned*")) if Path("/tmp").is_dir() else []  # noqa: S108 - named by the cases
    given = answer_job({**job, "check": False})
    assert ("text" in given) is (path.name.partition(".")[0] in RENDERS)
    for wrong in given.get("wrong", ()):
        assert wrong["template"] == "one.md.j2"
        assert wrong["line"] >= 1
        assert "\n" not in wrong["says"]
    assert sorted(Path("/tmp").glob("lif-pwned*")) == before  # noqa: S108


def test_a_link_out_of_the_folder_and_a_giant_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md.j2").write_text("secret", encoding="utf-8")
    own = tmp_path / "templates"
    own.mkdir()
    (own / "one.md.j2").symlink_to(tmp_path / "outside" / "secret.md.j2")
    (own / "two.md.j2").write_text("x" * 300_000, encoding="utf-8")
    with pytest.raises(LifError, match="there is no such template"):
        render("one", Report("A title"), TemplateFolders(own))
    with pytest.raises(LifError, match=r"two\.md\.j2:1 cannot be used: it is larger than 256 KiB"):
        render("two", Report("A title"), TemplateFolders(own))


PARTS = (
    "top\n{% block first %}\n## First\nonce {{ title }}\n{% endblock %}\n{% block other %}\n## Other\n{% endblock %}"
)
HEADINGS = {"first": "First", "other": "Other"}


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        (None, "top\n## First\nonce A title\n## Other\n"),
        (("first",), "top\n## First\nonce A title\n"),
        (("other",), "top\n## Other\n"),
        ((), "top\n"),
    ],
)
def test_a_section_is_written_alone_with_what_stands_around_all_of_them(
    tmp_path: Path, sections: Sequence[str] | None, said: str
) -> None:
    assert render("one", Report("A title"), _shelf(tmp_path, one=PARTS), HEADINGS, sections) == said


@pytest.mark.parametrize(
    ("headings", "why"),
    [
        ({"first": "First things"}, r"one\.md\.j2:2 .* the heading \"First things\" of the section `first` is missing"),
        ({"third-one": "Third"}, r"one\.md\.j2:1 .* the section `third_one` is missing"),
    ],
)
def test_a_missing_heading_or_section_is_named_and_nothing_is_rendered(
    tmp_path: Path, headings: Mapping[str, str], why: str
) -> None:
    with pytest.raises(LifError, match=why):
        render("one", Report("A title"), _shelf(tmp_path, one=PARTS), headings)


def test_a_check_names_every_unknown_word_in_every_branch(tmp_path: Path) -> None:
    template = (
        "{% if title %}{{ a }}{% elif other %}{{ title }}{% else %}\n{{ b.c }}{% endif %}\n"
        "{% for x in lines if x.z %}{{ x }}{% else %}\n{{ u if title else v }}{% endfor %}\n"
        "{% block y %}\n{{ title and w or q }}{% endblock %}\n{{ title }}"
    )
    found = check("one", {"title": "t", "lines": ["a"]}, _shelf(tmp_path, one=template), {"y": "Yes"})
    assert [(problem["line"], problem["says"].rpartition("called ")[2]) for problem in found] == [
        (1, "`a` here"),
        (1, "`other` here"),
        (2, "`b` here"),
        (3, "`z` here"),
        (4, "`u` here"),
        (4, "`v` here"),
        (6, "`w` here"),
        (6, "`q` here"),
        (5, 'the heading "Yes" of the section `y` is missing'),
    ]


def test_the_partnerships_own_copy_wins_and_what_it_lacks_is_taken_from_those_that_ship(tmp_path: Path) -> None:
    root = tmp_path / "partnership"
    (root / "templates").mkdir(parents=True)
    ships = TemplateFolders.of(root)
    before = ships.content("annual")
    assert not ships.is_own("annual")
    own = _shelf(
        root / "templates", annual='{# lif template annual, version 0 #}\n{% from "_parts.md.j2" import list %}'
    )
    assert TemplateFolders.of(root) == own
    assert own.is_own("annual")
    assert not own.is_own("_parts")
    assert own.older("annual") == (0, TemplateFolders().version("annual"))
    assert own.content("annual") != before
    assert own.older("_parts") is None


def test_every_template_that_ships_says_its_version() -> None:
    assert [
        path.name
        for path in shipped_folder().glob("*.j2")
        if TemplateFolders().version(path.name.partition(".")[0]) is None
    ] == []


def test_the_shipped_templates_stand_beside_the_source_or_in_the_wheel() -> None:
    assert shipped_folder() in {ROOT / "templates", ROOT / "src" / "lif" / "_data" / "templates"}


def test_a_value_that_is_no_text_is_told_in_words(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Values:
        yes: bool
        number: float
        nothing: None = None

    shelf = _shelf(tmp_path, one="{{ yes }} {{ number }} {{ 'a, b'|sentence }}", two="{{ nothing }}")
    assert render("one", Values(True, 2.0), shelf) == "yes 2 A, b\n"  # noqa: FBT003 - a value of the report
    with pytest.raises(LifError, match="nothing cannot be printed"):
        render("two", Values(False, 2.5), shelf)  # noqa: FBT003


@pytest.mark.parametrize("name", DOCUMENTS.names)
def test_every_template_that_ships_fits_its_report(name: str) -> None:
    report = DOCUMENTS[name]
    assert check(name, sample_values(report), TemplateFolders(), report.headings) == []
