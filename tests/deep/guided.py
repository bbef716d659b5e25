"""The coverage-guided fuzzer, a program of its own: it follows which lines a file reaches, and ends itself."""

import sys

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["lif"]):
    from deep.fuzz import one_file

atheris.Setup(sys.argv, one_file)
atheris.Fuzz()
