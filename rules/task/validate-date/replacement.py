from datetime import date

FORM: str = "YYYY-MM-DD"  # slot: form


def validate_date(text: str) -> bool:
    """Return whether a text is, as a whole, a calendar date in the form asked for."""
    figures = {"Y": "", "M": "", "D": ""}
    if len(text) != len(FORM):
        return False
    for wanted, c in zip(FORM, text, strict=True):
        if wanted in figures and c in "0123456789":
            figures[wanted] += c
        elif wanted != c or wanted in figures:
            return False
    try:
        date(*map(int, figures.values()))
    except ValueError:
        return False
    return True
