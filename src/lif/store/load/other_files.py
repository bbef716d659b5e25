"""Files under `records/` that are no records: what is wrong with each, so that nothing stands there unread."""

import re

from lif.diagnostics.codes import HIDDEN_FILE, LOOK_ALIKE, NO_RECORD, NOT_TEXT
from lif.diagnostics.location import TOP
from lif.store.load.fault import Fault
from lif.store.load.text_of import text_of

SUFFIX = ".yaml"
"""The suffix of the file of every record."""
_LOOK_ALIKES = (".yml", ".yaml", ".yaml.txt", ".yaml.bak", ".yaml.orig")
_WELCOME = re.compile(r"(?:.*/)?(?:README(?:\.md)?|\.git(?:keep|ignore|attributes))")
"""Texts that belong in a folder of a repository; they are searched, and nothing else is said of them."""
_LEFT_BY_A_PROGRAM = re.compile(
    r"\.lif-tmp-[0-9a-f]{16}|\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\.~lock\..*#|\.#.*|\..*\.sw[a-p]", re.DOTALL
)
"""A file that lif is writing; what macOS and Windows put into a folder; the locks of office programs and editors."""


def is_left_by_a_program(name: str) -> bool:
    """Whether a file on disk comes and goes with a program, and holds nothing of anybody's; in git it counts as any."""
    return _LEFT_BY_A_PROGRAM.fullmatch(name) is not None


def is_hidden(path: str) -> bool:
    """Whether a file, or a folder that it lies in, is hidden from who looks into the folder."""
    return any(name.startswith((".", "~")) for name in path.split("/"))


def is_record_path(path: str) -> bool:
    """Whether a file by this name is taken for a record, sound or not."""
    return path.endswith(SUFFIX) and not is_hidden(path)


def other_file_fault(path: str, data: bytes) -> Fault | None:
    """What is wrong with a file because it is no record; None for a record, and for what belongs beside records."""
    if _WELCOME.fullmatch(path) and text_of(data) is not None:
        return None
    if is_hidden(path):
        says = "this file is hidden: who looks into the folder does not see it, and no record is read from it"
        return Fault(HIDDEN_FILE, says, "Take it away, or give it a name that does not begin with a dot.", TOP)
    if is_record_path(path):
        return None
    if path.lower().endswith(_LOOK_ALIKES):
        says = "this looks like a record, and is not read: the name of a record ends in .yaml, in small letters"
        return Fault(LOOK_ALIKE, says, "Rename it to end in .yaml, or delete it.", TOP)
    if text_of(data) is None:
        says = "this file holds no plain text, so it cannot be searched for what identifies a person"
        return Fault(NOT_TEXT, says, "Keep it where case files are kept; write what was learned as a record.", TOP)
    says = "this file is no record: its text was searched for what identifies a person, and nothing else is read of it"
    return Fault(NO_RECORD, says, "Move it out of `records`, or write what it says as a record.", TOP)
