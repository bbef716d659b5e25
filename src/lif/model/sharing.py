"""How far a record or a field may travel."""

from enum import StrEnum


class Sharing(StrEnum):
    """How far something may travel; each level includes the ones before it."""

    PUBLIC = "public"
    PARTNERSHIP = "partnership"
    RESTRICTED = "restricted"

    def may_reach(self, audience: "Sharing") -> bool:
        """Whether something shared at this level may be shown to that audience."""
        levels = list(Sharing)
        return levels.index(self) <= levels.index(audience)


PUBLIC, PARTNERSHIP, RESTRICTED = Sharing
