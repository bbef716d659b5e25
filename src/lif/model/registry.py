"""Every kind of record, in the order of the line of sight from need to impact."""

from lif.model.kind import Kind, kind_named
from lif.registry import Registry

KINDS: Registry[Kind] = Registry(
    kind_named("partnership", folder=""),
    kind_named("position"),
    kind_named("need"),
    kind_named("review"),
    kind_named("audit"),
    kind_named("assessment"),
    kind_named("inspection"),
    kind_named("indicator"),
    kind_named("feedback", folder="feedback"),
    kind_named("finding"),
    kind_named("decision"),
    kind_named("action"),
    kind_named("learning", folder="learning"),
    kind_named("evaluation"),
    kind_named("challenge"),
    kind_named("flag"),
    kind_named("contribution"),
    kind_named("budget"),
    kind_named("statement"),
)
_BY_FOLDER = {kind.folder: kind for kind in KINDS if kind.folder}


def kind_of(record_id: str) -> Kind | None:
    """The kind that an id belongs to; None when no kind has its folder."""
    folder, slash, _ = record_id.partition("/")
    if not slash:
        return KINDS["partnership"] if record_id == "partnership" else None
    return _BY_FOLDER.get(folder)
