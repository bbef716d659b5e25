"""All working sheets by name; any kind of record is a flat sheet as well (`flat.flat_layout`)."""

from lif.exchange.layout import Layout
from lif.exchange.layouts.actions import ACTIONS
from lif.exchange.layouts.assessment import ASSESSMENT
from lif.exchange.layouts.indicators import INDICATORS

LAYOUTS: dict[str, Layout] = {layout.what: layout for layout in (ACTIONS, INDICATORS, ASSESSMENT)}
