"""Texts that do harm where a program takes them for more than text."""

from planner.files.text import clean

MARKUP = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "<!-- comment -->",
    "<![CDATA[x]]>",
    "&lt;b&gt; &amp;amp; &#x41; &nbsp;",
    "{{ 7 * 7 }} {% raw %}",
    "${7*7} #{7*7}",
    "<img src=/etc/passwd>",
    "<a href='javascript:alert(1)'>x</a>",
    "<b>bold</b><br/>",
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "![x](file:///etc/passwd)",
    "# heading",
    "- item",
    "+ item",
    "1. one",
    "1) one",
    "===",
    "---",
    "> quoted",
    "`code` ``code``",
    "```sh",
    "~~~",
    "*a* _b_ **c** ~~d~~",
    "a | b | c",
    "[ref]: http://evil.example",
    "<http://evil.example>",
    "$x$ \\(y\\) \\",
    "[^1] [ ] [x]",
    "closed #",
    "    indented",
)
FORMULAS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "'=1+1",
    "''=1",
    "  =1",
    "\uff1d1+1",
    "-5",
    "=",
    '"quoted", and; parted\tby tab',
)
CALENDAR = (
    "END:VEVENT",
    "a;b,c\\n\\;",
    "x:y\\N",
    "DTSTART;VALUE=DATE:20260101",
)
TYPESETTING = (
    '#eval("1+1") #read("/etc/passwd")',
    '#import "@preview/x:1.0.0"',
    "*bold* _italic_ = heading",
    "@label <label> // comment /* x */",
)
TOML = ('"""', "'''", 'x = 1 # "y"', "[library]")
LETTERS = (
    "Żółć ≥ 30° ½ → ☐",
    "膝を左右に倒す",
    "الركبة إلى اليمين",
    "e\u0301\u0302\u0303",
    "👩\u200d⚕️ 🦵🏽",
    "a\u00a0b\u2028c",
    "x" * 300,
)
CONTROLS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "a\x00b",
    "a\x08b\x7f",
    "\x9b31m",
    "\u202eevil\u202c",
    "a\u2066b\u2069",
)
LINES = (
    "one\n===",
    "one\n---\n- two\n1. three\n# four",
    "one\n\n    four\n\n\n> two",
    "one\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "one\ntwo",
    "\n=1+1",
)

ONE_LINE = (*MARKUP, *MARKDOWN, *FORMULAS, *CALENDAR, *TYPESETTING, *TOML, *LETTERS)
"""Texts that a plan may hold in a line."""

ALL = (*ONE_LINE, *CONTROLS, *LINES)


def squeezed(text: str) -> str:
    """A text without any spaces, line ends and marks of breaking: what readers agree on."""
    return "".join(text.replace("\u200b", "").split())


def as_shown(text: str) -> str:
    """What a sheet shows of a text, without spaces."""
    return squeezed(clean(text.replace("\t", " ")))
