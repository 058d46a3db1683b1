//! Requests for pictures, speech and the like, which go through the same calls as those for text.

use super::model::Named;
use super::{Reader, Source};
use crate::ir::ExprKind;
use crate::prompt::env::Env;
use crate::prompt::eval::Value;

impl Reader<'_> {
    /// Whether something else than text is asked for: the request says so, or its model makes nothing
    /// else.
    pub(super) fn asks_for_media(&self, model: Option<&Named>) -> bool {
        let output = &self.eval.sdks.vocabulary().output;
        let makes = |(id, assumed): &&Named| {
            let id = id.to_lowercase();
            assumed.is_none() && output.models.iter().any(|part| id.contains(&**part))
        };
        model.filter(makes).is_some() || self.asks_for(&output.at, &output.media)
    }

    /// Whether one of these kinds of output is asked for, as far as the code around the call says.
    fn asks_for(&self, at: &[String], media: &[String]) -> bool {
        let asked = match &self.source {
            Source::Call(call) => {
                let (program, sdks) = (self.eval.program, self.eval.sdks);
                let asked = sdks.input(program, *call, at).into_iter();
                asked.map(|at| Value::expr(at, &Env::default())).collect()
            }
            Source::Body(raw, _) => self.in_body(raw, at),
        };
        let asked = asked.iter().flat_map(|value| self.eval.reduced(value));
        let kinds = asked.flat_map(|value| self.eval.elements(&value).unwrap_or_default());
        let mut names = kinds.filter_map(|kind| self.kind_named(&kind));
        names.any(|name| media.contains(&name))
    }

    /// What a kind of output is called: a text, or the member of an enum from outside.
    fn kind_named(&self, kind: &Value) -> Option<String> {
        if let Some(text) = self.eval.constant(kind) {
            return Some(text.to_lowercase());
        }
        match self.eval.expr_of(kind)? {
            (_, _, ExprKind::Member { name, .. }) => Some(name.to_lowercase()),
            _ => None,
        }
    }
}
