"""The line of sight in words: stage by stage, what sources do not name, and where the line breaks."""

from lif.analysis.lines.lineage import STAGES, Thread
from lif.output.text.terminal import columns, counted, paragraph


def thread_text(thread: Thread, absent: str, about: str) -> str:
    """The line through `about`; `absent` is how an absence is put."""
    blocks = [f"LINE OF SIGHT  {about}"]
    for stage, label in STAGES.items():
        stops = thread.at(stage)
        if stops:
            rows = [(str(stop.when or "no date"), stop.id, _told(stop.title, stop.note)) for stop in stops]
            wait = thread.waits.get(stage)
            later = f"  ({counted(wait, 'day')} later)" if wait else ""
            blocks.append(f"{label}{later}\n{columns(rows, indent=2)}")
    if thread.unnamed:
        told = [
            paragraph(f"{what}: not named in the source ({one})", indent=2, hanging=2) for one, what in thread.unnamed
        ]
        blocks.append("\n".join(["Spoken of", *told]))
    open_ends = [
        paragraph(f"{one}: {missing} ({absent})", indent=2, hanging=2) for one, missing in thread.breaks if one
    ]
    missing_stages = [missing for one, missing in thread.breaks if not one]
    if missing_stages:
        open_ends.append(paragraph(f"{', '.join(missing_stages)}: {absent}", indent=2, hanging=2))
    if open_ends:
        blocks.append("\n".join(["Where the line breaks", *open_ends]))
    return "\n\n".join(blocks) + "\n"


def _told(title: str, note: str) -> str:
    return f"{title} ({note})" if note else title
