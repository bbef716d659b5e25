"""Create records: from what is given and asked for, checked against the other records, and written once."""

from collections.abc import Sequence
from typing import Any

from lif.analysis.duties.influences import influences
from lif.analysis.duties.review_decision import decision_to_review, is_answered
from lif.changes.seen import write_seen
from lif.cli.options import Options
from lif.cli.prompts.drafts import refuse
from lif.cli.prompts.guided_entry import GuidedEntry
from lif.cli.prompts.lines import UnfinishedError, read_line, say
from lif.cli.prompts.records_made import NewRecord, Written, new_finding, usual_sharing
from lif.disclosure.view_of import view_of
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.kinds.review import Review
from lif.model.naming import named
from lif.model.parts.shape import shape_of
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.store.load.load import Loaded
from lif.store.load.positions import path_of
from lif.store.new.assign import add_missing_keys, apply_assignments
from lif.store.new.decision_to_review import FIELD, evidence_comments, unanswered
from lif.store.new.field_comments import field_in_words, owed_fields
from lif.store.new.record_questions import record_questions
from lif.store.new.scaffold import fields_from_source, new_record_text
from lif.store.new.slug import can_name_a_file, record_slug, why_no_name
from lif.store.new.typed_value import TypedValueReader
from lif.store.write.draft import Draft, Verdict
from lif.store.write.writer import Change, write
from lif.store.yaml.emit import Notes
from lif.store.yaml.parse import parse


class Writing:
    """Makes one new record and, after a review or an audit, its findings; all of them are written, or none."""

    def __init__(
        self, options: Options, kind: Kind, *, asks: bool, slug: str | None = None, comments: tuple[str, ...] = ()
    ) -> None:
        self._options = options
        self._kind = kind
        self._asks = asks
        self._slug = slug
        self._workspace = options.workspace()
        self._loaded = self._workspace.load()
        self._comments = comments
        self._assumed = ""
        self._review = ""
        if slug is not None and not can_name_a_file(slug):
            raise LifError(*why_no_name(slug))
        if not kind.folder and path_of(kind.name) in self._loaded.files:
            raise LifError(f"{path_of(kind.name)} is already there; nothing was written.", exit_code=1)

    @property
    def _reader(self) -> TypedValueReader:
        return TypedValueReader(self._loaded.snapshot, self._options.today)

    def initial_tree(self, source: str | None, given: Sequence[str]) -> dict[str, Any]:
        """The tree of what is known before any question: copied from the source, then set by the given fields."""
        tree: dict[str, Any] = {}
        if source is not None:
            part, key = RecordRef.parse(source)
            snapshot = self._loaded.snapshot
            source_record = snapshot.find(named([*snapshot.entries, *snapshot.broken], part))
            if source_record is not None:
                source_tree = parse(self._loaded.files[path_of(source_record.id)]).tree or {}
                tree = fields_from_source(self._kind, source_record, key, source_tree)
                if isinstance(source_record, Entry):
                    tree |= self._decision_to_review(source_record, tree, given)
        return apply_assignments(self._kind, tree, given, self._reader)

    def _decision_to_review(self, source: Entry[Any], tree: dict[str, Any], given: Sequence[str]) -> dict[str, Any]:
        """The influences to answer in a decision about a review, unless a decision on it stands and is not replaced."""
        if FIELD not in shape_of(self._kind.model) or tree != {"about": [source.id]}:
            return {}
        if not isinstance(source.record, Review) or source.record.is_elsewhere:
            return {}
        standing = decision_to_review(self._loaded.snapshot, source.id)
        is_replaced = any(field.startswith("supersedes=") for field in given)
        if standing is not None and not is_replaced:
            state = "was decided on" if is_answered(standing) else "is being decided on"
            say(
                f"{source.id} {state} in {standing.id}, so this decision does not ask again whether to review. "
                f"To decide anew: --set supersedes={standing.id}"
            )
            return {}
        self._review = source.id
        return {FIELD: unanswered()}

    def _evidence(self, tree: dict[str, Any]) -> Notes:
        """What readers of the new decision may see of the records, as comments beside the influences."""
        if not self._review:
            return {}
        view = view_of(self._loaded.snapshot, self._options.today, Sharing(tree["sharing"]))
        review = next((entry for entry in view.records.of(Review) if entry.id == self._review), None)
        readings = influences(view.records, review, view.day) if review else ()
        return evidence_comments(self._review, readings, view.absent())

    def complete(self, tree: dict[str, Any], findings: Sequence[dict[str, Any]] = ()) -> Written | None:
        """Ask for the rest, check and write; None where the record was refused and the errors printed.

        `findings` are trees of findings that come from the record. Raises `UnfinishedError` where the person stops.
        """
        made = [NewRecord(self._kind, tree, frozenset(tree)), *(new_finding(finding) for finding in findings)]
        if not self._asks:
            for new in made:
                self._complete_without_questions(new, made[0])
            return self._judge_and_write(made, None)
        root = self._workspace.root if self._options.remembers else None
        guide = GuidedEntry(root, self._loaded.snapshot, self._options.today, made)
        try:
            guide.ask()
            return self._judge_and_write(made, guide)
        except UnfinishedError:
            raise guide.stopped() from None

    def _complete_without_questions(self, new: NewRecord, main: NewRecord) -> None:
        """Use the usual sharing where none is given; raises `LifError` where another field is missing.

        A finding travels as far as the record it is entered with.
        """
        if "sharing" not in new.tree and new is not main:
            new.tree["sharing"] = main.tree["sharing"]
        if "sharing" not in new.tree:
            usual = usual_sharing(self._loaded.snapshot, new)
            new.tree["sharing"] = usual
            others = ", or ".join(level for level in Sharing if level != usual)
            assumed = f"It is {usual} until you say otherwise: lif set RECORD sharing={others}"
            self._assumed = f"{self._assumed}\n{assumed}".lstrip()
        known = {*new.tree, *(("source",) if new is not main else ())}
        missing = [
            question for question in record_questions(new.kind) if question.is_needed and question.path[0] not in known
        ]
        if missing:
            flags = "; ".join(f"{question.flag}{_choices(question.shape.words)}" for question in missing)
            raise LifError(f"{new.kind.article.capitalize()} needs more than was given.", f"Missing: {flags}")

    def _judge_and_write(self, made: list[NewRecord], guide: GuidedEntry | None) -> Written | None:
        while True:
            files = self._files(made)
            draft = Draft(files)
            verdict = draft.judged(self._loaded, self._options.today)
            if verdict.errors:
                refuse(self._options, verdict.errors, "Please look at this again." if guide else "nothing was written.")
                if guide is None:
                    return None
                if not guide.ask_again(verdict.errors):
                    guide.refused()
                    return None
            elif guide is None or guide.is_confirmed(draft.on(self._loaded).snapshot):
                written = self._write(made, files, verdict)
                if guide:
                    guide.forget()
                return written

    def _files(self, made: list[NewRecord]) -> dict[str, bytes]:
        """The text of each record by its path; ids follow from the titles as they are now."""
        files: dict[str, bytes] = {}
        for new in made:
            is_main = new is made[0]
            if not is_main:
                new.tree["source"] = made[0].id
            add_missing_keys(new.kind.model, new.tree)
            write_seen(new.kind.model, new.tree, {}, self._loaded.snapshot)
            new.id = self._free_id(new, files, self._slug if is_main else None)
            comments, beside = (self._comments, self._evidence(new.tree)) if is_main else ((), {})
            files[path_of(new.id)] = new_record_text(new.kind, new.tree, comments, beside).encode()
        return files

    def _free_id(self, new: NewRecord, files: dict[str, bytes], given: str | None) -> str:
        """The id of the new record. Where it is taken, ask for another, or raise `LifError` where questions are off."""
        kind = new.kind
        if not kind.folder:
            return kind.name
        taken = {*self._loaded.files, *files}
        if new.id and path_of(new.id) not in taken and not given:
            slug = new.id.rpartition("/")[2]
        else:
            slug = given or record_slug(kind, new.tree)
        while not slug or path_of(kind.id_of(slug)) in taken or not can_name_a_file(slug):
            problem = f"{path_of(kind.id_of(slug))} is already there" if slug else "The title gives no short name"
            problem = problem if can_name_a_file(slug or "x") else f'No file can be called "{slug}" on Windows'
            if not self._asks:
                raise LifError(f"{problem}; nothing was written.", "Give it another name: --slug", exit_code=1)
            say(f"{problem}. Small letters, digits and hyphens make a short name.")
            typed = read_line("A short name for this one?")
            slug = typed if can_name_a_file(typed) else slug
        return kind.id_of(slug)

    def _write(self, made: list[NewRecord], files: dict[str, bytes], verdict: Verdict) -> Written:
        changes = [Change(path_of(new.id), None, files[path_of(new.id)], new.tree) for new in made]
        write(self._workspace.root, changes)
        self._loaded = self._workspace.load()
        main = made[0]
        return Written(
            main.id,
            path_of(main.id),
            str(main.tree["sharing"]),
            tuple(_owed_fields(self._kind, main.tree)),
            self._assumed,
            _next_commands(self._kind, main.id, self._loaded),
            verdict.warnings,
            self._kind.declares.asks_for_findings,
            tuple(new.id for new in made[1:]),
        )


def _choices(words: Any) -> str:
    return f" ({', '.join(word.value for word in words)})" if words else ""


def _owed_fields(kind: Kind, tree: dict[str, Any]) -> list[dict[str, str]]:
    return [{"field": shape.name, "says": field_in_words(shape)} for shape in owed_fields(kind.model, tree)]


def _next_commands(kind: Kind, record_id: str, loaded: Loaded) -> tuple[str, ...]:
    """The next commands, with the shortest name that is unique to this record."""
    slug = record_id.rpartition("/")[2]
    known_ids = [*loaded.snapshot.entries, *loaded.snapshot.broken]
    same_slug = [known_id for known_id in known_ids if known_id.rpartition("/")[2] == slug]
    short = slug if len(same_slug) == 1 else record_id
    return (
        *(f"lif new {next_kind} --from {short}" for next_kind in kind.declares.next_kinds),
        f"lif show {short}",
    )
