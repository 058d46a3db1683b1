//! Attributes and doc comments.

use super::text::{self, Growing};
use super::{Lowerer, span, types};
use crate::ir::{Arg, ExprId, ExprKind, Parent};
use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Meta, Token};

/// Attributes that say nothing about what a thing does.
const SILENT: &[&str] = &[
    "allow",
    "automatically_derived",
    "cfg_attr",
    "cold",
    "deny",
    "deprecated",
    "doc",
    "expect",
    "forbid",
    "inline",
    "must_use",
    "non_exhaustive",
    "repr",
    "rustfmt",
    "track_caller",
    "warn",
];

impl Lowerer<'_> {
    /// Derives as names, other attributes as names and calls.
    pub(super) fn decorators(&mut self, attributes: &[Attribute]) -> Vec<ExprId> {
        let mut decorators = Vec::new();
        for attribute in attributes {
            let root = attribute.path().segments.first();
            let root = root.map(|segment| segment.ident.to_string());
            if root.is_some_and(|root| SILENT.contains(&&*root)) {
                continue;
            }
            match &attribute.meta {
                Meta::List(list) if list.path.is_ident("derive") => {
                    for expr in expressions(&list.tokens) {
                        decorators.push(self.expr(&expr));
                    }
                }
                meta => decorators.push(self.decorator(meta)),
            }
        }
        for decorator in &decorators {
            self.builder.set_parent(*decorator, Parent::Declaration);
        }
        decorators
    }

    fn decorator(&mut self, meta: &Meta) -> ExprId {
        let callee = self.path_expr(None, meta.path());
        let start = span::first_of_path(meta.path());
        let (args, end) = match meta {
            Meta::Path(_) => return callee,
            Meta::List(list) => {
                let (_, close) = span::delimiter(&list.delimiter);
                (self.attribute_args(&list.tokens), close)
            }
            Meta::NameValue(pair) => {
                let value = self.expr(&pair.value);
                (vec![super::call::argument(value)], span::last(&pair.value))
            }
        };
        let range = self.range(start, end);
        self.builder.expr(ExprKind::Call { callee, args }, range)
    }

    fn attribute_args(&mut self, tokens: &TokenStream) -> Vec<Arg> {
        let mut args = Vec::new();
        for expr in expressions(tokens) {
            args.push(match expr {
                Expr::Assign(pair) => {
                    let name = self.written(self.span_of(&pair.left)).into();
                    Arg {
                        name: Some(name),
                        value: self.expr(&pair.right),
                        spread: false,
                    }
                }
                other => super::call::argument(self.expr(&other)),
            });
        }
        args
    }

    /// The text of doc comments and `#[doc = "…"]`, line by line.
    pub(super) fn doc(&mut self, attributes: &[Attribute]) -> Option<ExprId> {
        let mut text = Growing::default();
        let (mut start, mut end) = (None, 0);
        for attribute in attributes.iter().filter(|a| a.path().is_ident("doc")) {
            let Meta::NameValue(pair) = &attribute.meta else {
                continue;
            };
            let last = span::last(&pair.value);
            let span = self.range(attribute.pound_token.span, last);
            if start.is_some() {
                // The line end in the file that the two lines are parted by.
                let between = self.text.get(end as usize..span.start as usize);
                if let Some(line_end) = between.and_then(|between| between.find('\n')) {
                    text.push("\n", end as usize + line_end);
                }
            }
            start.get_or_insert(span.start);
            end = span.end;
            self.doc_line(&pair.value, span, &mut text);
        }
        if text.is_empty() {
            return None;
        }
        let span = self.builder.span(start? as usize, end as usize);
        let doc = self.builder.expr(ExprKind::Text(text.finish()), span);
        self.builder.set_parent(doc, Parent::Declaration);
        Some(doc)
    }

    fn doc_line(&self, value: &Expr, span: crate::source::Span, text: &mut Growing) {
        let written = self.written(span);
        if written.starts_with("//") {
            let line = written[3..].trim_end();
            let content = line.strip_prefix(' ').unwrap_or(line);
            let skipped = 3 + line.len() - content.len();
            text.push(content, span.start as usize + skipped);
        } else if written.starts_with("/*") {
            doc_block(written, span.start as usize, text);
        } else if let Expr::Lit(literal) = value
            && let Lit::Str(_) = &literal.lit
        {
            let literal = self.span_of(value);
            if let Some(decoded) = text::literal(self.written(literal), literal.start as usize) {
                text.copy(&decoded, 0..decoded.value.len());
            }
        }
    }

    /// The literal of `#[name(key = "…")]`, decoded where it stands.
    pub(super) fn attribute_text(
        &mut self,
        attributes: &[Attribute],
        names: &[&str],
        key: &str,
    ) -> Option<(crate::ir::Text, crate::source::Span)> {
        for attribute in attributes {
            let known = names.iter().any(|name| attribute.path().is_ident(name));
            let Meta::List(list) = &attribute.meta else {
                continue;
            };
            if !known {
                continue;
            }
            for expr in expressions(&list.tokens) {
                if let Expr::Assign(pair) = &expr
                    && matches!(&*pair.left, Expr::Path(path) if types::tail(&path.path).1 == key)
                    && matches!(&*pair.right, Expr::Lit(_))
                {
                    let span = self.span_of(&pair.right);
                    return Some((self.text_at(span), span));
                }
            }
        }
        None
    }

    /// The path of `#[path = "…"]`.
    pub(super) fn path_attribute(&self, attributes: &[Attribute]) -> Option<String> {
        attributes
            .iter()
            .find_map(|attribute| match &attribute.meta {
                Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                    Expr::Lit(literal) => match &literal.lit {
                        Lit::Str(path) => Some(path.value()),
                        _ => None,
                    },
                    _ => None,
                },
                _ => None,
            })
    }
}

/// The lines of `/** … */` without the stars in front of them.
fn doc_block(written: &str, source: usize, text: &mut Growing) {
    let end = written.len() - 2.min(written.len());
    let mut at = 3.min(end);
    for (number, line) in written[at..end].split_inclusive('\n').enumerate() {
        let trimmed = line.trim_start();
        let content = match number {
            0 => trimmed,
            _ => trimmed
                .strip_prefix('*')
                .map_or(trimmed, |rest| rest.strip_prefix(' ').unwrap_or(rest)),
        };
        let last = !line.ends_with('\n');
        let kept = if last { content.trim_end() } else { content };
        text.push(kept, source + at + line.len() - content.len());
        at += line.len();
    }
}

/// The comma-separated expressions among tokens; what is none is left out.
fn expressions(tokens: &TokenStream) -> Vec<Expr> {
    let all = Punctuated::<Expr, Token![,]>::parse_terminated;
    match all.parse2(tokens.clone()) {
        Ok(all) => all.into_iter().collect(),
        Err(_) => super::given::split(tokens.clone())
            .iter()
            .filter_map(|piece| syn::parse2(super::given::stream(piece)).ok())
            .collect(),
    }
}
