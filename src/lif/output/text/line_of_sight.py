"""The line of sight as text: stage by stage, what the sources do not name, and where the line breaks."""

from collections.abc import Sequence

from lif.analysis.lines.lineage import STAGES, Stop, TracedLine
from lif.analysis.lines.system_factors import SystemFactors
from lif.model.inferred import mark_as_our_reading
from lif.output.text.terminal import columns, count_noun, paragraph


def line_of_sight_text(line: TracedLine, absent: str, about: str, named: Sequence[SystemFactors] = ()) -> str:
    """The line of sight through `about`, with what its reviews and audits name in the system.

    `absent` is the wording for what is not recorded.
    """
    blocks = [f"LINE OF SIGHT  {about}"]
    for stage, label in STAGES.items():
        stops = line.at(stage)
        if stops:
            rows = [(str(stop.when or "no date"), stop.id, _titled(stop)) for stop in stops]
            wait = line.waits.get(stage)
            later = f"  ({count_noun(wait, 'day')} later)" if wait else ""
            blocks.append(f"{label}{later}\n{columns(rows, indent=2)}")
    if line.unnamed:
        unnamed_lines = [
            paragraph(f"{what}: not named in the source ({source_id})", indent=2, hanging=2)
            for source_id, what in line.unnamed
        ]
        blocks.append("\n".join(["Spoken of", *unnamed_lines]))
    if named:
        factor_lines = [
            paragraph(f"{factor.rstrip('.')} [{factors.record}]", indent=2, hanging=2)
            for factors in named
            for factor in factors.factors
        ]
        blocks.append("\n".join(["Named in the system", *factor_lines]))
    break_lines = [
        paragraph(f"{record_id}: {missing} ({absent})", indent=2, hanging=2)
        for record_id, missing in line.breaks
        if record_id
    ]
    missing_stages = [missing for record_id, missing in line.breaks if not record_id]
    if missing_stages:
        break_lines.append(paragraph(f"{', '.join(missing_stages)}: {absent}", indent=2, hanging=2))
    if break_lines:
        blocks.append("\n".join(["Where the line breaks", *break_lines]))
    return "\n\n".join(blocks) + "\n"


def _titled(stop: Stop) -> str:
    text = f"{stop.title} ({stop.note})" if stop.note else stop.title
    return mark_as_our_reading(text) if stop.is_our_reading else text
