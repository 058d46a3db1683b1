import re

# fmt: off
TEMPLATE: str = "Dear {{name}},\nyour order {{order}} ships on {{date}}.{{#note}}\n{{note}}{{/note}}"  # slot: template
# fmt: on


def fill_form_letter(fields: dict[str, str]) -> str | None:
    """Return the letter with its fields filled, or None if a needed one has no value."""
    letter = re.sub(
        r"(?s)\{\{#(\w+)\}\}(.*?)\{\{/\1\}\}",
        lambda part: part[2] if fields.get(part[1], "").strip() else "",
        TEMPLATE,
    )
    names = re.findall(r"\{\{(\w+)\}\}", letter)
    if not all(fields.get(name, "").strip() for name in names):
        return None
    return re.sub(r"\{\{(\w+)\}\}", lambda field: fields[field[1]], letter)
