use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Codes with the names for them; rows end with a semicolon.
const TABLE: &str = "
aa aar|afar; ab abk|abkhazian; ae ave|avestan; af afr|afrikaans; ak aka|akan; am amh|amharic;
an arg|aragonese; ar ara|arabic|العربية; as asm|assamese; av ava|avaric; ay aym|aymara;
az aze|azerbaijani; ba bak|bashkir; be bel|belarusian; bg bul|bulgarian; bi bis|bislama;
bm bam|bambara; bn ben|bengali; bo bod|tibetan; br bre|breton; bs bos|bosnian;
ca cat|catalan|català; ce che|chechen; ch cha|chamorro; co cos|corsican; cr cre|cree;
cs ces|czech|čeština; cu chu|church slavic; cv chv|chuvash; cy cym|welsh; da dan|danish|dansk;
de deu|german|deutsch; dv div|divehi; dz dzo|dzongkha; ee ewe; el ell|greek|ελληνικά;
en eng|english; eo epo|esperanto; es spa|spanish|castilian|español|castellano; et est|estonian;
eu eus|basque; fa fas|persian|farsi; ff ful|fulah; fi fin|finnish|suomi; fj fij|fijian;
fo fao|faroese; fr fra|french|français; fy fry|western frisian; ga gle|irish;
gd gla|scottish gaelic; gl glg|galician; gn grn|guarani; gu guj|gujarati; gv glv|manx;
ha hau|hausa; he heb|hebrew|עברית; hi hin|hindi|हिन्दी; ho hmo|hiri motu; hr hrv|croatian;
ht hat|haitian|haitian creole; hu hun|hungarian|magyar; hy hye|armenian; hz her|herero;
ia ina|interlingua; id ind|indonesian|bahasa indonesia; ie ile|interlingue; ig ibo|igbo;
ii iii|sichuan yi; ik ipk|inupiaq; io ido; is isl|icelandic; it ita|italian|italiano;
iu iku|inuktitut; ja jpn|japanese|日本語; jv jav|javanese; ka kat|georgian; kg kon|kongo;
ki kik|kikuyu; kj kua|kuanyama; kk kaz|kazakh; kl kal|kalaallisut; km khm|khmer; kn kan|kannada;
ko kor|korean|한국어; kr kau|kanuri; ks kas|kashmiri; ku kur|kurdish; kv kom|komi; kw cor|cornish;
ky kir|kirghiz; la lat|latin; lb ltz|luxembourgish; lg lug|ganda; li lim|limburgan;
ln lin|lingala; lo lao; lt lit|lithuanian; lu lub|luba-katanga; lv lav|latvian; mg mlg|malagasy;
mh mah|marshallese; mi mri|maori; mk mkd|macedonian; ml mal|malayalam; mn mon|mongolian;
mr mar|marathi; ms msa|malay; mt mlt|maltese; my mya|burmese; na nau|nauru;
nb nob|norwegian bokmal|bokmål; nd nde|north ndebele; ne nep|nepali; ng ndo|ndonga;
nl nld|dutch|flemish|nederlands; nn nno|norwegian nynorsk|nynorsk; no nor|norwegian|norsk;
nr nbl|south ndebele; nv nav|navajo; ny nya|chichewa; oc oci|occitan; oj oji|ojibwa;
om orm|oromo; or ori|oriya; os oss|ossetian; pa pan|panjabi|punjabi; pi pli|pali;
pl pol|polish|polski; ps pus|pushto|pashto; pt por|portuguese|português|brazilian portuguese;
qu que|quechua; rm roh|romansh; rn run|rundi; ro ron|romanian|română|moldavian;
ru rus|russian|русский; rw kin|kinyarwanda; sa san|sanskrit; sc srd|sardinian; sd snd|sindhi;
se sme|northern sami; sg sag|sango; si sin|sinhala; sk slk|slovak; sl slv|slovenian;
sm smo|samoan; sn sna|shona; so som|somali; sq sqi|albanian; sr srp|serbian; ss ssw|swati;
st sot|southern sotho; su sun|sundanese; sv swe|swedish|svenska; sw swa|swahili|kiswahili;
ta tam|tamil; te tel|telugu; tg tgk|tajik; th tha|thai; ti tir|tigrinya; tk tuk|turkmen;
tl tgl|tagalog|filipino; tn tsn|tswana; to ton|tonga; tr tur|turkish|türkçe; ts tso|tsonga;
tt tat|tatar; tw twi; ty tah|tahitian; ug uig|uighur; uk ukr|ukrainian|українська; ur urd|urdu;
uz uzb|uzbek; ve ven|venda; vi vie|vietnamese|tiếng việt; vo vol|volapuk; wa wln|walloon;
wo wol|wolof; xh xho|xhosa; yi yid|yiddish; yo yor|yoruba; za zha|zhuang;
zh zho|chinese|mandarin|simplified chinese|traditional chinese|中文; zu zul|zulu
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

/// Returns the ISO 639-1 code of a language's name or code.
pub fn language_to_code(name: &str) -> Option<String> {
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
    let joined = joined.strip_suffix(" language").unwrap_or(&joined);
    joined.to_owned()
}
