//! Which rule a reading that code can do belongs to: what its frames fit, and what its words and notions
//! were taken for by those who labelled such prompts.
//!
//! The weights are data (`rules/choice.hex`, made by `scripts/fit/fit.py`): a row for each technique and each
//! kind of verdict with one hexadecimal digit a bucket, and for each rule the few hundred buckets that tell
//! most. They only choose among rules; whether code can do the work at all is not asked here.

use super::Rule;
use crate::knowledge::file;
use crate::task::BUCKETS;
use anyhow::{Context, bail, ensure};
use std::collections::HashMap;

/// How much a rule speaks for itself: the parts, and their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Claim {
    /// Its frames fit the reading; 1 for the rule that fits best.
    pub fit: f32,
    /// Its technique, its kind of verdict and the rule itself, by words and notions.
    pub words: f32,
    /// The part of that which is for the rule alone, not for all of its technique and kind.
    pub own: f32,
    /// Both together.
    pub total: f32,
}

impl Claim {
    /// For the trail.
    pub fn shown(&self, rule: &str) -> String {
        format!(
            "{rule}: {:+.2} ({:+.2} words and notions, fit {:.2})",
            self.total, self.words, self.fit
        )
    }
}

/// The weights.
#[derive(Debug, Default)]
pub struct Choice {
    technique: f32,
    kind: f32,
    rule: f32,
    frame: f32,
    dense: HashMap<&'static str, Dense>,
    sparse: HashMap<&'static str, Sparse>,
}

#[derive(Debug)]
struct Dense {
    scale: f32,
    digits: &'static [u8],
}

#[derive(Debug)]
struct Sparse {
    scale: f32,
    /// Buckets with their weights, sorted.
    pairs: Vec<(u16, i16)>,
}

/// A reading's words, weighed for every technique, kind and rule when asked.
pub struct Heard<'a> {
    table: &'a Choice,
    grams: &'a [u16],
    size: f32,
}

impl Heard<'_> {
    /// How much a rule speaks for itself whose frames fit so well (0 to 1).
    pub fn claim(&self, rule: &Rule, fit: f32) -> Claim {
        let table = self.table;
        let own = table.rule * self.own(&rule.id);
        let words = table.technique * self.dense(rule.technique.name())
            + table.kind * self.dense(rule.verdict.name())
            + own;
        Claim {
            fit,
            words,
            own,
            total: words + table.frame * fit,
        }
    }

    fn dense(&self, name: &str) -> f32 {
        self.table.dense.get(name).map_or(0.0, |row| {
            let sum: i32 = self
                .grams
                .iter()
                .map(|gram| digit(row.digits[*gram as usize]) - 8)
                .sum();
            sum as f32 * row.scale / self.size
        })
    }

    fn own(&self, rule: &str) -> f32 {
        self.table.sparse.get(rule).map_or(0.0, |row| {
            let sum: i32 = self
                .grams
                .iter()
                .filter_map(|gram| {
                    let at = row.pairs.binary_search_by_key(gram, |pair| pair.0).ok()?;
                    Some(i32::from(row.pairs[at].1))
                })
                .sum();
            sum as f32 * row.scale / self.size
        })
    }
}

impl Choice {
    /// The embedded weights.
    ///
    /// # Errors
    /// Names the row that is not as described above.
    pub fn load() -> anyhow::Result<Choice> {
        Choice::read(file("choice.hex")?).context("rules/choice.hex")
    }

    /// What a reading's words say.
    pub fn hear<'a>(&'a self, grams: &'a [u16]) -> Heard<'a> {
        Heard {
            table: self,
            grams,
            size: (grams.len().max(1) as f32).sqrt(),
        }
    }

    fn read(text: &'static str) -> anyhow::Result<Choice> {
        let mut lines = text.lines();
        let head = lines.next().unwrap_or_default();
        let mut table = Choice::default();
        let numbers: Vec<f32> = head
            .strip_prefix("weigh ")
            .context("line 1: expected 'weigh' and four numbers")?
            .split(' ')
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let [technique, kind, rule, frame] = numbers[..] else {
            bail!("line 1: expected four numbers");
        };
        (table.technique, table.kind, table.rule, table.frame) = (technique, kind, rule, frame);
        while let Some(head) = lines.next() {
            let body = lines.next().unwrap_or_default().as_bytes();
            table.row(head, body).with_context(|| head.to_string())?;
        }
        Ok(table)
    }

    fn row(&mut self, head: &'static str, body: &'static [u8]) -> anyhow::Result<()> {
        let parts: Vec<&str> = head.split(' ').collect();
        let [what, name, scale] = parts[..] else {
            bail!("expected a kind of row, a name and a scale");
        };
        ensure!(
            body.iter().all(u8::is_ascii_hexdigit),
            "expected hexadecimal digits"
        );
        let scale: f32 = scale.parse()?;
        if what == "rule" {
            ensure!(body.len().is_multiple_of(6), "expected six digits a bucket");
            let pairs = body.chunks_exact(6).map(pair).collect();
            self.sparse.insert(name, Sparse { scale, pairs });
        } else {
            ensure!(
                body.len() == BUCKETS,
                "expected {BUCKETS} digits, found {}",
                body.len()
            );
            self.dense.insert(
                name,
                Dense {
                    scale,
                    digits: body,
                },
            );
        }
        Ok(())
    }
}

/// Four digits of a bucket and two of its weight, 0x80 standing for zero.
fn pair(digits: &[u8]) -> (u16, i16) {
    let number = |part: &[u8]| part.iter().fold(0, |sum, byte| sum * 16 + digit(*byte));
    (
        number(&digits[..4]) as u16,
        (number(&digits[4..]) - 128) as i16,
    )
}

fn digit(byte: u8) -> i32 {
    match byte {
        b'0'..=b'9' => i32::from(byte - b'0'),
        _ => i32::from((byte | 0x20).wrapping_sub(b'a')) + 10,
    }
}
