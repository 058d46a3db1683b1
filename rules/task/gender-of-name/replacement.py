import unicodedata

# fmt: off
_FEMALE = " anna maria mary emma laura sarah lisa julia sophie marie elisabeth susan linda karen nancy claire camille chloe elodie lucia carmen ana sofia isabel petra ursula heike sabine monika lea mia hannah emily olivia "
_MALE = " peter john james robert michael david thomas paul hans klaus wolfgang jurgen juergen uwe stefan lukas felix pierre jean jacques luc michel jose juan carlos luis miguel pedro noah liam william daniel mark george "
# fmt: on


def gender_of_name(name: str) -> str:
    """Return the usual gender of the first word of a name: female, male or unknown."""
    decomposed = unicodedata.normalize("NFD", name.strip().lower())
    plain = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    first = (plain.replace("-", " ").split() or [""])[0]
    return (
        "female"
        if f" {first} " in _FEMALE
        else "male"
        if f" {first} " in _MALE
        else "unknown"
    )
