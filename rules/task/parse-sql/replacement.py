import re

_PART = r'(?:"[^"]+"|`[^`]+`|\[[^\]]+\]|[^\W0-9][\w$]*)'
_TOKEN = re.compile(
    rf"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|({_PART}(?:\s*\.\s*{_PART})*)|[(),;]",
    re.DOTALL,
)
_OPENERS = {"FROM", "JOIN", "INTO", "UPDATE", "TABLE", "USING"}
_SKIPPED = {"ONLY", "IF", "NOT", "EXISTS", "LATERAL"}
_NOT_AFTER = {
    "UPDATE": {"FOR", "KEY", "ON", "DO", "THEN"},
    "FROM": {"DISTINCT"},
    "TABLE": {"LOCK"},
}
# Functions with a FROM of their own: EXTRACT(YEAR FROM sold_at).
_FUNCTIONS = {"EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION"}
# fmt: off
_WORDS = {
    "WHERE", "ON", "SET", "GROUP", "ORDER", "LEFT", "RIGHT", "INNER", "OUTER", "FULL", "CROSS",
    "NATURAL", "JOIN", "USING", "UNION", "VALUES", "SELECT", "LIMIT", "HAVING", "WHEN", "AS", "FROM",
}
# fmt: on


def parse_sql(sql: str) -> list[str]:
    """Return the names of the tables that an SQL statement reads or writes."""
    found = (match for match in _TOKEN.finditer(sql) if match[1] or match[0] in "(),;")
    tokens = [match[0] for match in found]
    words = [token.upper() for token in tokens]
    tables: dict[str, None] = {}
    names: set[str] = set()
    calls: list[bool] = []
    # 'next' expects a table, 'list' another one after a comma.
    state = ""
    for at, (token, word) in enumerate(zip(tokens, words)):
        before = words[at - 1] if at else ""
        if word == "(":
            calls.append(before in _FUNCTIONS)
            state = ""
        elif word == ")":
            calls = calls[:-1]
            state = ""
        elif word == ",":
            state = "next" if state == "list" else ""
        elif word in _OPENERS and before not in _NOT_AFTER.get(word, ()):
            using = word == "USING" and "MERGE" not in words and "DELETE" not in words
            state = "" if using or (calls and calls[-1]) else "next"
        elif state == "next" and word not in _SKIPPED:
            if word not in _WORDS:
                tables.setdefault(_bare(token))
            state = "list" if word not in _WORDS else ""
        elif word in _WORDS and word != "AS":
            state = ""
        elif "WITH" in words[:at] and words[at + 1 : at + 3] == ["AS", "("]:
            names.add(_bare(token).lower())
    return [table for table in tables if table.lower() not in names]


def _bare(name: str) -> str:
    """Drop the quotes around each part."""
    parts = re.findall(_PART, name)
    return ".".join(part.strip('"`[]') for part in parts)
