"""Ask for a report as the command line does: through a view of the records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lif.disclosure.changed_evidence import changed_evidence
from lif.disclosure.view_of import view_of
from lif.model.period import Period
from lif.model.sharing import RESTRICTED, Sharing
from lif.model.snapshot import Snapshot
from lif.model.view import View
from lif.reports.request import Request

T = TypeVar("T")


def seen(snapshot: Snapshot, day: date, audience: Sharing = RESTRICTED, period: Period | None = None) -> View:
    """The view of the records on a day."""
    return view_of(snapshot, day, audience, period)


def built(
    build: Callable[[View, Request], T], snapshot: Snapshot, request: Request, audience: Sharing = RESTRICTED
) -> T:
    """The content of a report on the year or period of the request, or as of its day."""
    view = seen(snapshot, request.today, audience, request.year or request.period)
    return build(view, replace(request, changed_evidence=changed_evidence(snapshot, view)))
