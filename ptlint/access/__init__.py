"""What assistive technology makes of an HTML page: names, roles, visibility, focus, colours.

Pure functions over one tree of elements that is made from the reader's own nesting of tags; they
know nothing of rules or reports. ``AccessTree`` is built once a page and remembers what several
rules ask for.
"""
