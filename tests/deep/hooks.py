"""Runs the real pre-commit in a workspace that `lif init` wrote, and lif's own hook as others would take it.

`.venv/bin/python tests/deep/hooks.py`. It needs git, and the network: it makes a venv of its own for pre-commit in
build/deep/hooks, and pre-commit makes one for the hook. What it makes is kept there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep" / "hooks"
TOOLS = KEPT / "venv" / "bin"
PRE_COMMIT = "pre-commit==4.7.0"
LIF = Path(sys.executable).with_name("lif")
CITED = "records/reviews/2023-missing-from-learning.yaml"
NOTICE = "records/needs/2026-notice.yaml"
GOOD = """\
title: Notice taken of short absences
sharing: partnership
driver: data
themes: [not-in-school]
"""
CITING = """\
title: Short absences went unseen
sharing: partnership
source: reviews/2026-short
theme: information-sharing
direction: gap
says: Short absences went unseen in one service
"""
REVIEW = """\
title: Short absences
sharing: partnership
review_kind: thematic-review
practitioners: They took part
"""


class Folder:
    """A repository, and what people do in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PATH": os.pathsep.join([str(TOOLS), str(LIF.parent), os.environ["PATH"]]),
            "PRE_COMMIT_HOME": str(KEPT / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{
                f"GIT_{who}_{what}": "role@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }

    def tried(self, *command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=self.path, env=self._environment, capture_output=True, check=False, encoding="utf-8"
        )
        return done.returncode, done.stdout + done.stderr

    def did(self, *command: str) -> str:
        code, said = self.tried(*command)
        if code:
            sys.exit(f"{' '.join(command)} failed:\n{said}")
        return said

    def put(self, path: str, text: str) -> None:
        (self.path / path).parent.mkdir(parents=True, exist_ok=True)
        (self.path / path).write_text(text, encoding="utf-8", newline="\n")
        self.did("git", "add", path)


def ready() -> None:
    """The tools, and an empty place."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in ("workspace", "others"):
        shutil.rmtree(KEPT / name, ignore_errors=True)
    if not (TOOLS / "pre-commit").exists():
        subprocess.run([sys.executable, "-m", "venv", KEPT / "venv"], check=True)
        subprocess.run([TOOLS / "pip", "install", "--quiet", PRE_COMMIT], check=True)


def of_ones_own() -> list[str]:
    """What the hook that `lif init` writes lets through, and what it stops; everything that is not as it should be."""
    subprocess.run([LIF, "init", "--example", "--forge", "github", str(KEPT / "workspace")], check=True)
    folder = Folder(KEPT / "workspace")
    folder.did("git", "init", "--quiet", "--initial-branch=main")
    folder.did("pre-commit", "install")
    folder.did("git", "add", "--all")
    folder.did("git", "commit", "--quiet", "--message", "Begin")
    wrong = []

    def stopped(what: str, says: str, *command: str) -> None:
        code, said = folder.tried(*command)
        sys.stdout.write(f"  {what}: {'stopped' if code else 'let through'}\n")
        if not code or says not in said:
            wrong.append(f"{what} was not stopped with {says}:\n{said}")
        folder.did("git", "reset", "--quiet", "--hard", "HEAD")

    folder.put(NOTICE, GOOD)
    folder.did("git", "commit", "--quiet", "--message", "A need")
    folder.put(NOTICE, GOOD.replace("driver:", "drivr:"))
    stopped("a wrong field", "LIF203", "git", "commit", "--message", "A mistake")
    folder.did("git", "rm", "--quiet", CITED)
    stopped("a record taken away that others cite", "LIF301", "git", "commit", "--message", "Away")
    folder.put("records/reviews/2026-short.yaml", REVIEW)
    folder.did("git", "commit", "--quiet", "--message", "A review")
    folder.did("git", "switch", "--quiet", "--create", "citing")
    folder.put("records/findings/2026-short.yaml", CITING)
    folder.did("git", "commit", "--quiet", "--message", "A finding")
    folder.did("git", "switch", "--quiet", "main")
    folder.did("git", "rm", "--quiet", "records/reviews/2026-short.yaml")
    folder.did("git", "commit", "--quiet", "--message", "Not a review after all")
    stopped("a merge that git finds clean", "LIF301", "git", "merge", "--no-edit", "citing")
    return wrong


def of_others() -> list[str]:
    """Lif's own hook, taken by others from a repository: `pre-commit try-repo`."""
    subprocess.run([LIF, "init", "--example", str(KEPT / "others")], check=True, capture_output=True)
    folder = Folder(KEPT / "others")
    folder.did("git", "init", "--quiet", "--initial-branch=main")
    folder.did("git", "add", "--all")
    wrong = []
    command = ("pre-commit", "try-repo", str(ROOT), "lif-check", "--ref", "HEAD", "--verbose")
    code, said = folder.tried(*command)
    wrong += [f"try-repo on good records failed:\n{said}"] if code else []
    folder.put(NOTICE, GOOD.replace("driver:", "drivr:"))
    code, said = folder.tried(*command)
    wrong += [f"try-repo on a bad record passed:\n{said}"] if not code or f"{NOTICE}:3" not in said else []
    sys.stdout.write(said)
    return wrong


if __name__ == "__main__":
    if shutil.which("git") is None:
        sys.exit("Not on the path: git.")
    ready()
    if found := [*of_ones_own(), *of_others()]:
        sys.exit("\n".join(found))
    sys.stdout.write("pre-commit: what is wrong is stopped, what is right is let through\n")
