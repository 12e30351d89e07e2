"""The functions for programs that want findings rather than a report."""

from __future__ import annotations

import os
from pathlib import Path

from ptlint.config.load import find_config, known_rules, load_settings
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding
from ptlint.lint import lint
from ptlint.source.load import load
from ptlint.source.source import from_text


def check_text(text: str, path: str = "-", settings: Settings | None = None) -> tuple[Finding, ...]:
    """The findings of a page given as text.

    Args:
        text: the page.
        path: the name it would have; its ending decides the format, overrides match it.
        settings: what is checked; the defaults (no configuration file) when left out.
    """
    settings = settings or Settings()
    return lint(from_text(text, path), settings, known_rules(settings)).findings


def check_path(
    path: str | os.PathLike[str], settings: Settings | None = None
) -> tuple[Finding, ...]:
    """The findings of a file.

    Args:
        path: the file.
        settings: what is checked; the nearest configuration file's when left out.

    Raises:
        ptlint.source.unreadable.UnreadableFile: it cannot be opened, or is no text.
        ptlint.config.load.ConfigError: the configuration cannot be used.
    """
    file = Path(path)
    if settings is None:
        settings = load_settings(find_config(file.resolve().parent))
    source = load(os.fspath(path), limit=settings.max_bytes)
    return lint(source, settings, known_rules(settings)).findings
