"""The Markdown reader: CommonMark with tables, footnotes, definition lists and inline HTML.

Its door is ``ptlint.page.markdown.read.read``; nothing is imported here, so that runs without
Markdown pages do without the parser.
"""
