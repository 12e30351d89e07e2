"""Images: alternatives that say something, and marks that contradict each other (WCAG 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ptlint.access.element import Element
from ptlint.access.names import name
from ptlint.access.roles import explicit_role, presentation_conflicts, role, with_role
from ptlint.access.text import visible_text
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    is_unknown,
    quoted,
    tag_text,
)
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Image, Page
from ptlint.pattern import later

_ENDING = later(r"\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
#: Names that cameras, phones and programs give: IMG_2031, DSC00412, a checksum.
_MACHINE_NAME = later(
    r"(?:img|image|dsc[nf]?|pict?|photo|screen ?shot|untitled|shutterstock|istock|adobestock"
    r"|pexels|unsplash|wp|mvimg|pxl|dji|gopr|scan)[\s_.-]*+\d[\w.-]*+"
    r"|(?=[a-f\d-]*\d)[a-f\d-]{16,}+|\d[\d_.x-]{4,}+",
    re.IGNORECASE,
)
#: What holds more elements than this holds more than an image and its name.
_MANY = 30
_READ_AS_ONE = frozenset({"button", "li", "p", "td", "th"})
_LOGO = later(r"^(?:the )?([\w&+ -]{2,40}?) logo$", re.IGNORECASE)
_LOOKS = later(r"logo|small|large|big|white|black|dark|light|colou?r|icon|new|web|site")
_LOGO_FILE = later(r"^(?:logo[-_])?([a-z0-9-]{2,30}?)(?:[-_]?logo)?$", re.IGNORECASE)


def decorative_exposed(page: Page, options: Options) -> Iterator[Observation]:
    """Something marked as decoration that assistive technology is told of all the same."""
    tree = access(page)
    images = [each for each in tree.index.tagged("img") if each.get("alt") == ""]
    for element in tree.index.in_order(images, tree.index.having("role")):
        marked = explicit_role(element)
        if marked not in (None, "none") or not element.exposed:
            continue
        if marked is None and element.tag != "img":
            continue
        if presentation_conflicts(element):
            yield at_tag(
                page,
                element,
                f"This {tag_text(element)} is marked as decoration, but {_giveaway(element)} "
                "makes screen readers announce it. Remove one of the two.",
            )


def _giveaway(element: Element) -> str:
    names = element.attributes
    named = next((each for each in names if each.startswith("aria-") and each != "aria-hidden"), "")
    return named or ("tabindex" if element.get("tabindex") is not None else "being focusable")


def map_on_server(page: Page, options: Options) -> Iterator[Observation]:
    """An image map that only a pointer can use."""
    tree = access(page)
    for element in tree.index.having("ismap"):
        if element.tag == "img" and element.closest("a") is not None:
            yield at_attribute(
                page,
                element,
                "ismap",
                "The keyboard cannot use this image: the server looks where it was clicked. "
                "Make links of its parts (<map> with <area>, or a list).",
            )


def file_name(page: Page, options: Options) -> Iterator[Observation]:
    """An image whose alternative is the name of its file."""
    tree = access(page)
    tags = tree.index.tagged("img", "input")
    for element in tree.index.in_order(tags, with_role(tree, ("img",))):
        if not element.exposed or not element.get("src"):
            continue
        named = name(tree, element)
        if not named or is_unknown(named) or not _is_image(tree, element):
            continue
        if _is_file_name(element, named):
            yield at_tag(
                page,
                element,
                f"The alternative text {quoted(named)} is the name of a file. Say instead what "
                "the image shows.",
            )


def _is_image(tree: AccessTree, element: Element) -> bool:
    pressed = element.tag == "input" and (element.get("type") or "").lower() == "image"
    return pressed or role(tree, element) == "img"


def _is_file_name(element: Element, named: str) -> bool:
    """Whether a name is a file's, and cannot be meant as words."""
    files, lowered = _sources(element), named.lower()
    alike = [file for file in files if file.lower().startswith(lowered)]
    if not any(lowered in (file.lower(), _stem(file).lower()) for file in alike):
        return bool(_ENDING.search(named)) and not _is_download(element)
    if _ENDING.search(named):
        return not _is_download(element)
    others = [file for file in files if _stem(file).lower() != _stem(named).lower()]
    return bool(_MACHINE_NAME.fullmatch(named)) or bool(others)


def _stem(file: str) -> str:
    return _ENDING.sub("", file)


def _sources(element: Element) -> list[str]:
    """The file names an image is drawn from, those of its ``picture`` included."""
    addresses = [element.get("src") or ""]
    parent = element.parent
    if parent is not None and parent.tag == "picture":
        for source in parent.children_of("source"):
            sets = (source.get("srcset") or "").split(",")
            addresses.extend(part.split()[0] for part in sets if part.split())
    return [unquote(each.split("?")[0].rpartition("/")[2]) for each in addresses if each]


def _is_download(element: Element) -> bool:
    """Whether the image stands in a link that names a file to be fetched."""
    link = element.closest("a")
    return link is not None and (
        link.get("download") is not None or bool(_ENDING.search(link.get("href") or ""))
    )


def other_logo(page: Page, options: Options) -> Iterator[Observation]:
    """An image called one logo, whose file is another's."""
    tree = access(page)
    for element in tree.index.tagged("img"):
        said = _LOGO.match(name(tree, element)) if element.exposed else None
        files = _sources(element) if said is not None else []
        if said is None or not files or "logo" not in files[0].lower():
            continue
        drawn = _LOGO_FILE.match(_stem(files[0]))
        if drawn and drawn[1].lower() != "logo" and not _alike(said[1], drawn[1]):
            yield at_tag(
                page,
                element,
                f"The alternative text says {quoted(said[0])}, but the file is "
                f"{quoted(files[0])}. Make sure it names what the image shows.",
            )


def _alike(said: str, drawn: str) -> bool:
    """Whether a name and a file name may mean the same: shared letters, or initials."""
    words = re.findall(r"[a-z0-9]+", said.lower())
    plain = _LOOKS.sub("", re.sub(r"[^a-z]", "", drawn.lower()))
    if any(len(word) > 2 and word[:4] in plain for word in words) or plain in "".join(words):
        return True
    main = [word for word in words if word not in ("and", "for", "of", "the")]
    initials = {"".join(word[0] for word in each) for each in (words, main)}
    return bool(initials & {plain, plain[: len(main)]}) or not 2 <= len(plain) <= 12


def alternative_poor(page: Page, options: Options) -> Iterator[Observation]:
    """An alternative text that says nothing, says too much, or says that it is an image."""
    placeholders = options.word_set("placeholders")
    openings = tuple(f"{phrase} " for phrase in options.words("openings"))
    longest = options.whole("longest")
    for image in page.images:
        alt = (image.alt or "").strip()
        if not alt or image.hidden or image.alt_span is None or is_unknown(alt):
            continue
        if _ENDING.search(alt):
            continue  # the rule about file names says more of it
        fault = _fault(alt, placeholders, openings) or _repeated_beside(page, image, alt)
        if fault:
            yield Observation(image.alt_span, f"The alternative text {quoted(alt)} {fault}")
        elif len(alt) > longest:
            yield Observation(
                image.alt_span,
                f"The alternative text {quoted(alt)} has {len(alt)} characters. Say the "
                f"essential in {longest} at most and put the rest into the text.",
                severity=Severity.SUGGESTION,
            )


def _fault(alt: str, placeholders: frozenset[str], openings: tuple[str, ...]) -> str:
    lowered = alt.lower().strip(" .:")
    if lowered in placeholders:
        return "says nothing. Say what the image shows, or leave it empty for decoration."
    if not lowered.startswith(openings):
        return ""
    phrase = next(filter(lowered.startswith, openings)).removesuffix(" ")
    return f"need not say {quoted(phrase)}: screen readers announce images as images."


def _repeated_beside(page: Page, image: Image, alt: str) -> str:
    """The same words in the caption or in the link beside the image."""
    element = page.once(_images_by_place).get(image.span.start)
    return _beside(access(page), element, alt) if element is not None else ""


def _images_by_place(page: Page) -> dict[int, Element]:
    images = access(page).index.tagged("img") if page.markup else []
    nodes = access(page).index.page.nesting.elements
    placed = ((nodes[each.number], each) for each in images)
    return {node.start: each for node, each in placed if node is not None}


def _read_with(element: Element) -> Element | None:
    """The nearest element whose image and words are read in one go (axe, image-redundant-alt)."""
    around = element.parent
    while around is not None:
        tag = around.tag
        if tag in _READ_AS_ONE or (tag == "a" and around.get("href") is not None):
            return around
        if tag != "a" and around.get("role") == "button":
            return around
        around = around.parent
    return None


def _beside(tree: AccessTree, element: Element, alt: str) -> str:
    figure = element.closest("figure") if tree.index.tagged("figcaption") else None
    caption = next(figure.inside("figcaption"), None) if figure is not None else None
    if caption is not None and _same(caption.text, alt):
        return "repeats the caption, so it is read out twice. Say what the caption does not."
    around = _read_with(element)
    if around is None or around.last - around.order > _MANY:
        return ""
    if alt.split(maxsplit=1)[0].lower() not in around.text.lower():
        return ""
    if not _same(visible_text(tree, around), alt):
        return ""
    where = "of the link it stands in" if around.tag in ("a", "button") else "beside it"
    return f'repeats the words {where}. Write alt="".'


def _same(first: str, second: str) -> bool:
    return " ".join(first.split()).lower().strip(" .") == second.lower().strip(" .")


def picture_of_text(page: Page, options: Options) -> Iterator[Observation]:
    """An image that is likely a picture of text, by its file name or alternative."""
    words = options.words("words")
    for image in page.images:
        if image.hidden or is_unknown(image.src):
            continue
        file = unquote(image.src.split("?")[0].rpartition("/")[2]).lower()
        parts = re.split(r"[^a-z]+", _ENDING.sub("", file))
        found = next((word for word in words if word in parts), None)
        if found:
            yield Observation(
                image.span,
                f"The file name says that this image is a {found}. If it shows text that "
                "readers need, write that text on the page as well.",
            )
