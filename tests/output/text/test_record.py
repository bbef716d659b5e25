from lif.model.fingerprint import fingerprint
from lif.model.parts.part import read
from lif.model.snapshot import Entry, Snapshot
from lif.output.text.record import record_text
from support.story import action, audit, decision, finding, recommendation, review, snapshot_of


def _text_of(snapshot: Snapshot, record_id: str) -> str:
    return record_text(snapshot, snapshot.entries[record_id])


def test_a_record_is_shown_field_by_field_in_words_with_sources_and_notes_last() -> None:
    story = snapshot_of(
        {
            "decisions/2026-a": decision(
                notes="A note",
                sources=[{"title": "Minutes", "publisher": "The partnership", "date": "2026-01/2026-02"}],
                date="2026-03",
                disposition="create",
                about=["audits/2026-a", "audits/2026-b"],
                to=["council"],
                evidence=[{"record": "audits/2026-a", "note": "What it shows"}, {"unnamed": "Reviews"}],
            ),
            "audits/2026-a": audit(title="The first audit"),
            "audits/2026-b": audit(title="The second audit"),
        }
    )
    body, _, rest = _text_of(story, "decisions/2026-a").partition("\n\nfingerprint ")
    assert body == (
        "DECISION  decisions/2026-a\n"
        "A decision\n"
        "\n"
        "sharing: public\n"
        "date: 2026-03\n"
        "about:\n"
        "  - audits/2026-a (The first audit)\n"
        "  - audits/2026-b (The second audit)\n"
        "disposition: create\n"
        "evidence:\n"
        "  - record: audits/2026-a (The first audit)\n"
        "    note: What it shows\n"
        "  - unnamed: Reviews\n"
        "to: council\n"
        "sources:\n"
        "  - title: Minutes\n"
        "    publisher: The partnership\n"
        "    date: 2026-01 to 2026-02\n"
        "notes: A note"
    )
    assert rest


def test_closed_words_yes_and_numbers_are_shown_as_people_say_them() -> None:
    story = snapshot_of(
        {
            "findings/2026-a": finding("reviews/2026-a", serious_risk=True, met=9, of=24),
            "indicators/2026-a": {
                "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher", "target": 95,
                "series": [{"at": "2026-01", "value": 12.5}],
            },
            "reviews/2026-a": review(),
        }
    )  # fmt: skip
    assert "direction: needs to improve\nmet: 9\nof: 24\nserious risk: yes\n" in _text_of(story, "findings/2026-a")
    assert "target: 95\nseries:\n  - at: 2026-01\n    value: 12.5\n" in _text_of(story, "indicators/2026-a")


def test_what_a_record_is_cited_as_stands_only_beside_the_whole_record() -> None:
    story = snapshot_of({"decisions/2026-a": decision(date="2026-03")})
    entry = story.entries["decisions/2026-a"]
    whole = record_text(story, entry)
    says = "write it as `seen` where this record is cited as evidence"
    assert whole.endswith(f"\n\nfingerprint {fingerprint(entry.record)}: {says}\n")
    part = record_text(story, entry, is_whole=False)
    assert "fingerprint" not in part
    assert fingerprint(entry.record) not in part
    assert whole.startswith(part)


def test_what_cites_a_record_or_an_item_of_it_stands_at_its_end() -> None:
    story = snapshot_of(
        {
            "reviews/2026-a": review(recommendations=[recommendation("pathway")]),
            "actions/2026-a": action("reviews/2026-a#pathway", title="A pathway"),
            "findings/2026-a": finding("reviews/2026-a", title="A gap"),
        }
    )
    assert "\n\ncited by\n  actions/2026-a  A pathway\n  findings/2026-a  A gap\n" in _text_of(story, "reviews/2026-a")
    assert "cited by" not in _text_of(story, "actions/2026-a")


def test_what_is_cited_and_not_there_is_shown_by_its_id() -> None:
    story = snapshot_of({"actions/2026-a": action("reviews/2026-gone")}, may_be_broken=True)
    assert "answers: reviews/2026-gone\n" in _text_of(story, "actions/2026-a")


def test_a_set_of_fields_with_nothing_in_it_takes_no_line_of_its_own() -> None:
    story = snapshot_of({"decisions/2026-a": decision()})
    entry = story.entries["decisions/2026-a"]
    model = type(entry.record)
    empty = read(model, {"title": "A decision", "sharing": "public", "evidence": [{}]})
    assert "evidence:\n\nfingerprint" in record_text(story, Entry(entry.id, entry.kind, empty))


def test_no_text_of_a_record_reaches_the_terminal_as_more_than_text() -> None:
    story = snapshot_of({"decisions/2026-a": decision(title="[redacted] ::error", says="[/red] [link=x]y[/link]")})
    shown = _text_of(story, "decisions/2026-a")
    assert "[redacted] <U+003A>:error" in shown
    assert "says: [/red] [link=x]y[/link]" in shown


def test_what_is_inferred_is_marked_where_it_stands_and_not_listed_again() -> None:
    story = snapshot_of(
        {
            "reviews/2026-a": review(
                "2026-03-05",
                part_of="reviews/2026-whole",
                takes_over=["reviews/2026-whole", "reviews/2026-b"],
                recommendations=[recommendation("ask", "Ask"), recommendation("tell", "Tell")],
                inferred=["part_of", "takes_over", "recommendations#ask", "life.published"],
            ),
            "reviews/2026-whole": review(),
            "reviews/2026-b": review(),
        }
    )
    body, _, _ = _text_of(story, "reviews/2026-a").partition("\n\nfingerprint ")
    assert "part of: reviews/2026-whole (A review) (our reading)\n" in body
    assert "takes over (our reading):\n" in body
    assert "key: ask (our reading)\n" in body
    assert "key: tell\n" in body
    assert "published: 2026-03-05 (our reading)" in body
    assert body.count("our reading") == 4
    assert "inferred" not in body
