use unicode_normalization::UnicodeNormalization;

/// Other words for a field, without spaces and accents.
const ALIASES: &[(&str, &str)] = &[
    ("mail", "email"),
    ("invoiceno", "invoice_number"),
    ("emailaddress", "email"),
    ("telephone", "phone"),
    ("mobile", "phone"),
    ("tel", "phone"),
    ("surname", "last_name"),
    ("familyname", "last_name"),
    ("givenname", "first_name"),
    ("zip", "postcode"),
    ("zipcode", "postcode"),
    ("plz", "postcode"),
    ("qty", "quantity"),
    ("menge", "quantity"),
    ("betrag", "amount"),
    ("montant", "amount"),
    ("importe", "amount"),
    ("datum", "date"),
    ("fecha", "date"),
    ("nachname", "last_name"),
    ("vorname", "first_name"),
    ("firma", "company"),
    ("organisation", "company"),
    ("organization", "company"),
];
const LEAST: f64 = 0.7;

/// Returns for each heading the field it means, or none; no field is given twice.
pub fn map_columns(headings: &[&str], fields: &[&str]) -> Vec<Option<String>> {
    let named = |name: &str| {
        let field = fields.iter().find(|field| fold(field) == name);
        field.map(|field| (*field).to_owned())
    };
    let mut found: Vec<Option<String>> = Vec::new();
    for heading in headings {
        let name = fold(heading);
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
        let field = named(&name).or_else(|| alias.and_then(|(_, field)| named(&fold(field))));
        let taken = found.contains(&field);
        found.push(field.filter(|_| !taken));
    }
    for (at, heading) in headings.iter().enumerate() {
        if found[at].is_none() {
            let free = fields
                .iter()
                .filter(|field| !found.iter().flatten().any(|taken| taken == *field));
            found[at] = closest(&fold(heading), free.copied().collect());
        }
    }
    found
}

fn closest(name: &str, fields: Vec<&str>) -> Option<String> {
    let (mut best, mut score) = (None, LEAST);
    for field in fields {
        let likeness = likeness(name, &fold(field));
        if likeness > score {
            (best, score) = (Some(field.to_owned()), likeness);
        }
    }
    best
}

/// How many of the letter pairs two names share (Dice).
fn likeness(one: &str, other: &str) -> f64 {
    let (pairs, mut rest) = (pairs(one), pairs(other));
    let mut both = 0;
    for pair in &pairs {
        if let Some(at) = rest.iter().position(|other| other == pair) {
            rest.remove(at);
            both += 1;
        }
    }
    2.0 * both as f64 / (pairs.len() + both + rest.len()).max(1) as f64
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// Keeps letters and digits only, without case and accents.
fn fold(text: &str) -> String {
    let letters = text.to_lowercase();
    letters
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}') && c.is_alphanumeric())
        .collect()
}
