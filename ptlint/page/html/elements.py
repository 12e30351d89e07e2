"""What the HTML Standard says of elements: which are void, raw, blocks, or end by themselves.

Source: HTML Standard, 13.1.2 (elements), 13.2.6 (tree construction), 15.3 (rendering).
"""

from __future__ import annotations

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr img input keygen link meta param"
    " source track wbr".split()
)

#: Elements whose content is text up to their end tag; True where entities are decoded in it.
RAW = {
    "script": False,
    "style": False,
    "xmp": False,
    "iframe": False,
    "noembed": False,
    "noframes": False,
    "title": True,
    "textarea": True,
}

#: Elements that may stand in the head without opening the body.
HEAD = frozenset(
    "base basefont bgsound link meta title style script noscript template head noframes".split()
)

#: Start tags that end an open paragraph.
ENDS_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr li listing main menu nav ol p plaintext"
    " pre search section summary table ul xmp".split()
)

#: Elements that end tags of other elements do not reach through.
SCOPE = frozenset(
    "applet button caption foreignobject html marquee object table td template th".split()
)
LISTS = frozenset(("ul", "ol", "menu", "dir"))

#: Elements that browsers lay out as blocks; the rest runs in the line.
BLOCKS = ENDS_PARAGRAPH | frozenset(
    "body caption col colgroup frameset head html legend option optgroup summary tbody td"
    " tfoot th thead tr template noscript plaintext".split()
)

#: HTML start tags that end an open svg or math element.
BREAKS_OUT = (ENDS_PARAGRAPH - {"table"}) | frozenset(
    "b big body br code em embed head i img meta nobr ruby s small span strong strike sub sup"
    " table tt u var".split()
)

#: Content that is not text of the page: programs, drawings, fallbacks, form values.
NOT_TEXT = frozenset(
    "script style title textarea select datalist svg math iframe object video audio canvas"
    " noembed noframes embed applet map".split()
)
