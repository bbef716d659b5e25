"""The given names that lif brings: those that are no other word, and those that are also words, months or places."""

from functools import cache

from lif.privacy.lexicon import also_words, given_a_to_d, given_e_to_k, given_l_to_r, given_s_to_z


@cache
def sure_names() -> frozenset[str]:
    """Given names that are no other word, in lower case: about 15,700."""
    modules = (given_a_to_d, given_e_to_k, given_l_to_r, given_s_to_z)
    return frozenset(name for module in modules for name in module.NAMES.split())


@cache
def names_that_are_words() -> frozenset[str]:
    """Given names that are also words, months, places or firms, in lower case: they count only beside a cue."""
    return frozenset(also_words.NAMES.split())
