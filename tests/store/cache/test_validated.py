import json
import sqlite3
from pathlib import Path

import pytest

from lif.model.parts import part
from lif.store.cache.database import DatabaseCache
from lif.store.load.load import load
from lif.store.load.source import Memory

NOTED = b"""title: 2019
sharing: public
agreed: 2019-05-01
"""
"""A sound record with a note: its title reads as a number in other programs."""
PATH = "records/actions/2019-a.yaml"


def test_a_sound_record_with_notes_is_validated_once_and_its_text_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "cache.sqlite"
    first = load(Memory({PATH: NOTED}), DatabaseCache(place))
    assert [diagnostic.code.name for diagnostic in first.diagnostics if diagnostic.location.path == PATH] == ["LIF210"]
    with sqlite3.connect(place) as database:
        assert [json.loads(text) for (text,) in database.execute("SELECT told FROM tree")] == [None]
    monkeypatch.setattr(part.Part, "model_validate", lambda *_: pytest.fail("a record was validated again"))
    again = load(Memory({PATH: NOTED}), DatabaseCache(place))
    assert again.snapshot == first.snapshot
    assert again.diagnostics == first.diagnostics


def test_a_record_that_the_model_refuses_is_validated_each_time(tmp_path: Path) -> None:
    place = tmp_path / "cache.sqlite"
    data = NOTED.replace(b"2019-05-01", b"2019-02-30")
    first = load(Memory({PATH: data}), DatabaseCache(place))
    assert load(Memory({PATH: data}), DatabaseCache(place)).diagnostics == first.diagnostics
    with sqlite3.connect(place) as database:
        assert database.execute("SELECT count(*) FROM tree").fetchall() == [(0,)]


def test_a_cache_that_is_wrong_about_a_record_is_not_believed(tmp_path: Path) -> None:
    place = tmp_path / "cache.sqlite"
    data = NOTED.replace(b"2019-05-01", b"2019-02-30")
    cache = DatabaseCache(place)
    cache.keep_validated("action", data)
    cache.write()
    assert DatabaseCache(place).is_validated("action", data)
    fresh = load(Memory({PATH: data}))
    assert load(Memory({PATH: data}), DatabaseCache(place)).diagnostics == fresh.diagnostics
