"""Drafts of e-mails on what is due: one for each agency, without any address, the same bytes every time.

`X-Unsent` makes mail programs open the file as a draft. There is no date and no message id: whoever sends it sends it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.duties.agencies import name_of
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.output.text.due import title_of
from lif.output.text.terminal import safe_line

_GROUPS = {
    DeadlineState.OVERDUE: "Overdue",
    DeadlineState.AHEAD: "Ahead",
    DeadlineState.NO_DAY: "Open, with no day set",
    DeadlineState.CANNOT_TELL: "Due, and not known to be done",
}


def due_mails(snapshot: Snapshot, deadlines: Iterable[Deadline], today: date, audience: Sharing) -> Mapping[str, bytes]:
    """The draft for each agency that sees to an open deadline, by its key, in the order of the partnership's list."""
    by_agency: dict[str, list[Deadline]] = {key: [] for key in snapshot.agencies}
    for deadline in deadlines:
        if deadline.state in _GROUPS:
            for key in deadline.agencies:
                by_agency.setdefault(key, []).append(deadline)
    return {key: _mail(snapshot, key, listed, today, audience) for key, listed in by_agency.items() if listed}


def _mail(snapshot: Snapshot, key: str, deadlines: Sequence[Deadline], today: date, audience: Sharing) -> bytes:
    day = f"{today.day} {today:%B %Y}"
    agency = safe_line(name_of(snapshot, key))
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["To"] = ""
    mail["Subject"] = f"What is due from {agency}, {day}"
    body = "\n".join(_body(snapshot, agency, deadlines, day, audience))
    mail.set_content(f"{body}\n", cte="quoted-printable")
    return mail.as_bytes()


def _body(snapshot: Snapshot, agency: str, deadlines: Sequence[Deadline], day: str, audience: Sharing) -> Iterator[str]:
    partnership = safe_line(snapshot.partnership.title) if snapshot.partnership else "the partnership"
    yield f"The records of {partnership} hold this for {agency} as of {day}."
    for state, heading in _GROUPS.items():
        listed = [deadline for deadline in deadlines if deadline.state is state]
        if listed:
            yield ""
            yield heading
        for deadline in listed:
            yield f"- {_line(snapshot, deadline)}"
    yield ""
    yield "Please answer what was done and when, or by which day it will be done."
    yield ""
    yield f"{day} \u00b7 audience: {audience.value} \u00b7"


def _line(snapshot: Snapshot, deadline: Deadline) -> str:
    due = f"{deadline.due}: " if deadline.due else ""
    role = f" ({deadline.role})" if deadline.role else ""
    return safe_line(f"{due}{deadline.what}: {title_of(snapshot, deadline)}{role} [{deadline.record}]")
