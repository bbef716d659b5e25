"""The help of `lif`, written down by docs/generate.py (make docs): printed before anything is loaded."""

HELP = {
    80: """\
Usage: lif [OPTIONS] COMMAND [ARGS]...

  Learning and improvement records of a safeguarding children partnership:
  checked, triangulated, reported.

Options:
  -C DIR                          Work in this folder instead of the one you
                                  are in.
  --at REV                        Read the records of a revision in git: main,
                                  3f2a91c.
  --today DATE                    Take this day for today: 2019-11-05.
  --audience <restricted|partnership|public>
                                  Show only what they may see.
  --no-cache                      Read every record anew, and keep nothing for
                                  the next time.
  --quiet                         Say nothing but the result.
  --no-color                      No colours.
  --format <str>                  How the result is written.
  --version                       Say which version this is.
  --install-completion            Install completion for the current shell.
  --show-completion               Show completion for the current shell, to
                                  copy it or customize the installation.
  -h, --help                      Show this message and exit.

Write:
  new          Write a new record, question by question.
  set          Change fields of a record, and nothing else in it.
  move         Rename a record or an item, and every citation of it.
  import       Take in what was changed in a workbook.
  accept       Say that evidence still holds after its source changed.
  fmt          Lay out records in one way.

Look:
  check        Check every record: what is wrong, where, and what to do.
  list         List one kind of record as a register, or count every kind.
  show         Show one record in words.
  trace        Follow the line of sight from need to impact.
  due          List what is due and what is overdue.

Ask:
  triangulate  Say what all sources together say on a theme.
  decide       Show what is known on whether to review.
  principles   Hold reviews and audits against the eight principles.

Report:
  report       Write a report; each sentence names its records.
  brief        Write a briefing on one record or theme.
  export       Write records into a workbook or into tables.
  why          Name the records behind a line of a document.
  templates    List, copy or check the templates of reports.

Review changes:
  diff         Say what changed in the records, in words.

Set up:
  init         Begin a workspace for a partnership.
  schema       Print the JSON Schema of one kind of record, or of all.
  explain      Say what a code, a duty or a field means.
  doctor       Say what of lif is in place on this machine.

  Examples: lif check; lif triangulate --theme neglect; lif report annual
  --year 2018-19
""",
    100: """\
Usage: lif [OPTIONS] COMMAND [ARGS]...

  Learning and improvement records of a safeguarding children partnership: checked, triangulated,
  reported.

Options:
  -C DIR                          Work in this folder instead of the one you are in.
  --at REV                        Read the records of a revision in git: main, 3f2a91c.
  --today DATE                    Take this day for today: 2019-11-05.
  --audience <restricted|partnership|public>
                                  Show only what they may see.
  --no-cache                      Read every record anew, and keep nothing for the next time.
  --quiet                         Say nothing but the result.
  --no-color                      No colours.
  --format <str>                  How the result is written.
  --version                       Say which version this is.
  --install-completion            Install completion for the current shell.
  --show-completion               Show completion for the current shell, to copy it or customize
                                  the installation.
  -h, --help                      Show this message and exit.

Write:
  new          Write a new record, question by question.
  set          Change fields of a record, and nothing else in it.
  move         Rename a record or an item, and every citation of it.
  import       Take in what was changed in a workbook.
  accept       Say that evidence still holds after its source changed.
  fmt          Lay out records in one way.

Look:
  check        Check every record: what is wrong, where, and what to do.
  list         List one kind of record as a register, or count every kind.
  show         Show one record in words.
  trace        Follow the line of sight from need to impact.
  due          List what is due and what is overdue.

Ask:
  triangulate  Say what all sources together say on a theme.
  decide       Show what is known on whether to review.
  principles   Hold reviews and audits against the eight principles.

Report:
  report       Write a report; each sentence names its records.
  brief        Write a briefing on one record or theme.
  export       Write records into a workbook or into tables.
  why          Name the records behind a line of a document.
  templates    List, copy or check the templates of reports.

Review changes:
  diff         Say what changed in the records, in words.

Set up:
  init         Begin a workspace for a partnership.
  schema       Print the JSON Schema of one kind of record, or of all.
  explain      Say what a code, a duty or a field means.
  doctor       Say what of lif is in place on this machine.

  Examples: lif check; lif triangulate --theme neglect; lif report annual --year 2018-19
""",
}
"""The text by the columns it is for."""
