use regex::Regex;

/// Words at the start of a line that mean a merchant, and its usual name.
const KNOWN: &[(&str, &str)] = &[
    ("AMZN", "Amazon"),
    ("AMAZON", "Amazon"),
    ("MCDONALDS", "McDonald's"),
    ("WM SUPERCENTER", "Walmart"),
    ("WAL-MART", "Walmart"),
    ("NETFLIX", "Netflix"),
];
#[rustfmt::skip]
const PREFIX: &str = r"(?i)^\s*(?:(?:POS(?: DEBIT| PURCHASE)?|(?:DEBIT )?CARD (?:PURCHASE|PAYMENT)(?: TO)?|PURCHASE(?: AUTHORIZED ON)?|CHECKCARD|CONTACTLESS|ACH (?:DEBIT|CREDIT)|DIRECT DEBIT|RECURRING PAYMENT|ONLINE PAYMENT|VISA|KARTENZAHLUNG|LASTSCHRIFT|PAIEMENT(?: CB)?|CB|COMPRA|PAGO)[ :-]+|(?:SQ|TST|PAYPAL|PP|SP|IZ|SUMUP) ?\*\s*|[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?\s+)";
/// Card numbers, references, dates: three digits in a word, or a sign that announces them.
#[rustfmt::skip]
const NOISE: &str = r"^(?:.*[0-9].*[0-9].*[0-9].*|[0-9]{1,2}[/.-][0-9]{1,2}|[xX*]{2,}[0-9]*|#.*)$";
#[rustfmt::skip]
const TRAILERS: &str = "US USA GB GBR UK DE DEU FR FRA ES ESP NL AL AZ CA CO CT FL GA IL MA MD MI MN NC NJ NV NY OH OR PA TX VA WA CARD REF EUR USD GBP";

/// Returns the merchant of a bank statement's line, without prefixes, numbers and places.
pub fn clean_payee(line: &str) -> String {
    let pattern = |text: &str| Regex::new(text).expect("a valid pattern");
    let (prefix, noise) = (pattern(PREFIX), pattern(NOISE));
    let mut rest = line.trim();
    while let Some(found) = prefix.find(rest).filter(|found| found.end() < rest.len()) {
        rest = &rest[found.end()..];
    }
    // Fields are padded with spaces, and what follows a star is the merchant's reference.
    let field = pattern(r"\s{2,}|//|\\|\*").split(rest).next();
    let words = field.unwrap_or_default().split_whitespace();
    let mut words: Vec<&str> = words.filter(|word| !noise.is_match(word)).collect();
    let trails = |word: &str| {
        TRAILERS
            .split(' ')
            .any(|known| known == word.to_uppercase())
    };
    while words.len() > 1 && words.last().is_some_and(|word| trails(word)) {
        words.pop();
    }
    let joined = words.join(" ");
    let name = joined.trim_matches([' ', '-', ',', '.', ':']);
    let upper = name.to_uppercase();
    for (start, known) in KNOWN {
        let rest = upper.strip_prefix(start);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.'])) {
            return (*known).to_owned();
        }
    }
    if name != upper {
        return name.to_owned();
    }
    let titled: Vec<String> = name.split_inclusive([' ', '-']).map(title).collect();
    titled.concat()
}

/// Puts a word into title case unless it is an abbreviation, as one without vowels is.
fn title(word: &str) -> String {
    if !word.contains(['A', 'E', 'I', 'O', 'U', 'Ä', 'Ö', 'Ü', 'É']) {
        return word.to_owned();
    }
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().collect();
    first + &letters.as_str().to_lowercase()
}
