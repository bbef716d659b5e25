"""All working sheets by name; any kind of record is a flat sheet as well (`flat.flat_layout`)."""

from lif.exchange.layout import Layout
from lif.exchange.layouts.actions import ACTIONS
from lif.exchange.layouts.assessment import ASSESSMENT
from lif.exchange.layouts.challenges import CHALLENGES
from lif.exchange.layouts.due import DUE
from lif.exchange.layouts.indicators import INDICATORS
from lif.exchange.layouts.programme import PROGRAMME

LAYOUTS: dict[str, Layout] = {
    layout.what: layout for layout in (ACTIONS, INDICATORS, ASSESSMENT, PROGRAMME, CHALLENGES, DUE)
}
"""The sheets of each subject, in the order of the help."""
