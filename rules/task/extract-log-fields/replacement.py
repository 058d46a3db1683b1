import re

_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.,]*(?:Z|[+-][0-9:]+)?"
_LEVEL = r"TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL"
_FORMATS = [
    re.compile(
        r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] "(?P<method>\S+) (?P<path>\S+)[^"]*"'
        r' (?P<status>[0-9]{3}) (?P<bytes>[0-9]+|-)(?: "(?P<referrer>[^"]*)" "(?P<agent>[^"]*)")?.*'
    ),
    re.compile(
        r"(?:<[0-9]+>)?(?P<time>[A-Z][a-z]{2} +[0-9]{1,2} [0-9:]{8}) (?P<host>\S+)"
        r" (?P<process>[^\s\[:]+)(?:\[(?P<pid>[0-9]+)\])?: (?P<message>.*)"
    ),
    re.compile(
        rf"\[?(?P<time>{_TIME})\]?\s+\[?(?P<level>{_LEVEL})\]?[\s:-]+(?P<message>.*)"
    ),
]


def extract_log_fields(line: str) -> dict[str, str] | None:
    """Return the fields of an access log, syslog or application log line, or None."""
    for form in _FORMATS:
        found = form.fullmatch(line.strip())
        if found:
            return found.groupdict("")
    return None
