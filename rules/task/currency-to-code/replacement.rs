use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Codes with the names for them; rows end with a semicolon.
const TABLE: &str = "
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
";

static CODES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for row in TABLE.split(';') {
        let (code, names) = row.trim().split_once(' ').expect("a code and names");
        for name in names.split('|').chain([code]) {
            codes.entry(fold(name)).or_insert(code);
        }
    }
    codes
});

/// Returns the ISO 4217 code of a currency's English name, symbol or code.
pub fn currency_to_code(name: &str) -> Option<String> {
    CODES.get(&fold(name)).map(|code| (*code).to_owned())
}

/// Makes names comparable: no case, accents or full stops.
fn fold(name: &str) -> String {
    let letters = name.to_lowercase();
    let plain: String = letters
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '.'))
        .collect();
    let split = |c: char| c.is_whitespace() || c == '_' || c == '-';
    let words: Vec<&str> = plain.split(split).filter(|word| !word.is_empty()).collect();
    let joined = words.join(" ");
    let joined = joined.strip_suffix("s").unwrap_or(&joined);
    joined.to_owned()
}
