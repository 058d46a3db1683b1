//! How a reading is weighed: a linear score over its features, together with two opinions over
//! its words. All weights are data, made by `scripts/fit/fit.py`.

use super::choice::Claim;
use crate::knowledge::file;
use crate::task::{BUCKETS, FEATURES, PHRASE_BUCKETS, Task};
use anyhow::{Context, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The weights and the scores from which a reading is a finding.
#[derive(Debug)]
pub struct Weights {
    bias: f32,
    values: Vec<f32>,
    grams: Table,
    phrases: Table,
    score: ScoreRow,
    /// From this score on it is a note.
    pub low: f32,
    /// From this score on it is shown by default.
    pub medium: f32,
    /// From this score on it is sure.
    pub high: f32,
    /// In languages other than English nothing below this score is more than a note.
    pub other_languages: f32,
    /// Where no rule's claim reaches this, nothing is more than a note.
    pub claim: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightFile {
    bias: f32,
    score: ScoreRow,
    weights: BTreeMap<String, f32>,
}

/// How a score is made of what was found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoreRow {
    bias: f32,
    /// Of the sum of the three opinions' log-odds.
    opinions: f32,
    /// Of the rule's claim.
    claim: f32,
    /// A claim beyond this counts as this.
    most: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ThresholdFile {
    low: f32,
    medium: f32,
    high: f32,
    other_languages: f32,
    claim: f32,
}

impl Weights {
    /// The embedded weights.
    pub fn load() -> anyhow::Result<Weights> {
        let read: WeightFile =
            toml::from_str(file("weights.toml")?).context("rules/weights.toml")?;
        let limits: ThresholdFile =
            toml::from_str(file("thresholds.toml")?).context("rules/thresholds.toml")?;
        let mut values = vec![0.0; FEATURES.len()];
        for (name, weight) in read.weights {
            let at = FEATURES
                .iter()
                .position(|known| *known == name)
                .with_context(|| format!("rules/weights.toml: unknown feature '{name}'"))?;
            values[at] = weight;
        }
        let grams = Table::read(file("grams.hex")?, BUCKETS).context("rules/grams.hex")?;
        let phrases =
            Table::read(file("phrases.hex")?, PHRASE_BUCKETS).context("rules/phrases.hex")?;
        Ok(Weights {
            bias: read.bias,
            values,
            grams,
            phrases,
            score: read.score,
            low: limits.low,
            medium: limits.medium,
            high: limits.high,
            other_languages: limits.other_languages,
            claim: limits.claim,
        })
    }

    /// Between 0 (a model) and 1 (code): what three opinions say of the work, and how much speaks for the
    /// rule that would cover it. Who is sure outweighs who is not.
    pub fn score(&self, task: &Task, claim: Option<Claim>) -> f32 {
        let opinions =
            self.reading(task) + self.grams.odds(&task.grams) + self.phrases.odds(&task.phrases);
        let claim = claim.map_or(0.0, |claim| claim.total.min(self.score.most));
        sigmoid(self.score.bias + self.score.opinions * opinions + self.score.claim * claim)
    }

    /// The log-odds of the reading.
    fn reading(&self, task: &Task) -> f32 {
        let parts = task.features.values.iter().zip(&self.values);
        self.bias + parts.map(|(value, weight)| value * weight).sum::<f32>()
    }

    /// The parts of the score, the heaviest first.
    pub fn weighed(&self, task: &Task, score: f32) -> Vec<String> {
        let mut parts: Vec<(f32, &str)> = task
            .features
            .values
            .iter()
            .zip(&self.values)
            .zip(FEATURES)
            .map(|((value, weight), name)| (value * weight, *name))
            .filter(|(part, _)| part.abs() >= 0.1)
            .collect();
        parts.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(b.1)));
        let mut lines = vec![format!(
            "score {score:.2}: the reading {:.2}, words and notions {:.2}, phrases {:.2}",
            sigmoid(self.reading(task)),
            sigmoid(self.grams.odds(&task.grams)),
            sigmoid(self.phrases.odds(&task.phrases))
        )];
        lines.push(format!("{:+.2}  bias", self.bias));
        lines.extend(
            parts
                .iter()
                .take(14)
                .map(|(part, name)| format!("{part:+.2}  {name}")),
        );
        lines
    }
}

fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + (-value).exp())
}

/// One weight a bucket.
#[derive(Debug)]
struct Table {
    bias: f32,
    values: Vec<f32>,
}

impl Table {
    /// Scale and bias on the first line, then two hexadecimal digits a bucket, 0x80 standing for zero.
    fn read(text: &str, buckets: usize) -> anyhow::Result<Table> {
        let (head, body) = text
            .split_once('\n')
            .context("expected a line with scale and bias")?;
        let (scale, bias) = head.split_once(' ').context("expected scale and bias")?;
        let (scale, bias): (f32, f32) = (scale.parse()?, bias.parse()?);
        let digits: Vec<u8> = body
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        ensure!(
            digits.len() == 2 * buckets,
            "expected {} digits, found {}",
            2 * buckets,
            digits.len()
        );
        let digit = |byte: u8| {
            (byte as char)
                .to_digit(16)
                .context("expected hexadecimal digits")
        };
        let mut values = Vec::with_capacity(buckets);
        for pair in digits.chunks_exact(2) {
            let byte = digit(pair[0])? * 16 + digit(pair[1])?;
            values.push((byte as f32 - 128.0) * scale);
        }
        Ok(Table { bias, values })
    }

    /// The log-odds of a prompt that falls into these buckets.
    fn odds(&self, buckets: &[u16]) -> f32 {
        let sum: f32 = buckets
            .iter()
            .map(|bucket| self.values[*bucket as usize])
            .sum();
        self.bias + sum / (buckets.len().max(1) as f32).sqrt()
    }
}
