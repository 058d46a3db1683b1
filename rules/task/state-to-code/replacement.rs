use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Codes with the names for them; rows end with a semicolon.
const TABLE: &str = "
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

/// Returns the postal code of a state of the USA or a province of Canada.
pub fn state_to_code(name: &str) -> Option<String> {
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
    let joined = joined.strip_suffix(" state").unwrap_or(&joined);
    let joined = joined.strip_suffix(" province").unwrap_or(joined);
    joined.to_owned()
}
