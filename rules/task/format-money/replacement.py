from decimal import ROUND_HALF_UP, Decimal

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹"}
_WITHOUT_DECIMALS = {"JPY", "KRW", "HUF", "CLP", "ISK", "VND"}


def format_money(amount: float, currency: str) -> str:
    """Return an amount in English style, such as €1,234.50 or CHF 1,234.50."""
    code = currency.strip().upper()
    step = Decimal(1) if code in _WITHOUT_DECIMALS else Decimal("0.01")
    rounded = Decimal(str(amount)).quantize(step, ROUND_HALF_UP)
    minus = "-" if rounded < 0 else ""
    sign = _SIGNS.get(code) or (f"{code} " if code else "")
    return f"{minus}{sign}{abs(rounded):,f}"
