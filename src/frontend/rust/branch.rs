//! Branches and loops: their blocks, and what they give as values.

use super::pattern::Matched;
use super::{Frame, Lowerer};
use crate::ir::{BinaryOp, BlockId, ExprId, ExprKind, Parent, When};
use syn::{BinOp, Expr, ExprIf, ExprMatch, Pat};

impl Lowerer<'_> {
    /// `if … else if … else …`, all arms in one group.
    pub(super) fn if_value(&mut self, expr: &ExprIf) -> Option<ExprId> {
        let first = expr.if_token.span;
        let group = self.builder.new_group();
        let mut values = Vec::new();
        let mut next = expr;
        loop {
            self.arm_with_condition(group, false, &next.cond);
            values.extend(self.block_value(&next.then_branch));
            self.builder.leave_block();
            match next.else_branch.as_ref().map(|(_, branch)| &**branch) {
                Some(Expr::If(branch)) => next = branch,
                Some(branch) => {
                    self.builder.enter_block(group, false);
                    values.extend(self.body_value(branch));
                    self.builder.leave_block();
                    let whole = self.range(first, super::span::last(branch));
                    return self.choice(values, whole);
                }
                // Without an `else` it has no value.
                None => return None,
            }
        }
    }

    /// Lowers a condition and opens the block that it guards. The names of its `let`s live there,
    /// and so does the rest of a chain behind the first of them.
    fn arm_with_condition(&mut self, group: u32, is_loop: bool, condition: &Expr) -> BlockId {
        let mut entered = None;
        for part in conjuncts(condition) {
            let Expr::Let(part) = part else {
                self.condition(part);
                continue;
            };
            let value = self.expr(&part.expr);
            let block = entered.unwrap_or_else(|| self.builder.enter_block(group, is_loop));
            entered = Some(block);
            let end = self.span_of(&part.expr).end;
            self.literal_match(value, [&*part.pat]);
            self.bind(&part.pat, Matched::Value(value), end);
            self.part_of(value, Parent::Condition);
        }
        entered.unwrap_or_else(|| self.builder.enter_block(group, is_loop))
    }

    pub(super) fn match_value(&mut self, expr: &ExprMatch) -> Option<ExprId> {
        let subject = self.expr(&expr.expr);
        let span = self.range(expr.match_token.span, expr.brace_token.span.close());
        self.literal_match(subject, expr.arms.iter().map(|arm| &arm.pat));
        let group = self.builder.new_group();
        let mut values = Vec::new();
        for arm in &expr.arms {
            let block = self.builder.enter_block(group, false);
            self.guard(block, subject, &arm.pat);
            let from = self.token(arm.fat_arrow_token.spans[0]).start;
            let from = match &arm.pat {
                Pat::Guard(guarded) => self.token(guarded.if_token.span).start,
                _ => from,
            };
            self.bind(&arm.pat, Matched::Value(subject), from);
            if let Pat::Guard(guarded) = &arm.pat {
                self.condition(&guarded.guard);
            }
            values.extend(self.body_value(&arm.body));
            self.builder.leave_block();
        }
        self.part_of(subject, Parent::Condition);
        self.choice(values, span)
    }

    /// Notes for which texts an arm runs: `"a" | "b"`, `("en", "a")`.
    fn guard(&mut self, block: BlockId, subject: ExprId, pat: &Pat) {
        if let (Pat::Tuple(tuple), ExprKind::List(items)) =
            (pat, &self.builder.module()[subject].kind)
        {
            let subjects: Vec<ExprId> = items.iter().map(|item| item.value).collect();
            if subjects.len() == tuple.elems.len() {
                let pairs = subjects.into_iter().zip(&tuple.elems);
                pairs.for_each(|(subject, pat)| self.guard(block, subject, pat));
            }
            return;
        }
        if let Some(texts) = texts_of(pat) {
            let values = Vec::new();
            let when = When {
                subject,
                texts,
                values,
            };
            self.builder.when(block, when);
        }
    }

    /// Notes which literals a value is compared with.
    pub(super) fn literal_match<'a>(
        &mut self,
        left: ExprId,
        pats: impl IntoIterator<Item = &'a Pat>,
    ) -> Option<ExprId> {
        let patterns = self.literal_patterns(pats);
        let (first, last) = (patterns.first()?, patterns.last()?);
        let (start, end) = (self.span(first.value).start, self.span(last.value).end);
        let span = self.builder.span(start as usize, end as usize);
        let right = self.builder.expr(ExprKind::List(patterns), span);
        let start = self.span(left).start.min(start) as usize;
        let span = self.builder.span(start, end as usize);
        let op = BinaryOp::Match;
        let found = self
            .builder
            .expr(ExprKind::Binary { op, left, right }, span);
        self.builder.set_parent(found, Parent::Condition);
        Some(found)
    }

    pub(super) fn for_loop(&mut self, expr: &syn::ExprForLoop) -> Option<ExprId> {
        let (source, counted) = uncounted(&expr.expr, &expr.pat);
        let span = self.span_of(&expr.expr);
        let over = self.expr(source);
        let element = self.builder.expr(ExprKind::Element(over), span);
        self.enter_loop();
        let mut pat = &*expr.pat;
        if let (true, Pat::Tuple(tuple)) = (counted, pat) {
            self.bind(&tuple.elems[0], Matched::Unknown, span.end);
            pat = &tuple.elems[1];
        }
        self.bind(pat, Matched::Value(element), span.end);
        self.part_of(element, Parent::Condition);
        self.loop_body(&expr.body);
        None
    }

    pub(super) fn while_loop(&mut self, expr: &syn::ExprWhile) -> Option<ExprId> {
        let group = self.builder.new_group();
        self.arm_with_condition(group, true, &expr.cond);
        self.loop_body(&expr.body);
        None
    }

    pub(super) fn loop_value(&mut self, expr: &syn::ExprLoop) -> Option<ExprId> {
        self.enter_loop();
        let values = self.loop_body(&expr.body);
        let span = self.range(expr.loop_token.span, expr.body.brace_token.span.close());
        self.choice(values, span)
    }

    /// `'a: { … break 'a value … }`
    pub(super) fn labelled_value(&mut self, expr: &syn::ExprBlock) -> Option<ExprId> {
        self.frames.push(Frame::Loop(Vec::new()));
        let tail = self.own_block(&expr.block);
        let mut values = self.leave_frame();
        values.extend(tail);
        let braces = expr.block.brace_token.span;
        let span = self.range(braces.open(), braces.close());
        self.choice(values, span)
    }

    fn enter_loop(&mut self) {
        let group = self.builder.new_group();
        self.builder.enter_block(group, true);
    }

    /// The body of a loop whose block is open; gives what `break` gives, and closes the block.
    fn loop_body(&mut self, body: &syn::Block) -> Vec<ExprId> {
        self.frames.push(Frame::Loop(Vec::new()));
        self.block_value(body);
        self.builder.leave_block();
        self.leave_frame()
    }

    fn leave_frame(&mut self) -> Vec<ExprId> {
        match self.frames.pop() {
            Some(Frame::Loop(values) | Frame::Value(values)) => values,
            _ => Vec::new(),
        }
    }
}

/// The texts that a pattern takes, if it takes nothing else.
fn texts_of(pat: &Pat) -> Option<Vec<Box<str>>> {
    match pat {
        Pat::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(vec![text.value().into()]),
            _ => None,
        },
        Pat::Or(or) => {
            let cases: Option<Vec<_>> = or.cases.iter().map(texts_of).collect();
            Some(cases?.concat())
        }
        Pat::Paren(inner) => texts_of(&inner.pat),
        _ => None,
    }
}

/// What stands between the `&&`s of a condition, if there is a `let` among them.
fn conjuncts(condition: &Expr) -> Vec<&Expr> {
    let mut parts = Vec::new();
    let mut next = condition;
    while let Expr::Binary(binary) = next
        && matches!(binary.op, BinOp::And(_))
    {
        parts.push(&*binary.right);
        next = &binary.left;
    }
    parts.push(next);
    parts.reverse();
    match parts.iter().any(|part| matches!(part, Expr::Let(_))) {
        true => parts,
        false => vec![condition],
    }
}

/// `xs.iter().enumerate()` under a pattern `(i, x)` goes over `xs`.
fn uncounted<'e>(source: &'e Expr, pat: &Pat) -> (&'e Expr, bool) {
    if let Expr::MethodCall(call) = source
        && call.method == "enumerate"
        && matches!(pat, Pat::Tuple(tuple) if tuple.elems.len() == 2)
    {
        return (&call.receiver, true);
    }
    (source, false)
}
