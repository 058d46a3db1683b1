import re

# fmt: off
_YES = "yes yep yeah yup y sure ok okay true correct right absolutely definitely certainly affirmative agreed please accept ja oui si sí sim da tak igen はい 是"
_NO = "no nope nah n false incorrect wrong never not negative disagree decline refuse don't dont nein non não nie нет いいえ 不是 否"
# fmt: on


def parse_yes_no(text: str) -> bool | None:
    """Return what a short answer says, or None if it says neither or both."""
    words = set(re.findall(r"[\w']+", text.lower().replace("’", "'")))
    yes, no = [bool(words & set(known.split())) for known in (_YES, _NO)]
    return yes if yes != no else None
