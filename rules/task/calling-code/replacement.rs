use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Codes with the names for them; rows end with a semicolon.
const TABLE: &str = "
+1 ag|atg|antigua and barbuda|ai|aia|anguilla|as|asm|american samoa|bb|brb|barbados|bm|bmu;
+1 bermuda|bs|bhs|bahamas|ca|can|canada|dm|dma|dominica|do|dom|dominican republic|gd|grd;
+1 grenada|gu|gum|guam|jm|jam|jamaica|kn|kna|saint kitts and nevis|ky|cym|cayman islands|lc;
+1 lca|saint lucia|mp|mnp|northern mariana islands|ms|msr|montserrat|pr|pri|puerto rico|sx;
+1 sxm|sint maarten|tc|tca|turks and caicos islands|tt|tto|trinidad and tobago|us|usa;
+1 united states|america|vc|vct|saint vincent and the grenadines|vg|vgb|virgin islands|vi;
+1 vir; +20 eg|egy|egypt; +211 ss|ssd|south sudan; +212 eh|esh|western sahara|ma|mar|morocco;
+213 dz|dza|algeria; +216 tn|tun|tunisia; +218 ly|lby|libya; +220 gm|gmb|gambia;
+221 sn|sen|senegal; +222 mr|mrt|mauritania; +223 ml|mli|mali; +224 gn|gin|guinea;
+225 ci|civ|cote d'ivoire|ivory coast; +226 bf|bfa|burkina faso; +227 ne|ner|niger;
+228 tg|tgo|togo; +229 bj|ben|benin; +230 mu|mus|mauritius; +231 lr|lbr|liberia;
+232 sl|sle|sierra leone; +233 gh|gha|ghana; +234 ng|nga|nigeria; +235 td|tcd|chad;
+236 cf|caf|central african republic; +237 cm|cmr|cameroon; +238 cv|cpv|cabo verde|cape verde;
+239 st|stp|sao tome and principe; +240 gq|gnq|equatorial guinea; +241 ga|gab|gabon;
+242 cg|cog|congo; +243 cd|cod|dr congo|democratic republic of the congo; +244 ao|ago|angola;
+245 gw|gnb|guinea-bissau; +246 io|iot|british indian ocean territory; +248 sc|syc|seychelles;
+249 sd|sdn|sudan; +250 rw|rwa|rwanda; +251 et|eth|ethiopia; +252 so|som|somalia;
+253 dj|dji|djibouti; +254 ke|ken|kenya; +255 tz|tza|tanzania; +256 ug|uga|uganda;
+257 bi|bdi|burundi; +258 mz|moz|mozambique; +260 zm|zmb|zambia; +261 mg|mdg|madagascar;
+262 re|reu|reunion|yt|myt|mayotte; +263 zw|zwe|zimbabwe; +264 na|nam|namibia;
+265 mw|mwi|malawi; +266 ls|lso|lesotho; +267 bw|bwa|botswana; +268 sz|swz|eswatini;
+269 km|com|comoros; +27 za|zaf|south africa; +290 sh|shn|saint helena; +291 er|eri|eritrea;
+297 aw|abw|aruba; +298 fo|fro|faroe islands; +299 gl|grl|greenland; +30 gr|grc|greece;
+31 nl|nld|netherlands|holland; +32 be|bel|belgium; +33 fr|fra|france; +34 es|esp|spain;
+350 gi|gib|gibraltar; +351 pt|prt|portugal; +352 lu|lux|luxembourg; +353 ie|irl|ireland;
+354 is|isl|iceland; +355 al|alb|albania; +356 mt|mlt|malta; +357 cy|cyp|cyprus;
+358 ax|ala|aland islands|fi|fin|finland; +359 bg|bgr|bulgaria; +36 hu|hun|hungary;
+370 lt|ltu|lithuania; +371 lv|lva|latvia; +372 ee|est|estonia; +373 md|mda|moldova;
+374 am|arm|armenia; +375 by|blr|belarus; +376 ad|and|andorra; +377 mc|mco|monaco;
+378 sm|smr|san marino; +380 ua|ukr|ukraine; +381 rs|srb|serbia; +382 me|mne|montenegro;
+385 hr|hrv|croatia; +386 si|svn|slovenia; +387 ba|bih|bosnia and herzegovina;
+389 mk|mkd|north macedonia|macedonia; +39 it|ita|italy|va|vat|holy see|vatican city;
+40 ro|rou|romania; +41 ch|che|switzerland; +420 cz|cze|czechia|czech republic;
+421 sk|svk|slovakia; +423 li|lie|liechtenstein; +43 at|aut|austria;
+44 gb|gbr|united kingdom|uk|great britain|england|gg|ggy|guernsey|im|imn|isle of man|je;
+44 jey|jersey; +45 dk|dnk|denmark; +46 se|swe|sweden;
+47 no|nor|norway|sj|sjm|svalbard and jan mayen; +48 pl|pol|poland; +49 de|deu|germany;
+500 fk|flk|falkland islands; +501 bz|blz|belize; +502 gt|gtm|guatemala;
+503 sv|slv|el salvador; +504 hn|hnd|honduras; +505 ni|nic|nicaragua; +506 cr|cri|costa rica;
+507 pa|pan|panama; +508 pm|spm|saint pierre and miquelon; +509 ht|hti|haiti; +51 pe|per|peru;
+52 mx|mex|mexico; +53 cu|cub|cuba; +54 ar|arg|argentina; +55 br|bra|brazil; +56 cl|chl|chile;
+57 co|col|colombia; +58 ve|ven|venezuela;
+590 bl|blm|saint barthelemy|gp|glp|guadeloupe|mf|maf|saint martin; +591 bo|bol|bolivia;
+592 gy|guy|guyana; +593 ec|ecu|ecuador; +594 gf|guf|french guiana; +595 py|pry|paraguay;
+596 mq|mtq|martinique; +597 sr|sur|suriname; +598 uy|ury|uruguay;
+599 bq|bes|bonaire|cw|cuw|curacao; +60 my|mys|malaysia;
+61 au|aus|australia|cc|cck|cocos islands|cx|cxr|christmas island; +62 id|idn|indonesia;
+63 ph|phl|philippines; +64 nz|nzl|new zealand; +65 sg|sgp|singapore; +66 th|tha|thailand;
+670 tl|tls|timor-leste; +672 nf|nfk|norfolk island; +673 bn|brn|brunei darussalam|brunei;
+674 nr|nru|nauru; +675 pg|png|papua new guinea; +676 to|ton|tonga; +677 sb|slb|solomon islands;
+678 vu|vut|vanuatu; +679 fj|fji|fiji; +680 pw|plw|palau; +681 wf|wlf|wallis and futuna;
+682 ck|cok|cook islands; +683 nu|niu|niue; +685 ws|wsm|samoa; +686 ki|kir|kiribati;
+687 nc|ncl|new caledonia; +688 tv|tuv|tuvalu; +689 pf|pyf|french polynesia;
+690 tk|tkl|tokelau; +691 fm|fsm|micronesia; +692 mh|mhl|marshall islands;
+7 kz|kaz|kazakhstan|ru|rus|russian federation|russia; +81 jp|jpn|japan; +82 kr|kor|south korea;
+84 vn|vnm|viet nam|vietnam; +850 kp|prk|north korea; +852 hk|hkg|hong kong; +853 mo|mac|macao;
+855 kh|khm|cambodia; +856 la|lao|lao people's democratic republic|laos; +86 cn|chn|china;
+880 bd|bgd|bangladesh; +886 tw|twn|taiwan; +90 tr|tur|turkiye|turkey; +91 in|ind|india;
+92 pk|pak|pakistan; +93 af|afg|afghanistan; +94 lk|lka|sri lanka; +95 mm|mmr|myanmar;
+960 mv|mdv|maldives; +961 lb|lbn|lebanon; +962 jo|jor|jordan;
+963 sy|syr|syrian arab republic|syria; +964 iq|irq|iraq; +965 kw|kwt|kuwait;
+966 sa|sau|saudi arabia; +967 ye|yem|yemen; +968 om|omn|oman; +970 ps|pse|palestine;
+971 ae|are|united arab emirates|uae; +972 il|isr|israel; +973 bh|bhr|bahrain;
+974 qa|qat|qatar; +975 bt|btn|bhutan; +976 mn|mng|mongolia; +977 np|npl|nepal; +98 ir|irn|iran;
+992 tj|tjk|tajikistan; +993 tm|tkm|turkmenistan; +994 az|aze|azerbaijan; +995 ge|geo|georgia;
+996 kg|kgz|kyrgyzstan; +998 uz|uzb|uzbekistan
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

/// Returns the telephone prefix of a country's English name or ISO code.
pub fn calling_code(name: &str) -> Option<String> {
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
    let joined = joined.strip_prefix("the ").unwrap_or(&joined);
    joined.to_owned()
}
