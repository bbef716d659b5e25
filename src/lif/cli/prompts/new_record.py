"""Create a record: from what is given and asked for, checked against the other records, and written once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lif.analysis.duties.influences import influences
from lif.analysis.duties.review_decision import decision_to_review, is_answered
from lif.changes.seen import write_seen
from lif.cli.options import Options
from lif.cli.prompts.drafts import refuse
from lif.cli.prompts.questions import Questions, UnfinishedError, read_line, say
from lif.diagnostics.diagnostic import Diagnostic
from lif.disclosure.view_of import view_of
from lif.errors import LifError
from lif.model.kind import Kind
from lif.model.kinds.review import Review
from lif.model.naming import named
from lif.model.parts.shape import shape_of
from lif.model.reference import RecordRef
from lif.model.registry import KINDS, kind_of
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry
from lif.store.load.load import Loaded
from lif.store.load.positions import path_of
from lif.store.new.assign import add_missing_keys, apply_assignments
from lif.store.new.decision_to_review import FIELD, evidence_comments, unanswered
from lif.store.new.field_comments import field_in_words, owed_fields
from lif.store.new.scaffold import (
    SAFEST_SHARING,
    fields_from_source,
    new_record_text,
    record_questions,
)
from lif.store.new.slug import can_name_a_file, record_slug
from lif.store.new.typed_value import TypedValueReader
from lif.store.write.draft import Draft, Verdict
from lif.store.write.writer import Change, write
from lif.store.yaml.emit import Notes
from lif.store.yaml.parse import parse


@dataclass(frozen=True, slots=True)
class Written:
    """A record that was written: where, what it still owes, what was assumed, and the next commands."""

    id: str
    path: str
    sharing: str
    owed: tuple[dict[str, str], ...]
    assumed: str
    following: tuple[str, ...]
    warnings: tuple[Diagnostic, ...]

    @property
    def has_findings(self) -> bool:
        """Whether findings are what it is for, so that they are asked for at once."""
        kind = kind_of(self.id)
        return kind is not None and kind.declares.asks_for_findings


class Writing:
    """Writes one new record, and the findings of a review or audit after it."""

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
            raise LifError(f'"{slug}" cannot be the name of a record.', "Write small letters, digits and hyphens.")
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
            self._assumed = (
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

    def complete(self, tree: dict[str, Any]) -> Written | None:
        """Ask for the rest, check and write; None where the record was refused and the errors printed."""
        questions = Questions(self._kind, self._reader)
        if self._asks:
            questions.ask(tree)
        else:
            self._complete_without_questions(tree)
        add_missing_keys(self._kind.model, tree)
        while True:
            write_seen(self._kind.model, tree, {}, self._loaded.snapshot)
            record_id = self._free_id(tree)
            data = new_record_text(self._kind, tree, self._comments, self._evidence(tree)).encode()
            verdict = Draft({path_of(record_id): data}).judged(self._loaded, self._options.today)
            if not verdict.errors:
                return self._write(record_id, data, tree, verdict)
            says = "Please look at this again." if self._asks else "nothing was written."
            refuse(self._options, verdict.errors, says)
            if not (self._asks and questions.ask_again(tree, verdict.errors)):
                return None

    def _complete_without_questions(self, tree: dict[str, Any]) -> None:
        """Use the safest sharing where none is given; raises `LifError` where another field is missing."""
        if "sharing" not in tree:
            tree["sharing"] = SAFEST_SHARING
            assumed = f"It is {SAFEST_SHARING} until you say otherwise: lif set RECORD sharing=partnership, or public"
            self._assumed = f"{self._assumed}\n{assumed}".lstrip()
        missing = [
            question for question in record_questions(self._kind) if question.is_needed and question.path[0] not in tree
        ]
        if missing:
            flags = "; ".join(f"{question.flag}{_choices(question.shape.words)}" for question in missing)
            raise LifError(f"{self._kind.article.capitalize()} needs more than was given.", f"Missing: {flags}")

    def _free_id(self, tree: dict[str, Any]) -> str:
        """The id of the new record. Where it is taken, ask for another, or raise `LifError` where questions are off."""
        if not self._kind.folder:
            return self._kind.name
        slug = self._slug or record_slug(self._kind, tree)
        while not slug or path_of(self._kind.id_of(slug)) in self._loaded.files or not can_name_a_file(slug):
            problem = f"{path_of(self._kind.id_of(slug))} is already there" if slug else "The title gives no short name"
            problem = problem if can_name_a_file(slug or "x") else f'No file can be called "{slug}" on Windows'
            if not self._asks:
                raise LifError(f"{problem}; nothing was written.", "Give it another name: --slug", exit_code=1)
            say(f"{problem}. Small letters, digits and hyphens make a short name.")
            typed = read_line("A short name for this one?")
            slug = typed if can_name_a_file(typed) else slug
        return self._kind.id_of(slug)

    def _write(self, record_id: str, data: bytes, tree: dict[str, Any], verdict: Verdict) -> Written:
        path = path_of(record_id)
        write(self._workspace.root, [Change(path, None, data, tree)])
        self._loaded = self._workspace.load()
        return Written(
            record_id,
            path,
            str(tree["sharing"]),
            tuple(_owed_fields(self._kind, tree)),
            self._assumed,
            _next_commands(self._kind, record_id, self._loaded),
            verdict.warnings,
        )

    def ask_for_findings(self, written: Written, on_written: Callable[[Written], None]) -> None:
        """Offer to write findings of a review or audit, one by one, until Enter."""
        while True:
            try:
                title = read_line("Add a finding? What was learned, in a line (Enter to stop)")
            except UnfinishedError:
                return
            if not title:
                return
            writing = Writing(self._options, KINDS["finding"], asks=True)
            given = {"title": title, "sharing": written.sharing, "source": written.id}
            finding = writing.complete(given)
            if finding is not None:
                on_written(finding)


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
