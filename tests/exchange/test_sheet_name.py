from lif.exchange.sheet_name import LONGEST, sheet_names


def test_names_hold_nothing_that_a_program_refuses_and_no_two_are_alike() -> None:
    names = sheet_names(
        ["A / very [long] name: of an agency that * goes on", "History", "Police", "POLICE", "???", "Lists", "'quoted'"]
    )
    assert all(0 < len(name) <= LONGEST and not set(name) & set("[]:*?/\\") for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert names[1:] == ("History 2", "Police", "POLICE 2", "Sheet 2", "Lists 2", "quoted")
