"""From bytes on disk to a :class:`~ptlint.source.source.Source` whose spans are exact.

This folder finds files, decodes them, masks template code at equal length and
turns offsets into lines and columns. It knows nothing of pages or rules.
"""
