"""What is said of items that stand under a heading of another role."""

from __future__ import annotations

from typing import Literal

from ptlint.record import record

Level = Literal["error", "warning", "suggestion"]


@record
class ItemCue:
    """Why an item says what it says.

    ``name`` is the hand-written cue ("history"), or '' when only the words spoke; ``spans``
    are the (start, end) offsets of the deciding words in the item's text.
    """

    name: str
    spans: tuple[tuple[int, int], ...]

    def quoted(self, text: str) -> str:
        """The deciding words of ``text`` as a message shows them: ``'history of' + 'trauma'``."""
        return " + ".join(f"'{text[start:end]}'" for start, end in self.spans)


@record
class GroupVerdict:
    """Items of one section that belong under another heading.

    ``role`` is what the items say (an item role), ``items`` their numbers in the list given,
    ``cues`` one reason each, and ``confidence`` the chance that the verdict is right.
    ``topic`` is 'surgery' when the treatment is another profession's, else ''.
    """

    role: str
    items: tuple[int, ...]
    cues: tuple[ItemCue, ...]
    confidence: float
    level: Level
    topic: str = ""
