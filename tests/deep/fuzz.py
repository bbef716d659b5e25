"""Whatever comes, asked of what reads, builds, edits and shows: by Hypothesis here, by atheris in `guided.py`."""

import time
from contextlib import suppress
from itertools import count

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from deep.row import Row
from lif.errors import LifError
from lif.model.registry import KINDS
from lif.output.documents.markdown import escape_markdown
from lif.output.text.terminal import safe_text
from lif.store.load.load import load
from lif.store.load.source import Memory
from lif.store.write.edit import rewrite
from lif.store.yaml.layout import format_record
from lif.store.yaml.parse import parse

_PATH, _KIND = "records/actions/a.yaml", KINDS["action"]
_WORDS = st.sampled_from(
    [
        "title",
        "sharing",
        "answers",
        "measures",
        ": ",
        "- ",
        "\n",
        "  ",
        "public",
        "'",
        '"',
        "|\n",
        "#",
        "[",
        "]",
        "{",
        "&a",
        "*a",
    ]
)
_FILES = st.one_of(
    st.binary(max_size=400),
    st.lists(st.one_of(_WORDS, st.text(max_size=8)), max_size=40).map(
        lambda parts: "".join(parts).encode("utf-8", "ignore")
    ),
)


def one_file(data: bytes) -> None:
    """Parse, build, edit, lay out and show one file; only `LifError` may come out of it."""
    loaded = load(Memory({_PATH: data}))
    assert all(one.location.position.line >= 1 for one in loaded.diagnostics)
    for one in loaded.diagnostics:
        assert safe_text(one.message).isprintable() or "\n" in one.message
        escape_markdown(one.message)
    parsed = parse(data)
    if parsed.tree is None or parsed.faults:
        return
    with suppress(LifError):
        assert parse(format_record(data, _KIND)).tree == parsed.tree
    wanted = {**parsed.tree, "notes": "Anew: as written"}
    with suppress(LifError):
        assert parse(rewrite(data, wanted, _KIND)).tree == wanted


def hypothesis_for(seconds: float) -> Row:
    """Rounds of examples, another seed each, until the time is over."""
    row = Row("Hypothesis on parse, build, edit, lay out and show: nothing escapes")
    until = time.monotonic() + seconds
    for number in count(1):
        tried = 0

        @seed(number)
        @settings(max_examples=200, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(_FILES)
        def ask(data: bytes) -> None:
            nonlocal tried
            tried += 1
            one_file(data)

        try:
            ask()
        except Exception as bug:  # noqa: BLE001 - what is looked for
            row.broken.append(f"{type(bug).__name__}: {bug}")
        row.tried += tried
        if time.monotonic() > until:
            return row
    return row
