//! Where a syntax node begins and ends. The parser can tell, but only by printing the node anew;
//! walking down its left and right edge costs nothing.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, MacroDelimiter, Path, PathArguments, QSelf, RangeLimits, UnOp};

/// The first token of an expression.
pub(super) fn first(expr: &Expr) -> Span {
    match expr {
        Expr::Array(e) => e.bracket_token.span.open(),
        Expr::Assign(e) => first(&e.left),
        Expr::Async(e) => e.async_token.span,
        Expr::Await(e) => first(&e.base),
        Expr::Binary(e) => first(&e.left),
        Expr::Block(e) => match &e.label {
            Some(label) => label.name.span(),
            None => e.block.brace_token.span.open(),
        },
        Expr::Break(e) => e.break_token.span,
        Expr::Call(e) => first(&e.func),
        Expr::Cast(e) => first(&e.expr),
        Expr::Closure(e) => e
            .asyncness
            .map(|token| token.span)
            .or(e.capture.map(|token| token.span))
            .unwrap_or(e.inputs_begin.span),
        Expr::Const(e) => e.const_token.span,
        Expr::Continue(e) => e.continue_token.span,
        Expr::Field(e) => first(&e.base),
        Expr::ForLoop(e) => e.for_token.span,
        Expr::Group(e) => first(&e.expr),
        Expr::If(e) => e.if_token.span,
        Expr::Index(e) => first(&e.expr),
        Expr::Infer(e) => e.underscore_token.span,
        Expr::Let(e) => e.let_token.span,
        Expr::Lit(e) => e.lit.span(),
        Expr::Loop(e) => e.loop_token.span,
        Expr::Macro(e) => first_of_path(&e.mac.path),
        Expr::Match(e) => e.match_token.span,
        Expr::MethodCall(e) => first(&e.receiver),
        Expr::Paren(e) => e.paren_token.span.open(),
        Expr::Path(e) => first_of_qualified(e.qself.as_ref(), &e.path),
        Expr::Range(e) => match (&e.start, &e.limits) {
            (Some(start), _) => first(start),
            (None, RangeLimits::HalfOpen(dots)) => dots.spans[0],
            (None, RangeLimits::Closed(dots)) => dots.spans[0],
        },
        Expr::RawAddr(e) => e.and_token.span,
        Expr::Reference(e) => e.and_token.span,
        Expr::Repeat(e) => e.bracket_token.span.open(),
        Expr::Return(e) => e.return_token.span,
        Expr::Struct(e) => first_of_qualified(e.qself.as_ref(), &e.path),
        Expr::Try(e) => first(&e.expr),
        Expr::TryBlock(e) => e.try_token.span,
        Expr::Tuple(e) => e.paren_token.span.open(),
        Expr::Unary(e) => match &e.op {
            UnOp::Deref(token) => token.span,
            UnOp::Not(token) => token.span,
            UnOp::Neg(token) => token.span,
            _ => first(&e.expr),
        },
        Expr::Unsafe(e) => e.unsafe_token.span,
        Expr::While(e) => e.while_token.span,
        Expr::Yield(e) => e.yield_token.span,
        other => other.span(),
    }
}

/// The last token of an expression.
pub(super) fn last(expr: &Expr) -> Span {
    match expr {
        Expr::Array(e) => e.bracket_token.span.close(),
        Expr::Assign(e) => last(&e.right),
        Expr::Async(e) => e.block.brace_token.span.close(),
        Expr::Await(e) => e.await_token.span,
        Expr::Binary(e) => last(&e.right),
        Expr::Block(e) => e.block.brace_token.span.close(),
        Expr::Break(e) => match (&e.expr, &e.label) {
            (Some(value), _) => last(value),
            (None, Some(label)) => label.span(),
            (None, None) => e.break_token.span,
        },
        Expr::Call(e) => e.paren_token.span.close(),
        Expr::Cast(e) => e.ty.span(),
        Expr::Closure(e) => last(&e.body),
        Expr::Const(e) => e.block.brace_token.span.close(),
        Expr::Continue(e) => match &e.label {
            Some(label) => label.span(),
            None => e.continue_token.span,
        },
        Expr::Field(e) => e.member.span(),
        Expr::ForLoop(e) => e.body.brace_token.span.close(),
        Expr::Group(e) => last(&e.expr),
        Expr::If(e) => match &e.else_branch {
            Some((_, branch)) => last(branch),
            None => e.then_branch.brace_token.span.close(),
        },
        Expr::Index(e) => e.bracket_token.span.close(),
        Expr::Let(e) => last(&e.expr),
        Expr::Loop(e) => e.body.brace_token.span.close(),
        Expr::Macro(e) => delimiter(&e.mac.delimiter).1,
        Expr::Match(e) => e.brace_token.span.close(),
        Expr::MethodCall(e) => e.paren_token.span.close(),
        Expr::Paren(e) => e.paren_token.span.close(),
        Expr::Path(e) => last_of_path(&e.path),
        Expr::Range(e) => match (&e.end, &e.limits, &e.start) {
            (Some(end), ..) => last(end),
            (None, RangeLimits::HalfOpen(dots), _) => dots.spans[1],
            (None, RangeLimits::Closed(dots), _) => dots.spans[2],
        },
        Expr::RawAddr(e) => last(&e.expr),
        Expr::Reference(e) => last(&e.expr),
        Expr::Repeat(e) => e.bracket_token.span.close(),
        Expr::Return(e) => e.expr.as_deref().map_or(e.return_token.span, last),
        Expr::Struct(e) => e.brace_token.span.close(),
        Expr::Try(e) => e.question_token.span,
        Expr::TryBlock(e) => e.block.brace_token.span.close(),
        Expr::Tuple(e) => e.paren_token.span.close(),
        Expr::Unary(e) => last(&e.expr),
        Expr::Unsafe(e) => e.block.brace_token.span.close(),
        Expr::While(e) => e.body.brace_token.span.close(),
        Expr::Yield(e) => e.expr.as_deref().map_or(e.yield_token.span, last),
        other => other.span(),
    }
}

/// The brackets around a macro's tokens.
pub(super) fn delimiter(delimiter: &MacroDelimiter) -> (Span, Span) {
    let span = delimiter.span();
    (span.open(), span.close())
}

/// The first token of a path.
pub(super) fn first_of_path(path: &Path) -> Span {
    match (&path.leading_colon, path.segments.first()) {
        (Some(colons), _) => colons.spans[0],
        (None, Some(segment)) => segment.ident.span(),
        (None, None) => Span::call_site(),
    }
}

fn first_of_qualified(qualifier: Option<&QSelf>, path: &Path) -> Span {
    match qualifier {
        Some(qualifier) => qualifier.lt_token.span,
        None => first_of_path(path),
    }
}

/// The last token of a path.
pub(super) fn last_of_path(path: &Path) -> Span {
    let Some(segment) = path.segments.last() else {
        return Span::call_site();
    };
    match &segment.arguments {
        PathArguments::None => segment.ident.span(),
        PathArguments::AngleBracketed(args) => args.gt_token.span,
        PathArguments::Parenthesized(args) => args.span(),
    }
}
