//! Blocks and statements.

use super::pattern::Matched;
use super::{Frame, Lowerer};
use crate::ir::{ExprId, ExprKind, Parent};
use crate::source::Span;
use syn::{Block, Expr, Local, Stmt};

impl Lowerer<'_> {
    /// The statements of a block whose IR block is open, and the value of its tail.
    pub(super) fn block_value(&mut self, block: &Block) -> Option<ExprId> {
        self.statements(&block.stmts)
    }

    /// Statements, and the value of the last one where it has no semicolon.
    pub(super) fn statements(&mut self, statements: &[Stmt]) -> Option<ExprId> {
        let items = statements.iter().filter_map(|statement| match statement {
            Stmt::Item(item) => Some(item),
            _ => None,
        });
        self.declare(items);
        let mut value = None;
        for statement in statements {
            value = match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Item(item) => self.item(item),
                // A semicolon alone.
                Stmt::Expr(Expr::Verbatim(nothing), _) if nothing.is_empty() => None,
                Stmt::Expr(expr, semicolon) => {
                    let value = self.value(expr);
                    value.filter(|_| semicolon.is_none())
                }
                Stmt::Macro(statement) => {
                    let value = self.macro_value(&statement.mac);
                    value.filter(|_| statement.semi_token.is_none())
                }
            };
        }
        value
    }

    /// A block that runs where it stands. Only one that binds names of its own needs a block of its
    /// own; what another assigns is assigned for sure.
    pub(super) fn own_block(&mut self, block: &Block) -> Option<ExprId> {
        let binds = |statement: &Stmt| matches!(statement, Stmt::Local(_) | Stmt::Item(_));
        if !block.stmts.iter().any(binds) {
            return self.block_value(block);
        }
        self.enter_own_block();
        let value = self.block_value(block);
        self.builder.leave_block();
        value
    }

    /// An arm's or closure's body whose IR block is open.
    pub(super) fn body_value(&mut self, body: &Expr) -> Option<ExprId> {
        match body {
            Expr::Block(body) if body.label.is_none() => self.block_value(&body.block),
            body => self.value(body),
        }
    }

    pub(super) fn enter_own_block(&mut self) {
        let group = self.builder.new_group();
        self.builder.enter_block(group, false);
    }

    /// A block that `return` leaves with a value: `async`, `try`.
    pub(super) fn framed_block(&mut self, block: &Block) -> Option<ExprId> {
        let braces = block.brace_token.span;
        let span = self.range(braces.open(), braces.close());
        self.framed(span, |lowerer| lowerer.own_block(block))
    }

    /// The value of `body`, or what a `return` in it gives.
    pub(super) fn framed(
        &mut self,
        span: Span,
        body: impl FnOnce(&mut Self) -> Option<ExprId>,
    ) -> Option<ExprId> {
        self.frames.push(Frame::Value(Vec::new()));
        let tail = body(self);
        let mut values = match self.frames.pop() {
            Some(Frame::Value(values)) => values,
            _ => Vec::new(),
        };
        values.extend(tail);
        self.choice(values, span)
    }

    /// One of several values.
    pub(super) fn choice(&mut self, mut values: Vec<ExprId>, span: Span) -> Option<ExprId> {
        match values.len() {
            0 | 1 => values.pop(),
            _ => Some(self.builder.expr(ExprKind::Choice(values), span)),
        }
    }

    /// `let pattern = value else { … };`
    fn local(&mut self, local: &Local) -> Option<ExprId> {
        let end = self.token(local.semi_token.span).end;
        let Some(init) = &local.init else {
            self.bind(&local.pat, Matched::Unknown, end);
            return None;
        };
        let mut value = self.value(&init.expr);
        if let (Some(items), true) = (value, is_collected_text(local)) {
            let span = self.span_of(&init.expr);
            let kind = self.concatenated(items);
            value = Some(self.builder.expr(kind, span));
        }
        if let Some((_, diverge)) = &init.diverge {
            self.enter_own_block();
            self.body_value(diverge);
            self.builder.leave_block();
        }
        let matched = value.map_or(Matched::Unknown, Matched::Value);
        self.bind(&local.pat, matched, end);
        None
    }

    /// `let` where it is no condition of ours.
    pub(super) fn loose_let(&mut self, expr: &syn::ExprLet) -> ExprId {
        let span = self.span_of(&expr.expr);
        let value = self.expr(&expr.expr);
        self.bind(&expr.pat, Matched::Value(value), span.end);
        value
    }

    /// A condition without `let`.
    pub(super) fn condition(&mut self, expr: &Expr) {
        if let Some(value) = self.value(expr) {
            self.part_of(value, Parent::Condition);
        }
    }
}

/// `let text: String = parts.collect();`
fn is_collected_text(local: &Local) -> bool {
    let made = local.init.as_ref().map(|init| &*init.expr);
    let collected = matches!(made, Some(Expr::MethodCall(call)) if call.method == "collect" && call.turbofish.is_none());
    collected && matches!(&local.pat, syn::Pat::Type(typed) if super::call::is_text_type(&typed.ty))
}
