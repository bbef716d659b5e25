from pathlib import Path

import pytest

from lif.errors import LifError
from lif.model.registry import KINDS, kind_of
from lif.store.yaml.layout import format_record

EXAMPLE = Path(__file__).parents[3] / "templates" / "example" / "records"
MESSY = """\
# who keeps this

# how far
sharing: public   # agreed
title: 'It''s late'

# soon
due: "2026-01-01"
owner: # whose
   role: head
   agency: police
   # below it
answers:
- needs/a   # a
# between
- needs/b

measures:
-   what: "no"
    target: |
       as it
         stands
    # at the end
-   what: plain
      over lines # beside
progress: []
# tail


"""
LAID_OUT = """\
# who keeps this

title: It's late
# how far
sharing: public  # agreed
answers:
  - needs/a  # a
  # between
  - needs/b
owner:  # whose
  agency: police
  # below it
  role: head

# soon
due: 2026-01-01

measures:
  - what: "no"
    target: |
      as it
        stands
    # at the end
  - what: plain
      over lines  # beside
progress: []
# tail
"""


@pytest.mark.parametrize("text", [MESSY, MESSY.replace("\n", "\r\n"), "\ufeff" + MESSY])
def test_order_steps_quotes_and_line_endings_are_put_right(text: str) -> None:
    assert format_record(text.encode(), KINDS["action"]).decode() == LAID_OUT


def test_what_is_laid_out_stays_as_it_is() -> None:
    assert format_record(LAID_OUT.encode(), KINDS["action"]).decode() == LAID_OUT


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda path: str(path.relative_to(EXAMPLE)))
def test_the_example_is_laid_out(path: Path) -> None:
    kind = kind_of(path.relative_to(EXAMPLE).as_posix().removesuffix(".yaml"))
    assert kind is not None
    assert format_record(path.read_bytes(), kind) == path.read_bytes()


@pytest.mark.parametrize("text", ["title: {x}\n", "title: a\ntitle: b\n", "- a\n", "\tx\n"])
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(LifError) as stopped:
        format_record(text.encode(), KINDS["action"])
    assert stopped.value.exit_code == 1


def test_fields_nobody_knows_come_last_with_their_quotes() -> None:
    text = 'ownr: "no"\ntitle: A\n'
    assert format_record(text.encode(), KINDS["action"]).decode() == 'title: A\nownr: "no"\n'


def test_kept_empty_lines_at_the_end_of_a_text_are_data() -> None:
    text = "title: A\nnotes: |+\n  kept\n\n\n"
    assert format_record(text.encode(), KINDS["action"]).decode() == text
