//! Objects that messages are added to by methods of theirs: `history.add_user_message(text)`.

use super::env::Env;
use super::eval::{Eval, Value};
use super::messages::{Drafts, product, texts};
use crate::index::At;
use crate::ir::ExprKind;
use crate::sdk::{AddedRow, MessageRow, siblings};

impl Eval<'_> {
    /// The messages of a history that a call starts: what it is given there, and what is added to it in
    /// the order of the text; `None` where the call starts none.
    pub(super) fn history(&self, at: At, env: &Env, row: &MessageRow) -> Option<Vec<Drafts>> {
        if !row.history {
            return None;
        }
        let rows = row.added.iter();
        let mut added: Vec<(At, &AddedRow)> = rows
            .flat_map(|row| {
                let calls = siblings(self.program, at, &row.method).into_iter();
                calls.map(move |call| (call, row))
            })
            .collect();
        added.sort_by_key(|(call, _)| (call.file, self.program.expr(*call).span.start));
        let content = self.input(at, env, &row.content);
        let mut found: Vec<Drafts> = vec![Vec::new()];
        if !content.is_empty() {
            found = product(found, &self.added(&content, row.role));
        }
        for (call, row) in added {
            let content = self.input(call, env, &row.content);
            if !content.is_empty() {
                found = product(found, &self.added(&content, row.role));
            }
        }
        Some(found)
    }

    /// A message with this content, or the messages that it is itself.
    fn added(&self, content: &[Value], role: crate::prompt::Role) -> Vec<Drafts> {
        let is_message = |value: &Value| {
            self.is_message(value) || matches!(self.expr_of(value), Some((_, _, ExprKind::List(_))))
        };
        match content.iter().any(is_message) {
            true => self.messages_of_all(content, role),
            false => texts(role, self.content_of_all(content)),
        }
    }
}
