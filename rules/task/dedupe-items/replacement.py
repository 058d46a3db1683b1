def dedupe_items(items: list[str]) -> list[str]:
    """Return the items without repetitions, which may differ in case and spacing; the first stays."""
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(" ".join(item.lower().split()), item)
    return list(first.values())
