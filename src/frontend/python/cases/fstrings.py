a = f"\N{EM DASH} {when:%Y-%m-%d} {x!s} {d['b']:>{w}.{p()}f}"
b = f"{{{x}}} {{}} {{{{ {y} }}}}"
c = rf"\{x}\d"
d = f"{'yes' if ok else 'no'} {(lambda v: v)(1)}"
e = F'''Rules:
- {
    rule.text
}
- "{name}" é {ask(f"inner {z}")}
'''
g = f"{x}" f"{y}"
h = f"{x}" "and" " more" rf"\w{z}"
i = t"Hello {name}"
j = f"{a, b} {*c,}"
k = f"{x:{'>' + str(n)}}"
l = u"unicode" R"raw\n" b'\x41'
m = f"{x = !r}"
n = f"""{f'''{f"{deep}"}'''}"""
o = f"tab\tquote\"{x}\
continued"
with (Client() as p, open("x") as q):
    pass
with make() as (r, s), other:
    pass
