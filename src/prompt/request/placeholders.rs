//! Placeholders in the texts that a call sends, where they are filled with what the call itself is
//! given; and the messages that a template's marks make of one text.

use super::{Reader, Syntax};
use crate::index::At;
use crate::ir::ExprKind;
use crate::prompt::Role;
use crate::prompt::env::Env;
use crate::prompt::eval::{Kind, Value};
use crate::prompt::flat::{Flat, MOST_VARIANTS};
use crate::prompt::messages::{Draft, Drafts, product};

impl Reader<'_> {
    /// The same messages, filled.
    pub(super) fn filled(&self, call: At, variants: Vec<Drafts>) -> Vec<Drafts> {
        let mut out: Vec<Drafts> = Vec::new();
        for drafts in variants {
            let start = vec![Vec::new()];
            let filled = drafts.into_iter().fold(start, |found, draft| {
                let texts = self.filled_draft(call, draft).into_iter();
                let next: Vec<Drafts> = texts.map(|draft| self.by_role(draft)).collect();
                product(found, &next)
            });
            out.extend(filled);
        }
        out.truncate(MOST_VARIANTS);
        out
    }

    /// The same messages, with the fields that the signature takes behind the user's text.
    pub(super) fn with_taken(&self, call: At, mut variants: Vec<Drafts>) -> Vec<Drafts> {
        if self.row.takes.is_empty() {
            return variants;
        }
        let signatures = self.eval.input(call, self.env, &self.row.takes);
        let signatures = self.eval.reduced_all(&signatures);
        let Some(signature) = signatures.first() else {
            return variants;
        };
        let taken = self.eval.taken(call, self.env, signature);
        if let Some(fields) = taken.first()
            && !fields.is_blank()
        {
            for drafts in &mut variants {
                match drafts.iter_mut().rfind(|draft| draft.role == Role::User) {
                    Some(draft) => draft.text.extend(fields),
                    None => drafts.push(Draft {
                        role: Role::User,
                        text: fields.clone(),
                        several: false,
                    }),
                }
            }
        }
        variants
    }

    fn filled_draft(&self, call: At, draft: Draft) -> Vec<Draft> {
        if self.row.syntax == Syntax::None {
            return vec![draft];
        }
        let texts = self.eval.with_variables(vec![draft.text], self.row.syntax);
        let texts = self
            .eval
            .with_values(&texts, |name| self.given_for(call, name));
        let drafts = texts.into_iter().map(|text| Draft {
            role: draft.role,
            text,
            several: draft.several,
        });
        drafts.collect()
    }

    /// What fills a placeholder; `None` where the code does not say.
    fn given_for(&self, call: At, name: &str) -> Option<Vec<Flat>> {
        // `{{$input}}` of prompt files.
        let name = name.trim_start_matches('$');
        if self.row.form.iter().any(|form| form == name) {
            return Some(vec![Flat::default()]);
        }
        let ExprKind::Call { args, .. } = self.eval.kind(call) else {
            return None;
        };
        let filler = self.eval.filler(call, args, name, &mut 0, self.env);
        filler
            .or_else(|| self.by_name(call, name))
            .or_else(|| self.by_position(call, name))
            .or_else(|| self.of_definition(call, name))
    }

    /// A placeholder that the values handed in have a name for.
    fn by_name(&self, call: At, name: &str) -> Option<Vec<Flat>> {
        let given = self.eval.input(call, self.env, &self.row.given);
        let given = self.eval.reduced_all(&given);
        let found = name
            .split('.')
            .fold(given, |found, segment| self.eval.fields(&found, segment));
        (!found.is_empty()).then(|| self.eval.text_of_values(&found))
    }

    /// A placeholder that a definition lists among what it takes, in order.
    fn by_position(&self, call: At, name: &str) -> Option<Vec<Flat>> {
        let ExprKind::Call { args, .. } = self.eval.kind(call) else {
            return None;
        };
        let (first, rest) = name.split_once('.').unwrap_or((name, ""));
        let taken = self.eval.field(&self.eval.defined(call)?, "args");
        let taken = taken.iter().flat_map(|taken| self.eval.entries(taken));
        let mut names = taken.map(|(key, _)| match key.kind {
            Kind::Word(name) => name,
            _ => String::new(),
        });
        let number = names.position(|taken| taken == first)?;
        let given = self.eval.positional(call, args, number, self.env);
        let given = self.eval.reduced_all(&given);
        let found = match rest {
            "" => given,
            rest => rest
                .split('.')
                .fold(given, |found, segment| self.eval.fields(&found, segment)),
        };
        (!found.is_empty()).then(|| self.eval.text_of_values(&found))
    }

    /// Another text that is defined beside the one sent.
    fn of_definition(&self, call: At, name: &str) -> Option<Vec<Flat>> {
        self.eval.defined(call)?;
        let at = self.eval.program.defined(name, call.file)?;
        matches!(self.eval.kind(at), ExprKind::Text(_)).then_some(())?;
        let text = self
            .eval
            .text_of_values(&[Value::expr(at, &Env::default())]);
        Some(self.eval.with_variables(text, self.row.syntax))
    }

    /// The messages that marks of a template make of one text.
    fn by_role(&self, draft: Draft) -> Drafts {
        let parts = draft.text.by_role();
        if parts.len() == 1 {
            return vec![draft];
        }
        let vocabulary = self.eval.sdks.vocabulary();
        let drafts = parts.into_iter().map(|(role, text)| Draft {
            role: role
                .and_then(|role| vocabulary.role(role))
                .unwrap_or(draft.role),
            text,
            several: draft.several,
        });
        drafts.filter(|draft| !draft.text.is_blank()).collect()
    }
}
