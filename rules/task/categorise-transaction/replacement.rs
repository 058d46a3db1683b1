use unicode_normalization::UnicodeNormalization;

/// What a text must mention for a category; if none is given, the known words below.
const TABLE: &[(&str, &str)] = &[]; // slot: table
/// The categories that the application knows; none given means all of the table.
const LABELS: &[&str] = &[]; // slot: labels

const KNOWN: &str = "
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
";

/// Returns the category of a transaction by its merchant or words; none if none is known.
pub fn categorise_transaction(text: &str) -> Option<String> {
    let plain = fold(text);
    let mut rows = if TABLE.is_empty() {
        known()
    } else {
        TABLE.to_vec()
    };
    rows.sort_by_key(|(keyword, _)| std::cmp::Reverse(keyword.chars().count()));
    rows.iter().find_map(|(keyword, category)| {
        let mut labels = LABELS.iter();
        let same = |label: &&&str| label.to_lowercase() == category.to_lowercase();
        let label = labels
            .find(same)
            .or(LABELS.is_empty().then_some(category))?;
        mentions(&plain, &fold(keyword)).then(|| (*label).to_owned())
    })
}

fn known() -> Vec<(&'static str, &'static str)> {
    let rows = KNOWN
        .split(';')
        .filter_map(|row| row.trim().split_once(' '));
    rows.flat_map(|(category, keywords)| keywords.split('|').map(move |one| (one, category)))
        .collect()
}

/// Whether a text holds a keyword, or its plural, as a word.
fn mentions(text: &str, keyword: &str) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let open_end = !in_word(keyword.chars().next_back());
    text.match_indices(keyword).any(|(at, _)| {
        let rest = &text[at + keyword.len()..];
        let plural = rest.strip_prefix('s').unwrap_or(rest);
        let ends = [rest, plural].map(|rest| !in_word(rest.chars().next()));
        !in_word(text[..at].chars().next_back()) && (open_end || ends.contains(&true))
    })
}

/// Makes texts comparable: no case, no accents, single spaces.
fn fold(text: &str) -> String {
    let letters = text.to_lowercase();
    let plain: String = letters
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
