"""Years, volumes, issues and pages that suffixes encode."""

from __future__ import annotations

import pytest

from ptlint.references.doi import DoiFields, fields_in_suffix


@pytest.mark.parametrize(
    ("doi", "fields"),
    [
        ("10.2519/jospt.2012.42.4.A1", DoiFields(2012, "published", "42", "4", "a1")),
        ("10.2519/jospt.2021.0301", DoiFields(2021, "early")),
        ("10.2519/josptcases.2022.12345", DoiFields(2022, "early")),
        ("10.5194/abc-12-3456-2012", DoiFields(2012, "published", "12", None, "3456")),
        ("10.3389/fneur.2019.01234", DoiFields(2019, "published")),
        ("10.1001/jama.290.4.123", DoiFields(None, None, "290", "4", "123")),
        ("10.1001/jama.2016.1234", DoiFields(2016, "published")),
        ("10.1136/bmj.312.7041.1254", DoiFields(None, None, "312", "7041", "1254")),
        ("10.1136/bjsports-2017-098765", DoiFields(2017, "early")),
        ("10.1093/occmed/51.2.124", DoiFields(None, None, "51", "2", "124")),
        ("10.1126/science.280.5364.731", DoiFields(None, None, "280", "5364", "731")),
        ("10.1074/jbc.271.12.6571", DoiFields(None, None, "271", "12", "6571")),
        ("10.1037/0022-3514.65.1.124", DoiFields(None, None, "65", "1", "124")),
        ("10.1186/1471-2474-11-123", DoiFields(None, None, "11", None, "123")),
        ("10.3390/ijerph17010123", DoiFields(None, None, "17", "1", "123")),
        ("10.3390/nu2020123", DoiFields(None, None, "2", "2", "123")),
        ("10.3390/ijms232415678", DoiFields()),
        ("10.1016/j.jbiomech.2014.07.123", DoiFields(2014, "early")),
        ("10.1016/S0140-6736(09)61234-5", DoiFields(2009, "early")),
        ("10.1016/0268-0033(95)91394-x", DoiFields(1995, "early")),
        ("10.1007/s00586-012-2345-6", DoiFields(2012, "early")),
        ("10.1111/j.1365-2702.2009.02812.x", DoiFields(2009, "early")),
        ("10.1089/acm.2010.0123", DoiFields(2010, "early")),
        ("10.1088/1748-9326/9/3/034005", DoiFields(None, None, "9", "3", "34005")),
        ("10.3748/wjg.v21.i3.725", DoiFields(None, None, "21", "3", "725")),
        (
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
            DoiFields(1998, "published", "49", "8", "693"),
        ),
        (
            "https://doi.org/10.1152/jappl.1988.64.5.2022",
            DoiFields(1988, "published", "64", "5", "2022"),
        ),
        ("10.1097/BRS.0000000000001234", DoiFields()),
        ("10.1000/abc.2012.1", DoiFields()),
        ("no DOI at all", DoiFields()),
    ],
)
def test_fields(doi: str, fields: DoiFields) -> None:
    assert fields_in_suffix(doi) == fields
