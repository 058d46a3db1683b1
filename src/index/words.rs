//! The words of a file, so that the files which hold a name are found without reading every text anew.

/// The words of a text.
#[derive(Debug)]
pub(super) struct Words(Box<[u32]>);

/// A word is what a name can be: letters, digits, `_`, `$` and all that is not ASCII.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
}

/// FNV-1a in 32 bits: two words of one number cost a look into a file, never an answer.
fn number(word: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    word.iter().fold(0x811c_9dc5, step)
}

/// Whether a name is one word, so that [`Words::hold`] can tell of it.
pub(super) fn is_word(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(is_part)
}

impl Words {
    pub fn of(text: &str) -> Words {
        let words = text.as_bytes().split(|byte| !is_part(*byte));
        let mut numbers: Vec<u32> = words.filter(|word| !word.is_empty()).map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Words(numbers.into())
    }

    /// Whether the text holds the word; now and then it is said to where it does not.
    pub fn hold(&self, word: &str) -> bool {
        self.0.binary_search(&number(word.as_bytes())).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_held_whole() {
        let words = Words::of("const ask_all = (fráge) => { task($x) }");
        for held in ["const", "ask_all", "fráge", "task", "$x"] {
            assert!(is_word(held) && words.hold(held), "{held}");
        }
        for part in ["ask", "all", "x", "fr"] {
            assert!(!words.hold(part), "{part}");
        }
        assert!(!is_word("llm-client") && !is_word(""));
    }
}
