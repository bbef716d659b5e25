import subprocess
import sys
from pathlib import Path

from benchmarks.generate import write
from benchmarks.workspaces import LIF, TODAY

WITHOUT = Path(__file__).with_name("without_privacy.py")


def test_the_child_without_privacy_finds_everything_else(tmp_path: Path) -> None:
    write(tmp_path, 40, 1, clean=True)
    flag = next((tmp_path / "records" / "flags").iterdir())
    text = flag.read_text(encoding="utf-8")
    flag.write_text(f"{text}ownr: somebody\nnotes: Ring 020 7946 0958\n", encoding="utf-8")
    asked = ("-C", str(tmp_path), "--today", TODAY, "--no-cache", "check", "--format", "json")
    whole, without = (
        subprocess.run([*command, *asked], capture_output=True, text=True, check=False).stdout
        for command in ((LIF,), (sys.executable, str(WITHOUT)))
    )
    assert "LIF6" in whole
    assert "LIF6" not in without
    assert "`ownr` is not a field" in without
