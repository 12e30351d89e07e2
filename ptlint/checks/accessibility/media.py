"""Sound and film: captions, and playing only when asked (WCAG 1.2.2, 1.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.names import name
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_tag, has_open_attributes
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_FRAGMENT = later(r"#t=(?:npt:)?(\d*+(?:\.\d++)?),(\d++(?:\.\d++)?)")
_CONTROL = later(r"\b(?:pause|mute|stop|volume|unmute|sound)\b", re.IGNORECASE)
_SHORT = 3.0


def captions_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A film with sound and no captions."""
    tree = access(page)
    for element in tree.index.tagged("video"):
        silent = element.get("muted") is not None
        if silent or not element.shown or not _sources(element):
            continue
        tracks = (track.get("kind") or "subtitles" for track in element.inside("track"))
        if any(kind.lower() in ("captions", "subtitles") for kind in tracks):
            continue
        if not has_open_attributes(page, element):
            yield at_tag(
                page,
                element,
                'The video has no captions. Add <track kind="captions">, so that deaf readers '
                "and those without sound get what is said.",
            )


def _sources(element: Element) -> list[str]:
    own = [element.get("src") or ""]
    own.extend(source.get("src") or "" for source in element.inside("source"))
    return [each for each in own if each]


def autoplay(page: Page, options: Options) -> Iterator[Observation]:
    """Sound that begins by itself and cannot be stopped."""
    tree = access(page)
    for element in tree.index.tagged("audio", "video"):
        if element.get("autoplay") is None or element.get("muted") is not None:
            continue
        sources = _sources(element)
        if not sources or element.get("controls") is not None:
            continue
        if all(_is_short(each) for each in sources) and element.get("loop") is None:
            continue
        if not _can_be_stopped(tree):
            yield at_tag(
                page,
                element,
                "This starts to play by itself and gives no way to stop it. Remove autoplay, "
                "mute it, or add controls.",
            )


def _is_short(source: str) -> bool:
    """Whether the address asks for three seconds at most (Media Fragments)."""
    found = _FRAGMENT.search(source)
    return found is not None and float(found[2]) - float(found[1] or 0) <= _SHORT


def _can_be_stopped(tree: AccessTree) -> bool:
    """Whether the page has a button to pause or mute."""
    buttons = tree.index.tagged("button", "input") + tree.index.having("role")
    return any(each.exposed and _CONTROL.search(name(tree, each)) for each in buttons)
