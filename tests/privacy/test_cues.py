import pytest

from lif.privacy.scan import scan


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NHS no. is recorded as 9990000124 on the form", "LIF601"),
        ("NHS number: 999 OOO 0123", "LIF601"),
        ("saved as chron-999-000-0123-notes.yaml", "LIF601"),
        ("mob 7700900123", "LIF606"),
        ("tel: O7700 900123", "LIF606"),
        ("3 May 2012 (DOB)", "LIF604"),
        ("EDD: 3 May 2019", "LIF604"),
        ("D  O B 03/05/2012", "LIF604"),
        ("the girl, born in May 2012, was seen", "LIF604"),
        ("the young person died on 3-May-2019", "LIF604"),
        ("The infant died on 3 May", "LIF604"),
        ("postcode CR0O 9ZZ", "LIF605"),
        ("postcode: XX9 9ZZ", "LIF605"),
        ("home visit to 12 fictional close", "LIF612"),
        ("MRN 1234567", "LIF608"),
        ("notification ref XX-2018-004512", "LIF608"),
        ("case_id: 123456", "LIF608"),
        ("Crown Court T20187001", "LIF608"),
        ("mr TESTERTON came", "LIF613"),
        ("see mrs-testerton-letter.docx", "LIF613"),
        ("his partner Zarabelle left", "LIF614"),
        ("SW Zarabelle Testerton rang", "LIF614"),
        ("young person ZT moved", "LIF615"),
        ("Subject: ZT, child of the family", "LIF615"),
        ("Fictitia Primary School (Year 4)", "LIF616"),
        ("The boy (7) lives in Fictitia", "LIF616"),
    ],
)
def test_a_cue_gives_away_what_no_form_does(text: str, code: str) -> None:
    assert [match.code.name for match in scan(text)] == [code]


INNOCENT = """\
Dr Foster and other intelligence providers
PC World supplied the laptops
Dr Barnardo founded the charity
We must not miss Appointments twice
The child was not brought to 3 of 5 appointments
Young person QA was agreed
The NHS number is never written here
NHS England published 12 documents in 2018
NHS Croydon CCG spent 1200000 pounds
Call 0300 123 4567 or 999
Contact rates rose from 1200 to 1350 per 10000
The telephone survey reached 350 parents
The child practice review was published on 3 May 2019
Children born in 2012 were in the sample
Four deaths of children in 2018-19
The expected date of delivery of the report is 3 May 2019
The postcode lottery in CAMHS waiting lists
Address the 5 findings in the plan
The visit took 12 weeks to arrange
The board visited 3 schools and 2 nurseries
Notification within 5 working days
The notification of 2018 was late
Serious incident notification 2018-19: 14
Family Court judgments in 2019 and 2020
The inquest of 2018 was adjourned
Ofsted URN 100001, and URN guidance for schools, 2018
His partner Agency was told
The child and their partner School
Mum (Mother) and dad (Father) were asked
SW London health partners said
The SW was absent
Child A moved to a new placement
Child LA was asked
Primary School (2019 figures)
A secondary School (3 of them) took part
Lives in Croydon and aged 11 to 17
Grace period, May half term and Will power
Mark Schemes were agreed
Sister services and nurse services were asked
see docs/2019-early-help-audit.pdf
records/reviews/2018-child-j-and-child-k.yaml
2025-section-47.docx
Ms Office and MS Teams were used
""".splitlines()


@pytest.mark.parametrize("text", INNOCENT)
def test_the_same_words_about_work_pass(text: str) -> None:
    assert [(match.code.name, match.value) for match in scan(text)] == []
