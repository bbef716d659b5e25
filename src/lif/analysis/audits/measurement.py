"""One measurement of a standard by an audit, and two of them compared."""

from dataclasses import dataclass

from lif.analysis.audits.audit_comparison import AuditComparison, Barrier, ChangeWord, Met
from lif.model.period import When
from lif.model.vocabulary import Selection


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measurement: the audit, its date, the counts, how the cases were chosen and by whom, the words as asked.

    `counts` is None where the audit did not measure the standard: left out, asked and not counted, or not applicable
    to any case. `same_because` is why other words ask the same; `wording` is equal where two measurements asked the
    same. `beside` is what stands beside the counts of a graded audit: own grades and agreement.
    """

    audit: str
    when: When | None
    counts: Met | None
    selection: Selection | None = None
    selected_by: str = ""
    selected_how: str = ""
    asked: str = ""
    same_because: str = ""
    wording: str = ""
    not_applicable: int = 0
    is_graded: bool = False
    beside: str = ""

    @property
    def sampling(self) -> str:
        """`chosen by: the business unit; how: twelve cases …`; empty where nothing of it is recorded."""
        who = f"chosen by: {self.selected_by.rstrip('.')}" if self.selected_by else ""
        how = f"how: {self.selected_how.rstrip('.')}" if self.selected_how else ""
        return "; ".join(filter(None, (who, how)))


@dataclass(frozen=True, slots=True)
class Step:
    """Two measurements compared; `compared` is None where the later one did not measure the standard."""

    then: Measurement
    now: Measurement
    compared: AuditComparison | None

    @property
    def word(self) -> ChangeWord | None:
        """The verdict where one can be given: clear improvement, clear deterioration, no clear change."""
        return self.compared.word if self.compared else None

    @property
    def barrier(self) -> Barrier | None:
        """Why nothing is claimed: too few to say, not measured, or why the two are not comparable."""
        return self.compared.barrier if self.compared else Barrier.NOT_MEASURED

    @property
    def verdict(self) -> str:
        """What can be said, in the words that stand everywhere, without what belongs beside them."""
        return str(self.word or self.barrier)

    @property
    def conclusion(self) -> str:
        """The verdict with its caution: `clear improvement (change, cause not shown)`."""
        return self.compared.conclusion if self.compared else Barrier.NOT_MEASURED

    @property
    def is_worse(self) -> bool:
        """Whether it is a clear deterioration."""
        return self.word is ChangeWord.DETERIORATION
