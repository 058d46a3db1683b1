import re
import unicodedata

# What a text must mention for a category; if none is given, the known words below.
TABLE: dict[str, str] = {}  # slot: table
# The categories that the application knows; none given means all of the table.
LABELS: list[str] = []  # slot: labels

_KNOWN = """
groceries supermarket|grocery|groceries|lidl|aldi|rewe|edeka|tesco|sainsbury|carrefour;
groceries whole foods|trader joe|kroger|mercadona|bakery|butcher|milk|bread|vegetable|fruit;
restaurants restaurant|cafe|coffee|starbucks|mcdonald|burger king|kfc|subway|pizza|pizzeria;
restaurants bistro|sushi|doordash|deliveroo|uber eat|bar|lunch|dinner;
transport uber|lyft|taxi|train|bus|metro|parking|fuel|petrol|gas station|shell|esso|toll;
transport railway|deutsche bahn|sncf|bike rental;
travel hotel|airbnb|hostel|flight|airline|airway|lufthansa|ryanair|easyjet|booking.com;
travel expedia; housing rent|landlord|mortgage|ikea|furniture|plumber;
utilities electricity|water bill|heating|internet|broadband|phone bill|mobile plan|vodafone;
utilities telekom|verizon|comcast;
subscriptions netflix|spotify|disney+|youtube premium|icloud|dropbox|subscription;
subscriptions membership;
entertainment cinema|theatre|theater|concert|museum|steam|playstation|ticket;
health pharmacy|doctor|dentist|hospital|clinic|optician|physiotherapy|vitamin;
fitness gym|fitness|yoga|swimming pool;
shopping amazon|ebay|zara|h&m|clothing|clothes|shoe|electronics|apple store|bookshop;
shopping bookstore; education school|tuition|university|course|textbook;
insurance insurance|allianz|axa; income salary|payroll|wage|dividend|refund;
fees bank fee|account fee|atm|overdraft
"""


def categorise_transaction(text: str) -> str | None:
    """Return the category of a transaction by its merchant or words, or None if none is known."""
    plain = _fold(text)
    labels = {label.lower(): label for label in LABELS}
    table = TABLE or _known()
    for keyword in sorted(table, key=len, reverse=True):
        category = table[keyword]
        if LABELS and category.lower() not in labels:
            continue
        end = r"s?(?!\w)" if re.search(r"\w$", keyword) else ""
        if re.search(r"(?<!\w)" + re.escape(_fold(keyword)) + end, plain):
            return labels.get(category.lower(), category)
    return None


def _known() -> dict[str, str]:
    rows = [row.split(maxsplit=1) for row in _KNOWN.split(";")]
    return {
        keyword: category
        for category, keywords in rows
        for keyword in keywords.strip().split("|")
    }


def _fold(text: str) -> str:
    """Makes texts comparable: no case, no accents, single spaces."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return " ".join(re.sub("[\u0300-\u036f]", "", letters).split())
