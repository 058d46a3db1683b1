def robots_allowed(robots: str, path: str, agent: str) -> bool:
    """Say whether a robots.txt lets an agent fetch a path, as RFC 9309 has it."""
    groups = _groups(robots)
    rules = groups.get(agent.lower(), groups.get("*", []))
    # The longest pattern that matches decides, and of equals the one that allows.
    fitting = [(len(p), allows) for allows, p in rules if _matches(p, path)]
    return max(fitting, default=(0, True))[1]


def _groups(robots: str) -> dict[str, list[tuple[bool, str]]]:
    groups: dict[str, list[tuple[bool, str]]] = {}
    agents: list[str] = []
    in_rules = False
    for line in robots.lstrip("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            in_rules = True
            for agent in agents if value else []:
                groups[agent].append((key == "allow", value))
    return groups


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern, in which * is anything and a final $ the end, matches a path's start."""
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    rest = path[len(first) :]
    ends = pattern.endswith("$")
    last = parts.pop() if ends and parts else None
    for part in parts:
        _, found, rest = rest.partition(part) if part else ("", "*", rest)
        if not found:
            return False
    return rest.endswith(last) if last is not None else not ends or not rest
