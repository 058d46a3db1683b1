use sha2::{Digest, Sha256};

/// Returns the SHA-256 digest of a text in hexadecimal.
pub fn hash_text(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
