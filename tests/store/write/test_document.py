from pathlib import Path

import pytest

from lif.errors import LifError
from lif.store.write.document import save
from support.ws import workspace


@pytest.mark.parametrize("place", ["records/annual.md", "records/partnership.yaml", "records/new/../reviews/a.md"])
def test_no_document_lands_among_the_records(place: str, tmp_path: Path) -> None:
    made = workspace(tmp_path)
    before = made.everything()
    with pytest.raises(LifError, match="among the records"):
        save(tmp_path / place, b"a document", over=True)
    assert made.everything() == before


def test_no_document_lands_among_the_files_of_git(tmp_path: Path) -> None:
    (tmp_path / ".git" / "hooks").mkdir(parents=True)
    with pytest.raises(LifError, match="git's own files"):
        save(tmp_path / ".git" / "hooks" / "pre-commit", b"#!/bin/sh\n", over=True)


def test_a_name_that_hides_something_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LifError, match="invisible character"):
        save(tmp_path / "annual\x1b[31m.md", b"a document", over=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_only_called_records_may_hold_documents(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    save(tmp_path / "records" / "annual.md", b"a document", over=False)
    assert (tmp_path / "records" / "annual.md").read_bytes() == b"a document"
