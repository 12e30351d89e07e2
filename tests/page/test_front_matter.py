"""Front matter: values, places, and what is plainly broken."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.page.front_matter import metadata_of, read_front_matter


def yaml(inside: str) -> str:
    return f"---\n{inside}\n---\nText\n"


@pytest.mark.parametrize(
    ("inside", "data"),
    [
        ("title: Gout", {"title": "Gout"}),
        ("title: Gout # the name", {"title": "Gout"}),
        ("title: Gout#1 a#b", {"title": "Gout#1 a#b"}),
        ("title:", {"title": None}),
        ("title: ~", {"title": None}),
        ('title: "A \\"b\\" \\u00e9 \\\\ c"', {"title": 'A "b" é \\ c'}),
        ("title: 'It''s gout'", {"title": "It's gout"}),
        ('title: "two\n  lines"', {"title": "two lines"}),
        ("title: two\n  lines", {"title": "two lines"}),
        ("url: https://a.example:80/x", {"url": "https://a.example:80/x"}),
        ("'quoted key': 1", {"quoted key": 1}),
        ("a key with words: x", {"a key with words": "x"}),
        ("draft: true\norder: 12\nweight: -1.5", {"draft": True, "order": 12, "weight": -1.5}),
        ("order: 012\nversion: 1.2.3", {"order": "012", "version": "1.2.3"}),
        ("date: 2025-01-31", {"date": datetime.date(2025, 1, 31)}),
        ("date: 2025-13-31", {"date": "2025-13-31"}),
        (
            "date: 2025-01-31T10:00:00Z",
            {"date": datetime.datetime(2025, 1, 31, 10, tzinfo=datetime.UTC)},
        ),
        ("tags: [a, 'b, c', 3]", {"tags": ["a", "b, c", 3]}),
        ("tags: [\n  a,\n  b, # remark\n]", {"tags": ["a", "b"]}),
        ("seo: {title: A, tags: [x]}", {"seo": {"title": "A", "tags": ["x"]}}),
        ("tags: []\nseo: {}", {"tags": [], "seo": {}}),
        ("tags:\n- a\n- b c", {"tags": ["a", "b c"]}),
        ("tags:\n  - a\n\n  # remark\n  - b", {"tags": ["a", "b"]}),
        ("seo:\n  title: A\n  deep:\n    x: 1\nend: 2",
         {"seo": {"title": "A", "deep": {"x": 1}}, "end": 2}),
        ("faqs:\n  - q: A?\n    a: B\n  - q: C?", {"faqs": [{"q": "A?", "a": "B"}, {"q": "C?"}]}),
        ("a:\n- - x\n  - y\n-\n  z", {"a": [["x", "y"], "z"]}),
        ("text: |\n  one\n   two\n\n  three\nend: 1",
         {"text": "one\n two\n\nthree\n", "end": 1}),
        ("text: >-\n  one\n  two\n\n  three", {"text": "one two\nthree"}),
        ("text: |-", {"text": ""}),
        ("text:\n  words on the next line", {"text": "words on the next line"}),
        ("base: &b x\ntype: !str y", {"base": "x", "type": "y"}),
        ("a: -1\nc: --x", {"a": -1, "c": "--x"}),
    ],
)  # fmt: skip
def test_yaml_values(inside, data):
    found = read_front_matter(yaml(inside))
    assert found.error is None
    assert found.data == data
    assert found.language == "yaml"
    assert yaml(inside)[found.body :] == "Text\n"


YAML = """\
title: "Gout \\"tophi\\" &amp; more" # remark
tags: [joint, 'big toe']
seo:
  title: Gout in short
faqs:
  - q: 'Who''s at risk?'
    a: >
      Men over
      forty
long: plain words
  that go on
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_yaml_places(line_end):
    text = yaml(YAML).replace("\n", line_end)
    found = read_front_matter(text)
    values = {path: text[span.start : span.end] for path, span in found.values.items()}
    assert values["title"] == 'Gout \\"tophi\\" &amp; more'
    assert values["tags.1"] == "big toe"
    assert values["seo.title"] == "Gout in short"
    assert values["faqs.0.q"] == "Who''s at risk?"
    keys = {path: text[span.start : span.end] for path, span in found.keys.items()}
    assert keys["faqs.0.a"] == "a"
    assert keys["seo.title"] == "title"
    said = {path: words.text for path, words in found.texts.items()}
    assert said["title"] == 'Gout "tophi" &amp; more'
    assert said["faqs.0.q"] == "Who's at risk?"
    assert said["faqs.0.a"] == "Men over forty"
    assert said["long"] == "plain words that go on"
    words = found.texts["title"]
    start = words.text.index("tophi")
    span = words.span(start, start + 5)
    assert text[span.start : span.end] == "tophi"


@pytest.mark.parametrize(
    ("text", "language", "data"),
    [
        ('+++\ntitle = "Gout"\n[seo]\nnoindex = true\n+++\nText', "toml",
         {"title": "Gout", "seo": {"noindex": True}}),
        ('{\n  "title": "Gout",\n  "tags": ["a"]\n}\nText', "json",
         {"title": "Gout", "tags": ["a"]}),
        ("---\n---\nText", "yaml", {}),
        ("---  \ntitle: x\n...\nText", "yaml", {"title": "x"}),
    ],
)  # fmt: skip
def test_other_languages_and_markers(text, language, data):
    found = read_front_matter(text)
    assert (found.language, found.data, found.error) == (language, data, None)
    assert text[found.body :] == "Text"


def test_toml_places():
    text = (
        '+++\ntitle = "Gout \\"x\\"" # remark\ndate = 2025-01-31\ntags = ["a",\n \'b\'] # c\n'
        "[author]\n'full name' = 'J. Doe'\n[[faq]]\nq = '''one\ntwo'''\n[[faq]]\nq = 1\n+++\n"
    )
    found = read_front_matter(text)
    values = {path: text[span.start : span.end] for path, span in found.values.items()}
    assert values == {
        "title": 'Gout \\"x\\"',
        "date": "2025-01-31",
        "tags": "[\"a\",\n 'b']",
        "author.full name": "J. Doe",
        "faq.0.q": "one\ntwo",
        "faq.1.q": "1",
    }
    assert found.texts["title"].text == 'Gout "x"'
    assert found.texts["faq.0.q"].text == "one two"


def test_json_places():
    text = '{\n "title": "Gout \\u00e9\\n\\ud83e\\uddb6",\n "seo": {"x": 1}\n}\n'
    found = read_front_matter(text)
    assert found.texts["title"].text == "Gout é \U0001f9b6"
    values = {path: text[span.start : span.end] for path, span in found.values.items()}
    assert values["seo.x"] == "1"


@pytest.mark.parametrize(
    "text",
    [
        "", "Text", "# Gout", "---", "---\n", "----\ntitle: x\n---\n", "---\nJust words\n---\nmore",
        "---\n\nWords between rulers.\n\n---\n", " ---\ntitle: x\n---\n", "--- title: x ---",
        "***\ntitle: x\n", "+++", "{ x }", '{"a" b}', "{\n}", "\n---\ntitle: x\n---\n",
    ],
)  # fmt: skip
def test_what_is_no_front_matter(text):
    assert read_front_matter(text) is None


@pytest.mark.parametrize(
    ("text", "said", "place", "data"),
    [
        ("---\ntitle: a: b\nx: 1\n---\n", "quotation marks", ":", {"title": "a: b", "x": 1}),
        ("---\ntitle: 'abc\nx: 1\n---\n", "never closed", "'abc", {"title": None}),
        ("---\ntitle: 'it's'\n---\n", "write it twice", "'", {"title": None}),
        ("---\nx:\n\ty: 1\n---\n", "tab", "\t", {"x": None}),
        ("---\ntitle: 1\ntitle: 2\n---\n", "twice", "title", {"title": 2}),
        ("---\ntitle: x\n\n# Gout\n", "never closed", "---", {"title": "x"}),
        ("---\na: 1\nwords\n---\n", "no key", "words", {"a": 1}),
        ("---\na:\n  b: 1\n c: 2\n---\n", "indented differently", "c: 2", {"a": {"b": 1}}),
        ("---\ntags: [a, b\nx: 1\n---\n", "never closed", "[", {"tags": None}),
        ("---\ntitle: @x\n---\n", "quotation marks", "@", {"title": None}),
        ('+++\ntitle = "x\n+++\n', "TOML", "", {}),
        ('{\n "title": "x",\n}\n', "JSON", "", {}),
    ],
)
def test_plain_mistakes(text, said, place, data):
    found = read_front_matter(text)
    assert said in found.error
    span = found.error_span
    assert text[span.start : span.end] == place
    assert found.data == data


def test_front_matter_that_is_never_closed_ends_with_its_lines():
    text = "---\ntitle: x\ntags:\n- a\n\n# Gout\n"
    assert text[read_front_matter(text).body :] == "\n# Gout\n"


def test_metadata():
    found = metadata_of(read_front_matter("---\nTitle: no\ntitle: ''\nlang: de\n---\n"))
    assert (found.title, found.language) == (None, "de")
    assert metadata_of(None).front_matter == {}


LINES = st.sampled_from(
    ["title: x", "a: 'b", 'c: "d\\', "- e", "  f: g", "   - h: i", "j: [k, {l: m", "n: |", "  text",
     "o: >-2", "\tp: q", "r", "# s", "", "'t': u", "v: &w", "- - x", ": y", "z: {{ z }}", "---",
     "..."]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["---", "+++"]))
def test_nothing_fails_and_every_place_is_inside(lines, marker):
    text = "\n".join([marker, "title: x", *lines, marker, "Text"])
    found = read_front_matter(text)
    for span in (
        *(found.values.values() if found else ()),
        *(found.keys.values() if found else ()),
    ):
        assert 0 <= span.start <= span.end <= found.body
    for words in found.texts.values() if found else ():
        for run in words.runs:
            if run.verbatim:
                shown = words.text[run.at : run.at + run.length]
                assert text[run.start : run.end].replace("\n", " ") == shown.replace("\n", " ")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_single_quotes_hold_any_words(words):
    written = words.replace("'", "''")
    found = read_front_matter(yaml(f"title: '{written}'"))
    assert (found.data["title"], found.error) == (words, None)


@pytest.mark.parametrize(
    "inside",
    [":" * 100_000, ": " * 50_000, "a#" * 50_000, "[" * 100_000, "[a," * 33_000, "{" * 100_000,
     "'" + "''" * 50_000, '"' + "\\" * 100_000, "- " * 50_000, " " * 100_000, "&a " * 33_000,
     '"a",' * 25_000, "a." * 50_000],
)  # fmt: skip
@pytest.mark.parametrize(("before", "after"), [("---\na: ", "\n---\n"), ("+++\na = ", "\n+++\n"),
                                               ('{"a": ', "\n}\n")])  # fmt: skip
def test_long_repeats_end_soon(before, after, inside):
    begun = time.process_time()
    read_front_matter(before + inside + after)
    assert time.process_time() - begun < 1
