import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lif.output.comments.forge_text import escape_for_forge
from lif.output.text.terminal import safe_line
from output.texts import ALL

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LIVE = re.compile(r"@\w|(?<!\w)[#!&]\d|\bGH-\d")


def _words_and_code(markdown: str) -> tuple[str, str]:
    """What a forge looks for names in, and all that a person reads."""
    tokens = [inner for token in READER.parse(markdown) for inner in (token, *(token.children or []))]
    return _joined(tokens, "text", "text_special"), _joined(tokens, "text", "text_special", "code_inline")


def _joined(tokens: list[Token], *kinds: str) -> str:
    return "".join(token.content if token.type in kinds else "\n" for token in tokens if not token.children)


@pytest.mark.parametrize(
    "text",
    [
        "Ask @octocat about plans",
        "@octocat",
        "thanks,@octo_cat-2 and @our-team/all.",
        "see #12, example/records#12, !7 and &9",
        "closes GH-12",
        r"\@octocat and `@octocat`",
        "a_b*@octo_cat*",
        *ALL.values(),
    ],
)
def test_a_forge_finds_nobody_to_notify_and_a_person_reads_the_same(text: str) -> None:
    words, read = _words_and_code(f"x {escape_for_forge(text)}")
    assert LIVE.search(words) is None
    assert "".join(read.split()) == "".join(f"x {safe_line(text)}".split())


def test_a_name_after_an_at_sign_is_code() -> None:
    assert escape_for_forge("Ask @octo_cat about 3 & 4") == r"Ask `@octo_cat` about 3 \& 4"
