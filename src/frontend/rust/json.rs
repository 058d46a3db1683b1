//! Reads the tokens of `json!` and of maps written `key => value`.

use super::Lowerer;
use super::given::{split, stream};
use crate::ir::{Entry, ExprId, ExprKind, Item};
use crate::source::Span;
use proc_macro2::{Delimiter, Group, Spacing, TokenTree};
use syn::Expr;

impl Lowerer<'_> {
    /// A JSON value; `span` is its place where it has no tokens.
    pub(super) fn json(&mut self, tokens: &[TokenTree], span: Span) -> ExprId {
        if self.depth >= super::DEEPEST {
            return self.too_deep(span);
        }
        self.depth += 1;
        let id = self.json_value(tokens, span);
        self.depth -= 1;
        id
    }

    fn json_value(&mut self, tokens: &[TokenTree], span: Span) -> ExprId {
        match tokens {
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
                self.json_object(group)
            }
            [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => {
                self.json_list(group)
            }
            [TokenTree::Ident(ident)] if ident == "null" => {
                let span = self.token(ident.span());
                self.builder.expr(ExprKind::Null, span)
            }
            tokens => self.json_expr(tokens, span),
        }
    }

    fn json_expr(&mut self, tokens: &[TokenTree], span: Span) -> ExprId {
        if let Ok(expr) = syn::parse2::<Expr>(stream(tokens)) {
            return self.expr(&expr);
        }
        let inside = self.tokens(&stream(tokens));
        let span = match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.range(first.span(), last.span()),
            _ => span,
        };
        self.builder.expr(ExprKind::Opaque(inside), span)
    }

    fn json_list(&mut self, group: &Group) -> ExprId {
        let span = self.token(group.span());
        let items = split(group.stream())
            .iter()
            .map(|tokens| Item {
                value: self.json(tokens, span),
                spread: false,
            })
            .collect();
        self.builder.expr(ExprKind::List(items), span)
    }

    fn json_object(&mut self, group: &Group) -> ExprId {
        let span = self.token(group.span());
        let mut entries = Vec::new();
        for tokens in split(group.stream()) {
            let Some(colon) = (0..tokens.len()).find(|at| is_colon(&tokens, *at)) else {
                let value = self.json(&tokens, span);
                entries.push(Entry::Spread(value));
                continue;
            };
            let key = self.json_key(&tokens[..colon], span);
            let value = self.json(&tokens[colon + 1..], span);
            entries.push(match key {
                Ok(name) => Entry::Field(name.into(), value),
                Err(key) => match self.kind(key) {
                    ExprKind::Text(text) => Entry::Field(text.value.clone(), value),
                    _ => Entry::Computed(key, value),
                },
            });
        }
        self.builder.expr(ExprKind::Map { of: None, entries }, span)
    }

    fn json_key(&mut self, tokens: &[TokenTree], span: Span) -> Result<String, ExprId> {
        if let [TokenTree::Literal(literal)] = tokens
            && let syn::Lit::Str(text) = syn::Lit::new(literal.clone())
        {
            return Ok(text.value());
        }
        Err(self.json_expr(tokens, span))
    }

    /// `key => value, …`; `None` if the tokens are no such list.
    pub(super) fn pairs(&mut self, pieces: &[Vec<TokenTree>], span: Span) -> Option<ExprId> {
        let mut parsed = Vec::new();
        for piece in pieces {
            let arrow = piece.windows(2).position(is_arrow)?;
            let key = syn::parse2::<Expr>(stream(&piece[..arrow])).ok()?;
            let value = syn::parse2::<Expr>(stream(&piece[arrow + 2..])).ok()?;
            parsed.push((key, value));
        }
        if parsed.is_empty() {
            return None;
        }
        let mut entries = Vec::new();
        for (key, value) in &parsed {
            entries.push(self.pair(key, value));
        }
        Some(self.builder.expr(ExprKind::Map { of: None, entries }, span))
    }
}

/// Whether a colon stands at `at` that is no half of `::`.
fn is_colon(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize, spacing| {
        matches!(&tokens[at], TokenTree::Punct(punct)
            if punct.as_char() == ':' && punct.spacing() == spacing)
    };
    colon(at, Spacing::Alone) && (at == 0 || !colon(at - 1, Spacing::Joint))
}

pub(super) fn is_arrow(pair: &[TokenTree]) -> bool {
    matches!(pair, [TokenTree::Punct(first), TokenTree::Punct(second)]
        if first.as_char() == '=' && second.as_char() == '>')
}
