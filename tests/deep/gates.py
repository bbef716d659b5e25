"""Whatever spares most texts the search for personal data changes no answer: 100,000 texts with and without it."""

import os
from itertools import islice

from deep.row import Row
from lif.privacy.scan import scan
from privacy.texts import mixed


def gates(seed: int) -> Row:
    """Each text searched with the gates and without; `TORTURE_TEXTS` says how many."""
    row = Row("The search for personal data finds the same with and without its gates")
    for text in islice(mixed(seed), int(os.environ.get("TORTURE_TEXTS", "100000"))):
        gated, open_ = (
            [(match.code.name, match.start, match.end) for match in scan(text, gated=gated)] for gated in (True, False)
        )
        row.hold(gated == open_, f"differs: {text!r}")
    return row
