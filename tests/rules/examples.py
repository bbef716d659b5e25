"""The examples on the pages of docs/rules, as files that can be checked.

An example is a fenced block whose first line is ```` ```yaml title="records/actions/2026-x.yaml" ````. All blocks under
`### Wrong`, and all under `### Right`, make up one folder of records; the partnership of `rules.base` joins them unless
they bring their own. A guilty line ends with `# LIF203`, or `# LIF203 LIF301` when it is guilty twice. Where a line
cannot say so itself, the first line of the block does, after the title:

    expect="LIF111:3 LIF104:5"    these codes at these lines
    encoding="latin-1"            saved in this encoding
    escaped                       \\t, \\x00 and \\u200b stand for a tab and for characters that cannot be shown
    link="../elsewhere.yaml"      the file is a link to that place
    absent                        there is no such file
    readers="restricted"          so much may everybody see who can open the folder

For a rule on changes there are two folders, one as it was and one as it is now:

    before                        the file as it was; where no other block has its path, it is gone now
    both                          the file as it was and is
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rules.base import BASE

PAGES = Path(__file__).parents[2] / "docs" / "rules"
_BLOCK = re.compile(r'^```yaml title="([^"\n]+)"([^\n]*)\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r'(\w+)(?:="([^"]*)")?')
_MARK = re.compile(r"# (LIF\d{3}(?: LIF\d{3})*)$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:t|x([0-9a-f]{2})|u([0-9a-f]{4}))")
Expected = set[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """One file of an example."""

    path: str
    text: str
    options: dict[str, str]

    @property
    def data(self) -> bytes:
        """What stands in the file."""
        text = _ESCAPE.sub(_unescaped, self.text) if "escaped" in self.options else self.text
        return text.encode(self.options.get("encoding", "utf-8"))

    @property
    def side(self) -> str:
        """`before` as it was, `both` as it was and is, empty as it is now."""
        return next((name for name in ("before", "both") if name in self.options), "")

    @property
    def expected(self) -> Expected:
        """The file, line and code of everything that is wrong in it."""
        lines = [
            (number, mark[1]) for number, line in enumerate(self.text.splitlines(), 1) if (mark := _MARK.search(line))
        ]
        said = {(self.path, number, code) for number, codes in lines for code in codes.split()}
        for expectation in self.options.get("expect", "").split():
            code, _, number = expectation.partition(":")
            said.add((self.path, int(number), code))
        return said


def _unescaped(match: re.Match[str]) -> str:
    number = match[1] or match[2]
    return chr(int(number, 16)) if number else "\t"


@dataclass(frozen=True, slots=True)
class Example:
    """The files under `### Wrong` or `### Right`."""

    blocks: tuple[Block, ...]

    @property
    def expected(self) -> Expected:
        """Everything that is wrong in any of them."""
        return set().union(*(block.expected for block in self.blocks))

    @property
    def files(self) -> dict[str, str | bytes]:
        """The folder of records, with a partnership."""
        return self._folder("before")

    @property
    def before(self) -> dict[str, str | bytes] | None:
        """The folder as it was; None where the example is not about a change."""
        is_change = any({"before", "both"} & set(block.options) for block in self.blocks)
        return self._folder("") if is_change else None

    def _folder(self, other: str) -> dict[str, str | bytes]:
        """Every file but those of the other folder: `before`, or what is unmarked."""
        mine = [block for block in self.blocks if _is_file(block) and (block.side != other)]
        own: dict[str, str | bytes] = {block.path: block.data for block in mine}
        return own if any(block.path in BASE for block in self.blocks) else {**self._base, **own}

    @property
    def _base(self) -> dict[str, str | bytes]:
        """The partnership, with the readers that the example asks for."""
        level = next((block.options["readers"] for block in self.blocks if "readers" in block.options), "partnership")
        return {path: text.replace("  level: partnership\n", f"  level: {level}\n") for path, text in BASE.items()}

    @property
    def links(self) -> dict[str, str]:
        """The links in it, and where they lead."""
        return {block.path: block.options["link"] for block in self.blocks if "link" in block.options}


def _is_file(block: Block) -> bool:
    return not {"absent", "link"} & set(block.options)


def example(page: str, heading: str) -> Example:
    """The example under `### Wrong` or `### Right` of a page's text."""
    section = page.partition(f"\n### {heading}\n")[2].partition("\n### ")[0]
    return Example(tuple(_blocks(section)))


def _blocks(section: str) -> Iterator[Block]:
    for match in _BLOCK.finditer(section):
        options = {name: value or "" for name, value in _OPTION.findall(match[2])}
        yield Block(match[1], match[3], options)
