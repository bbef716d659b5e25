"""The steps that the generated files of the services run, run here, in the repository of a change that means harm."""

import os
import shutil
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from support.repository import Repo
from support.tree import ROOT
from support.ws import Workspace

WHEEL = "wheels/made_up-{}-py3-none-any.whl"
TRAPS = ("pip.py", "sitecustomize.py", "usercustomize.py", "venv.py", "pip/__main__.py", "lif/__main__.py", "git.py")
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="no bash")


def _wheel(version: str) -> bytes:
    """A wheel that holds nothing."""
    info = f"made_up-{version}.dist-info"
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"made-up-{os.getpid()}-{version}.whl"  # noqa: S108 - gone at once
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: made-up\nVersion: {version}\n")
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")
    data = path.read_bytes()
    path.unlink()
    return data


def _read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(StringIO(text))


def _install_steps(forge: str, root: Path) -> list[str]:
    """What the service runs before it runs lif, as scripts."""
    match forge:
        case "github":
            jobs = _read((root / ".github/workflows/lif.yml").read_text())["jobs"].values()
            steps = [step["run"] for job in jobs for step in job["steps"] if step.get("name") == "Install lif"]
        case "gitlab":
            lines = _read((root / ".gitlab-ci.yml").read_text())["records"]["script"]
            steps = ["\n".join(line for line in lines if not line.startswith("lif "))]
        case "azure":
            job = _read((root / "azure-pipelines.yml").read_text())["jobs"][0]
            steps = [step["script"] for step in job["steps"] if step.get("displayName") == "Install lif"]
        case _:
            steps = [step["run"] for step in _read((ROOT / "action.yml").read_text())["runs"]["steps"][1:2]]
    assert steps
    return steps


def _changed(folder: Path, forge: str) -> tuple[Repo, Path]:
    """A repository on a branch that brings traps, another wheel and other requirements."""
    root, marker = folder / "ws", folder / "sprung"
    root.mkdir()
    Workspace(root).lif("init", "--example", "--forge", forge, "--lif-from", WHEEL.format("1.0"))
    repo = Repo.begun(root)
    repo.write({WHEEL.format("1.0"): _wheel("1.0")})
    base = repo.commit()
    repo.git("update-ref", "refs/remotes/origin/main", base)
    repo.git("switch", "--quiet", "--create", "change")
    trap = f"open({str(marker)!r}, 'a').write(__file__)\n"
    ours: dict[str, str | bytes | None] = {
        WHEEL.format("2.0"): _wheel("2.0"),
        "requirements.txt": f"./{WHEEL.format('2.0')}\n",
    }
    repo.commit(dict.fromkeys(TRAPS, trap) | ours)
    return repo, marker


@pytest.mark.parametrize("forge", ["github", "gitlab", "azure", "action"])
def test_no_step_runs_or_installs_anything_of_the_change(forge: str, tmp_path: Path) -> None:
    repo, marker = _changed(tmp_path, "github" if forge == "action" else forge)
    scratch = tmp_path / "scratch"
    for number, step in enumerate(_install_steps(forge, repo.root)):
        (temporary := scratch / str(number)).mkdir(parents=True)
        environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(scratch),
            "TMPDIR": str(temporary),
            "PIP_DRY_RUN": "1",
            "PIP_NO_INDEX": "1",
            "BASE": "main",
            "RUNNER_TEMP": str(temporary),
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": repo.git("rev-parse", "origin/main"),
            "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
            "AGENT_TEMPDIRECTORY": str(temporary),
            "VERSION": str(repo.root / WHEEL.format("2.0")) if forge == "action" else "",
            "HERE": "",
        }
        script = step.replace("--quiet --disable", "--disable").replace("install --quiet", "install")
        ran = subprocess.run(
            [str(BASH), "-eu", "-c", script],
            cwd=repo.root,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )
        assert ran.returncode == 0, ran.stderr
        assert not marker.exists(), marker.read_text()
        installed = "made-up-2.0" if forge == "action" else "made-up-1.0"  # an action installs what its caller names
        assert f"Would install {installed}" in ran.stdout


def test_the_trap_would_have_sprung(tmp_path: Path) -> None:
    repo, marker = _changed(tmp_path, "github")
    subprocess.run([sys.executable, "-m", "pip", "--version"], cwd=repo.root, capture_output=True, check=False)
    assert marker.exists()


def test_the_commands_of_lif_spring_no_trap(tmp_path: Path) -> None:
    repo, marker = _changed(tmp_path, "github")
    lif = str(Path(sys.executable).with_name("lif"))
    for words in (("check", "--staged"), ("diff", "origin/main...HEAD"), ("--version",)):
        subprocess.run([lif, *words], cwd=repo.root, capture_output=True, check=False)
    assert not marker.exists()


def test_no_instruction_installs_a_name_that_the_project_does_not_own() -> None:
    places = [ROOT / "README.md", ROOT / "action.yml", *(ROOT / "docs").rglob("*.md")]
    places += [*(ROOT / "templates" / "workspace").iterdir(), *(ROOT / "src").rglob("*.py")]
    for path in places:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert "lif-toolkit==" not in line, path
            assert not ("install" in line and "lif-toolkit" in line and "Never" not in line), (path, line)


@pytest.mark.parametrize(
    "place", ["lif-toolkit==0.1.0", "git+https://example.org/lif@main", "../lif.whl", "lif.whl -r x"]
)
def test_a_place_that_anybody_could_change_is_refused(place: str, tmp_path: Path) -> None:
    ran = Workspace(tmp_path).lif("init", "--example", "--lif-from", place)
    assert ran.code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_commit_is_written_down_and_without_a_place_nothing_can_be_installed(tmp_path: Path) -> None:
    place = f"git+https://example.org/tools/lif@{'0123456789' * 4}"
    for name in "ab":
        (tmp_path / name).mkdir()
    Workspace(tmp_path / "a").lif("init", "--example", "--lif-from", place)
    assert f"\nlif-toolkit @ {place}\n" in (tmp_path / "a" / "requirements.txt").read_text()
    ran = Workspace(tmp_path / "b").lif("init", "--example")
    lines = (tmp_path / "b" / "requirements.txt").read_text().splitlines()
    assert all(line.startswith("#") for line in lines)
    assert "does not say yet where lif comes from" in ran.out
