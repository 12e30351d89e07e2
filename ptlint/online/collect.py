"""What all pages of a run ask, before anything is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ptlint.catalogue.rule import Rule
from ptlint.config.active import active_rules, selection_for
from ptlint.config.settings import Settings
from ptlint.lint import applies
from ptlint.online.answers import Answers, Kind, Question
from ptlint.online.cited import questions
from ptlint.page import read_page
from ptlint.page.kinds import PageKind
from ptlint.page.model import Page
from ptlint.record import replace
from ptlint.run import reported_path
from ptlint.source.load import read_bytes
from ptlint.source.source import read
from ptlint.source.unreadable import UnreadableFile


def collected(
    paths: Iterable[str],
    settings: Settings,
    rules: Mapping[str, Rule],
    progress: Callable[[int], None],
) -> set[Question]:
    """The questions of all pages, each once.

    What cannot be read is left out: the check itself says so. Only rules that are on for a page
    ask: a rule's page names the kinds in ``data.asks``.
    """
    found: set[Question] = set()
    for number, path in enumerate(paths, 1):
        try:
            found |= _of_file(path, settings, rules)
        except (UnreadableFile, RecursionError, MemoryError):
            continue
        finally:
            progress(number)
    return found


def _of_file(path: str, settings: Settings, rules: Mapping[str, Rule]) -> set[Question]:
    name = reported_path(path, settings.root)
    source = read(name, read_bytes(path, settings.max_bytes), limit=settings.max_bytes)
    kind = selection_for(settings, name).page_kind
    page = read_page(source, kind=PageKind(kind) if kind else None)
    return set(questions(page, _kinds(page, settings, rules)))


def _kinds(page: Page, settings: Settings, rules: Mapping[str, Rule]) -> set[Kind]:
    online = {name: rule for name, rule in rules.items() if rule.online}
    selection = selection_for(settings, page.source.path)
    active = active_rules(replace(settings, answers=Answers()), online, selection)
    return {
        Kind(kind)
        for each in active
        if applies(each.rule, page)
        for kind in each.rule.data.get("asks", ())
    }
