"""How every picture of a report is drawn."""

from lif.output.charts.actions import ACTIONS
from lif.output.charts.control import CONTROL
from lif.output.charts.evidence_grid import EVIDENCE_GRID
from lif.output.charts.line_of_sight import LINE_OF_SIGHT
from lif.output.charts.then_and_now import THEN_AND_NOW
from lif.output.drawing import Drawing
from lif.registry import Registry

DRAWINGS: Registry[Drawing] = Registry(THEN_AND_NOW, EVIDENCE_GRID, CONTROL, LINE_OF_SIGHT, ACTIONS)
