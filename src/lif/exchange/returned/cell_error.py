"""What is raised where the value of a cell cannot be taken over."""


class CellError(ValueError):
    """The value of a cell cannot be taken over: what it holds, and what to do about it."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint
