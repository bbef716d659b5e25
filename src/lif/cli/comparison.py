"""Compare two states of the records: what changed, what follows, and which problems are new or resolved."""

from typing import TYPE_CHECKING

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.changes.change import Changes
    from lif.disclosure.comparison import RecordComparison
    from lif.model.sharing import Sharing
    from lif.store.git.compared_states import ComparedStates


def compare_states(
    options: Options, states: "ComparedStates", audience: "Sharing"
) -> "tuple[Changes, RecordComparison]":
    """Everything that differs between two states of the records, and what follows from it."""
    from lif.analysis.deadlines.every_deadline import deadlines
    from lif.changes.change import ChangeKind
    from lif.changes.delta import deadline_shifts, delta, newly_suspect, proposal_changes, shared_shifts
    from lif.changes.diff import diff
    from lif.changes.flips import flips
    from lif.changes.themes import themes_touched
    from lif.disclosure.audience import for_audience
    from lif.disclosure.comparison import RecordComparison
    from lif.model.sharing import Sharing
    from lif.rules.change_rule import split_repeated
    from lif.rules.codes import CHANGE_RULES
    from lif.store.load.judge import judge_change, judge_unplaced, with_positions

    before, after = states.before, states.after
    changes = diff(before.snapshot, after.snapshot)
    problems = judge_change(before, after, changes, options.today)
    differences = delta(judge_unplaced(before, options.today), judge_unplaced(after, options.today), changes)
    appeared, disappeared = with_positions(differences.introduced, after), with_positions(differences.resolved, before)
    introduced, repeated = split_repeated(appeared, problems, CHANGE_RULES, after.snapshot)
    visible_before, visible_after = (for_audience(state.snapshot, audience)[0] for state in (before, after))
    all_shifts = deadline_shifts(
        deadlines(before.snapshot, options.today), deadlines(after.snapshot, options.today), changes.moves
    )
    visible_shifts = all_shifts
    if audience is not Sharing.RESTRICTED:
        visible_shifts = deadline_shifts(
            deadlines(visible_before, options.today), deadlines(visible_after, options.today), changes.moves
        )
    compared = RecordComparison(
        base=states.base,
        head=states.head,
        records=changes.records,
        problems=problems,
        introduced=introduced,
        repeated=repeated,
        resolved=disappeared,
        proposals=proposal_changes(
            visible_before,
            visible_after,
            options.today,
            themes_touched(before.snapshot, after.snapshot, changes),
            changes.keys.get("theme", {}),
        ),
        flips=flips(visible_before, visible_after, changes.moves, changes.keys.get("practice-standard", {})),
        shifts=shared_shifts(all_shifts, visible_shifts),
        suspect=newly_suspect(before.snapshot, after.snapshot),
        only_laid_out=states.differing - len(changes.of(ChangeKind.CHANGED)) - len(changes.following),
        following=len(changes.following),
    )
    return changes, compared


def mask_ids(compared: "RecordComparison") -> "RecordComparison":
    """The comparison with masked ids, for an id can contain a name too."""
    from dataclasses import replace

    from lif.privacy.mask import mask_path

    records = (replace(record, id=mask_path(record.id), was=mask_path(record.was)) for record in compared.records)
    shifts = (replace(shift, record=mask_path(shift.record)) for shift in compared.shifts)
    documents = (
        replace(document, path=mask_path(document.path), names=tuple(map(mask_path, document.names)))
        for document in compared.documents
    )
    flips = (replace(flip, record=mask_path(flip.record)) for flip in compared.flips)
    return replace(
        compared, records=tuple(records), shifts=tuple(shifts), documents=tuple(documents), flips=tuple(flips)
    )
