import re

_EXTENSIONS = {
    "py": "python",
    "js": "javascript",
    "mjs": "javascript",
    "jsx": "javascript",
    "ts": "typescript",
    "tsx": "typescript",
    "rs": "rust",
    "go": "go",
    "java": "java",
    "kt": "kotlin",
    "cs": "csharp",
    "c": "c",
    "h": "c",
    "cpp": "cpp",
    "cc": "cpp",
    "hpp": "cpp",
    "rb": "ruby",
    "php": "php",
    "swift": "swift",
    "sh": "bash",
    "sql": "sql",
    "html": "html",
    "css": "css",
    "json": "json",
}
# What is typical of a language; the one with most signs decides, of equals the first.
_SIGNS = {
    "python": [
        r"^\s*def \w+\(.*\).*:\s*$",
        r"^\s*(?:from \S+ )?import [\w., ]+$",
        r"^\s*(?:if|elif|for|while|with|try|class)\b.*:\s*$",
        r"\bself\.|\bNone\b|^\s*print\(",
    ],
    "typescript": [
        r"^\s*(?:export )?(?:interface|type) \w+",
        r"[\w)]\??: (?:string|number|boolean|void)\b",
        r"\bimport .* from ['\"]",
        r"\b(?:const|let) \w+",
    ],
    "javascript": [
        r"\b(?:const|let|var) \w+ ?=",
        r"=>|\bfunction\b ?\w*\(",
        r"\bconsole\.log\(|\brequire\(",
        r"===|\bdocument\.",
    ],
    "rust": [
        r"\bfn \w+.*\{|\blet mut\b",
        r"\bprintln!\(|\bvec!\[",
        r"\bimpl\b.*\{|\bpub (?:fn|struct|enum)\b",
        r"&str\b|&mut\b|\bOption<|::new\(",
    ],
    "go": [
        r"^package \w+\s*$",
        r"^func (?:\(.*\) )?\w+\(",
        r":=",
        r"\bfmt\.|\bchan\b|\berr != nil",
    ],
    "java": [
        r"\bpublic (?:static |final )*(?:class|void|interface)\b",
        r"\bSystem\.out\.print",
        r"\bimport java",
        r"\bString\[\]|\b(?:private|protected) \w+ \w+;",
    ],
    "csharp": [
        r"^\s*using [\w.]+;",
        r"\bnamespace \w+",
        r"\bConsole\.Write",
        r"\{ get; (?:set; )?\}|\bstring\[\] args\b",
    ],
    "cpp": [
        r"#include <\w+>",
        r"\bstd::|\bcout\b",
        r"\btemplate ?<|\busing namespace\b",
        r"\bint main\(",
    ],
    "c": [
        r"#include <\w+\.h>",
        r"\bprintf\(|\bmalloc\(",
        r"\bint main\(",
        r"\bstruct \w+ \w+;",
    ],
    "php": [r"<\?php", r"\$\w+ ?=", r"\becho\b.*;", r"\$this->"],
    "ruby": [
        r"^\s*def \w+[^:]*$",
        r"^\s*end\s*$",
        r"\bputs\b|\.each do\b",
        r"^\s*require ['\"]",
    ],
    "sql": [
        r"\b(?:SELECT|select)\b[\s\S]+\b(?:FROM|from)\b",
        r"\b(?:INSERT INTO|CREATE TABLE|UPDATE \w+ SET|DELETE FROM)\b",
    ],
    "html": [r"<!DOCTYPE html|<html", r"</(?:div|p|body|head|a|span)>"],
    "css": [r"^[.#]?[\w-]+ ?\{\s*$", r"^\s*[\w-]+: ?[^;{}]+;\s*$"],
    "bash": [
        r"^\s*fi\s*$|\bthen\s*$",
        r"^\s*(?:echo|export|cd|sudo) ",
        r"\$\{?\w+\}?\"|\[\[ ",
    ],
}


def detect_code_language(code: str, file_name: str) -> str | None:
    """Return a snippet's programming language by file name, first line or typical signs."""
    extension = file_name.rpartition(".")[2].lower()
    if "." in file_name and extension in _EXTENSIONS:
        return _EXTENSIONS[extension]
    shebang = re.match(r"#!.*?\b(python|node|bash|sh|ruby|php)[0-9.]*(?:\s|$)", code)
    if shebang:
        return {"node": "javascript", "sh": "bash"}.get(shebang[1], shebang[1])
    best, most = None, 0
    for language, signs in _SIGNS.items():
        count = sum(bool(re.search(sign, code, re.MULTILINE)) for sign in signs)
        if count > most:
            best, most = language, count
    return best
