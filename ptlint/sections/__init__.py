"""What headings promise and what items say: roles, read from strings alone."""

from __future__ import annotations

from ptlint.sections.definitions import defines
from ptlint.sections.groups import flagged_items, judge_group
from ptlint.sections.headings import HeadingRoles, heading_roles, lead_in_roles
from ptlint.sections.items import ItemRoles, item_roles
from ptlint.sections.jargon import SignJargon, sign_jargon
from ptlint.sections.prose import judge_paragraph, judge_surgery
from ptlint.sections.tolerance import accepted_roles, promised_items
from ptlint.sections.verdicts import GroupVerdict, ItemCue, Level
from ptlint.sections.vocabulary import SectionRole, section_roles

__all__ = [
    "GroupVerdict",
    "HeadingRoles",
    "ItemCue",
    "ItemRoles",
    "Level",
    "SectionRole",
    "SignJargon",
    "accepted_roles",
    "defines",
    "flagged_items",
    "heading_roles",
    "item_roles",
    "judge_group",
    "judge_paragraph",
    "judge_surgery",
    "lead_in_roles",
    "promised_items",
    "section_roles",
    "sign_jargon",
]
