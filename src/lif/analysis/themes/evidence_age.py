"""How much evidence a proposal rests on, and how old its newest is, in words."""

from lif.analysis.themes.theme_reading import ThemeReading


def evidence_behind(reading: ThemeReading, old_after_months: int) -> str:
    """`2 kinds of evidence, the newest 97 months old, which is old (beyond 24 months)`."""
    count = len(reading.lines)
    kinds = "1 kind of evidence" if count == 1 else f"{count} kinds of evidence"
    if reading.newest_months is None:
        return f"{kinds}, none {'looking at practice directly' if reading.is_self_description else 'of it dated'}"
    return f"{kinds}, the newest {age_in_words(reading.newest_months, old_after_months)}"


def age_in_words(months: int, old_after_months: int) -> str:
    """The age of evidence: `7 months old`, or `97 months old, which is old (beyond 24 months)`."""
    old = f", which is old (beyond {old_after_months} months)" if months > old_after_months else ""
    return f"{months} {'month' if months == 1 else 'months'} old{old}"
