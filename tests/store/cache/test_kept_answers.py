from datetime import date
from pathlib import Path

import pytest

from lif.store.cache.kept_answers import forget_answers, keep_answers, kept_answers

TODAY = date(2026, 12, 1)


def test_workspaces_that_share_a_cache_folder_do_not_see_the_answers_of_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIF_CACHE_DIR", str(tmp_path / "cache"))
    here, there = tmp_path / "here", tmp_path / "there"
    assert keep_answers(here, "review", [{"title": "A"}], TODAY)
    assert kept_answers(there, "review", TODAY) is None
    forget_answers(there, "review")
    assert kept_answers(here, "review", TODAY) == (TODAY, [{"title": "A"}])
