using Ase.Code.Languages;

namespace Ase.Taint.Tests.Patterns;

public sealed class PythonPatternTests
{
    public static PatternTable Rows { get; } = new()
    {
        { "f(..., shell=True, ...)", "f(a, shell=True)\nf(shell=True, b=1)\nf(a, shell=False)\nf(True)", "f(a, shell=True)", "f(shell=True, b=1)" },
        { "f(a=$X, b=$Y)", "f(b=1, a=2)\nf(a=1)", "f(b=1, a=2)" },
        { "os.system($X)", "import os as o\nfrom os import system\nfrom os import system as s\no.system(a)\nsystem(b)\ns(c)\nother.system(d)", "o.system(a)", "system(b)", "s(c)" },
        { "subprocess.$F(...)", "from subprocess import run\nimport subprocess as sp\nrun(a)\nsp.call(b)\nwalk(c)", "run(a)", "sp.call(b)" },
        { "flask.request.args.get(...)", "from flask import request\nrequest.args.get('a')\nflask.request.args.get('b')\nrequest.form.get('c')", "request.args.get('a')", "flask.request.args.get('b')" },
        { "os.path.join(...)", "import os.path as p\nfrom os import path\np.join(a)\npath.join(b)\nos.path.join(c)", "p.join(a)", "path.join(b)", "os.path.join(c)" },
        { "def f(..., $X, ...): ...", "def f(a): pass\ndef g(b): pass", "def f(a): pass" },
        { "def $F(..., $X=[], ...): ...", "def f(a, b=[]): pass\ndef g(a, b={}): pass\ndef h(a=[], c=1): pass", "def f(a, b=[]): pass", "def h(a=[], c=1): pass" },
        { "@$APP.route(...)\ndef $F(...):\n    ...", "@app.route('/')\n@login\ndef f(a):\n    pass\n\ndef g():\n    pass", "@app.route('/')\n@login\ndef f(a):\n    pass" },
        { "def $F(...): return $X", "def f(): return 1\ndef g():\n    a()\n    return 2", "def f(): return 1" },
        { "class $C(..., Base, ...): ...", "class A(Base): pass\nclass B(Other, Base): pass\nclass D: pass", "class A(Base): pass", "class B(Other, Base): pass" },
        { "class $C:\n    ...\n    def run(self): ...", "class A:\n    x = 1\n    def run(self):\n        pass", "class A:\n    x = 1\n    def run(self):\n        pass" },
        { "with open(...) as $F:\n    ...", "with open(a) as f:\n    b()\nwith lock: pass", "with open(a) as f:\n    b()" },
        { "$X = $V", "a = 1\nb.c = 2\nd += 3\ne: int = 4", "a = 1", "b.c = 2", "e: int = 4" },
        { "$X = load(...)\n...\nuse($X)", "def f():\n    a = load()\n    if b:\n        use(a)", "a = load()\n    if b:\n        use(a)" },
        { "if $X: ...", "if a:\n    b\nelse:\n    c", "if a:\n    b\nelse:\n    c" },
        { "for $X in $Y: ...", "for a in b:\n    c()", "for a in b:\n    c()" },
        { "try: ...\nexcept $E: ...", "try:\n    a()\nexcept ValueError:\n    b()", "try:\n    a()\nexcept ValueError:\n    b()" },
        { "return $X", "def f():\n    return a(1)\ndef g():\n    return", "return a(1)" },
        { "f(\"...\")", "K = 'v'\nf('a')\nf(\"b\" 'c')\nf(f'{d}')\nf(K)", "f('a')", "f(\"b\" 'c')", "f(K)" },
        { "f(\"a\")", "f('a')\nf('''a''')\nf(b'a')", "f('a')", "f('''a''')", "f(b'a')" },
        { "f\"...{$X}...\"", "a = f'p {q} r'\nb = f's'\nc = 't'", "f'p {q} r'" },
        { "\"...\" % $X", "a = 'x %s' % b\nc = d % e", "'x %s' % b" },
        { "\"...\".format(..., $X, ...)", "a = '{}'.format(b)", "'{}'.format(b)" },
        { "$X in $Y", "a in b\nc not in d", "a in b" },
        { "$X not in $Y", "a in b\nc not in d", "c not in d" },
        { "$X is None", "a is None\nb is not None", "a is None" },
        { "{..., 'k': $V, ...}", "a = {'j': 1, 'k': 2}\nb = {'j': 1}", "{'j': 1, 'k': 2}" },
        { "$X[...]", "a[b]\nc.d", "a[b]" },
        { "not $X", "not a", "not a" },
        { "lambda $X: ...", "f(lambda a: b(a))", "lambda a: b(a)" },
        { "import hashlib\n...", "import os\nimport hashlib\na()\nb()", "import hashlib\na()\nb()" },
        { "$X.a. ... .b()", "q.a.c(1).b()\nq.b()", "q.a.c(1).b()" },
        { "@$D", "@login\ndef f(): pass", "@login" },
        { "f(*$A, **$K)", "f(*a, **b)\nf(a, b)", "f(*a, **b)" },
        { "[$X for $Y in $Z]", "a = [b for c in d]", "[b for c in d]" },
        { "assert $X", "assert a", "assert a" },
        { "async def $F(...): ...", "async def f(): pass\ndef g(): pass", "async def f(): pass" },
        { "raise $E(...)", "raise ValueError('x')", "raise ValueError('x')" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Should_match_the_listed_texts_and_no_others(PatternCase row) => PatternAssert.Matches(LanguageId.Python, row);

    [Fact]
    public void Should_bind_the_name_of_a_parameter_that_has_a_type_and_a_default() =>
        Assert.Equal(["a", "b", "c", "d"], PatternAssert.Values(LanguageId.Python, "def f(..., $X, ...): ...", "def f(a, b: int, c=1, d: str = 'x'): pass", "$X"));
}
