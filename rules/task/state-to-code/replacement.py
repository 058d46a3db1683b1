import re
import unicodedata
from functools import cache

# Codes with the names for them; rows end with a semicolon.
_TABLE = """
AK alaska; AL alabama; AR arkansas; AS american samoa; AZ arizona; CA california; CO colorado;
CT connecticut; DC district of columbia|washington dc|d c; DE delaware; FL florida; GA georgia;
GU guam; HI hawaii; IA iowa; ID idaho; IL illinois; IN indiana; KS kansas; KY kentucky;
LA louisiana; MA massachusetts; MD maryland; ME maine; MI michigan; MN minnesota; MO missouri;
MP northern mariana islands; MS mississippi; MT montana; NC north carolina; ND north dakota;
NE nebraska; NH new hampshire; NJ new jersey; NM new mexico; NV nevada;
NY new york|new york state; OH ohio; OK oklahoma; OR oregon; PA pennsylvania; PR puerto rico;
RI rhode island; SC south carolina; SD south dakota; TN tennessee; TX texas; UT utah;
VA virginia; VI virgin islands us|us virgin islands; VT vermont; WA washington|washington state;
WI wisconsin; WV west virginia; WY wyoming; AB alberta; BC british columbia; MB manitoba;
NB new brunswick; NL newfoundland and labrador|newfoundland; NS nova scotia;
NT northwest territories; NU nunavut; ON ontario; PE prince edward island; QC quebec;
SK saskatchewan; YT yukon
"""


def state_to_code(name: str) -> str | None:
    """Return the postal code of a state of the USA or a province of Canada, or None."""
    return _codes().get(_fold(name))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in _TABLE.split(";"):
        code, names = row.split(maxsplit=1)
        for name in [code, *names.strip().split("|")]:
            codes.setdefault(_fold(name), code)
    return codes


def _fold(name: str) -> str:
    """Makes names comparable: no case, accents or full stops."""
    letters = unicodedata.normalize("NFKD", name.lower())
    plain = re.sub(r"[\u0300-\u036f.]", "", letters)
    text = " ".join(re.split(r"[\s_-]+", plain)).strip()
    text = text.removesuffix(" state")
    text = text.removesuffix(" province")
    return text
