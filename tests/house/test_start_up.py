import subprocess
import sys

import pytest

from support.tree import nothing

HEAVY = {"pydantic", "ruamel", "jinja2", "rich"}
ASK = """
import sys
sys.argv = ["lif", *sys.argv[1:]]
from lif.cli.app import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_what_needs_no_records_loads_nothing_heavy(asked: str) -> None:
    done = subprocess.run([sys.executable, "-c", ASK, asked], capture_output=True, text=True, check=True)
    nothing(HEAVY & set(done.stderr.split()))
    assert done.stdout.strip() != ""
