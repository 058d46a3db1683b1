use phonenumber::{country, is_valid, parse};

const REGION: &str = "US"; // slot: region

/// Returns whether a text is a valid phone number, of the region or in international form.
pub fn validate_phone(text: &str) -> bool {
    let region: Option<country::Id> = REGION.parse().ok();
    parse(region, text).is_ok_and(|number| is_valid(&number))
}
