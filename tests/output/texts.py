"""Texts that a record may hold, and that something would read as more than text."""

from pathlib import Path

HOSTILE = {path.stem: path.read_bytes().decode() for path in sorted((Path(__file__).parent / "hostile").glob("*.txt"))}
"""Those of the reliability study, by the name of their file."""
MORE = {
    "image": "![alt](https://evil.example/x.png)",
    "autolink": "<https://evil.example>",
    "bare address": "see https://evil.example/x?a=b, http://evil.example and www.evil.example",
    "mail": "write to someone@evil.example or <someone@evil.example>",
    "script address": "[x](javascript:alert(1))",
    "entity": "&#x5b;x&#x5d;(javascript:alert)",
    "heading": "# A heading",
    "closed heading": "## A heading ##",
    "quote": "> a quotation",
    "hyphen": "- a list",
    "plus": "+ a list",
    "star": "* a list",
    "number": "1. a list",
    "bracketed number": "12) a list",
    "number alone": "2.",
    "year": "2019. A year",
    "fence": "```\ncode\n```",
    "tilde fence": "~~~\ncode\n~~~",
    "inline code": "`code`",
    "indented code": "    code",
    "rule": "---",
    "underlined": "A title\n---",
    "definition": "[x]: https://evil.example",
    "footnote": "[^1]: a note [^1]",
    "task": "[ ] a task",
    "table": "| a | b |\n|---|---|\n| c | d |",
    "emphasis": "*one* __two__ ~~three~~",
    "backslash": "\\[x](https://evil.example)",
    "backslashes": "\\\\[x](https://evil.example)\\",
    "comment": "<!-- hidden -->",
    "details": "<details><summary>x</summary>",
    "hard break": "one  \ntwo\\\nthree",
    "formula": "$x$ and $$y$$",
    "issue": "#12 and see #3, org/repo",
    "line separator": "one\u2028# two",
    "template": "{{ head.title }} {% raw %}",
    "setext": "A title\n===",
}
"""Further ways into Markdown."""
ALL = {**HOSTILE, **MORE}
