"""What is masked and what survives, drawn: ``■`` for code that prints, ``·`` for code that
prints nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.source.source import from_text


def drawn(name: str, text: str) -> str:
    source = from_text(text, name)
    assert len(source.clean) == len(text)
    return source.clean.replace("\ue000", "■").replace("\ue001", "·")


def check(name: str, pairs: str) -> None:
    """Every pair of lines is a text and, below it, what is left of it."""
    lines = pairs.strip("\n").split("\n")
    for text, expected in zip(lines[::2], lines[1::2], strict=True):
        assert drawn(name, text) == expected


def test_jinja_nunjucks_twig_and_liquid() -> None:
    check(
        "page.njk",
        r"""
Take {{ dose }} daily {% if adult %}twice{% endif %} {# why? #}!
Take ■■■■■■■■■■ daily ··············twice··········· ··········!
{{ "}}" }}a{{ '%}' }}b{% set x = "%}" %}c{{ x | d("{{") }}d
■■■■■■■■■■a■■■■■■■■■■b··················c■■■■■■■■■■■■■■■■■d
{{ it's }} and isn't {{ done }}!
■■■■■■■■■■ and isn't ■■■■■■■■■■!
{%- raw -%}{{ shown }} {% shown %}{%- endraw -%}{{ x }}
···········{{ shown }} {% shown %}··············■■■■■■■
{% verbatim %}{{ a }}{% endverbatim %} {% raw %}{{ never closed }}
··············{{ a }}················· ·········■■■■■■■■■■■■■■■■■■
{% comment %}don't {{ a }} <p>no</p>{% endcomment %}yes
····················································yes
{% comment %}never closed <p>yes</p>
·············never closed <p>yes</p>
{% image "a.png", "alt" %} {% note %}Rest.{% endnote %} {% highlight js %}a{% endhighlight %}
■■■■■■■■■■■■■■■■■■■■■■■■■■ ··········Rest.············· ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■
{{ call({a: {b: 1}}) }}a{{ {"k": "v"} }}b{{ path('x', {'y': z}) }}c
■■■■■■■■■■■■■■■■■■■■■■■a■■■■■■■■■■■■■■■■b■■■■■■■■■■■■■■■■■■■■■■■■■c
{% for x in y %}<li>{{ x }}</li>{% else %}None{% endfor %}
················<li>■■■■■■■</li>··········None············
<p {% if x %}class="a"{% endif %} title="{{ t }}">
<p ··········class="a"··········· title="■■■■■■■">
""",
    )


def test_signs_in_prose_are_no_code() -> None:
    untouched = [
        "Pain falls by 50% {in 3 of 4}.",
        "{ and } and {} and {x} and %} and }} and #} and %>",
        "Type {%d} or {#id}",
        "@media print{#nav{display:none}}@media screen{#a{color:red}}",
        'a{"b":{"c":{}}}',
        "5 <6 and 7<8%",
        '<?xml version="1.0"?><p>',
        "mail me@clinic.org or @clinic or @if you like (not)",
        "if (a) { b(); }",
    ]
    for name in ("a.html", "a.md", "a.txt", "-"):
        assert [drawn(name, text) for text in untouched] == untouched


def test_what_is_left_open_ends_in_its_line() -> None:
    check("a.html", "a {{ open b\na ■■■■■■■■■")
    assert drawn("a.html", "a {{ open b\nc {{ ok }}") == "a ■■■■■■■■■\nc ■■■■■■■■"
    check("a.html", "a {{ open <b>kept</b> {{ ok }} d\na ■■■■■■■■<b>kept</b> ■■■■■■■■ d")
    check("a.html", "a {% if open {{ ok }} d\na ···········■■■■■■■■ d")
    assert drawn("a.html", "<% open\nkept") == "·······\nkept"
    assert drawn("a.html", "a <?php open()\nkept") == "a ············\nkept"
    assert drawn("a.blade.php", "@if ($a\nkept") == "·······\nkept"
    assert drawn("a.blade.php", "{!! $a\r\nkept") == "■■■■■■\r\nkept"
    assert drawn("a.md", "{{< fig\nkept") == "■■■■■■■\nkept"
    assert drawn("a.mdx", "it is {open\nkept") == "it is ■■■■■\nkept"


def test_line_ends_in_code_stay() -> None:
    assert drawn("a.njk", "{{ f(\r\n 'a',\r b) }}c") == "■■■■■\r\n■■■■■\r■■■■■■c"
    assert drawn("a.njk", "{{ f(\n 'a\nb') }}c") == "■■■■■\n■■■\n■■■■■■c"


def test_handlebars_vue_and_go_templates() -> None:
    check(
        "a.html",
        r"""
{{{ raw }}} {{#if a}}b{{else}}c{{/if}} {{^d}}{{> part}} {{!-- }} --}}e {{! it's }}f
■■■■■■■■■■■ ·········b········c······· ······■■■■■■■■■■ ·············e ···········f
{{- range .Items -}}a{{ end }} {{ end_date }} {{ .Title }} {{ $x := 1 }} {{ `}}` }}b
····················a········· ■■■■■■■■■■■■■■ ■■■■■■■■■■■■ ············· ■■■■■■■■■■b
{{/* it's }} hidden */}}a{{- /* hidden */ -}}b{{ define "main" }}c
························a····················b···················c
""",
    )


def test_hugo_shortcodes() -> None:
    check(
        "a.md",
        r"""
{{< fig src=">}}" alt=`a "b` >}} {{% note %}}Keep *this*.{{% /note %}} {{< ref "a" >}}
■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■ ············Keep *this*.············· ■■■■■■■■■■■■■■■
It's {{< dose 5 >}} and don't {{</* shown */>}} stop
It's ■■■■■■■■■■■■■■ and don't ■■■■■■■■■■■■■■■■■ stop
## Heading {#heading} {{% x %}}
## Heading {#heading} ■■■■■■■■■
""",
    )


def test_code_in_markdown_shows_template_signs() -> None:
    text = "`{{ a }}` {{ b }} ``{% ` %}``\n\n- ```\n  {{ c }}\n  ```\n"
    text += "~~~~\n{{ d }}\n~~~\n~~~~\n{{ e }}\n"
    assert drawn("a.md", text) == text.replace("{{ b }}", "■" * 7).replace("{{ e }}", "■" * 7)
    assert drawn("a.md", "a ` b {{ c }}\n\nd ` e") == "a ` b ■■■■■■■\n\nd ` e"
    assert drawn("a.md", "```\n{{ open to the end }}") == "```\n{{ open to the end }}"
    assert drawn("a.html", "`{{ a }}`") == "`■■■■■■■`"


def test_blade() -> None:
    check(
        "page.blade.php",
        r"""
@if($pain > (3)) Rest. @elseif (mild()) Walk. @else Swim. @endif Done.
················ Rest. ················ Walk. ····· Swim. ······ Done.
@section('title', 'Knee (left)') @yield('body') @lang('site.home')a
································ ■■■■■■■■■■■■■■ ■■■■■■■■■■■■■■■■■■a
<p @class(['on' => ')'])>{!! $html !!} {{-- {{ no }} --}}{{ $name }}
<p ■■■■■■■■■■■■■■■■■■■■■>■■■■■■■■■■■■■ ··················■■■■■■■■■■■
@{{ vue }} @@if (x) @click="open()" @unknown you@clinic.org @icon('knee') @media (print)
■■■■■■■■■■ @@if (x) @click="open()" @unknown you@clinic.org ■■■■■■■■■■■■■ @media (print)
@php $a = '@endif'; @endphp b @php($c = 1) d @php never closed
··························· b ············ d ···· never closed
@verbatim {{ shown }} @if(x) @endverbatim {{ $x }} <?php if ($a): ?>b<?= $c ?>
········· {{ shown }} @if(x) ············ ■■■■■■■■ ·················b■■■■■■■■■
@foreach ($a as $b)<li>{{ $b['k'] }}</li>@endforeach
···················<li>■■■■■■■■■■■■■</li>···········
""",
    )
    assert drawn("a.html", "@if(x) stays") == "@if(x) stays"


def test_php() -> None:
    check(
        "page.php",
        r"""
a<?php echo "?>"; ?>b<?= $x ?>c<? short(); ?>d<?PHP // it's ?>e
a■■■■■■■■■■■■■■■■■■■b■■■■■■■■■c··············d················e
a<?php /* ' ?> */ if ($b): ?>c<?php the_title(); ?>d<?php # ' ?>e<?php #[A('?>')] ?>f
a····························c■■■■■■■■■■■■■■■■■■■■■d············e···················f
a<?php never_closed('b'); c
a··························
""",
    )
    heredoc = "a<?php $x = <<<'EOT'\n it's ?>\n EOT;\n ?>b"
    expected = "a···················\n········\n·····\n···b"
    assert drawn("page.php", heredoc) == expected
    check(
        "a.html", "<?php echo 1 ?>a<?php it's ?>b<? no ?>\n■■■■■■■■■■■■■■■a·············b<? no ?>"
    )


def test_erb_and_ejs() -> None:
    text = "<%= x %>a<% if y -%>b<%# c %>d<%% e<%- f -%>"
    assert drawn("a.html.erb", text) == "■■■■■■■■a···········b········d<%% e·········"
    check("a.ejs", "<%- f %>a<%_ g _%>b<%= '%>' %>\n■■■■■■■■a·········b■■■■■■■' %>")
    check("a.html", "<% if x %>a<% end %>\n··········a·········")


def test_mdx() -> None:
    text = """---
title: {not code}
---
import A from "a"
import {
  B
} from 'b'
export const meta = { a: "}" }

# It's {name}

{/* note */} \\{x} `{y}` <A style={{a: 1}} t="x">w</A>{" "}
import duties rise. {`a${b + "}"}}`} {/[{]/.test(a)}
"""
    expected = """---
title: {not code}
---
·················
········
···
··········
······························

# It's ■■■■■■

············ \\{x} `{y}` <A style=■■■■■■■■ t="x">w</A>·····
import duties rise. ■■■■■■■■■■■■■■■■ ■■■■■■■■■■■■■■■
"""
    assert drawn("a.mdx", text) == expected


def test_import_and_export_lines_of_mdx() -> None:
    never_closed = "export const a = {\n  b,\n\nKept.\n"
    assert drawn("a.mdx", never_closed) == "··················\n····\n\nKept.\n"
    several = "export default function A() {\n  return `}` +\n    /}/;\n}\nimport b from 'b'"
    assert "import" not in drawn("a.mdx", several)
    assert drawn("a.mdx", "import a from the shop\n") == "import a from the shop\n"
    assert drawn("a.mdx", "export { a }") == "·" * 12


def test_words_of_elements_inside_expressions_survive() -> None:
    check(
        "a.mdx",
        """
a {open && <p>Don't {x > 1 ? <b>run</b> : null} <br/> <img src={y}/></p>} b
a ·········<p>Don't ·········<b>run</b>········ <br/> <img src=■■■/></p>· b
{list.map((i) => (<><li key={i}>It's {i}</li></>))} b
··················<><li key=■■■>It's ■■■</li></>··· b
{a < b && c > d} {open && <p>never closed} b
■■■■■■■■■■■■■■■■ ■■■■■■■■■■■■■■■■■■■■■■■■■ b
""",
    )


def test_jsx_and_tsx_are_code_around_elements() -> None:
    text = (
        "const a = useState<string>('x');\nfunction P<T,>() {\n  return (\n"
        '    <main id="a">It\'s {name}.</main>\n  );\n}\nconst b = 1 < c;\n'
    )
    expected = (
        "································\n··················\n··········\n"
        '····<main id="a">It\'s ■■■■■■.</main>\n····\n·\n················\n'
    )
    assert drawn("a.tsx", text) == expected


def test_astro_and_svelte() -> None:
    astro = "---\nconst a = '<p>';\n---\n<style>p{a:b}</style><p>{a} b<br>{c && <i>d<br></i>}</p>"
    expected = (
        "···\n················\n···\n<style>p{a:b}</style><p>■■■ b<br>······<i>d<br></i>·</p>"
    )
    assert drawn("a.astro", astro) == expected
    check(
        "a.svelte",
        "{#if a}<p>b {c}</p>{:else}d{/if}{@html e}\n·······<p>b ■■■</p>·······d·····■■■■■■■■■",
    )


PARTS = st.lists(
    st.sampled_from(
        ["{{", "}}", "{%", "%}", "{#", "#}", "<?php", "?>", "<%", "%>", "@if(", ")", "{", "}",
         "'", '"', "`", "<p>", "</p>", "\n", "\r\n", " ", "pain", "raw", "endraw", "/*", "*/",
         "{{<", ">}}", "{{--", "--}}", "```", "import a from 'b'", "export {", "=>", "${", "\\"]
    ),
    max_size=40,
).map("".join)  # fmt: skip
NAMES = ("a.html", "a.md", "a.txt", "a.blade.php", "a.php", "a.ejs", "a.mdx", "a.tsx", "a.astro")


@given(PARTS, st.sampled_from(NAMES))
@settings(max_examples=400)
def test_masking_keeps_length_line_ends_and_what_is_not_code(text: str, name: str) -> None:
    source = from_text(text, name)
    assert len(source.clean) == len(text)
    done = 0
    for span in source.masked:
        assert done <= span.start < span.end <= len(text)
        assert source.clean[done : span.start] == text[done : span.start]
        code = zip(source.slice(span), source.clean[span.start : span.end], strict=True)
        assert all(new == old if old in "\r\n" else new in "\ue000\ue001" for old, new in code)
        done = span.end
    assert source.clean[done:] == text[done:]


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_masking_twice_changes_nothing_in_plain_pages(text: str) -> None:
    clean = from_text(text, "a.html").clean
    assert from_text(clean, "a.html").clean == clean
