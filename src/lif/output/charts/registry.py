"""The registry of chart drawings, by kind of chart."""

from lif.output.charts.drawing import Drawing
from lif.output.charts.drawings.actions import ACTIONS
from lif.output.charts.drawings.control import CONTROL
from lif.output.charts.drawings.evidence_grid import EVIDENCE_GRID
from lif.output.charts.drawings.line_of_sight import LINE_OF_SIGHT
from lif.output.charts.drawings.then_and_now import THEN_AND_NOW
from lif.registry import Registry

DRAWINGS: Registry[Drawing] = Registry(THEN_AND_NOW, EVIDENCE_GRID, CONTROL, LINE_OF_SIGHT, ACTIONS)
