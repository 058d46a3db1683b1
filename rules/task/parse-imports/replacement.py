import re

_IMPORT = re.compile(
    r"""^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b"""
    r"""|^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*(?:\.\*)?)[ \t]*(?:;|\#|$)"""
    r"""|^[ \t]*(?:import|export)\b[^;'"()]*\bfrom[ \t]*["']([^"'\n]+)["']"""
    r"""|^[ \t]*import[ \t]*["']([^"'\n]+)["']"""
    r"""|\b(?:require|import)\([ \t]*["']([^"'\n]+)["']"""
    r"""|^[ \t]*(?:pub(?:\([a-z]+\))?[ \t]+)?use[ \t]+(?:::)?(\w+)(?:::|;|[ \t]+as\b)"""
    r"""|^[ \t]*\#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]""",
    re.MULTILINE | re.ASCII,
)


def parse_imports(source: str) -> list[str]:
    """Return the modules that a source file imports, each once, in order."""
    modules: dict[str, None] = {}
    for found in _IMPORT.finditer(source.replace("\r\n", "\n")):
        names = next(filter(None, found.groups()))
        for name in names.split(",") if found[2] else [names]:
            modules.setdefault(name.split()[0])
    return list(modules)
