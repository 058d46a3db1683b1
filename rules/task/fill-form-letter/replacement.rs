#[rustfmt::skip]
const TEMPLATE: &str = "Dear {{name}},\nyour order {{order}} ships on {{date}}.{{#note}}\n{{note}}{{/note}}"; // slot: template

/// Returns the letter with its fields filled, or nothing if a needed one has no value.
pub fn fill_form_letter(fields: &[(&str, &str)]) -> Option<String> {
    let value = |name: &str| {
        let field = fields.iter().find(|(field, _)| *field == name);
        field
            .map(|(_, value)| *value)
            .filter(|value| !value.trim().is_empty())
    };
    let mut letter = TEMPLATE.to_owned();
    while let Some((before, rest)) = letter.split_once("{{#") {
        let (name, rest) = rest.split_once("}}")?;
        let (part, after) = rest.split_once(&format!("{{{{/{name}}}}}"))?;
        let part = if value(name).is_some() { part } else { "" };
        letter = format!("{before}{part}{after}");
    }
    let mut pieces = letter.split("{{");
    let mut filled = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, text) = piece.split_once("}}")?;
        filled += value(name)?;
        filled += text;
    }
    Some(filled)
}
