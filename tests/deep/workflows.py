"""Holds the workflows that `lif init` writes, and action.yml, against their official schemas, and asks zizmor of them.

`.venv/bin/python tests/deep/workflows.py`. It needs the network once: in build/deep/workflows it makes a venv of its
own for check-jsonschema, which brings the schemas of GitHub, GitLab and Azure DevOps as SchemaStore has them, and for
zizmor, which looks for weaknesses of GitHub's.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep" / "workflows"
TOOLS = KEPT / "venv" / "bin"
CHECKER, ZIZMOR = "check-jsonschema==0.39.0", "zizmor==1.32.0"
LIF = Path(sys.executable).with_name("lif")
WORKFLOWS = {
    "github": (".github/workflows/lif.yml", "vendor.github-workflows", ()),
    "gitlab": (".gitlab-ci.yml", "vendor.gitlab-ci", ("--data-transform", "gitlab-ci")),
    "azure": (
        "azure-pipelines.yml",
        "vendor.azure-pipelines",
        ("--data-transform", "azure-pipelines", "--regex-variant", "nonunicode"),
    ),
}
"""The workflow of each service, its schema, and how the checker has to read both."""


def run_command(*command: str | Path) -> tuple[int, str]:
    """How it ended, and what it said."""
    done = subprocess.run(command, cwd=KEPT, capture_output=True, check=False, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


def ready() -> None:
    """The tools, and a workspace for each service."""
    KEPT.mkdir(parents=True, exist_ok=True)
    if not (TOOLS / "check-jsonschema").exists() or not (TOOLS / "zizmor").exists():
        subprocess.run([sys.executable, "-m", "venv", KEPT / "venv"], check=True)
        subprocess.run([TOOLS / "pip", "install", "--quiet", CHECKER, ZIZMOR], check=True)
    for forge in WORKFLOWS:
        shutil.rmtree(KEPT / forge, ignore_errors=True)
        subprocess.run([LIF, "init", "--example", "--forge", forge, str(KEPT / forge)], check=True, capture_output=True)


def of_schemas() -> list[str]:
    """Each workflow that its schema refuses, and each schema that refuses nothing."""
    wrong = []
    for forge, (path, schema, reading) in WORKFLOWS.items():
        code, told = run_command(TOOLS / "check-jsonschema", "--builtin-schema", schema, *reading, KEPT / forge / path)
        wrong += [f"{forge}: {told}"] if code else []
        broken = KEPT / forge / "broken.yml"
        broken.write_text((KEPT / forge / path).read_text(encoding="utf-8") + "stepz: 10\n", encoding="utf-8")
        code, told = run_command(TOOLS / "check-jsonschema", "--builtin-schema", schema, *reading, broken)
        wrong += [] if code else [f"{forge}: its schema lets a broken workflow through"]
    code, told = run_command(
        TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml"
    )
    return [*wrong, *([f"action.yml: {told}"] if code else [])]


def of_zizmor() -> list[str]:
    """What zizmor says of what runs on GitHub."""
    workflow = KEPT / "github" / WORKFLOWS["github"][0]
    code, told = run_command(TOOLS / "zizmor", "--offline", "--pedantic", workflow, ROOT / "action.yml")
    return [f"zizmor has something to say:\n{told}"] if code else []


if __name__ == "__main__":
    ready()
    if found := [*of_schemas(), *of_zizmor()]:
        sys.exit("\n".join(found))
    sys.stdout.write("workflows: as their schemas want them; zizmor has nothing to say\n")
