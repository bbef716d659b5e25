"""Made-up values for tests of the privacy scan: of each hard kind some, from ranges that are kept for tests."""

HARD = (
    ("the NHS number is 999 000 0123", "LIF601"),
    ("NHS no 9990000158", "LIF601"),
    ("the pupil number is Z306000017123", "LIF602"),
    ("national insurance QQ 12 34 56 C", "LIF603"),
    ("born on 7 March 2014 in a hospital", "LIF604"),
    ("date of birth: 14/03/2012 on the form", "LIF604"),
    ("he died on 9 November 2018 at home", "LIF604"),
    ("lives at CR99 9ZZ now", "LIF605"),
    ("the telephone is 07700 900123 at home", "LIF606"),
    ("write to zara.testerton@example.org today", "LIF607"),
    ("zara dot testerton at example dot org", "LIF607"),
    ("the case number is 4512345 there", "LIF608"),
    ("Mosaic ID 1234567 was closed", "LIF608"),
    ("crime ref 01/12345/19 was given", "LIF608"),
    ("passport number 533401372 was held", "LIF609"),
)
"""A sentence for each kind, and the code of what stands in it."""
