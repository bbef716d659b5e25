from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.statistics.similarity import EarlierText, SimilarityIndex, stem, terms

TEXTS = st.lists(st.text("abc ", max_size=12), min_size=1, max_size=8)


def test_the_cosine_is_what_scikit_learn_says(example: Callable[[str], Any]) -> None:
    published = example("tfidf_sklearn")
    index = SimilarityIndex(EarlierText(str(at), text) for at, text in enumerate(published["earlier"]))
    for text, expected in zip(published["new"], published["similarity"], strict=True):
        found = {int(candidate.id): candidate.similarity for candidate in index.best(text, k=len(expected))}
        assert [found.get(at, 0) for at in range(len(expected))] == pytest.approx(expected, abs=1e-12)


def test_repeats_come_first_with_the_words_that_speak_for_them(example: Callable[[str], Any]) -> None:
    published = example("tfidf_sklearn")
    index = SimilarityIndex(EarlierText(str(at), text) for at, text in enumerate(published["earlier"]))
    first = [[candidate.id for candidate in index.best(text, k=1)] for text in published["new"]]
    assert first == [["1"], ["5"], ["4"], ["2"], [], []]
    assert index.best("Include fathers!")[0].shared == ("fath", "includ")


def test_no_more_than_the_best_three_are_found_and_only_among_the_first_if_asked() -> None:
    index = SimilarityIndex(EarlierText(letter, "core group minutes") for letter in "dcba")
    assert [candidate.id for candidate in index.best("minutes of core groups")] == ["a", "b", "c"]
    assert [candidate.id for candidate in index.best("minutes", of_first=2)] == ["c", "d"]


def test_a_repeat_without_a_shared_word_is_found_by_theme_and_agency() -> None:
    fathers = EarlierText("a", "Include fathers", frozenset({"fathers"}), frozenset({"health"}))
    dads = EarlierText("z", "Dads are too often invisible", frozenset({"fathers"}), frozenset({"health", "police"}))
    other = EarlierText("b", "Include fathers", frozenset({"fathers"}), frozenset({"schools"}))
    index = SimilarityIndex([dads, other, fathers])
    assert SimilarityIndex([other, fathers]).best(dads.text) == ()
    assert [candidate.id for candidate in index.on_same_theme_and_agency(dads)] == ["a"]
    assert index.on_same_theme_and_agency(dads, excluding={"a"}) == ()


@pytest.mark.parametrize(
    ("words", "stemmed"),
    [
        ("meeting meetings meet", "meet"),
        ("policy policies", "policy"),
        ("assess assessed assesses assessment assessments", "assess"),
        ("case cases", "cas"),
        ("children child child's", "child"),
        ("planned planning plans plan", "plan"),
        ("bus", "bus"),
    ],
)
def test_words_are_compared_without_their_endings(words: str, stemmed: str) -> None:
    assert set(terms(words)) == {stemmed}


def test_short_words_keep_what_they_have() -> None:
    assert [stem(word) for word in ("used", "ness", "see")] == ["used", "ness", "see"]
    assert terms("The child\N{RIGHT SINGLE QUOTATION MARK}s voice, and of the") == ["child", "voic"]


@given(TEXTS, st.text("abc ", max_size=12))
def test_the_order_of_the_texts_does_not_matter(texts: list[str], asked: str) -> None:
    earlier = [EarlierText(str(at), text) for at, text in enumerate(texts)]
    found, again = SimilarityIndex(earlier).best(asked), SimilarityIndex(reversed(earlier)).best(asked)
    assert [candidate.id for candidate in found] == [candidate.id for candidate in again]
    assert all(0 < candidate.similarity <= 1 + 1e-9 for candidate in found)
