use phonenumber::{Mode, country};

/// Returns a phone number in E.164 form, or nothing if it is not valid.
pub fn format_phone(number: &str, country: &str) -> Option<String> {
    let id = country.parse::<country::Id>().ok();
    let parsed = phonenumber::parse(id, number).ok()?;
    parsed
        .is_valid()
        .then(|| parsed.format().mode(Mode::E164).to_string())
}
