//! What a call costs: tokens, price, time. Every assumption is listed; what is not known is absent.
//!
//! This room knows nothing of how figures are shown.

mod models;
mod money;

pub use models::{Latency, Models};
pub use money::Money;

use crate::config::Config;
use crate::prompt::{Request, Schema, Status};
use crate::rules::Judgement;

/// How a figure came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Counted with the model's own tokenizer.
    Exact,
    /// Set by the user.
    Configured,
    /// Rests on an assumption that is listed.
    Assumed,
    /// Not known.
    Unknown,
}

impl Basis {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Exact => "exact",
            Basis::Configured => "configured",
            Basis::Assumed => "assumed",
            Basis::Unknown => "unknown",
        }
    }
}

/// What one call costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Tokens sent; `None` where the prompt could not be read.
    pub input_tokens: Option<u32>,
    /// Tokens received; `None` where nothing tells.
    pub output_tokens: Option<u32>,
    /// The greatest number of tokens that the reply can have: the longest of a closed set, or the cap.
    pub most_output_tokens: Option<u32>,
    /// The tokenizer that counted.
    pub tokenizer: Option<String>,
    /// Whether it is the model's own.
    pub tokens_basis: Basis,
    /// The price of one call.
    pub cost_per_call: Option<Money>,
    /// How long one call takes, in milliseconds.
    pub latency: Option<Latency>,
    /// Calls a month.
    pub calls_per_month: Option<u64>,
    /// Where the volume comes from.
    pub volume_basis: Basis,
    /// Where the price comes from.
    pub price_source: Option<String>,
    /// What the figures rest on.
    pub assumptions: Vec<String>,
}

impl Estimate {
    /// The price of a thousand calls.
    pub fn per_1000(&self) -> Option<Money> {
        self.cost_per_call.map(|cost| cost.times(1_000))
    }

    /// The price of a month, where the volume is known.
    pub fn monthly(&self) -> Option<Money> {
        Some(self.cost_per_call?.times(self.calls_per_month?))
    }
}

/// Estimates one call. `place` is its path, for configured volumes.
pub fn estimate(
    request: &Request,
    judgement: &Judgement,
    place: &str,
    models: &Models,
    config: &Config,
) -> Estimate {
    let mut work = Work {
        request,
        judgement,
        models,
        config,
        assumptions: request.model_assumed.iter().cloned().collect(),
    };
    let model = request.model.as_deref();
    let tokenizer = models.tokenizer(model.unwrap_or_default());
    let input = work.input_tokens(&tokenizer);
    let output = work.output_tokens();
    let (cost, price_source) = work.cost(input, output).unzip();
    let latency = work.latency(output);
    let volume = volume(request, place, config);
    Estimate {
        input_tokens: input,
        output_tokens: output,
        most_output_tokens: work.most_output_tokens(&tokenizer),
        tokenizer: input.map(|_| tokenizer.name.clone()),
        tokens_basis: match (input, tokenizer.factor) {
            (None, _) => Basis::Unknown,
            (_, None) => Basis::Exact,
            (_, Some(_)) => Basis::Assumed,
        },
        cost_per_call: cost,
        latency,
        calls_per_month: volume,
        volume_basis: if volume.is_some() {
            Basis::Configured
        } else {
            Basis::Unknown
        },
        price_source,
        assumptions: work.assumptions,
    }
}

/// Tokens that frame a chat: three that open the reply, four around each message.
const REPLY_FRAME: u32 = 3;
const MESSAGE_FRAME: u32 = 4;
/// Tokens of a text field of a schema, and of what stands around a field.
const TEXT_FIELD: u32 = 12;
const FIELD_FRAME: u32 = 4;

/// One estimate in the making.
struct Work<'a> {
    request: &'a Request,
    judgement: &'a Judgement,
    models: &'a Models,
    config: &'a Config,
    assumptions: Vec<String>,
}

impl Work<'_> {
    fn assume(&mut self, what: String) {
        self.assumptions.push(what);
    }

    fn input_tokens(&mut self, tokenizer: &models::Tokenizer) -> Option<u32> {
        let messages = self.request.prompt.variants.get(self.judgement.variant)?;
        if messages.iter().all(|message| message.text.is_empty()) {
            self.assume("prompt not known: no price".into());
            return None;
        }
        let frame = REPLY_FRAME + MESSAGE_FRAME * messages.len() as u32;
        let mut text = 0;
        let mut holes: Vec<usize> = Vec::new();
        for message in messages {
            let mut at = 0;
            for (range, hole) in &message.holes {
                text += self
                    .models
                    .count(&tokenizer.name, &message.text[at..range.start]);
                at = range.end;
                holes.push(*hole);
            }
            text += self.models.count(&tokenizer.name, &message.text[at..]);
        }
        if let Some(factor) = tokenizer.factor {
            let own = if self.request.model.is_some() {
                "no public tokenizer for this model"
            } else {
                "model not known"
            };
            self.assume(format!("tokens: {} times {factor} ({own})", tokenizer.name));
        }
        self.assume(format!("chat framing: {frame} tokens"));
        if self.request.prompt.status != Status::Resolved {
            self.assume("input: the part of the prompt that could be read".into());
        }
        let text = f64::from(text) * tokenizer.factor.unwrap_or(1.0);
        let filled: u32 = holes.iter().map(|hole| self.hole_tokens(*hole)).sum();
        self.assume_holes(holes);
        Some(text.round() as u32 + frame + filled)
    }

    fn assume_holes(&mut self, mut holes: Vec<usize>) {
        let basis = if self.config.hole_tokens.is_some() {
            "configured"
        } else {
            "default"
        };
        holes.sort_unstable();
        holes.dedup();
        for hole in holes {
            if let Some(known) = self.request.prompt.holes.get(hole) {
                let tokens = self.hole_tokens(hole);
                self.assume(format!(
                    "hole {{{}}}: {tokens} tokens ({basis})",
                    known.name
                ));
            }
        }
    }

    fn hole_tokens(&self, hole: usize) -> u32 {
        let default = || {
            let hole = self.request.prompt.holes.get(hole);
            hole.map_or(40, |hole| self.models.hole(&hole.name, hole.ty.as_deref()))
        };
        self.config.hole_tokens.unwrap_or_else(default)
    }

    fn cap(&self) -> Option<u32> {
        let cap = self.request.parameters.get("max_tokens");
        let cap = cap.and_then(serde_json::Value::as_u64);
        cap.map(|cap| u32::try_from(cap).unwrap_or(u32::MAX))
    }

    /// By the form that the reply is held to, and by the cap; forms whose text may be of any length, such as
    /// JSON, have the cap alone.
    fn most_output_tokens(&self, tokenizer: &models::Tokenizer) -> Option<u32> {
        let bounded = self.judgement.bounded.as_ref()?;
        let form = match (&bounded.values, bounded.kind, &self.request.schema) {
            (Some(values), ..) => Some(self.longest(values)),
            (None, "boolean", _) => Some(1),
            (
                None,
                "number",
                Some(Schema::Integer {
                    min: Some(min),
                    max: Some(max),
                }),
            ) => Some(self.longest(&[min.to_string(), max.to_string()])),
            _ => None,
        };
        let factor = tokenizer.factor.unwrap_or(1.0);
        let form = form.map(|tokens| (f64::from(tokens) * factor).ceil() as u32);
        match (form, self.cap()) {
            (Some(form), Some(cap)) => Some(form.min(cap)),
            (form, cap) => form.or(cap),
        }
    }

    fn output_tokens(&mut self) -> Option<u32> {
        let cap = self.cap();
        let expected = self
            .bounded()
            .or_else(|| self.reply())
            .or_else(|| self.form());
        let (tokens, basis) = match (expected, cap) {
            (Some((tokens, basis)), Some(cap)) if tokens > cap => {
                (cap, format!("{basis}, cut at max_tokens"))
            }
            (Some(expected), _) => expected,
            (None, Some(cap)) => (cap, "at most: max_tokens".to_string()),
            (None, None) => {
                self.assume("output: length not known, no price".into());
                return None;
            }
        };
        self.assume(format!("output: {tokens} tokens ({basis})"));
        Some(tokens)
    }

    /// A closed set of answers.
    fn bounded(&self) -> Option<(u32, String)> {
        let bounded = self.judgement.bounded.as_ref()?;
        match (&bounded.values, bounded.kind) {
            (Some(values), _) => Some((
                self.longest(values),
                format!("the longest of {} values", values.len()),
            )),
            (None, "boolean") if self.request.schema.is_none() => Some((1, "yes or no".into())),
            _ => None,
        }
    }

    fn longest(&self, values: &[String]) -> u32 {
        let counts = values
            .iter()
            .map(|value| self.models.count("o200k_base", value));
        counts.max().unwrap_or(1)
    }

    /// What the rule says of its replies.
    fn reply(&self) -> Option<(u32, String)> {
        self.judgement.rule.as_ref()?;
        let reply = &self.judgement.reply;
        Some(match reply.tokens {
            Some(tokens) => (tokens, reply.basis.clone()),
            None => {
                let holes = 0..self.request.prompt.holes.len();
                let input: u32 = holes.map(|hole| self.hole_tokens(hole)).sum();
                (input.max(1), "as long as the input".into())
            }
        })
    }

    /// The form that the reply is forced into, where its length can be told.
    fn form(&self) -> Option<(u32, String)> {
        let tokens = self.schema_tokens(self.request.schema.as_ref()?)?;
        Some((tokens, "the fields of its schema".into()))
    }

    fn schema_tokens(&self, schema: &Schema) -> Option<u32> {
        Some(match schema {
            Schema::Boolean => 1,
            Schema::Integer { .. } | Schema::Number => 3,
            Schema::Enum(values) => self.longest(values),
            Schema::Text { .. } => TEXT_FIELD,
            Schema::Object(fields) => {
                let fields = fields.iter().map(|field| {
                    let name = self.models.count("o200k_base", &field.name);
                    Some(name + FIELD_FRAME + self.schema_tokens(&field.schema)?)
                });
                2 + fields.sum::<Option<u32>>()?
            }
            Schema::Array(_) | Schema::Any => return None,
        })
    }

    fn cost(&mut self, input: Option<u32>, output: Option<u32>) -> Option<(Money, String)> {
        let Some(model) = self.request.model.as_deref() else {
            self.assume("model not known: no price, no time".into());
            return None;
        };
        let (input, output) = (input?, output?);
        if let Some((per_input, per_output)) = self.config.prices.get(model) {
            let dollars = (f64::from(input) * per_input + f64::from(output) * per_output) / 1e6;
            return Some((Money::from_usd(dollars), "unprompt.toml".into()));
        }
        let provider = self.request.provider.as_deref();
        if provider == Some("ollama") {
            self.assume("runs on a machine of your own: no price a call".into());
            return None;
        }
        let price = self.models.price(model, provider, input, output);
        if price.is_none() {
            self.assume(format!(
                "no price known for {model}: set it under [prices] in unprompt.toml"
            ));
        }
        Some((price?, self.models.price_source().to_string()))
    }

    fn latency(&mut self, output: Option<u32>) -> Option<Latency> {
        let (model, output) = (self.request.model.as_deref()?, output?);
        let Some((latency, class)) = self.models.latency(model, output) else {
            self.assume(format!("speed of {model} not known: no time"));
            return None;
        };
        self.assume(format!(
            "time: {class} models (unprompt's rounding of public probes, hidden reasoning not counted)"
        ));
        Some(latency)
    }
}

/// The calls a month of the closest pattern that fits.
fn volume(request: &Request, place: &str, config: &Config) -> Option<u64> {
    let function = request.function.as_deref().unwrap_or_default();
    let fitting = config.volumes.iter().find(|volume| {
        volume
            .function
            .as_deref()
            .is_none_or(|name| name == function)
            && crate::source::fits(&volume.paths, place.as_ref(), false)
    });
    fitting.map(|volume| volume.calls)
}
