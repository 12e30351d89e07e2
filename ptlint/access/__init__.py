"""What assistive technology makes of an HTML document: names, roles, visibility, focus, colours.

Pure functions over the element tree that lxml builds; they know nothing of pages, rules or
reports. ``AccessTree`` is built once a document and remembers what several rules ask for.
"""
