"""An evaluation: what changed, for whom, how it is known, and in what context."""

from typing import Annotated, ClassVar

from lif.model.declaration import Declaration, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Text
from lif.model.period import When
from lif.model.record import READING_ASKED, Reading, Record
from lif.model.reference import RECOMMENDATION, AgencyKey, Id, Ref, ThemeKey
from lif.model.sharing import PUBLIC
from lif.model.vocabulary import Answer, Domain, Level


class TargetSet(Part):
    """What would be good enough, and when that was settled."""

    target: Text = must(PUBLIC, "The target", "F7.3")
    set_on: When | None = may(PUBLIC, "When it was set; before the follow-up, or it proves little", "F7.3", owed=True)


class Evaluation(Record):
    """Evidence of impact (F7.2, F7.4)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("date", "follow_up.date"),
        line_stage=LineStage.EVALUATION,
        follows_by="of",
        has_several_readings=True,
        comes_from=("of",),
        asked=(
            "of",
            "domain",
            "level",
            "claim",
            "measure",
            "target.target",
            "target.set_on",
            *(f"{reading}.{field}" for reading in ("baseline", "follow_up") for field in READING_ASKED),
            "collected_by",
            "independent",
            "other_explanations",
            "date",
        ),
        register_columns=("level", "domain", "of"),
    )

    of: tuple[
        Annotated[
            Id,
            Ref(
                ("action", "learning", "review", "audit", "decision", "statement#commitments", RECOMMENDATION),
                behind=True,
            ),
        ],
        ...,
    ] = many(PUBLIC, "What is evaluated", "F1.2", "F3.7", "F7.2", ask="What is evaluated?", owed=True)
    domain: Domain = must(
        PUBLIC, "Practice, working together, or families", "F7.4", "F7.7", ask="Where does the change show?"
    )
    level: Level = must(
        PUBLIC,
        "1 reaction, 2 learning, 3 practice, 4 children and families",
        "F7.2",
        ask="How far does the evidence reach?",
    )
    claim: Text | None = may(
        PUBLIC, "What is different, and for whom", "F7.4", ask="What is different, and for whom?", owed=True
    )
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about")
    measure: Text | None = may(PUBLIC, "What was measured or heard", "F7.2", owed=True)
    target: TargetSet | None = may(PUBLIC, "What would be good enough, and when that was settled", "F7.3", owed=True)
    baseline: Reading | None = may(PUBLIC, "How it was before: number, date, source", "F7.2", owed=True)
    follow_up: Reading | None = may(PUBLIC, "How it is now: the same measure", "F7.2", owed=True)
    collected_by: AgencyKey | None = may(PUBLIC, "Who collected it", "F7.2")
    independent: Answer | None = may(PUBLIC, "Whether they are independent of whoever owns the action", owed=True)
    qualitative: Text | None = may(PUBLIC, "What was seen or said, besides numbers", "F3.7", "F7.2")
    own_account: Answer | None = may(PUBLIC, "Whether children or families speak in it themselves", "F3.8", "F7.4")
    voices: tuple[Annotated[Id, Ref(("feedback",), behind=True)], ...] = many(
        PUBLIC, "The feedback in which they do", "F3.8"
    )
    other_explanations: Text | None = may(PUBLIC, "What else could explain the change", owed=True)
    context: Text | None = may(PUBLIC, "In what context it worked, or did not", "F3.7")
    mechanism: Text | None = may(PUBLIC, "Why it worked: what people did differently", "F3.7")
    outcome: Text | None = may(PUBLIC, "What came of that", "F3.7")
    date: When | None = may(PUBLIC, "When it was made", owed=True)
    shared_with_group: When | None = may(
        PUBLIC, "When it was shared with the group that oversees learning", "F7.4", owed=True
    )
