"""The style files and fonts of documents that ship with the program."""

from pathlib import Path

FONTS = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf")
"""The fonts of pictures and PDF: shipped, so that a document is the same on every computer."""


def folder() -> Path:
    """The folder that holds them."""
    return Path(__file__).parent / "look"


def style_text(name: str) -> str:
    """The text of one style file."""
    return (folder() / name).read_text(encoding="utf-8")


def font_paths() -> list[str]:
    """The paths of the fonts that exist."""
    return [str(path) for name in FONTS if (path := folder() / name).is_file()]
