use regex::Regex;

/// The form of a postcode, by country.
#[rustfmt::skip]
const FORMS: &[(&str, &str)] = &[
    ("AT", "[1-9][0-9]{3}"),
    ("AU", "[0-9]{4}"),
    ("BE", "[1-9][0-9]{3}"),
    ("BR", "[0-9]{5}-?[0-9]{3}"),
    ("CA", "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]"),
    ("CH", "[1-9][0-9]{3}"),
    ("CN", "[0-9]{6}"),
    ("CZ", "[0-9]{3} ?[0-9]{2}"),
    ("DE", "[0-9]{5}"),
    ("DK", "[0-9]{4}"),
    ("ES", "(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}"),
    ("FI", "[0-9]{5}"),
    ("FR", "[0-9]{5}"),
    ("GB", "(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})"),
    ("IE", "[A-Z][0-9][0-9W] ?[A-Z0-9]{4}"),
    ("IN", "[1-9][0-9]{2} ?[0-9]{3}"),
    ("IT", "[0-9]{5}"),
    ("JP", "[0-9]{3}-?[0-9]{4}"),
    ("KR", "[0-9]{5}"),
    ("MX", "[0-9]{5}"),
    ("NL", "[1-9][0-9]{3} ?[A-Z]{2}"),
    ("NO", "[0-9]{4}"),
    ("PL", "[0-9]{2}-[0-9]{3}"),
    ("PT", "[0-9]{4}-[0-9]{3}"),
    ("SE", "[0-9]{3} ?[0-9]{2}"),
    ("US", "[0-9]{5}(?:-[0-9]{4})?"),
];

/// Returns whether a text has the form of a postcode of a country, by its ISO code.
pub fn validate_postcode(text: &str, country: &str) -> bool {
    let wanted = country.trim().to_uppercase();
    let row = FORMS.iter().find(|(known, _)| *known == wanted);
    row.is_some_and(|(_, form)| {
        let whole = Regex::new(&format!("^(?:{form})$")).expect("the pattern is valid");
        whole.is_match(&text.trim().to_uppercase())
    })
}
