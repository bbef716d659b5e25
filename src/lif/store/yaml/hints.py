"""The messages and hints for a file that YAML cannot read, in plain words."""

FIELDS_HINT = "A record begins with fields such as `title: …`; `lif explain LIF110` shows one."
ANCHOR_HINT = "Write the text out where it is needed: a record is read by people, field by field."
KEY_HINT = "A field name is a word of small letters, followed by a colon and a space."
KEY_MESSAGE = "a field name stands here that is not a plain word"
TAB_MESSAGE = "a tab stands here"
TAB_HINT = "Use spaces: two for each step in, four before the fields of a list item."
ASK_HINT = "Look at this line and the one before it, or ask whoever keeps the records."
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a colon stands in text that has no quotes",
        'Put the whole text in double quotes: title: "Neglect: what we learned".',
    ),
    (
        "could not find expected ':'",
        "a field name without a colon stands here",
        "Write `name: value`, with a colon and a space; put text of several lines under `name: |`, stepped in.",
    ),
    (
        "cannot start any token",
        "a character stands here that text without quotes cannot begin with",
        "Put the whole text in double quotes.",
    ),
    ("while scanning a quoted scalar", "quotes are opened here and not closed", "Close the quotes."),
    (
        "did not find expected ',' or ']'",
        "brackets are opened here and not closed",
        "Close the brackets, or write each item on a line of its own with a hyphen.",
    ),
    ("incompatible YAML document", "a directive (a line that begins with %) stands here", "Delete it."),
    ("unexpected end of stream", "quotes are opened and never closed", "Close the quotes."),
    (
        "unknown escape",
        "a backslash in double quotes stands for something unknown",
        "Write two backslashes, or use single quotes.",
    ),
    (
        "did not find expected key",
        "this line is stepped in differently from its neighbours",
        "Give fields that belong together the same number of spaces.",
    ),
    (
        "did not find expected '-' indicator",
        "this line is stepped in differently from the list it stands in",
        "Begin each item of a list with a hyphen, all in the same column.",
    ),
    (
        "block sequence entries are not allowed",
        "a list begins where it cannot",
        "Begin the list on the line after the field name.",
    ),
)


def in_plain_words(problem: str) -> tuple[str, str]:
    """The message and the hint for a problem that the scanner reports."""
    for phrase, message, hint in _PLAIN_WORDS:
        if phrase in problem:
            return message, hint
    return f"this cannot be read: {problem}" if problem else "this cannot be read", ASK_HINT
