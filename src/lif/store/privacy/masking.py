"""Mask in every diagnostic the values of the files with personal data, each file searched once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lif.diagnostics.diagnostic import Diagnostic
from lif.privacy.mask import Values, mask_matches, mask_path, mask_quoted_names
from lif.store.privacy.allowed_names import AllowedNames
from lif.store.privacy.files import FileMatches

_TRUNCATED_VALUE = re.compile(r"`[^`\n]*…`")
"""A quoted value that was cut short, so that it may hold only part of a private value."""


class Masks:
    """What must be masked: in every diagnostic the values in file names, and in one on a file also those of its text.

    A declared pseudonym and a public name are told.
    An id, a key or a theme that a message quotes is masked wherever it stands, whether or not a file has that name.
    """

    def __init__(self, private_files: Iterable[FileMatches], allowed: AllowedNames) -> None:
        self._allowed = allowed
        private = tuple(private_files)
        self._names = Values(match.value for file in private for match in file.name)
        self._text = {
            path: Values(match.value for match in file.text)
            for file in private
            for path in {file.path, mask_path(file.path)}
        }

    def on(self, diagnostic: Diagnostic) -> Diagnostic:
        """The diagnostic with everything masked that could identify a person."""
        text = self._text.get(diagnostic.location.path)
        if text is None and not self._names:
            return _without_names(diagnostic)
        plain = _without_names(diagnostic)
        return replace(
            plain,
            message=self._masked(_TRUNCATED_VALUE.sub("`[masked]`", plain.message), text),
            hint=self._masked(plain.hint, text),
            record=self._masked(plain.record, text),
            at=tuple(self._masked(step, text) if isinstance(step, str) else step for step in plain.at),
        )

    def _masked(self, value: str, text: Values | None) -> str:
        masked = text.masked(value) if text else value
        return mask_matches(self._names.masked(masked), self._allowed.holds)


def _without_names(diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic with names masked in ids, keys and field names only: nothing else of it quotes a record."""
    path = mask_path(diagnostic.location.path)
    message, hint = mask_quoted_names(diagnostic.message), mask_quoted_names(diagnostic.hint)
    record = mask_path(diagnostic.record)
    at = tuple(mask_path(step) if isinstance(step, str) else step for step in diagnostic.at)
    before = (diagnostic.location.path, diagnostic.message, diagnostic.hint, diagnostic.record, diagnostic.at)
    if (path, message, hint, record, at) == before:
        return diagnostic
    return replace(
        diagnostic, message=message, hint=hint, location=replace(diagnostic.location, path=path), record=record, at=at
    )
