//! What a call costs: tokens, price, time. Every assumption is listed; what is not known is absent.
//!
//! This room knows nothing of how figures are shown.

mod models;
mod money;

pub use models::{Latency, Models};
pub use money::Money;

use crate::config::Config;
use crate::prompt::{Prompt, Request};
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
    let mut assumptions = Vec::new();
    let model = request.model.as_deref();
    let tokenizer = models.tokenizer(model.unwrap_or_default());
    let input = input_tokens(
        request,
        judgement,
        &tokenizer,
        models,
        config,
        &mut assumptions,
    );
    let output = output_tokens(request, judgement, models, config, &mut assumptions);
    let mut tokens_basis = if tokenizer.factor.is_none() {
        Basis::Exact
    } else {
        Basis::Assumed
    };
    if let Some(factor) = tokenizer.factor {
        assumptions.push(format!(
            "tokens: {} times {factor} (no public tokenizer for this model)",
            tokenizer.name
        ));
    }
    if input.is_none() {
        tokens_basis = Basis::Unknown;
    }
    let (cost, source) = match (model, input, output) {
        (Some(model), Some(input), Some(output)) => {
            cost(request, model, input, output, models, config)
        }
        _ => (None, None),
    };
    if model.is_none() {
        assumptions.push("model not known: no price".into());
    } else if cost.is_none() && input.is_some() && output.is_some() {
        assumptions.push(format!(
            "no price known for {}: set it under [prices] in unprompt.toml",
            model.unwrap_or_default()
        ));
    }
    let volume = volume(request, place, config);
    Estimate {
        input_tokens: input,
        output_tokens: output,
        tokenizer: input.map(|_| tokenizer.name.clone()),
        tokens_basis,
        cost_per_call: cost,
        latency: model
            .zip(output)
            .map(|(model, output)| models.latency(model, output)),
        calls_per_month: volume,
        volume_basis: if volume.is_some() {
            Basis::Configured
        } else {
            Basis::Unknown
        },
        price_source: source,
        assumptions,
    }
}

fn input_tokens(
    request: &Request,
    judgement: &Judgement,
    tokenizer: &models::Tokenizer,
    models: &Models,
    config: &Config,
    assumptions: &mut Vec<String>,
) -> Option<u32> {
    let messages = request.prompt.variants.get(judgement.variant)?;
    if messages.iter().all(|message| message.text.is_empty()) {
        return None;
    }
    // A chat message costs some four tokens of framing, the reply's opening three.
    let mut tokens = 3.0;
    let mut holes: Vec<usize> = Vec::new();
    for message in messages {
        let mut at = 0;
        tokens += 4.0;
        for (range, hole) in &message.holes {
            tokens += models.count(&tokenizer.name, &message.text[at..range.start]) as f64;
            at = range.end;
            holes.push(*hole);
        }
        tokens += models.count(&tokenizer.name, &message.text[at..]) as f64;
    }
    tokens *= tokenizer.factor.unwrap_or(1.0);
    for hole in &holes {
        tokens += f64::from(hole_tokens(&request.prompt, *hole, models, config));
    }
    holes.sort_unstable();
    holes.dedup();
    for hole in holes {
        let name = &request.prompt.holes.get(hole)?.name;
        let tokens = hole_tokens(&request.prompt, hole, models, config);
        let basis = if config.hole_tokens.is_some() {
            "configured"
        } else {
            "default"
        };
        assumptions.push(format!("hole {{{name}}}: {tokens} tokens ({basis})"));
    }
    Some(tokens.round() as u32)
}

fn hole_tokens(prompt: &Prompt, hole: usize, models: &Models, config: &Config) -> u32 {
    config.hole_tokens.unwrap_or_else(|| {
        prompt
            .holes
            .get(hole)
            .map_or(40, |hole| models.hole(&hole.name, hole.ty.as_deref()))
    })
}

fn output_tokens(
    request: &Request,
    judgement: &Judgement,
    models: &Models,
    config: &Config,
    assumptions: &mut Vec<String>,
) -> Option<u32> {
    let cap = request
        .parameters
        .get("max_tokens")
        .and_then(serde_json::Value::as_u64)
        .map(|cap| cap as u32);
    let bounded =
        judgement
            .bounded
            .as_ref()
            .and_then(|bounded| match (&bounded.values, bounded.kind) {
                (Some(values), _) => {
                    let longest = values
                        .iter()
                        .map(|value| models.count("o200k_base", value))
                        .max()
                        .unwrap_or(1);
                    Some((longest, format!("the longest of {} values", values.len())))
                }
                (None, "boolean") => Some((1, "yes or no".to_string())),
                _ => None,
            });
    let reply = judgement
        .reply
        .tokens
        .map(|tokens| (tokens, judgement.reply.basis.clone()));
    let echo = || {
        let total: u32 = (0..request.prompt.holes.len())
            .map(|hole| hole_tokens(&request.prompt, hole, models, config))
            .sum();
        (total.max(1), "as long as the input".to_string())
    };
    let known = judgement.rule.is_some();
    let (tokens, basis) = match bounded.or(reply) {
        Some(found) => found,
        None if known => echo(),
        None => {
            let cap = cap?;
            assumptions.push(format!("output: {cap} tokens (the cap max_tokens)"));
            return Some(cap);
        }
    };
    let tokens = cap.map_or(tokens, |cap| tokens.min(cap));
    assumptions.push(format!("output: {tokens} tokens ({basis})"));
    Some(tokens)
}

fn cost(
    request: &Request,
    model: &str,
    input: u32,
    output: u32,
    models: &Models,
    config: &Config,
) -> (Option<Money>, Option<String>) {
    if let Some((per_input, per_output)) = config.prices.get(model) {
        let dollars = (f64::from(input) * per_input + f64::from(output) * per_output) / 1e6;
        return (Some(Money::from_usd(dollars)), Some("unprompt.toml".into()));
    }
    match models.price(model, request.provider.as_deref(), input, output) {
        Some(cost) => (Some(cost), Some(models.price_source().to_string())),
        None => (None, None),
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
