import pytest

from lif.model.vocabulary import words


@pytest.mark.parametrize(
    ("closed_word", "read"),
    [
        ("needs-to-improve", "needs to improve"),
        ("multi-agency-thematic", "multi-agency thematic"),
        ("single-agency", "single-agency"),
        ("near-miss-review", "near-miss review"),
        ("good-practice-or-near-miss", "good practice or near miss"),
        ("seven-minute-briefing", "seven-minute briefing"),
        ("one-page-prompt", "one-page prompt"),
        ("one-agreed-pathway", "one agreed pathway"),
        ("e-learning", "e-learning"),
        ("hand-picked", "hand-picked"),
        ("read-back", "read-back"),
    ],
)
def test_a_closed_word_is_read_with_the_hyphens_that_english_keeps(closed_word: str, read: str) -> None:
    assert words(closed_word) == read
