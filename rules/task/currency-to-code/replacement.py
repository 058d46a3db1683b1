import re
import unicodedata
from functools import cache

# Codes with the names for them; rows end with a semicolon.
_TABLE = """
AED uae dirham|emirati dirham; AFN afghani; ALL lek; AMD armenian dram; AOA kwanza;
ARS argentine peso; AUD australian dollar|a$; AWG aruban florin; AZN azerbaijan manat;
BAM convertible mark; BBD barbados dollar; BDT taka; BHD bahraini dinar; BIF burundi franc;
BMD bermudian dollar; BND brunei dollar; BOB boliviano; BRL brazilian real|real|r$;
BSD bahamian dollar; BTN ngultrum; BWP pula; BYN belarusian ruble; BZD belize dollar;
CAD canadian dollar|c$; CDF congolese franc; CHF swiss franc|sfr|fr; CLP chilean peso;
CNY yuan renminbi|yuan|renminbi|chinese yuan|rmb; COP colombian peso; CRC costa rican colon;
CUP cuban peso; CVE cabo verde escudo; CZK czech koruna|kč; DJF djibouti franc;
DKK danish krone; DOP dominican peso; DZD algerian dinar; EGP egyptian pound; ERN nakfa;
ETB ethiopian birr; EUR euro|€; FJD fiji dollar; FKP falkland islands pound;
GBP pound sterling|british pound|pound|sterling|£; GEL lari; GHS ghana cedi;
GIP gibraltar pound; GMD dalasi; GNF guinean franc; GTQ quetzal; GYD guyana dollar;
HKD hong kong dollar|hk$; HNL lempira; HTG gourde; HUF forint|hungarian forint;
IDR rupiah|indonesian rupiah; ILS new israeli sheqel|shekel|israeli shekel|₪;
INR indian rupee|₹; IQD iraqi dinar; IRR iranian rial; ISK iceland krona; JMD jamaican dollar;
JOD jordanian dinar; JPY yen|japanese yen|¥; KES kenyan shilling; KGS som; KHR riel;
KMF comorian franc; KPW north korean won; KRW won|south korean won|korean won|₩;
KWD kuwaiti dinar; KYD cayman islands dollar; KZT tenge; LAK lao kip; LBP lebanese pound;
LKR sri lanka rupee; LRD liberian dollar; LSL loti; LYD libyan dinar; MAD moroccan dirham;
MDL moldovan leu; MGA malagasy ariary; MKD denar; MMK kyat; MNT tugrik; MOP pataca; MRU ouguiya;
MUR mauritius rupee; MVR rufiyaa; MWK malawi kwacha; MXN mexican peso;
MYR malaysian ringgit|ringgit; MZN mozambique metical; NAD namibia dollar;
NGN naira|nigerian naira|₦; NIO cordoba oro; NOK norwegian krone; NPR nepalese rupee;
NZD new zealand dollar|nz$; OMR rial omani; PAB balboa; PEN sol; PGK kina;
PHP philippine peso|₱; PKR pakistan rupee; PLN zloty|polish zloty|złoty|zł; PYG guarani;
QAR qatari rial; RON romanian leu; RSD serbian dinar; RUB russian ruble|rouble|ruble|₽;
RWF rwanda franc; SAR saudi riyal; SBD solomon islands dollar; SCR seychelles rupee;
SDG sudanese pound; SEK swedish krona; SGD singapore dollar|s$; SHP saint helena pound;
SLE leone; SOS somali shilling; SRD surinam dollar; SSP south sudanese pound; STN dobra;
SVC el salvador colon; SYP syrian pound; SZL lilangeni; THB baht|thai baht|฿; TJS somoni;
TMT turkmenistan new manat; TND tunisian dinar; TOP paanga; TRY turkish lira|₺;
TTD trinidad and tobago dollar; TWD new taiwan dollar|taiwan dollar|nt$; TZS tanzanian shilling;
UAH hryvnia|ukrainian hryvnia|₴; UGX uganda shilling;
USD us dollar|american dollar|united states dollar|dollar|us$|$; UYU peso uruguayo;
UZS uzbekistan sum; VES bolivar soberano; VND dong|vietnamese dong|₫; VUV vatu; WST tala;
XAF cfa franc beac; XCD east caribbean dollar; XCG caribbean guilder; XOF cfa franc bceao;
XPF cfp franc; YER yemeni rial; ZAR rand|south african rand; ZMW zambian kwacha;
ZWG zimbabwe gold
"""


def currency_to_code(name: str) -> str | None:
    """Return the ISO 4217 code of a currency's English name, symbol or code, or None."""
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
    text = text.removesuffix("s")
    return text
