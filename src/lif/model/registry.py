"""Every kind of record, in the order of the line of sight from need to impact."""

from lif.model.kind import Kind, kinds_named
from lif.registry import Registry

KINDS: Registry[Kind] = Registry(
    *kinds_named(
        "partnership",
        "position",
        "need",
        "review",
        "audit",
        "assessment",
        "inspection",
        "indicator",
        "feedback",
        "finding",
        "decision",
        "action",
        "learning",
        "evaluation",
        "challenge",
        "flag",
        "contribution",
        uncounted=("feedback", "learning"),
    )
)
BY_FOLDER = {kind.folder: kind for kind in KINDS}


def kind_of(record_id: str) -> Kind | None:
    """The kind that an id belongs to; None when its folder is no kind's."""
    folder, slash, _ = record_id.partition("/")
    if not slash:
        return KINDS["partnership"] if record_id == "partnership" else None
    return BY_FOLDER.get(folder)
