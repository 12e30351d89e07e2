from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ptlint.source.encodings import encoding_of_label
from ptlint.source.source import read
from ptlint.source.unreadable import UnreadableFile

DECLARED = '<meta charset="{}"><p>Caf\N{LATIN SMALL LETTER E WITH ACUTE}</p>'
BELLE = "Les symptômes durent « deux » semaines, de préférence en été."


@pytest.mark.parametrize(
    ("data", "text", "encoding", "bom"),
    [
        (b"", "", "utf-8", b""),
        (b"plain", "plain", "utf-8", b""),
        ("naïve €".encode(), "naïve €", "utf-8", b""),
        (codecs.BOM_UTF8 + "naïve".encode(), "naïve", "utf-8", codecs.BOM_UTF8),
        (codecs.BOM_UTF8, "", "utf-8", codecs.BOM_UTF8),
        ("\ufeffknee".encode("utf-16-le"), "knee", "utf-16-le", codecs.BOM_UTF16_LE),
        ("\ufeffknee".encode("utf-16-be"), "knee", "utf-16-be", codecs.BOM_UTF16_BE),
        ("\ufeffknee".encode("utf-32-le"), "knee", "utf-32-le", codecs.BOM_UTF32_LE),
        ("\ufeffknee".encode("utf-32-be"), "knee", "utf-32-be", codecs.BOM_UTF32_BE),
        ("<p>knee</p>".encode("utf-16-le"), "<p>knee</p>", "utf-16-le", b""),
        ("<p>knee</p>".encode("utf-16-be"), "<p>knee</p>", "utf-16-be", b""),
        ("<p>knee</p>".encode("utf-32-le"), "<p>knee</p>", "utf-32-le", b""),
        ("<p>knee</p>".encode("utf-32-be"), "<p>knee</p>", "utf-32-be", b""),
        ("<p>боль</p>".encode("utf-16-le"), "<p>боль</p>", "utf-16-le", b""),
        (b"it\x92s caf\xe9", "it’s café", "windows-1252", b""),
        (b"no \x81 letter", "no \x81 letter", "windows-1252", b""),
        (BELLE.encode("cp1252"), BELLE, "windows-1252", b""),
        (DECLARED.format("iso-8859-1").encode("latin-1"), DECLARED.format("iso-8859-1"),
         "windows-1252", b""),
        (DECLARED.format("utf-8").encode("latin-1"), DECLARED.format("utf-8"),
         "windows-1252", b""),
        ('<meta charset="koi8-r">Боль'.encode("koi8-r"), '<meta charset="koi8-r">Боль',
         "koi8-r", b""),
        ('<?xml version="1.0" encoding="shift_jis"?>頭痛'.encode("shift_jis"),
         '<?xml version="1.0" encoding="shift_jis"?>頭痛', "cp932", b""),
        # A wrong declaration does not spoil a page that is UTF-8.
        ('<meta charset="iso-8859-1">naïve'.encode(), '<meta charset="iso-8859-1">naïve',
         "utf-8", b""),
        (b"\xef\xbb\xbfcaf\xe9", "café", "windows-1252", codecs.BOM_UTF8),
    ],
)  # fmt: skip
def test_bytes_become_text_and_the_same_bytes_again(
    data: bytes, text: str, encoding: str, bom: bytes
) -> None:
    source = read("page.html", data)
    assert (source.text, source.encoding, source.bom) == (text, encoding, bom)
    assert source.encode(source.text) == data


def test_one_stray_byte_does_not_turn_a_utf_8_page_into_nonsense() -> None:
    data = "“Rest” and ‘ice’: ".encode() + b"caf\xe9"
    source = read("page.html", data)
    assert source.text.startswith("“Rest” and ‘ice’: caf")
    assert source.encoding == "utf-8 with stray bytes"
    assert source.encode(source.text.replace("Rest", "Résistance")).endswith(b"caf\xe9")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\0", "no page of text"),
        (b"a\0b c d e f \0", "no page of text"),
        (bytes(range(256)), "no page of text"),
        (b"\x01\0\x02\0\x03\0\x04\0", "no page of text"),
        (b"\x01\x02\x03\x80" * 9, "no page of text"),
        (b"%PDF-1.7\n", "is a PDF document"),
        (b"PK\x03\x04....", "ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"{\\rtf1\\ansi", "RTF document"),
        (b"\xff\xfea", "says that it is UTF-16"),
        (b"\xff\xfe\x00\xd8", "says that it is UTF-16"),
        (b"\xff\xfe\0\0\0\0\xff\xff", "says that it is UTF-32"),
        (b"\xff\xfea\0\0\0", "no page of text"),
        ("Болит голова".encode("cp1251"), "save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read("pages/knee.html", data)
    assert caught.value.path == "pages/knee.html"


def test_a_file_over_the_limit_is_refused() -> None:
    assert read("a.txt", b"abcd", limit=4).text == "abcd"
    with pytest.raises(UnreadableFile, match=r"is 0\.1 MB; files over 0\.0 MB are not read"):
        read("a.txt", b"a" * 100_000, limit=4)


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("UTF8", "utf-8"), (" latin1 ", "windows-1252"), ("gb2312", "gb18030"),
        ("x-nonsense", None), ("hex", None), ("rot13", None), ("utf-7", None),
        ("unicode_escape", None), ("utf-16", None), ("idna", None), ("undefined", None),
        ("a\0b", None), ("", None),
    ],
)  # fmt: skip
def test_labels_mean_the_encodings_that_browsers_take_them_for(
    label: str, encoding: str | None
) -> None:
    assert encoding_of_label(label) == encoding


@pytest.mark.parametrize(
    ("name", "data"), [("a.html", b"caf&#8805;\xe9"), ("a.md", b"eat&#8805;\xe9")]
)
def test_a_character_that_the_encoding_lacks_becomes_a_reference(name: str, data: bytes) -> None:
    source = read(name, data.replace(b"&#8805;", b""))
    assert source.encode(source.text.replace("é", "≥é")) == data


def test_plain_text_has_no_references_to_fall_back_on() -> None:
    with pytest.raises(UnicodeEncodeError):
        read("a.txt", b"caf\xe9").encode("≥")


@given(
    st.text(max_size=80),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1251", "shift_jis"]),
)
@settings(max_examples=200)
def test_text_in_any_encoding_is_given_back_or_refused(text: str, encoding: str) -> None:
    check_round_trip(text.encode(encoding, "ignore"))


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\xc3\xa9\xef\x9e\x80\x80")
@example(b"<meta charset=iso-2022-jp>\x1b$B\x1b(B\x1b(B\xe9")
@settings(max_examples=300)
def test_any_bytes_are_given_back_or_refused(data: bytes) -> None:
    check_round_trip(data)


def check_round_trip(data: bytes) -> None:
    try:
        source = read("page.html", data)
    except UnreadableFile:
        return
    assert source.encode(source.text) == data
    assert "\0" not in source.text
    source.text.encode("utf-8")  # no lone surrogates, which parsers and terminals refuse
