//! `functools.partial(f, x)`: a function that calls `f` with what is bound and what it is given itself.

use super::{Lowerer, field, parts};
use crate::ir::{Arg, ExprId, ExprKind, Param, ParamKind};
use tree_sitter::Node;

/// What stands for the arguments that it is given by position and by name.
const REST: [(&str, ParamKind); 2] = [
    ("args", ParamKind::Rest),
    ("kwargs", ParamKind::KeywordRest),
];

impl Lowerer<'_> {
    /// Whether an expression binds arguments of a function.
    pub(super) fn is_partial(&self, node: Node) -> bool {
        let function = field(node, "function").filter(|_| node.kind() == "call");
        function.is_some_and(|function| self.comes_from(function, "functools", "partial"))
            && self.bound_function(node).is_some()
    }

    /// The function whose arguments are bound.
    fn bound_function<'n>(&self, node: Node<'n>) -> Option<Node<'n>> {
        let first = parts(field(node, "arguments")?).first().copied()?;
        let is_other = matches!(
            first.kind(),
            "keyword_argument" | "list_splat" | "dictionary_splat"
        );
        (!is_other).then_some(first)
    }

    /// A function and the arguments that are bound: of a partial its own, of all else none.
    pub(super) fn with_bound(&mut self, node: Node) -> (ExprId, Vec<Arg>) {
        match self.bound_function(node) {
            Some(function) if self.is_partial(node) => {
                let callee = self.expr(function);
                let bound = field(node, "arguments").map(parts).unwrap_or_default();
                (callee, self.args(&bound[1..]))
            }
            _ => (self.expr(node), Vec::new()),
        }
    }

    /// The partial as a function. What is bound is worth what it is where it is bound.
    pub(super) fn partial(&mut self, node: Node, name: &str) -> ExprId {
        let (callee, bound) = self.with_bound(node);
        let span = self.builder.span(node.start_byte(), node.start_byte());
        let params = REST.map(|(name, kind)| Param {
            name: name.into(),
            annotation: None,
            type_text: None,
            default: None,
            kind,
            fields: Vec::new(),
            span,
        });
        let id = self.open_lambda(node, name, params.into());
        let (mut args, named): (Vec<Arg>, Vec<Arg>) =
            bound.into_iter().partition(|arg| arg.name.is_none());
        args.push(self.rest(REST[0].0, node));
        args.extend(named);
        args.push(self.rest(REST[1].0, node));
        let call = self.applied(callee, args, node);
        self.returned(call);
        self.close_lambda(id, node)
    }

    fn rest(&mut self, name: &str, node: Node) -> Arg {
        let span = self.span(node);
        let value = self.builder.expr(ExprKind::Name(name.into()), span);
        Arg {
            name: None,
            value,
            spread: true,
        }
    }
}
