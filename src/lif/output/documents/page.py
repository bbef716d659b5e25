"""The files beside the program that say what pages and paper look like, and the letters they are set in."""

from pathlib import Path

FONTS = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf")
"""The letters that pictures and PDF are set in: shipped, so that a document is the same on every computer."""


def folder() -> Path:
    """Where they are."""
    return Path(__file__).parent / "look"


def text_of(name: str) -> str:
    """The text of one of them."""
    return (folder() / name).read_text(encoding="utf-8")


def fonts() -> list[str]:
    """The paths of the fonts that are there."""
    return [str(path) for name in FONTS if (path := folder() / name).is_file()]
