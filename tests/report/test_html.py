from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ptlint.config.settings import Settings
from ptlint.record import replace
from ptlint.report import MissingProgram, View, render
from ptlint.report.criteria import with_criteria
from ptlint.report.from_json import result_in
from ptlint.run import Result, run

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = sorted(map(str, (ROOT / "fixtures").glob("sacral-*")))
#: Markup that would take the report over if any of it came through.
ATTACKS = (
    "<script>window.owned=1;alert(1)</script>",
    "<img src=x onerror='window.owned=1'>",
    "<svg onload=window.owned=1>",
    "</style></script><script>window.owned=1</script>",
    '"><script>window.owned=1</script>',
    "<a href='javascript:window.owned=1'>click here</a>",
    "{{ 7*7 }}{% raw %}{{ self.__init__ }}",
    "<iframe src='javascript:parent.owned=1'></iframe>",
    "<base href='https://example.org/'><link rel=stylesheet href='https://example.org/a.css'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "&lt;script&gt;window.owned=1&lt;/script&gt;",
    "\\u003cscript>window.owned=1\\u003c/script>",
    "<!--<script>--><script>window.owned=1</script>",
    "<style>@import 'https://example.org/a.css';*{display:none}</style>",
    "<form action='https://example.org/'><button>go</button></form>",
)


def sources(path: str) -> str:
    return Path(path).read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def result() -> Result:
    return run(FIXTURES, Settings(root=ROOT))


def view(root: Path = ROOT) -> View:
    return View(sources=lambda path: sources(str(root / path)), settings=Settings(root=root))


def seen(tmp: Path, html: str, modules: Path, chromium: str, axe: bool = True) -> dict[str, Any]:
    file = tmp / "report.html"
    file.write_text(html, encoding="utf-8", errors="replace")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("browser.mjs")), str(modules), chromium, str(file)],
        capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "AXE": "1" if axe else "0"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_long_paths_are_shown_below_their_folder(result: Result) -> None:
    moved = tuple(replace(each, path=f"/srv/site/{each.path}") for each in result.findings)
    html = render("html", replace(result, findings=moved), View(settings=Settings(root=ROOT)))
    assert '<span class="path">/srv/site/fixtures/</span>' in html
    assert '<span class="path">sacral-insufficiency-fracture.md</span>' in html


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ("<tr><th>Week<th>Do<tr><td>1<td>Rest", ["<th>Week</th><th>Do</th>", "<td>1</td>"]),
        ("<tr><th><th>Do<tr><th>1<td>Rest", ["<td></td><th>Do</th>", "<th>1</th><td>Rest</td>"]),
        ("<tr><th>Week<th>Do", ["<td>Week</td><td>Do</td>"]),
        ("<caption>Plan</caption><tr><td>1<td>Rest", ["<caption>Plan</caption>", "<td>Rest</td>"]),
    ],
)
def test_tables_are_shown_as_tables(tmp_path: Path, rows: str, shown: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<h1>Sore wrists</h1><p>Rest\u00a0\u00a0helps.<table>{rows}</table>")
    html = render("html", run([str(page)], Settings(root=tmp_path)), view(tmp_path))
    for each in shown:
        assert each in "".join(line.strip() for line in html.splitlines())


def test_every_finding_has_one_note_and_a_way_to_it(result: Result) -> None:
    html = render("html", result, view())
    for number, finding in enumerate(result.findings, 1):
        assert html.count(f'id="f{number}"') == 1
        assert f'data-rule="{finding.rule}"' in html
    assert f'id="f{len(result.findings) + 1}"' not in html


def test_most_findings_are_marked_in_the_text(result: Result) -> None:
    html = render("html", result, view())
    marked = sum(f'data-note="{n}"' in html for n in range(1, len(result.findings) + 1))
    assert marked > 0.8 * len(result.findings)


def test_the_report_made_from_json_is_the_same(result: Result) -> None:
    again = result_in(render("json", result, view()), view().sources or sources)
    assert render("html", again, view()) == render("html", result, view())
    assert render("json", again, view()) == render("json", result, view())


def test_without_findings() -> None:
    assert "Nothing was found" in render("html", Result((), (), 3, 0), view())


def test_without_jinja2_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingProgram, match=r"pip install 'ptlint\[report\]'"):
        render("html", Result((), (), 0, 0), view())


def hostile(folder: Path, count: int) -> Result:
    """Pages whose every part attacks, with findings all over them."""
    for number in range(count):
        attack = ATTACKS[number % len(ATTACKS)]
        text = (
            f"<!DOCTYPE html><html lang=en><head><title>{attack}</title></head><body><main>"
            f"<h1>{attack} Sore wrists</h1><p>{attack} people suffering from\u00a0\u00a0arthritis "
            f"https://doi.org/https://doi.org/10.5555/{attack}</p><ul><li>{attack}</li></ul>"
            f'<img alt="{attack.replace(chr(34), "")}" src=a.png></main></body></html>'
        )
        data = text.encode()
        if number % 7 == 3:
            data = data.replace(b"Sore", b"S\xc3\x28\xff\x80re")
        name = "".join(sign for sign in attack[:20] if sign not in "/\0") + f"-{number}.html"
        (folder / name).write_bytes(data)
    (folder / "long.html").write_text("<p>sore " * 2 + "x" * 10_000_000 + "</p>")
    return run(sorted(map(str, folder.iterdir())), Settings(root=folder), jobs=0)


def test_hostile_pages_are_text(tmp_path: Path) -> None:
    result = hostile(tmp_path, len(ATTACKS))
    html = render("html", result, view(tmp_path))
    assert html.count("<script>") == html.count("</script>") == 1
    for piece in ("<img", "<svg onload", "<iframe", "<base", "<form action", "javascript:window'"):
        assert piece not in html


@pytest.mark.browser
def test_in_a_real_browser(
    result: Result, tmp_path: Path, node_modules: Path, chromium: str
) -> None:
    by_criterion = with_criteria(result, view().settings)
    answer = seen(tmp_path, render("html", by_criterion, view()), node_modules, chromium)
    assert answer["violations"] == {"light": [], "dark": []}
    assert set(answer["overflow"].values()) == {0}
    assert (answer["errors"], answer["requests"], answer["foreign"]) == ([], [], 0)
    assert answer["hash"] == "#severity=error%2Cwarning"
    assert answer["filtered"] != answer["status"]
    assert answer["focused"] == "f1"
    assert answer["inView"]
    first = next(each for each in by_criterion.criteria or () if each.findings)
    assert answer["criterion"] == f"#criterion={first.number}"
    assert answer["byCriterion"].startswith(f"{len(first.findings)} of {len(result.findings)} ")


@pytest.mark.browser
def test_two_hundred_hostile_pages_in_a_real_browser(
    tmp_path: Path, node_modules: Path, chromium: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    html = render("html", hostile(folder, 200), view(folder))
    answer = seen(tmp_path, html, node_modules, chromium, axe=False)
    assert not answer["owned"]
    assert (answer["dialogs"], answer["requests"], answer["foreign"]) == (0, [], 0)
    assert answer["errors"] == []
    assert set(answer["overflow"].values()) == {0}


@pytest.mark.browser
def test_two_hundred_pages_with_five_thousand_findings_filter_fast(
    result: Result, tmp_path: Path, node_modules: Path, chromium: str
) -> None:
    per_page = max(1, min(25, len(result.findings)))
    chosen = [each for each in result.findings if each.path == result.findings[0].path][:per_page]
    many: list[Any] = []
    for number in range(200):
        many += [replace(each, path=f"page-{number:03}.html") for each in chosen]
    text = sources(str(ROOT / chosen[0].path))
    big = Result(tuple(many), (), 200, 0)
    html = render("html", big, View(sources=lambda path: text, settings=Settings(root=ROOT)))
    answer = seen(tmp_path, html, node_modules, chromium, axe=False)
    assert answer["open"] < 5000
    assert answer["inView"]
    assert answer["filter"] < 400
