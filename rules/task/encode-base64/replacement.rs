use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};

const DIRECTION: &str = "encode"; // slot: direction

/// Returns a text in Base64, or decodes it, or nothing if it is no Base64 of UTF-8 text.
pub fn encode_base64(text: &str) -> Option<String> {
    if DIRECTION == "encode" {
        return Some(base64::engine::general_purpose::STANDARD.encode(text));
    }
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = compact
        .trim_end_matches('=')
        .replace('-', "+")
        .replace('_', "/");
    let lenient = NO_PAD.with_decode_allow_trailing_bits(true);
    let bytes = GeneralPurpose::new(&STANDARD, lenient).decode(plain).ok()?;
    String::from_utf8(bytes).ok()
}
