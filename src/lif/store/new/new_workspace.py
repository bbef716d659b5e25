"""Builds every file of a new workspace from the data of the partnership; writes nothing to the disk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from lif.errors import LifError
from lif.model.parts.part import fields_of
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.store.load.positions import path_of
from lif.store.load.source import RECORDS
from lif.store.new.field_comments import field_comment
from lif.store.shipped.editor_files import SCHEMAS, schemas, settings
from lif.store.shipped.files import shipped_folder
from lif.store.yaml.emit import Note, record_text
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import parse

PARTNERSHIP = path_of("partnership")


@dataclass(frozen=True, slots=True)
class Forge:
    """A service that hosts repositories: its name for a request to merge, and the paths of its own files.

    `owners` is its file of code owners, and `of_owners` a note on it; both are empty where there is no such file.
    """

    title: str
    request: str
    shipped_as: str
    workflow: str
    owners: str = ""
    of_owners: str = ""


FORGES = {
    "github": Forge(
        "GitHub",
        "pull request",
        "github.yml",
        ".github/workflows/lif.yml",
        ".github/CODEOWNERS",
        "GitHub makes it a condition of\n# merging only where a rule of the branch says so (Settings, Rules).",
    ),
    "gitlab": Forge(
        "GitLab",
        "merge request",
        "gitlab.yml",
        ".gitlab-ci.yml",
        "CODEOWNERS",
        "GitLab makes it a condition\n# of merging only for protected branches, and not in every plan.",
    ),
    "azure": Forge("Azure DevOps", "pull request", "azure.yml", "azure-pipelines.yml"),
}
"""The services for which `lif` can write files; a workspace needs none of them."""


def starter_themes() -> list[Tree]:
    """The starter vocabulary of themes from the fictional partnership, without its local and replaced themes."""
    tree = parse(_example()[PARTNERSHIP]).tree or {}
    themes: Any = tree.get("themes", [])
    return [theme for theme in themes if "local" not in theme and "replaced_by" not in theme]


def starter_standards(cycle: str) -> dict[str, Tree]:
    """A set of standards for section 11 in lif's own words, its scale, and a first cycle with that key, without days.

    The words are a paraphrase of what the Children Act 2004 and the statutory guidance ask of organisations; they are
    there to be changed.
    """
    text = (_templates() / "workspace" / "section-11.yaml").read_bytes()
    tree = parse(text).tree or {}
    sets: Any = tree["standards_sets"]
    return {**tree, "cycles": [{"key": cycle, "standards_set": sets[0]["key"]}]}


def requirement(place: str) -> str:
    """The line of `requirements.txt` for the place that lif is installed from: a commit in git, or a wheel beside it.

    Without a place it is a comment that says what is missing. Raises `LifError` for any other place.
    """
    if not place:
        return "# Not chosen yet: write one of the two lines here, without the #."
    if _COMMIT.fullmatch(place):
        return f"lif-toolkit @ {place}"
    if _WHEEL.fullmatch(place):
        return f"./{place.removeprefix('./')}"
    raise LifError(
        f'lif cannot be taken from "{place}".',
        "Name a commit, git+https://HOST/PATH/lif@ and its forty digits, or a wheel in the folder: wheels/NAME.whl",
    )


_COMMIT = re.compile(r"git\+(?:https|ssh)://[A-Za-z0-9._~:@/-]+@[0-9a-f]{40}")
_WHEEL = re.compile(r"(?:\./)?(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.whl")


def new_workspace_files(partnership: dict[str, Tree], forge: str, version: str, lif: str) -> dict[str, bytes]:
    """Every file of a new workspace by its path, from the tree of the partnership record.

    `forge` is a key of `FORGES`, or empty; `version` is that of the program, `lif` where it is installed from.
    """
    own = {PARTNERSHIP: partnership_text(partnership).encode()}
    return {**own, **_other_files(str(partnership["title"]), forge, version, lif)}


def example_workspace_files(forge: str, version: str, lif: str) -> dict[str, bytes]:
    """Every file of a new workspace by its path, filled with the records of the fictional partnership."""
    records = _example()
    title = str((parse(records[PARTNERSHIP]).tree or {})["title"])
    return {**records, **_other_files(title, forge, version, lif)}


def partnership_text(tree: dict[str, Tree]) -> str:
    """The partnership record with a comment for each field, filled in or not, on what belongs there."""
    waiting: list[str] = []
    notes: dict[tuple[str | int, ...], Note] = {}
    for name, shape in shape_of(KINDS["partnership"].model).items():
        if name in tree:
            says = () if name == "title" else (f"# {field_comment(shape).partition(': ')[2]}",)
            notes[(name,)] = Note(before=tuple(chain(waiting, says)))
            waiting = []
        elif name not in fields_of(Record):
            waiting.append(_unfilled_comment(shape))
    return record_text(tree, KINDS["partnership"].model, notes) + "".join(f"{line}\n" for line in waiting)


def _unfilled_comment(shape: FieldShape) -> str:
    """The comment of a field that is not filled in; where the field has no description, that of its part."""
    if shape.about.says or shape.part is None:
        return field_comment(shape)
    description = (shape.part.__doc__ or "").split("\n", 1)[0].rstrip(".")
    return f"# {shape.name}: {description}; with: {', '.join(shape_of(shape.part))}"


def _other_files(title: str, forge: str, version: str, lif: str) -> dict[str, bytes]:
    """The files of a workspace other than records."""
    service = FORGES.get(forge)
    words = {"NAME": title, "VERSION": version, "LIF": requirement(lif), **_forge_words(service)}
    texts = {
        "README.md": "README.md",
        f"{RECORDS}/README.md": "records.md",
        ".gitattributes": "gitattributes",
        ".gitignore": "gitignore",
        ".pre-commit-config.yaml": "pre-commit-config.yaml",
        "requirements.txt": "requirements.txt",
        ".vscode/extensions.json": "extensions.json",
        **({service.workflow: service.shipped_as} if service else {}),
        **({service.owners: "CODEOWNERS"} if service and service.owners else {}),
    }
    return {
        **{path: _filled_template(name, words) for path, name in texts.items()},
        ".vscode/settings.json": settings(),
        **{f"{SCHEMAS}/{name}": data for name, data in schemas().items()},
    }


def _forge_words(service: Forge | None) -> dict[str, str]:
    if service is None:
        return {"REQUEST": "request to merge", "FORGE_ROWS": ""}
    rows = f"| `{service.workflow}` | what checks each {service.request} on {service.title} |\n"
    if service.owners:
        rows += f"| `{service.owners}` | who is asked to look at a change, by folder |\n"
    return {
        "REQUEST": service.request,
        "FORGE_ROWS": rows,
        "FORGE_OWNERS": service.of_owners,
        "WORKFLOW": f"/{service.workflow}".ljust(30) + " @your-organisation/business-unit",
    }


def _filled_template(name: str, words: Mapping[str, str]) -> bytes:
    text = (_templates() / "workspace" / name).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    return text.encode()


def _example() -> dict[str, bytes]:
    root = _templates() / "example"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted((root / RECORDS).rglob("*.yaml"))}


def _templates() -> Path:
    return shipped_folder("templates", "templates")
