//! What is known of models: tokenizer, latency, price.

use super::Money;
use anyhow::Context;
use genai_prices::{PriceRequest, Usage, UsageKey};
use serde::Deserialize;
use splintr::{AnyTokenizer, SpecialMode};
use std::sync::OnceLock;
use std::time::{Duration, UNIX_EPOCH};

/// The day the embedded prices were gathered (2026-10-30), so that the same input gives the same
/// figures on any day.
const PRICE_DAY: u64 = 1_793_318_400;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ModelFile {
    price_source: String,
    tokenizer: Vec<Tokenizer>,
    latency: Vec<LatencyRow>,
    hole: Vec<HoleRow>,
}

/// Which tokenizer counts for a model.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokenizer {
    models: Vec<String>,
    /// The tokenizer's name.
    pub name: String,
    /// What its count is multiplied by; `None`: it is the model's own.
    pub factor: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LatencyRow {
    class: String,
    models: Vec<String>,
    first_token: [f64; 3],
    speed: [f64; 3],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoleRow {
    words: Vec<String>,
    tokens: u32,
}

/// How long a call takes, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latency {
    /// On a good day.
    pub low: u32,
    /// As a rule.
    pub typical: u32,
    /// On a bad day.
    pub high: u32,
}

/// The table of models and the tokenizers, which are loaded when first asked for.
pub struct Models {
    file: ModelFile,
    o200k: OnceLock<Option<AnyTokenizer>>,
    cl100k: OnceLock<Option<AnyTokenizer>>,
}

impl std::fmt::Debug for Models {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Models")
            .field("price_source", &self.file.price_source)
            .finish_non_exhaustive()
    }
}

impl Models {
    /// The embedded table.
    ///
    /// # Errors
    /// Names the place in `rules/models.toml`.
    pub fn load() -> anyhow::Result<Models> {
        let text = crate::knowledge::file("models.toml")?;
        let file = toml::from_str(text).context("rules/models.toml")?;
        Ok(Models {
            file,
            o200k: OnceLock::new(),
            cl100k: OnceLock::new(),
        })
    }

    /// Where prices come from, with its date.
    pub fn price_source(&self) -> &str {
        &self.file.price_source
    }

    /// The tokenizer for a model.
    pub fn tokenizer(&self, model: &str) -> Tokenizer {
        let name = bare(model);
        let row = self.file.tokenizer.iter().find(|row| {
            row.models
                .iter()
                .any(|known| name.starts_with(known.as_str()))
        });
        row.cloned().unwrap_or(Tokenizer {
            models: Vec::new(),
            name: "o200k_base".into(),
            factor: Some(1.1),
        })
    }

    /// How many tokens a text has; a text that spells a special token is still text.
    pub fn count(&self, tokenizer: &str, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let slot = if tokenizer == "cl100k_base" {
            &self.cl100k
        } else {
            &self.o200k
        };
        let loaded = slot.get_or_init(|| splintr::from_pretrained(tokenizer).ok());
        let ids = loaded
            .as_ref()
            .and_then(|loaded| loaded.encode_with(text, &SpecialMode::Ordinary).ok());
        // The vocabularies are embedded; without one the rule of thumb of four bytes is left.
        ids.map_or((text.len() / 4).max(1), |ids| ids.len()) as u32
    }

    /// Time to first token plus the reply's tokens at the speed of the model's class, and the class;
    /// `None` for a model of no known class.
    pub fn latency(&self, model: &str, output: u32) -> Option<(Latency, &str)> {
        let name = model.to_lowercase();
        let row = self
            .file
            .latency
            .iter()
            .find(|row| row.models.iter().any(|known| names(&name, known)))?;
        let at = |index: usize| {
            let seconds = row.first_token[index] + f64::from(output) / row.speed[index];
            (seconds * 100.0).round() as u32 * 10
        };
        let latency = Latency {
            low: at(0),
            typical: at(1),
            high: at(2),
        };
        Some((latency, &row.class))
    }

    /// How many tokens a hole stands for, by words of its name or type.
    pub fn hole(&self, name: &str, ty: Option<&str>) -> u32 {
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .chain(ty.unwrap_or_default().split(|c: char| !c.is_alphanumeric()))
            .flat_map(camel)
            .collect();
        let fits = |row: &&HoleRow| {
            row.words.iter().any(|known| {
                known.is_empty()
                    || words
                        .iter()
                        .any(|word| word == known || word.strip_suffix('s') == Some(known))
            })
        };
        self.file
            .hole
            .iter()
            .find(fits)
            .map_or(40, |row| row.tokens)
    }

    /// The price of a call at the day of the snapshot.
    pub fn price(
        &self,
        model: &str,
        provider: Option<&str>,
        input: u32,
        output: u32,
    ) -> Option<Money> {
        let usage = Usage::from([
            (UsageKey::INPUT_TOKENS, f64::from(input)),
            (UsageKey::OUTPUT_TOKENS, f64::from(output)),
        ]);
        let day = UNIX_EPOCH + Duration::from_secs(PRICE_DAY);
        let ask = |model: &str, provider: Option<&str>| {
            let mut request = PriceRequest::new(model, &usage).with_timestamp(day);
            if let Some(provider) = provider {
                request = request.with_provider_id(provider);
            }
            genai_prices::calculate(&request)
                .ok()
                .map(|price| Money::from_usd(price.total_price))
        };
        let bare = model.rsplit('/').next().unwrap_or(model);
        ask(model, provider)
            .or_else(|| ask(bare, provider))
            .or_else(|| ask(bare, None))
    }
}

/// A model's id without the provider before it, and without the mark of a fine-tuned one.
fn bare(model: &str) -> String {
    let name = model.rsplit('/').next().unwrap_or(model).to_lowercase();
    match name.strip_prefix("ft:") {
        Some(tuned) => tuned.to_string(),
        None => name,
    }
}

/// Whether a model's id has `known` in it as words of its own: `mini` is no part of `gemini`. A `*`
/// leaves the end of the word open.
fn names(model: &str, known: &str) -> bool {
    let (known, open) = match known.strip_suffix('*') {
        Some(known) => (known, true),
        None => (known, false),
    };
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    model.match_indices(known).any(|(at, _)| {
        let before = model[..at].chars().next_back();
        let after = model[at + known.len()..].chars().next();
        apart(before) && (open || apart(after))
    })
}

fn camel(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in word.chars() {
        if parts.is_empty() || c.is_uppercase() && before.is_lowercase() {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut() {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(model: &str) -> Option<String> {
        let models = Models::load().expect("the embedded table is read");
        models.latency(model, 1).map(|(_, class)| class.to_string())
    }

    #[test]
    fn a_model_is_of_the_class_its_words_name() {
        for (model, wanted) in [
            ("gpt-4o-mini", Some("small")),
            ("gpt-4o-2024-08-06", Some("middle")),
            ("gemini-2.5-pro", Some("middle")),
            ("gemini-2.5-flash-lite", Some("small")),
            ("models/gemini-1.5-flash", Some("small")),
            ("claude-3-opus-20240229", Some("large")),
            ("claude-sonnet-4-5", Some("middle")),
            ("anthropic.claude-3-haiku-20240307-v1:0", Some("small")),
            ("gpt-5.5", Some("large")),
            ("gpt-5.5-mini", Some("small")),
            ("o1-preview", Some("large")),
            ("llama3.1:8b", Some("small")),
            ("meta-llama/Llama-3.3-70B-Instruct", Some("middle")),
            ("our-own-model", None),
        ] {
            assert_eq!(class(model).as_deref(), wanted, "{model}");
        }
    }

    /// Counts of Python's tiktoken 0.14.
    #[test]
    fn tokens_are_counted_as_their_makers_count_them() {
        let models = Models::load().expect("the embedded table is read");
        for (text, o200k, cl100k) in COUNTS {
            assert_eq!(models.count("o200k_base", text), *o200k, "{text}");
            assert_eq!(models.count("cl100k_base", text), *cl100k, "{text}");
        }
    }

    const COUNTS: &[(&str, u32, u32)] = &[
        (
            "Extract the e-mail address from the text. Reply with the address only.",
            15,
            15,
        ),
        (
            "  indented\n\n\tlines\r\nof code: x = {'a': 1.5e-3}\n",
            22,
            22,
        ),
        ("Größe, naïve café — „Anführung“ …", 12, 13),
        ("日本語のテキストを英語に翻訳してください。", 14, 21),
        ("Определи язык сообщения", 5, 10),
        ("👩\u{200d}👩\u{200d}👧 emoji 🎉🎉", 13, 20),
        ("<|endoftext|> is text", 9, 9),
        ("I'll don't WE'RE they'd", 6, 8),
        ("1234567890 12 3.14159", 11, 11),
        ("snake_case camelCase SCREAMING_CASE kebab-case", 11, 11),
        ("مرحبا بالعالم", 4, 10),
    ];

    #[test]
    fn a_price_is_that_of_the_day_of_the_table() {
        let models = Models::load().expect("the embedded table is read");
        let price = models.price("gpt-4o-mini", Some("openai"), 1_000_000, 1_000_000);
        assert_eq!(price, Some(Money::from_usd(0.75)));
        assert_eq!(models.price("our-own-model", None, 10, 10), None);
    }
}
