"""What each rule applies to and what it expects, condition by condition, in fragments.

The conditions are those of W3C's ACT rules, of WCAG's techniques and of the specifications they
rest on; the rule pages show the plain cases.
"""

from __future__ import annotations

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

IMAGES = [
    ("alt-missing", True, '<img src="a.png" alt="  ">'),
    ("alt-missing", True, '<img src="a.png" aria-labelledby="gone">'),
    ("alt-missing", True, '<img src="a.png" style="position: absolute; left: -9999px">'),
    ("alt-missing", True, '<img src="a.png" role="none" tabindex="0">'),
    ("alt-missing", True, '<span role="image"></span>'),
    ("alt-missing", False, '<img src="a.png" alt="">'),
    ("alt-missing", False, '<img src="a.png" title="A knee">'),
    ("alt-missing", False, '<img src="a.png" aria-hidden="true">'),
    ("alt-missing", False, '<div inert><img src="a.png"></div>'),
    ("alt-missing", False, '<p hidden><img src="a.png"></p>'),
    ("alt-missing", False, '<style>.n { display: none }</style><p class="n"><img src="a.png"></p>'),
    (
        "alt-missing",
        True,
        '<style>@media print { p { display: none } }</style><p><img src="a"></p>',
    ),
    (
        "alt-missing",
        True,
        '<div style="visibility: hidden"><img src="a" style="visibility: visible"></div>',
    ),
    ("alt-missing", False, '<noscript><img src="counter.gif"></noscript>'),
    ("alt-missing", False, '<template><img src="a.png"></template>'),
    ("alt-missing", False, '<img src="a.png" {{ attributes }}>'),
    ("alt-missing", True, '<img src="{{ photo }}">'),
    ("alt-missing", False, '<img src="{{ photo }}" alt="{{ words }}">'),
    ("svg-name-missing", True, '<svg role="img"><title> </title></svg>'),
    ("svg-name-missing", True, '<svg><circle role="graphics-symbol" r="9"/></svg>'),
    (
        "svg-name-missing",
        False,
        '<svg><circle role="graphics-symbol" r="9" aria-label="Dot"/></svg>',
    ),
    ("svg-name-missing", False, '<svg role="graphics-document" aria-label="Knee"></svg>'),
    ("svg-name-missing", False, '<svg role="img" aria-hidden="true"></svg>'),
    ("svg-name-missing", True, '<svg role="img"><g><title>Inner</title></g></svg>'),
    ("image-button-name-missing", True, '<input type="IMAGE" src="a.png">'),
    ("image-button-name-missing", True, '<input type="image" src="a.png" alt="Submit Query">'),
    ("image-button-name-missing", False, '<input type="image" src="a.png" aria-label="Send">'),
    ("image-button-name-missing", False, '<input type="image" src="a.png" hidden>'),
    ("object-name-missing", True, '<object data="walk.webm" aria-label=" "></object>'),
    ("object-name-missing", True, '<object data="x" type="image/png"><p>A knee</p></object>'),
    ("object-name-missing", False, '<object data="walk.webm" title="A walk"></object>'),
    ("object-name-missing", False, '<object data="leaflet.html"></object>'),
    ("object-name-missing", False, '<object data="a.png" style="display: none"></object>'),
    ("decorative-exposed", True, '<img alt="" src="a.png" aria-labelledby="b"><b id="b">B</b>'),
    ("decorative-exposed", True, '<img alt="" src="a.png" tabindex="0">'),
    ("decorative-exposed", True, '<a role="none" href="/x">X</a>'),
    ("decorative-exposed", False, '<a role="none">X</a>'),
    ("decorative-exposed", False, '<img alt="" src="a.png" aria-hidden="true" aria-label="x">'),
    ("decorative-exposed", False, '<ul role="presentation"><li>X</li></ul>'),
    ("alt-file-name", True, '<img src="/a/DSC00412.JPG" alt="dsc00412.jpg">'),
    (
        "alt-file-name",
        True,
        '<img src="/a/0f3ac96bb2d7e1450f3ac96b" alt="0f3ac96bb2d7e1450f3ac96b">',
    ),
    (
        "alt-file-name",
        False,
        '<a href="/knee.png" download><img src="/knee.png" alt="knee.png"></a>',
    ),
    ("alt-file-name", False, '<img src="/a/ankle.png" alt="Ankle">'),
    (
        "alt-other-logo",
        False,
        '<img src="/apta-logo.png" alt="American Physical Therapy Association logo">',
    ),
    ("alt-other-logo", False, '<img src="/logo.svg" alt="Hillside logo">'),
]

NAMES = [
    ("link-empty", True, '<a href="/a"><span aria-hidden="true">More</span></a>'),
    ("link-empty", True, '<a href="/a" aria-labelledby="gone"></a>'),
    ("link-empty", True, '<a href="/a"><img src="i.png" role="presentation" alt="Home"></a>'),
    ("link-empty", True, '<a href="/a"><img src="i.png" alt="Home" aria-hidden="true"></a>'),
    ("link-empty", True, '<a href="/a"><span hidden>Home</span></a>'),
    ("link-empty", True, '<a href="/a" title="  "></a>'),
    ("link-empty", True, '<button role="link"></button>'),
    ("link-empty", True, '<a href="/a" role="doc-biblioref"></a>'),
    (
        "link-empty",
        True,
        '<img src="m" usemap="#m" alt="M"><map name="m"><area href="/a" alt=""></map>',
    ),
    ("link-empty", False, '<a href="/a"><svg><title>Home</title></svg></a>'),
    ("link-empty", False, '<a href="/a"><svg role="img" aria-label="Home"></svg></a>'),
    ("link-empty", False, '<a href="/a"><i title="Home"></i></a>'),
    ("link-empty", False, '<a href="/a" style="visibility: hidden"></a>'),
    ("link-empty", False, '<a href="/a" aria-labelledby="n"></a><span id="n" hidden>Home</span>'),
    ("link-empty", False, '<a href="/a">{{ title }}</a>'),
    (
        "link-empty",
        False,
        '<style>.h::before { content: "Home" }</style><a href="/" class="h"></a>',
    ),
    (
        "link-empty",
        True,
        '<style>.h::before { content: "\\f015" }</style><a href="/" class="h"></a>',
    ),
    ("button-name-missing", True, '<button aria-label=" "></button>'),
    ("button-name-missing", True, '<input type="button">'),
    ("button-name-missing", True, '<input type="submit" value="">'),
    ("button-name-missing", True, '<button role="none"></button>'),
    ("button-name-missing", True, '<div role="button" tabindex="0"><img src="x" alt=""></div>'),
    ("button-name-missing", False, '<input type="reset">'),
    ("button-name-missing", False, '<button title="Menu"></button>'),
    ("button-name-missing", False, '<button><img src="m.png" alt="Menu"></button>'),
    ("button-name-missing", False, "<label>Menu <button></button></label>"),
    ("button-name-missing", False, '<input type="image" src="a.png">'),
    ("button-name-missing", False, '<button role="none" disabled></button>'),
    ("button-name-missing", False, "<dialog><button></button></dialog>"),
    ("summary-name-missing", True, '<details><summary> <img src="x" alt=""></summary>X</details>'),
    (
        "summary-name-missing",
        False,
        "<details><summary>More</summary><summary></summary></details>",
    ),
    ("summary-name-missing", False, "<summary></summary>"),
    ("summary-name-missing", False, '<details><summary role="button"></summary></details>'),
    ("heading-empty", True, '<div role="heading" aria-level="2"></div>'),
    ("heading-empty", True, '<h2><span style="display:none">Hi</span></h2>'),
    ("heading-empty", True, '<h2 role="none" aria-label=""></h2>'),
    ("heading-empty", False, '<h2 role="none"></h2>'),
    ("heading-empty", False, "<h2 hidden></h2>"),
    ("heading-empty", False, '<h2 title="Causes"></h2>'),
    ("heading-empty", False, "<h2><?php the_title(); ?></h2>"),
    ("frame-name-missing", True, '<iframe src="/m" title="  "></iframe>'),
    ("frame-name-missing", True, '<iframe src="/m" name="Map"></iframe>'),
    (
        "frame-name-missing",
        False,
        '<iframe src="/m" aria-labelledby="t"></iframe><p id="t">Map</p>',
    ),
    ("frame-name-missing", False, '<iframe src="/m" style="display: none"></iframe>'),
    ("frame-name-missing", False, '<iframe src="/m" tabindex="-1"></iframe>'),
    ("field-name-missing", True, "<label> <input></label>"),
    ("field-name-missing", True, '<label for="a">A</label><div role="textbox" id="a"></div>'),
    ("field-name-missing", True, '<input type="password">'),
    ("field-name-missing", True, "<textarea>What you see</textarea>"),
    ("field-name-missing", True, "<select><option>A</option></select>"),
    ("field-name-missing", True, '<div role="switch" aria-checked="true"></div>'),
    ("field-name-missing", False, '<div role="switch" aria-checked="true">Dark</div>'),
    ("field-name-missing", False, '<label for="a">A</label><input id="a">'),
    ("field-name-missing", False, '<input title="Name">'),
    ("field-name-missing", False, '<input placeholder="Name">'),
    ("field-name-missing", False, '<input type="hidden" name="token">'),
    ("field-name-missing", False, '<input type="submit">'),
    ("field-name-missing", False, '<select role="none" disabled><option>A</option></select>'),
    ("field-name-missing", False, '<input aria-hidden="true">'),
    ("menuitem-name-missing", True, '<div role="menu"><div role="menuitem"><i></i></div></div>'),
    ("widget-name-missing", True, '<meter value="1"></meter>'),
    ("widget-name-missing", False, '<label>Pain <meter value="1"></meter></label>'),
    ("widget-name-missing", False, "<dialog></dialog>"),
]

LABEL_IN_NAME = [
    (True, '<a href="/" aria-label="Home page">Start page</a>'),
    (True, '<button aria-label="Download the sheet now">Download sheet</button>'),
    (True, '<button aria-label="Two days">2 days</button>'),
    (True, '<button aria-label="email">e-mail</button>'),
    (True, '<button aria-labelledby="o">Send</button><span id="o">Order</span>'),
    (False, '<button aria-label="SEND  THE form">send the <b>form</b></button>'),
    (False, '<button aria-label="Go to page 2">Page 2 (of 9)</button>'),
    (False, '<button aria-label="Search"><svg><title>Lens</title></svg></button>'),
    (False, '<button aria-label="Close">✕</button>'),
    (False, '<button aria-label="Next: pages">Next …</button>'),
    (False, '<button aria-label="Find"><i class="material-icons">search</i></button>'),
    (False, '<div aria-label="Main" role="navigation">Pages</div>'),
    (False, '<input type="text" aria-label="Name" value="Jo">'),
    (False, '<a href="/" aria-label="Home"><span class="sr-only">Start</span></a>'),
    (False, '<a href="/" aria-label="{{ label }}">Home</a>'),
]

ARIA = [
    ("role-unknown", True, '<div role="buton">X</div>'),
    ("role-unknown", True, '<div role="widget">X</div>'),
    ("role-unknown", False, '<div role="pushbutton button">X</div>'),
    ("role-unknown", False, '<div role="doc-tip">X</div>'),
    ("role-unknown", False, '<div role="">X</div>'),
    ("role-unknown", False, '<div role="buton" hidden>X</div>'),
    ("role-unknown", False, '<div role="{{ role }}">X</div>'),
    ("aria-attribute-unknown", True, '<p aria-titel="x">X</p>'),
    ("aria-attribute-unknown", True, '<p hidden aria-labeledby="x">X</p>'),
    ("aria-attribute-unknown", False, '<p aria-description="x">X</p>'),
    ("aria-value-invalid", True, '<input aria-required="yes">'),
    ("aria-value-invalid", True, '<div role="checkbox" aria-checked="on">X</div>'),
    ("aria-value-invalid", True, '<p aria-live="loud">X</p>'),
    ("aria-value-invalid", True, '<p aria-relevant="text more">X</p>'),
    ("aria-value-invalid", True, '<div role="slider" aria-valuenow="5%">X</div>'),
    ("aria-value-invalid", True, '<div role="listbox" aria-activedescendant="a b">X</div>'),
    ("aria-value-invalid", False, '<p aria-relevant="additions text">X</p>'),
    ("aria-value-invalid", False, '<div role="table" aria-rowcount="-1">X</div>'),
    ("aria-value-invalid", False, '<div role="slider" aria-valuenow="-.5e1">X</div>'),
    ("aria-value-invalid", False, '<a href="/" aria-current="page">X</a>'),
    ("aria-value-invalid", False, '<div aria-hidden="">X</div>'),
    ("aria-value-invalid", False, '<math aria-hidden="no"></math>'),
    ("aria-value-invalid", False, '<a href="/" aria-current="{{ now }}">X</a>'),
    ("aria-attribute-not-allowed", True, '<button aria-sort="">X</button>'),
    ("aria-attribute-not-allowed", True, '<span aria-label="X">x</span>'),
    ("aria-attribute-not-allowed", True, '<a aria-label="X">x</a>'),
    ("aria-attribute-not-allowed", True, '<label aria-label="X">x</label>'),
    ("aria-attribute-not-allowed", True, '<p aria-labelledby="b">x</p><b id="b">B</b>'),
    ("aria-attribute-not-allowed", True, '<a href="/" aria-pressed="true">x</a>'),
    ("aria-attribute-not-allowed", False, '<section aria-label="X">x</section>'),
    ("aria-attribute-not-allowed", False, '<div aria-live="polite">x</div>'),
    ("aria-attribute-not-allowed", False, '<div aria-sort="none" hidden>x</div>'),
    ("aria-attribute-not-allowed", False, '<input type="password" aria-required="true">'),
    ("aria-attribute-not-allowed", False, '<button role="none" aria-pressed="true">X</button>'),
    ("aria-attribute-not-allowed", False, '<x-tabs aria-label="X">x</x-tabs>'),
    ("aria-attribute-not-allowed", False, '<video aria-label="A walk" controls></video>'),
    ("aria-attribute-not-allowed", False, '<ul><li aria-setsize="3">x</li></ul>'),
    ("aria-attribute-missing", True, '<div role="checkbox">x</div>'),
    ("aria-attribute-missing", True, '<div role="slider" aria-valuenow="">x</div>'),
    ("aria-attribute-missing", True, '<div role="separator" tabindex="0"></div>'),
    ("aria-attribute-missing", True, '<input role="combobox" aria-expanded="true">'),
    ("aria-attribute-missing", False, '<input role="combobox" aria-expanded="false">'),
    ("aria-attribute-missing", False, '<input type="checkbox" role="switch">'),
    ("aria-attribute-missing", False, '<input type="radio" role="menuitemradio">'),
    ("aria-attribute-missing", False, '<hr role="separator">'),
    ("aria-attribute-missing", False, '<h2 role="heading">x</h2>'),
    ("aria-attribute-missing", False, '<div role="checkbox" style="display: none">x</div>'),
    ("aria-attribute-missing", False, '<div role="checkbox" {{ state }}>x</div>'),
    ("aria-children-missing", True, '<div role="list"></div>'),
    ("aria-children-missing", True, '<div role="tablist"><button>A</button></div>'),
    ("aria-children-missing", True, '<div role="table"><div role="cell">A</div></div>'),
    (
        "aria-children-missing",
        True,
        '<div role="list"><div role="listitem">A</div><h2>B</h2></div>',
    ),
    ("aria-children-missing", False, '<div role="list" aria-busy="true"></div>'),
    (
        "aria-children-missing",
        False,
        '<ul role="menu"><li role="none"><a role="menuitem" href="/">A</a></li></ul>',
    ),
    (
        "aria-children-missing",
        False,
        '<div role="list"><div><div role="listitem">A</div></div></div>',
    ),
    (
        "aria-children-missing",
        False,
        '<div role="listbox"><div role="group"><div role="option">A</div></div></div>',
    ),
    ("aria-children-missing", False, '<div role="radiogroup"><h3>Q</h3><input type="radio"></div>'),
    (
        "aria-children-missing",
        False,
        '<div role="list"><span hidden>x</span><p role="listitem">A</p></div>',
    ),
    ("aria-children-missing", False, '<div role="list">{% for i in x %}{{ i }}{% endfor %}</div>'),
    ("aria-children-missing", False, '<ul role="list"></ul>'),
    ("aria-parent-missing", True, '<div role="tab">A</div>'),
    (
        "aria-parent-missing",
        True,
        '<div role="list"><section aria-label="S"><p role="listitem">A</p></section></div>',
    ),
    (
        "aria-parent-missing",
        False,
        '<div role="tablist"><div><span role="tab">A</span></div></div>',
    ),
    ("aria-parent-missing", False, '<table><tr role="row"><td>A</td></tr></table>'),
    (
        "aria-parent-missing",
        False,
        '<div role="list" aria-owns="a"></div><p role="listitem" id="a">A</p>',
    ),
    ("aria-parent-missing", False, '<div role="tab" aria-hidden="true">A</div>'),
    ("aria-parent-missing", False, '<ol><li role="listitem">A</li></ol>'),
    (
        "aria-reference-missing",
        True,
        '<div role="scrollbar" aria-controls="gone" aria-valuenow="0"></div>',
    ),
    (
        "aria-reference-missing",
        False,
        '<div role="scrollbar" aria-controls="gone c" aria-valuenow="0"></div><p id="c">x</p>',
    ),
    ("aria-reference-missing", False, '<button aria-controls="gone">X</button>'),
    ("role-unsuitable", True, '<ul><li role="button">A</li></ul>'),
    ("role-unsuitable", False, '<a href="/" role="button">A</a>'),
    ("role-unsuitable", False, '<div role="button" tabindex="0">A</div>'),
]

KEYBOARD = [
    ("interactive-nested", True, '<button><span tabindex="0">A</span></button>'),
    ("interactive-nested", True, '<div role="tablist"><div role="tab"><input></div></div>'),
    ("interactive-nested", True, '<span role="img" aria-label="x"><a href="/">A</a></span>'),
    ("interactive-nested", False, '<button><a href="/" tabindex="-1">A</a></button>'),
    ("interactive-nested", False, '<button><a href="/" hidden>A</a></button>'),
    ("interactive-nested", False, "<button><a>A</a></button>"),
    ("interactive-nested", False, '<div role="group"><button>A</button></div>'),
    ("interactive-nested", False, '<button aria-hidden="true"><a href="/">A</a></button>'),
    ("interactive-in-link", False, '<a href="/"><button disabled>A</button></a>'),
    ("aria-hidden-focus", True, '<p aria-hidden="true"><span contenteditable>A</span></p>'),
    ("aria-hidden-focus", True, '<p aria-hidden="TRUE"><iframe src="/"></iframe></p>'),
    ("aria-hidden-focus", True, '<details aria-hidden="true"><summary>A</summary></details>'),
    ("aria-hidden-focus", False, '<p aria-hidden="true"><a>A</a></p>'),
    ("aria-hidden-focus", False, '<fieldset disabled aria-hidden="true"><input></fieldset>'),
    (
        "aria-hidden-focus",
        True,
        '<fieldset disabled aria-hidden="true"><legend><input></legend></fieldset>',
    ),
    (
        "aria-hidden-focus",
        False,
        '<p aria-hidden="true" style="display:none"><a href="/">A</a></p>',
    ),
    ("aria-hidden-focus", False, '<p aria-hidden="false"><a href="/">A</a></p>'),
    (
        "aria-hidden-focus",
        False,
        '<p aria-hidden="true"><a href="/" onfocus="next.focus()">A</a></p>',
    ),
    (
        "aria-hidden-focus",
        False,
        '<p aria-hidden="true"><a href="/" id="end">A</a></p>'
        "<script>end_ = document.querySelector('#end').onfocus = go</script>",
    ),
    ("tabindex-positive", False, '<a href="/" tabindex="-1">A</a>'),
    ("tabindex-positive", False, '<a href="/" tabindex="x">A</a>'),
    ("tabindex-positive", True, '<a href="/" tabindex=" 5 ">A</a>'),
]

FORMS = [
    ("autocomplete-invalid", True, '<input aria-label="A" autocomplete="work shipping email">'),
    ("autocomplete-invalid", True, '<input aria-label="A" autocomplete="home name">'),
    ("autocomplete-invalid", True, '<input aria-label="A" autocomplete="section-a">'),
    ("autocomplete-invalid", True, '<select aria-label="A" autocomplete="months"></select>'),
    ("autocomplete-invalid", True, '<input aria-label="A" aria-hidden="true" autocomplete="nme">'),
    (
        "autocomplete-invalid",
        False,
        '<input aria-label="A" autocomplete="SECTION-b Billing Mobile TEL">',
    ),
    ("autocomplete-invalid", False, '<input aria-label="A" autocomplete="off">'),
    ("autocomplete-invalid", False, '<input aria-label="A" autocomplete="username webauthn">'),
    (
        "autocomplete-invalid",
        False,
        '<input aria-label="A" aria-disabled="true" autocomplete="nme">',
    ),
    ("autocomplete-invalid", False, '<input type="submit" autocomplete="nme">'),
    ("autocomplete-invalid", False, '<p autocomplete="nme">x</p>'),
    ("autocomplete-invalid", False, '<input aria-label="A" autocomplete="{{ kind }}">'),
    ("autocomplete-invalid", False, '<input role="banner" tabindex="-1" autocomplete="nme">'),
    (
        "field-label-vague",
        True,
        '<form><fieldset><label>City <input name="a"></label></fieldset>'
        '<fieldset><label>City <input name="b"></label></fieldset></form>',
    ),
    (
        "field-label-vague",
        False,
        '<form><fieldset><legend>Home</legend><label>City <input name="a"></label>'
        '</fieldset><fieldset><legend>Work</legend><label>City <input name="b"></label></fieldset></form>',
    ),
    (
        "field-group-unnamed",
        False,
        '<div role="radiogroup" aria-label="Q"><input type="radio" name="q">'
        '<input type="radio" name="q"></div>',
    ),
    ("label-target-missing", True, '<label for="a">A</label><p id="a">x</p>'),
    ("label-target-missing", False, '<label for="{{ id }}">A</label>'),
]

HEAD = [
    ("page-refresh", True, '<meta http-equiv="REFRESH" content=" 5 ">'),
    ("page-refresh", True, '<meta http-equiv="refresh" content="1,url=/a">'),
    ("page-refresh", True, '<meta http-equiv="refresh" content="72000;url=/a">'),
    ("page-refresh", False, '<meta http-equiv="refresh" content="72001;url=/a">'),
    ("page-refresh-late", True, '<meta http-equiv="refresh" content="72001;url=/a">'),
    (
        "page-refresh",
        False,
        '<meta http-equiv="refresh" content="0;url=/a"><meta http-equiv="refresh" content="9">',
    ),
    (
        "page-refresh",
        True,
        '<meta http-equiv="refresh" content="x"><meta http-equiv="refresh" content="9">',
    ),
    ("page-refresh", False, '<meta http-equiv="refresh" content="+5">'),
    ("page-refresh", False, '<meta http-equiv="refresh" content=".5">'),
    (
        "page-refresh",
        False,
        '<noscript><meta http-equiv="refresh" content="5;url=/plain"></noscript>',
    ),
    ("zoom-blocked", True, '<meta name="Viewport" content="user-scalable=0">'),
    ("zoom-blocked", True, '<meta name="viewport" content="initial-scale=1, maximum-scale=1.9">'),
    ("zoom-blocked", True, '<meta name="viewport" content="maximum-scale=no">'),
    ("zoom-blocked", False, '<meta name="viewport" content="user-scalable=2">'),
    ("zoom-blocked", False, '<meta name="viewport" content="user-scalable=device-width">'),
    ("zoom-blocked", False, '<meta name="viewport" content="maximum-scale=-3">'),
    ("zoom-blocked", False, '<meta name="viewport">'),
    ("lang-invalid", True, '<html lang="en_GB">'),
    ("lang-invalid", True, '<html lang="i-klingon">'),
    ("lang-invalid", False, '<html lang="EN-us">'),
    ("lang-invalid", False, '<html lang="qaa-x-own">'),
    ("lang-invalid", False, '<html lang=" ">'),
    ("lang-invalid", False, '<html lang="{{ page.lang }}">'),
    ("lang-missing", True, '<html xml:lang="en"><body>x</body></html>'),
    ("lang-missing", True, '<html lang=" "><body>x</body></html>'),
    ("lang-missing", True, "<!doctype html><title>x</title><body>x"),
    ("lang-missing", False, "<html <?php language_attributes(); ?>><body>x</body></html>"),
    ("lang-missing", False, "<p>x</p>"),
    ("lang-xml-mismatch", False, '<html lang="EN" xml:lang="en-US">'),
    ("lang-xml-mismatch", False, '<html lang="zz9" xml:lang="en">'),
    ("lang-xml-mismatch", False, '<html lang="en" xml:lang="">'),
    ("lang-part-invalid", True, '<p lang=" ">x</p>'),
    ("lang-part-invalid", True, '<div lang="german"><img src="a" alt="Knie"></div>'),
    ("lang-part-invalid", False, '<div lang="german"><p lang="de">Knie</p></div>'),
    ("lang-part-invalid", False, '<p lang="german"><b hidden>Knie</b></p>'),
    ("lang-part-invalid", False, '<p lang="">x</p>'),
    ("page-title-missing", True, "<html><svg><title>Knee</title></svg></html>"),
    ("page-title-missing", True, "<html><template><title>Knee</title></template></html>"),
    ("page-title-missing", True, "<html><head><title>\n</title></head></html>"),
    ("page-title-missing", False, "<html><body><title>Knee</title></body></html>"),
    (
        "page-title-missing",
        False,
        '<html><head><?php include "head.php" ?></head><body>x</body></html>',
    ),
    ("page-title-missing", False, "<html><head><title>{{ title }}</title></head></html>"),
]

TABLES = [
    ("table-header-unassigned", True, "<table><tr><th>A</th><th>B</th></tr></table>"),
    (
        "table-header-unassigned",
        True,
        "<table><tr><td>x</td><th>A</th></tr><tr><td>1</td><td>2</td></tr></table>",
    ),
    (
        "table-header-unassigned",
        False,
        '<table><tr><td>x</td><th scope="col">A</th></tr><tr><td>1</td><td>2</td></tr></table>',
    ),
    (
        "table-header-unassigned",
        False,
        "<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>",
    ),
    (
        "table-header-unassigned",
        False,
        '<table><tr><th colspan="2">A</th></tr><tr><th>B</th><th>C</th></tr>'
        "<tr><td>1</td><td>2</td></tr></table>",
    ),
    (
        "table-header-unassigned",
        False,
        '<table><tr><th rowspan="0" scope="row">A</th><td>1</td></tr><tr><td>2</td></tr></table>',
    ),
    (
        "table-header-unassigned",
        False,
        '<table><tr><th scope="rowgroup">A</th><td>1</td></tr></table>',
    ),
    (
        "table-header-unassigned",
        False,
        '<table><tr><th id="h">A</th><td>x</td></tr><tr><td>y</td><td headers="h">1</td></tr></table>',
    ),
    ("table-header-unassigned", False, "<table><tr><th></th></tr></table>"),
    ("table-header-unassigned", False, '<table role="presentation"><tr><th>A</th></tr></table>'),
    (
        "table-header-unassigned",
        True,
        "<table><tr><th>A</th></tr><tr><td><table><tr><td>1</td></tr></table></td></tr></table>".replace(
            "<tr><th>A</th></tr><tr><td>", "<tr><td>"
        ).replace("<tr><td>1</td></tr>", "<tr><th>A</th></tr>"),
    ),
    (
        "table-header-unassigned",
        False,
        '<div role="table"><div role="row"><span role="rowheader">A</span>'
        '<span role="cell">1</span></div></div>',
    ),
    (
        "table-headers-invalid",
        True,
        '<table><tr><th id="a">A</th></tr><tr><td id="b" headers="b">1</td></tr></table>',
    ),
    (
        "table-headers-invalid",
        True,
        '<table><tr><th id="a">A</th></tr><tr><td headers="a gone">1</td></tr></table>',
    ),
    (
        "table-headers-invalid",
        True,
        '<table><tr><th><i id="a">A</i></th></tr><tr><td headers="a">1</td></tr></table>',
    ),
    (
        "table-headers-invalid",
        False,
        '<table><tr><td id="a" role="rowheader">A</td><td headers="a">1</td></tr></table>',
    ),
    (
        "table-headers-invalid",
        False,
        '<table><tr><th id="a">A</th></tr><tr><td headers="">1</td></tr></table>',
    ),
    (
        "table-headers",
        False,
        "<table><tr><td>One long cell</td></tr><tr><td>Another</td></tr></table>",
    ),
    ("table-scope-invalid", True, '<table><tr><td scope="row">A</td><td>1</td></tr></table>'),
    (
        "table-scope-invalid",
        False,
        '<table><tr><th scope="COL">A</th></tr><tr><td>1</td></tr></table>',
    ),
]

STYLE = [
    ("contrast-low", True, '<p style="color:rgb(0 0 0 / 30%);background:#fff">Text</p>'),
    ("contrast-low", True, '<p style="background:hsl(0,0%,93%);color:#777">Text</p>'),
    ("contrast-low", True, '<div style="background:#fff"><b style="color:#aaa">Text</b></div>'),
    ("contrast-low", True, "<style>:root{--soft:#bbb} p{color:var(--soft)}</style><p>Text</p>"),
    ("contrast-low", True, '<p style="color:#888;background:linear-gradient(#fff,#eee)">Text</p>'),
    ("contrast-low", False, '<p style="color:#888;background:linear-gradient(#fff,#000)">Text</p>'),
    ("contrast-low", False, '<p style="color:#aaa;background:url(x.png)">Text</p>'),
    (
        "contrast-low",
        False,
        '<p style="color:#aaa;background:#fff url(x.png) center/cover no-repeat">Text</p>',
    ),
    ("contrast-low", False, '<p style="color:#777;background:#fff;font-size:18pt">Text</p>'),
    ("contrast-low", False, '<p style="color:#777;background:#fff;font:bold 14pt serif">Text</p>'),
    ("contrast-low", True, '<p style="color:#777;background:#fff;font:bold 13pt serif">Text</p>'),
    ("contrast-low", False, '<p style="color:#aaa">Text</p>'),
    ("contrast-low", False, '<p style="color:#aaa;background:#fff;display:none">Text</p>'),
    ("contrast-low", False, '<p style="color:#fff;background:#fff">Text</p>'),
    (
        "contrast-low",
        False,
        '<p style="color:#aaa;background:#fff;text-shadow:0 0 3px #000">Text</p>',
    ),
    ("contrast-low", False, '<p style="color:#aaa;background:#fff">…</p>'),
    (
        "contrast-low",
        False,
        '<fieldset disabled style="color:#aaa;background:#fff">Text</fieldset>',
    ),
    (
        "contrast-low",
        False,
        '<label style="color:#aaa;background:#fff">Name <input disabled></label>',
    ),
    (
        "contrast-low",
        False,
        "<style>p{color:#aaa}@media (min-width:9em){p{color:#111}}</style><p>Text</p>",
    ),
    (
        "contrast-low",
        False,
        '<html><link rel="stylesheet" href="a.css"><p style="color:#aaa">Text</p></html>',
    ),
    (
        "contrast-low",
        True,
        '<html><link rel="stylesheet" href="a.css"><p style="color:#aaa;background:#fff">Text</p></html>',
    ),
    (
        "contrast-low",
        False,
        '<html><link rel="stylesheet" href="a.css"><div style="background:#fff">'
        '<p class="x"><b style="color:#aaa">Text</b></p></div></html>',
    ),
    ("contrast-below-enhanced", True, '<p style="color:#666;background:#fff">Text</p>'),
    (
        "contrast-below-enhanced",
        False,
        '<p style="color:#666;background:#fff;font-size:2em">Text</p>',
    ),
    ("letter-spacing-locked", True, '<p style="letter-spacing:1px !IMPORTANT">Some text</p>'),
    (
        "letter-spacing-locked",
        True,
        '<p style="letter-spacing:unset !important;letter-spacing:0 !important">Some text</p>',
    ),
    ("letter-spacing-locked", False, '<p style="letter-spacing:.12em!important">Some text</p>'),
    ("letter-spacing-locked", False, '<p style="letter-spacing:0.1em">Some text</p>'),
    (
        "letter-spacing-locked",
        False,
        '<div style="letter-spacing:2px!important;font-size:9px"><p>Some text</p></div>',
    ),
    (
        "letter-spacing-locked",
        True,
        '<div style="letter-spacing:1px!important"><p>Some text</p></div>',
    ),
    (
        "letter-spacing-locked",
        False,
        '<p style="letter-spacing:1px!important;opacity:0">Some text</p>',
    ),
    ("word-spacing-locked", True, '<p style="word-spacing:normal!important">Some text</p>'),
    ("word-spacing-locked", False, '<p style="word-spacing:3px!important">Some text</p>'),
    ("line-height-locked", True, '<p style="line-height:1.4!important">Some text that goes on</p>'),
    (
        "line-height-locked",
        True,
        '<div style="line-height:120%!important"><p>Some text that goes on</p></div>',
    ),
    (
        "line-height-locked",
        False,
        '<p style="line-height:150%!important">Some text that goes on</p>',
    ),
    (
        "line-height-locked",
        False,
        '<p style="line-height:1!important;white-space:nowrap">Some text</p>',
    ),
    ("line-height-locked", False, '<p style="line-height:1!important">Word</p>'),
    ("line-height-locked", False, '<p style="line-height:1!important;width:900px">Some text</p>'),
    (
        "line-height-locked",
        False,
        '<p style="line-height:inherit!important">Some text that goes on</p>',
    ),
]

IDS = [
    ("id-duplicate", True, '<b id="a" hidden>x</b><b id="a">y</b>'),
    ("id-duplicate", False, '<b id="a">x</b><b id="A">y</b>'),
    ("id-duplicate", False, '<b id="a">x</b><template><b id="a">y</b></template>'),
    ("id-duplicate", False, '<iframe title="x" srcdoc="<b id=a>"></iframe><b id="a">y</b>'),
    ("id-duplicate", False, '{% if a %}<b id="a">x</b>{% else %}<b id="a">y</b>{% endif %}'),
    ("attribute-duplicate", True, '<p CLASS="a" class="b">x</p>'),
    ("attribute-duplicate", True, "<p title='a=b' title=c>x</p>"),
    ("attribute-duplicate", False, '<p title="title=a title=b">x</p>'),
    ("attribute-duplicate", False, '<script>a = "<p id=a id=b>"</script>'),
    ("attribute-duplicate", False, '<!-- <p id="a" id="b"> -->'),
    ("attribute-duplicate", False, '<p {% if a %}class="a"{% else %}class="b"{% endif %}>x</p>'),
]

MEDIA = [
    ("media-autoplay", True, '<audio autoplay><source src="a.mp3"></audio>'),
    ("media-autoplay", True, '<video autoplay loop src="a.mp4#t=0,2"></video>'),
    ("media-autoplay", False, '<video autoplay src="a.mp4#t=4,6.5"></video>'),
    ("media-autoplay", False, '<audio autoplay controls src="a.mp3"></audio>'),
    ("media-autoplay", False, '<audio autoplay src="a.mp3"></audio><button>Pause</button>'),
    ("media-autoplay", False, "<audio autoplay></audio>"),
    ("media-captions", False, '<video muted src="a.mp4"></video>'),
    ("media-captions", False, '<video src="a.mp4"><track src="a.vtt"></video>'),
]

LISTS = [
    ("list-content-invalid", True, "<ul>Signs <li>A</li></ul>"),
    ("list-content-invalid", False, "<ul>{% for i in x %}<li>{{ i }}</li>{% endfor %}</ul>"),
    ("list-content-invalid", False, '<ul role="menu"><p>A</p></ul>'),
    ("list-content-invalid", False, "<ul><script>x</script><li>A</li></ul>"),
    ("list-item-stray", False, "<li>A</li>"),
    ("list-item-stray", False, '<div role="list"><li>A</li></div>'),
    ("definition-list-invalid", False, "<dl><div><dt>A</dt><dd>B</dd></div></dl>"),
    ("definition-list-invalid", True, "<section><dt>A</dt></section>"),
]

CASES = [
    *IMAGES, *NAMES, *ARIA, *KEYBOARD, *FORMS, *HEAD, *TABLES, *STYLE, *IDS, *MEDIA, *LISTS,
    *(("label-not-in-name", *case) for case in LABEL_IN_NAME),
]  # fmt: skip


def reported(rule: str, text: str, path: str) -> list[str]:
    settings = Settings(selection=Selection(select=(rule,)))
    outcome = lint(from_text(text, path), settings, built_in_rules())
    assert not outcome.problems, outcome.problems
    return [each.message for each in outcome.findings]


@pytest.mark.parametrize(("rule", "expected", "html"), CASES)
def test_condition(rule: str, expected: bool, html: str) -> None:
    path = "x.php" if "<?php" in html else "x.njk" if "{{" in html or "{%" in html else "x.html"
    found = reported(rule, html, path)
    assert bool(found) is expected, found
