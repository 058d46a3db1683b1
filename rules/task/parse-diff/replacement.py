import re

_HUNK = re.compile(r"@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@")


def parse_diff(diff: str) -> list[dict[str, str | int]]:
    """Return the files of a unified diff with the numbers of lines added and removed."""
    names: list[str] = []
    counts: list[list[int]] = []
    old_left = new_left = 0
    old_name = ""
    for line in re.split(r"\r?\n", diff):
        if old_left > 0 or new_left > 0:
            sign = line[:1]
            old_left -= sign in ("-", " ", "")
            new_left -= sign in ("+", " ", "")
            if sign in ("+", "-"):
                counts[-1][sign == "-"] += 1
            continue
        hunk = _HUNK.match(line)
        git = re.match(r'diff --git "?a/.*? "?b/(.*?)"?$', line)
        if git:
            names.append(git[1])
            counts.append([0, 0])
            old_name = ""
        elif line.startswith("--- "):
            old_name = _name(line)
            # Without git's own line, this one begins another file.
            if not names or sum(counts[-1]) > 0:
                names.append("")
                counts.append([0, 0])
        elif line.startswith("+++ ") and names:
            name = _name(line)
            names[-1] = old_name if name == "/dev/null" else name
        elif hunk and names:
            old_left, new_left = int(hunk[1] or 1), int(hunk[2] or 1)
    return [
        {"file": name, "added": added, "removed": removed}
        for name, (added, removed) in zip(names, counts)
        if name
    ]


def _name(line: str) -> str:
    """Return the path of a '---' or '+++' line without 'a/' or 'b/' and time."""
    return re.sub(r"^[ab]/", "", line[4:].split("\t")[0].strip('"'))
