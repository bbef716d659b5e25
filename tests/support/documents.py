"""A document with every part that one can have, and the days and pictures to make it with."""

from datetime import date

from lif.output.charts.rendered import pictures_of
from lif.output.documents.document import DocumentContext
from lif.reports.charts.actions import ActionsChart

CHART = ActionsChart("done", "Actions by state and strength", (("stronger", (0, 2, 0, 1)), ("weaker", (1, 0, 0, 0))))
MADE = DocumentContext(date(2026, 11, 22), pictures_of([CHART]))
WHOLE = """# The *yearly* report: Exampleshire

> Compiled by **the unit**.

## What changed

- One[^a]
- Two[^a][^b]

  and more of it

3. Third
4. Fourth

### How many there are

What there is:

| What | How many |
|---|--:|
| Reviews \\| audits | 3 |
| Actions | 12 |

![The message: 4 of 12 before](picture:done)

---

A line  
broken, with `code`, [a link](https://example.org/a?b=c&d) and *words*.

```
as it   is
```

[^a]: `reviews/2025-a` A review
[^b]: Two paragraphs.

    The second.
"""  # noqa: W291 - two spaces at the end of a line break it
"""Every part that a document can have."""
