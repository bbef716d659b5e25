"""Gather what is exported: the records as an audience may see them, searched before anything is written."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.exchange.ask import Ask
    from lif.exchange.layout import Layout
    from lif.exchange.sheet import Export
    from lif.model.sharing import Sharing
    from lif.model.view import View
    from lif.store.load.load import Loaded


def gathered(options: Options, audience: "Sharing") -> "tuple[View, Loaded]":
    """The records for the audience; those that hold personal data are left out, and their number is said."""
    from lif.disclosure.view_of import view_of

    loaded = options.loaded()
    return view_of(options.whole(loaded), options.today, audience), loaded


def refuse_what_may_not_leave(texts: Iterable[str], view: "View", loaded: "Loaded", options: Options) -> None:
    """Raise `LifError` where a text could identify a person, or tells the public of 1 to 5 children."""
    from lif.disclosure.few_children import refuse_small_numbers
    from lif.model.sharing import Sharing
    from lif.store.privacy.gate import refuse_personal_data

    text = "\n".join(texts)
    if view.audience is Sharing.PUBLIC:
        refuse_small_numbers(text, view.records)
    refuse_personal_data(text, loaded, options.today)


def exported(options: Options, layout: "Layout", ask: "Ask", audience: "Sharing") -> "Export":
    """The export of a subject, searched."""
    from lif.exchange.sheet import export_of

    view, loaded = gathered(options, audience)
    _refuse_unknown(view, layout, ask)
    export = export_of(view, layout, ask, _revision(options, loaded))
    refuse_what_may_not_leave(export.texts, view, loaded, options)
    return export


def _refuse_unknown(view: "View", layout: "Layout", ask: "Ask") -> None:
    """Raise `LifError` for an agency or a cycle that the partnership does not list, and for an option that is void."""
    from lif.cli.prompts.resolve_words import find_agency
    from lif.errors import LifError

    if ask.agency:
        find_agency(view.records, ask.agency)
    if ask.cycle and layout.what != "assessment":
        raise LifError(f"{layout.what} takes no --cycle.", "It belongs to: assessment")
    if ask.cycle and view.records.cycle(ask.cycle) is None:
        raise LifError(f'There is no cycle "{ask.cycle}".', f"Cycles: {', '.join(view.records.cycles) or 'none'}")
    if ask.year and layout.what != "programme":
        raise LifError(f"{layout.what} takes no --year.", "It belongs to: programme")


def _revision(options: Options, loaded: "Loaded") -> str:
    """The commit that the records are of; empty where they differ from it, or there is none."""
    from lif.errors import LifError
    from lif.store.git.commit import commit_state

    try:
        state = commit_state(options.workspace().root, loaded.files, options.at)
    except LifError:
        return ""
    return "" if state.is_changed else state.commit
