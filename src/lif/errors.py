"""What is raised when the environment is broken: never for a bad record, which is a diagnostic."""


class LifError(Exception):
    """Something outside the records stops the work; says what, and what to do about it."""

    def __init__(self, message: str, hint: str = "", *, exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
