//! What is known of models: tokenizer, latency, price.

use super::Money;
use anyhow::Context;
use genai_prices::{PriceRequest, Usage, UsageKey};
use serde::Deserialize;
use splintr::AnyTokenizer;
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
    #[serde(rename = "class")]
    _class: String,
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
        let (_, text) = crate::knowledge::FILES
            .iter()
            .find(|(path, _)| *path == "models.toml")
            .context("rules/models.toml is missing")?;
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

    /// How many tokens a text has.
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
        match loaded {
            Some(loaded) => loaded.encode(text).len() as u32,
            // The vocabularies are embedded; without one the rule of thumb of four bytes is left.
            None => (text.len() / 4).max(1) as u32,
        }
    }

    /// Time to first token plus the reply's tokens at the model's speed.
    pub fn latency(&self, model: &str, output: u32) -> Latency {
        let name = model.to_lowercase();
        let row = self
            .file
            .latency
            .iter()
            .find(|row| row.models.iter().any(|known| name.contains(known.as_str())));
        let (first, speed) = row.map_or(([0.7, 1.0, 2.1], [80.0, 50.0, 25.0]), |row| {
            (row.first_token, row.speed)
        });
        let at = |index: usize| {
            ((first[index] + f64::from(output) / speed[index]) * 100.0).round() as u32 * 10
        };
        Latency {
            low: at(0),
            typical: at(1),
            high: at(2),
        }
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
        // A local model costs no money a call.
        if provider == Some("ollama") {
            return None;
        }
        ask(model, provider)
            .or_else(|| ask(bare, provider))
            .or_else(|| ask(bare, None))
    }
}

/// A model's id without the provider before it.
fn bare(model: &str) -> String {
    model.rsplit('/').next().unwrap_or(model).to_lowercase()
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
