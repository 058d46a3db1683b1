def count_by_group(values: list[str]) -> dict[str, int]:
    """Return how often each value occurs, most frequent first."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for value in filter(None, (value.strip() for value in values)):
        name = names.setdefault(value.lower(), value)
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))
