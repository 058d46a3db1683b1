//! Branches that a key chooses: where the key is known, the others are no alternatives.

use super::env::Env;
use super::eval::{Eval, Kind, Value};
use crate::index::{At, Target};
use crate::ir::{BlockId, ExprKind, Module, When};

/// How many blocks around an expression are looked at.
const MOST_BLOCKS: usize = 8;
/// How many names a key is followed through.
const LONGEST_WAY: u32 = 8;

/// Whether the block of an expression runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Runs {
    Never,
    Maybe,
    /// As far as its comparisons say.
    Surely,
}

impl Eval<'_> {
    /// Of alternatives that stand in branches those that may run; the first that surely runs where a
    /// key chooses it leaves none of those that stand beside or behind it.
    pub fn chosen(&self, alternatives: Vec<At>, env: &Env) -> Vec<At> {
        let module = |at: At| self.program.module(at.file);
        let keyed = |at: &At| has_key(module(*at), module(*at)[at.expr].block);
        if alternatives.len() < 2 || !alternatives.iter().any(keyed) {
            return alternatives;
        }
        let runs: Vec<Runs> = alternatives.iter().map(|at| self.runs(*at, env)).collect();
        let sure = runs.iter().position(|runs| *runs == Runs::Surely);
        let around = |at: At| module(at)[module(at)[at.expr].block].parent;
        let is_left_out = |number: usize, at: At| {
            sure.is_some_and(|first| {
                let sure = alternatives[first];
                let around = around(sure).filter(|_| number > first && at.file == sure.file);
                let block = module(at)[at.expr].block;
                around.is_some_and(|around| is_inside(module(at), block, around))
            })
        };
        let stays = |number: usize, at: At| match runs[number] {
            Runs::Never => false,
            Runs::Maybe => !is_left_out(number, at),
            Runs::Surely => true,
        };
        let numbered = alternatives.iter().copied().enumerate();
        let kept = numbered.filter(|(number, at)| stays(*number, *at));
        let kept: Vec<At> = kept.map(|(_, at)| at).collect();
        match kept.is_empty() {
            true => alternatives,
            false => kept,
        }
    }

    /// Whether an expression stands in a branch that a known key rules out.
    pub fn never_runs(&self, at: At, env: &Env) -> bool {
        let module = self.program.module(at.file);
        has_key(module, module[at.expr].block) && self.runs(at, env) == Runs::Never
    }

    fn runs(&self, at: At, env: &Env) -> Runs {
        let module = self.program.module(at.file);
        let mut next = Some(module[at.expr].block);
        let (mut found, mut unknown) = (Runs::Maybe, false);
        for _ in 0..MOST_BLOCKS {
            let Some(block) = next else { break };
            for when in &module[block].when {
                match self.holds(at, when, env) {
                    Some(false) => return Runs::Never,
                    Some(true) => found = Runs::Surely,
                    None => unknown = true,
                }
            }
            next = module[block].parent;
        }
        match unknown {
            true => Runs::Maybe,
            false => found,
        }
    }

    /// Whether a condition holds, where its subject is known: what a caller gives, or a constant.
    fn holds(&self, near: At, when: &When, env: &Env) -> Option<bool> {
        let subject = near.with(when.subject);
        let known = self.key_at(&Value::expr(subject, env), LONGEST_WAY)?;
        if when.texts.iter().any(|text| **text == *known) {
            return Some(true);
        }
        let mut unknown = false;
        for value in &when.values {
            match self.key_at(&Value::expr(near.with(*value), env), LONGEST_WAY) {
                Some(value) if value == known => return Some(true),
                Some(_) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(false)
    }

    /// The text that a key is, through plain names alone: branches are many, and what stands behind
    /// their keys is mostly not worth the way.
    fn key_at(&self, value: &Value, left: u32) -> Option<String> {
        let (at, env) = match &value.kind {
            Kind::Word(word) => return Some(word.clone()),
            Kind::Expr(at, env) => (*at, env),
            Kind::Open(_) | Kind::Pair(_) => return None,
        };
        let left = left.checked_sub(1)?;
        match self.kind(at) {
            ExprKind::Text(text) => Some(text.value.to_string()),
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                let targets = self.program.resolve(at);
                let [target] = &targets[..] else {
                    return None;
                };
                match target {
                    Target::Parameter { function, index } => {
                        let params = &self.program.module(function.file)[function.function].params;
                        let param = params.get(*index as usize)?;
                        let given = env.argument(self.program, *function, *index)?;
                        param.fields.is_empty().then(|| self.key_at(&given, left))?
                    }
                    Target::Value {
                        at, extend: None, ..
                    } => self.key_at(&Value::expr(*at, env), left),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

fn has_key(module: &Module, block: BlockId) -> bool {
    let blocks = std::iter::successors(Some(block), |block| module[*block].parent);
    blocks
        .take(MOST_BLOCKS)
        .any(|block| !module[block].when.is_empty())
}

fn is_inside(module: &Module, inner: BlockId, outer: BlockId) -> bool {
    std::iter::successors(Some(inner), |block| module[*block].parent).any(|block| block == outer)
}
