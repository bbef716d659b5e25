"""What is raised where the value of a cell cannot be taken over."""

_LONGEST = 40


class CellError(ValueError):
    """The value of a cell cannot be taken over: what it holds, and what to do about it."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


def shortened(text: str) -> str:
    """A text as a message quotes it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
