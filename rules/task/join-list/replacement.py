def join_list(items: list[str], conjunction: str) -> str:
    """Return items as a phrase: 'a', 'a and b', 'a, b and c'."""
    kept = [item.strip() for item in items if item.strip()]
    if len(kept) < 2:
        return "".join(kept)
    return f"{', '.join(kept[:-1])} {conjunction} {kept[-1]}"
