from string import Template
import string
import os, dataclasses
from .prompts import REMOTE

PROMPT = "Translate %s to %s: %d%%"
a = PROMPT % (text, language, 3)
b = "Hello %(name)s" % {"name": name}
c = "Hello %s" % name
d = "{} of {0} {name}".format(1, *rest, name=x, **more)
e = PROMPT.format(**data)
f = "{a}".format_map(mapping)
g = Template("Hi $name, ${greeting}").substitute(name=name)
h = string.Template(RAW)
i = h.safe_substitute({"a": 1}, b=2)
j = "\n".join(lines)
k = ", ".join(f"- {item}" for item in items if item)
l = os.path.join(base, "x")
m = os.path.join(only)
n = PROMPT.replace("{text}", text).replace("%s", str(y), 1)
o = os.replace("a", "b")
p = when.replace(hour=1)
q = "a" + b + ("c" + d) + 'e' * 3
r = count % 2
s = i % n == 0
t = REMOTE % text
u = self.template % (x,)
v = worker.join(5)
w = "x" if cond else "y" if other else "z"
x = first or second or third
y = first and second
z = dict(model="gpt-4o", messages=[m], **extra)
aa = ("Answer: %s" +
      " and %s") % (one, two)
bb = dict()
cc = dict([("a", 1)])
