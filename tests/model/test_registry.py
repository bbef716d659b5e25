import pytest

from lif.model.registry import KINDS, kind_of


def test_the_kind_of_a_record_follows_from_its_folder() -> None:
    assert [kind_of(kind.id_of("2019-x")) for kind in KINDS] == list(KINDS)


@pytest.mark.parametrize("record_id", ["/2019-x", "somewhere/2019-x", "reviews", ""])
def test_an_id_outside_the_folders_is_of_no_kind(record_id: str) -> None:
    assert kind_of(record_id) is None
