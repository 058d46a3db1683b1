def truncate_text(text: str, limit: int) -> str:
    """Return a text of at most so many characters, cut at a word where possible."""
    if len(text) <= limit:
        return text
    if limit < 1:
        return ""
    room = text[: limit - 1]
    whole = room if text[limit - 1].isspace() else " ".join(room.split(" ")[:-1])
    return (whole.rstrip() or room) + "…"
