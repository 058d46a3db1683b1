//! Messages that code converts on their way to the call, in ways that are not followed: into another
//! SDK's objects, trimmed, counted, copied. Then what is sent is, for our purpose, the parameter that
//! they are made of, and its callers bring the prompt.

use super::env::Env;
use super::eval::{Eval, Job, Value};
use super::flat::Piece;
use super::messages::Drafts;
use super::{HoleReason, Role};
use crate::index::{At, FnRef, Target};
use crate::ir::{ExprKind, Owner, children};
use std::collections::HashSet;

/// How many expressions are looked at on the way back from what is sent.
const MOST_STEPS: usize = 400;
/// How many words side by side are an instruction rather than the keys and marks of a format.
const PROSE: usize = 3;

impl Eval<'_> {
    /// What is sent if `found`, which was read from `values`, says nothing: the messages of the
    /// parameter that the values are made of.
    pub fn or_carried(&self, values: &[Value], found: Vec<Drafts>, role: Role) -> Vec<Drafts> {
        let opens = found.iter().flatten().any(|draft| {
            let missing = |open: &super::flat::Open| open.hole.reason == HoleReason::Unresolved;
            draft.text.opens().next().is_some() && !draft.text.opens().any(missing)
        });
        let brought = found.iter().flatten().any(|draft| {
            let mut opens = draft.text.opens();
            opens.any(|open| open.origin.is_some())
        });
        if !opens || brought || found.iter().any(says) {
            return found;
        }
        let Some(carrier) = self.carrier(values) else {
            return found;
        };
        let Some((at, env, _)) = self.expr_of(&carrier) else {
            return found;
        };
        let read = self.deeper(at, env, Job::Carried, || {
            let values = self.values(at, env);
            let read = self.messages_of_all(&values, role);
            let mut read = self.or_carried(&values, read, role);
            for draft in read.iter_mut().flatten() {
                draft.several |= draft.text.only_open().is_some();
            }
            read
        });
        read.filter(|read| !read.is_empty()).unwrap_or(found)
    }

    /// The name of the parameter that values are made of and that, by its name, holds messages.
    fn carrier(&self, values: &[Value]) -> Option<Value> {
        let mut waiting: Vec<(At, Env)> = Vec::new();
        for value in values.iter().rev() {
            if let Some((at, env, _)) = self.expr_of(value) {
                waiting.push((at, env.clone()));
            }
        }
        let mut seen = HashSet::new();
        let mut best: Option<(usize, Value)> = None;
        while let Some((at, env)) = waiting.pop().filter(|_| seen.len() < MOST_STEPS) {
            if !seen.insert((at, env.key())) {
                continue;
            }
            let rank = self.rank_of_carrier(at, values, &env);
            if let Some(rank) = rank
                && best.as_ref().is_none_or(|(known, _)| rank < *known)
            {
                best = Some((rank, Value::expr(at, &env)));
            }
            let mut next = self.made_of(at, &env);
            next.reverse();
            waiting.append(&mut next);
        }
        best.map(|(_, value)| value)
    }

    /// How surely a name is that of a parameter for messages; the least is the surest.
    fn rank_of_carrier(&self, at: At, sent: &[Value], env: &Env) -> Option<usize> {
        let ExprKind::Name(_) = self.kind(at) else {
            return None;
        };
        self.program
            .resolve(at)
            .iter()
            .find_map(|target| match target {
                Target::Parameter { function, index }
                    if env.calls(*function) || self.is_sent_in(*function, sent) =>
                {
                    let params = &self.program.module(function.file)[function.function].params;
                    let param = params.get(*index as usize)?;
                    let is_list = param.name.ends_with('s');
                    let fits = is_list || !self.program.origins(at).iter().any(|of| self.makes(of));
                    let vocabulary = self.sdks.vocabulary();
                    vocabulary.carrier_of_messages(&param.name).filter(|_| fits)
                }
                _ => None,
            })
    }

    /// Whether one of the values stands in a function: a parameter of another one that merely helped
    /// to make it brings no prompt to this call.
    fn is_sent_in(&self, function: FnRef, sent: &[Value]) -> bool {
        sent.iter().any(|value| {
            self.expr_of(value).is_some_and(|(at, ..)| {
                let module = self.module(at);
                let mut scope = Some(module[at.expr].scope);
                std::iter::from_fn(|| {
                    let id = scope?;
                    scope = module[id].parent;
                    Some(module[id].owner)
                })
                .any(|owner| {
                    at.file == function.file && owner == Owner::Function(function.function)
                })
            })
        })
    }

    /// Whether a value is an object of the project that makes prompts, not one that holds messages.
    fn makes(&self, of: &Target) -> bool {
        let Target::Instance(class) = of else {
            return false;
        };
        let members = &self.program.module(class.file);
        let scope = &members[members[class.class].scope];
        let mut names = scope.bindings.keys();
        let vocabulary = self.sdks.vocabulary();
        !names.any(|name| vocabulary.carrier_of_messages(name) == Some(0))
    }

    /// The expressions that one is made of, the likeliest first.
    fn made_of(&self, at: At, env: &Env) -> Vec<(At, Env)> {
        let mut out = Vec::new();
        match self.kind(at) {
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                for target in self.program.resolve(at) {
                    if let Target::Value { at: value, .. } = target
                        && value != at
                    {
                        out.push((value, env.clone()));
                    }
                }
                if let ExprKind::Member { object, .. } = self.kind(at) {
                    out.push((self.beside(at, *object), env.clone()));
                }
            }
            ExprKind::Call { callee, args } => {
                let args = args.iter().map(|arg| self.beside(at, arg.value));
                out.extend(args.map(|arg| (arg, env.clone())));
                if let ExprKind::Member { object, .. } = self.kind(self.beside(at, *callee)) {
                    out.push((self.beside(at, *object), env.clone()));
                }
            }
            ExprKind::Index { object, .. } => out.push((self.beside(at, *object), env.clone())),
            kind => {
                let parts = children(kind).into_iter();
                out.extend(parts.map(|part| (self.beside(at, part), env.clone())));
            }
        }
        out
    }
}

/// Whether messages hold words side by side, as instructions do.
pub(super) fn says(drafts: &Drafts) -> bool {
    let prose = |piece: &Piece| match piece {
        Piece::Open(_) | Piece::Role(_) => false,
        Piece::Text(text, _) => {
            // Many languages put no space between words.
            let spaceless = |letter: &char| !letter.is_ascii() && letter.is_alphabetic();
            let mut side_by_side = 0;
            text.chars().filter(spaceless).count() > 2 * PROSE
                || text.split_whitespace().any(|word| {
                    let is_word = word
                        .chars()
                        .all(|letter| letter.is_alphabetic() || ".,:;!?'".contains(letter));
                    side_by_side = if is_word { side_by_side + 1 } else { 0 };
                    side_by_side >= PROSE
                })
        }
    };
    drafts
        .iter()
        .flat_map(|draft| &draft.text.pieces)
        .any(prose)
}
