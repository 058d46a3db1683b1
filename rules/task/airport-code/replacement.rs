use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Codes with the names for them; rows end with a semicolon.
const TABLE: &str = "
ATL atlanta|hartsfield jackson; AMS amsterdam|schiphol; ARN stockholm|arlanda; ATH athens;
AUH abu dhabi; AUS austin; BCN barcelona|el prat; BEG belgrade; BER berlin|brandenburg;
BHX birmingham; BKK bangkok|suvarnabhumi; BLR bangalore|bengaluru; BNE brisbane;
BOG bogota|el dorado; BOM mumbai|bombay; BOS boston|logan; BRU brussels|zaventem; BUD budapest;
BWI baltimore; CAI cairo; CDG paris|charles de gaulle|roissy; CGK jakarta|soekarno hatta;
CGN cologne|cologne bonn|köln; CLT charlotte; CMB colombo; CMN casablanca;
CPH copenhagen|kastrup; CPT cape town; CUN cancun; DCA washington national|reagan national;
DEL delhi|new delhi|indira gandhi; DEN denver; DFW dallas|dallas fort worth;
DME moscow domodedovo; DOH doha|hamad; DTW detroit; DUB dublin; DUS dusseldorf|düsseldorf;
DXB dubai; EDI edinburgh; EWR newark; EZE buenos aires|ezeiza;
FCO rome|fiumicino|leonardo da vinci; FLL fort lauderdale; FRA frankfurt|frankfurt am main;
GDN gdansk; GIG rio de janeiro|galeao; GLA glasgow; GRU sao paulo|guarulhos; GVA geneva;
HAM hamburg; HAN hanoi; HEL helsinki; HKG hong kong; HND tokyo|haneda; HNL honolulu;
IAD washington|dulles; IAH houston|george bush; ICN seoul|incheon; IST istanbul;
JFK new york|john f kennedy|kennedy; JNB johannesburg; KEF reykjavik|keflavik; KIX osaka|kansai;
KRK krakow; KTM kathmandu; KUL kuala lumpur; LAS las vegas; LAX los angeles; LCY london city;
LED saint petersburg|st petersburg; LGA la guardia|laguardia; LGW gatwick|london gatwick;
LHR london|heathrow|london heathrow; LIM lima; LIN linate|milan linate; LIS lisbon; LOS lagos;
LTN luton|london luton; LUX luxembourg; LYS lyon; MAA chennai; MAD madrid|barajas;
MAN manchester; MCO orlando; MEL melbourne; MEX mexico city; MIA miami; MNL manila;
MRS marseille; MSP minneapolis; MUC munich|münchen; MXP milan|malpensa|milan malpensa;
NBO nairobi; NCE nice; NRT narita|tokyo narita; OPO porto; ORD chicago|o'hare;
ORY orly|paris orly; OSL oslo; OTP bucharest; PEK beijing|peking; PHL philadelphia; PHX phoenix;
PMI palma|palma de mallorca; PRG prague; PVG shanghai|pudong; RIX riga; RUH riyadh;
SAN san diego; SCL santiago|santiago de chile; SEA seattle; SFO san francisco;
SGN ho chi minh city|saigon; SIN singapore|changi; SJC san jose; SLC salt lake city; SOF sofia;
STN stansted|london stansted; STR stuttgart; SVO moscow|sheremetyevo; SYD sydney; TLL tallinn;
TLV tel aviv|ben gurion; TPE taipei; VCE venice; VIE vienna|wien|schwechat; VNO vilnius;
WAW warsaw|chopin; YUL montreal|montréal; YVR vancouver; YYZ toronto|pearson; ZAG zagreb;
ZRH zurich|zürich|kloten
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

/// Returns the IATA code of a large airport by its city, name or code.
pub fn airport_code(name: &str) -> Option<String> {
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
    let joined = joined.strip_suffix(" airport").unwrap_or(&joined);
    let joined = joined.strip_suffix(" international").unwrap_or(joined);
    joined.to_owned()
}
