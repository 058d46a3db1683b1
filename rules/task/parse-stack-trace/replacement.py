import re
from typing import Any

_HEAD = re.compile(
    r'^(?:Exception in thread "[^"\n]*" |Uncaught |Caused by: )?'
    r"([A-Za-z_][A-Za-z0-9_.$]*(?:Error|Exception|Interrupt|Exit|Warning|Iteration|Throwable))"
    r"(?:: ([^\n]*))?$",
    re.MULTILINE,
)
_FRAME = re.compile(
    r'^[ \t]*File "([^"\n]+)", line ([0-9]+)(?:, in ([^\n]+))?$'
    r"|^[ \t]+at (?:(?:async )?([^()\n]+) )?\(?([^()\n]+?):([0-9]+):[0-9]+\)?$"
    r"|^[ \t]+at ([^()\n]+)\(([^:()\n]+)(?::([0-9]+))?\)$",
    re.MULTILINE,
)


def parse_stack_trace(trace: str) -> dict[str, Any] | None:
    """Return type, message and frames of a stack trace, or None."""
    text = trace.replace("\r\n", "\n")
    heads = list(_HEAD.finditer(text))
    frames = [_frame(found) for found in _FRAME.finditer(text)]
    if not heads:
        return None
    # Python prints the exception below its frames.
    head = heads[-1] if "Traceback (most recent call last)" in text else heads[0]
    return {"type": head[1], "message": head[2] or "", "frames": frames}


def _frame(found: re.Match[str]) -> dict[str, str | int]:
    file, line, function = (
        (found[1], found[2], found[3])
        if found[1]
        else (found[5], found[6], found[4])
        if found[5]
        else (found[8], found[9], found[7])
    )
    return {"function": function or "", "file": file, "line": int(line or 0)}
