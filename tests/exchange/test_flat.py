from lif.exchange.column import ColumnType
from lif.exchange.flat import flat_layout
from lif.exchange.registry import LAYOUTS
from lif.model.parts.shape import field_at
from lif.model.registry import KINDS


def test_every_kind_has_a_flat_sheet_whose_columns_are_its_fields() -> None:
    for kind in KINDS:
        reference, *others = flat_layout(kind).columns
        assert reference.type is ColumnType.ID
        assert not reference.editable
        assert all(field_at(kind.model, column.steps) for column in others)


def test_a_list_of_free_text_does_not_come_back_but_a_list_of_keys_does() -> None:
    columns = {column.key: column for column in flat_layout(KINDS["audit"]).columns}
    assert columns["themes"].editable
    assert not columns["limitations"].editable


def test_the_choices_of_a_field_come_from_the_register_or_the_closed_list() -> None:
    choices = {column.key: column.choices for column in flat_layout(KINDS["action"]).columns}
    assert (choices["owner.agency"], choices["outcome"], choices["draft"]) == ("agencies", "Outcome", "yes_no")


def test_each_column_of_a_working_sheet_that_comes_back_is_a_field() -> None:
    for layout in LAYOUTS.values():
        at = (layout.items,) if layout.items else ()
        for column in layout.editable:
            path = (*at, *(step for step in column.steps if step != "+"))
            assert field_at(KINDS[layout.kind].model, path), column.key
        assert layout.id_column.heading == "Reference"
