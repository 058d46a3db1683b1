//! Parses the tokens of a macro call: arguments, `matches!`, `select!`. Knows no IR but names.

use super::plain;
use crate::ir::Name;
use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Pat, Token};

/// An argument of a macro.
pub(super) enum Given {
    Expr(Expr),
    Named(Name, Expr),
    /// Not an expression.
    Tokens(Vec<TokenTree>),
}

/// The arguments of a macro. Where they are not all expressions, each is read for itself.
pub(super) fn given(tokens: TokenStream) -> Vec<Given> {
    let expressions = Punctuated::<Expr, Token![,]>::parse_terminated;
    if let Ok(all) = expressions.parse2(tokens.clone()) {
        return all.into_iter().map(named_or_not).collect();
    }
    split(tokens).into_iter().map(one_given).collect()
}

fn named_or_not(expr: Expr) -> Given {
    if let Expr::Assign(assignment) = &expr
        && let Expr::Path(path) = &*assignment.left
        && let Some(name) = path.path.get_ident()
    {
        return Given::Named(plain(name).into(), (*assignment.right).clone());
    }
    Given::Expr(expr)
}

/// One argument: `value`, `%value`, `?value`, `name = %value`, `name: value`.
fn one_given(tokens: Vec<TokenTree>) -> Given {
    let sigil = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '%' | '?'));
    let parse = |tokens: &[TokenTree]| {
        let skipped = usize::from(sigil(tokens.first()));
        syn::parse2::<Expr>(stream(&tokens[skipped..])).ok()
    };
    if let Some(expr) = parse(&tokens) {
        return named_or_not(expr);
    }
    let mark = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '=' | ':'));
    if let Some(at) = tokens.iter().position(mark)
        && let Some(TokenTree::Ident(name)) = tokens.first()
        && let Some(expr) = parse(&tokens[at + 1..])
    {
        return Given::Named(plain(name).into(), expr);
    }
    Given::Tokens(tokens)
}

pub(super) fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The stretches between commas; a trailing comma adds none.
pub(super) fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    split_at(tokens, |mark| mark == ',')
}

fn split_at(tokens: TokenStream, separates: impl Fn(char) -> bool) -> Vec<Vec<TokenTree>> {
    let mut all = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if separates(punct.as_char()) => all.push(Vec::new()),
            _ => {
                if let Some(last) = all.last_mut() {
                    last.push(token);
                }
            }
        }
    }
    all.retain(|piece| !piece.is_empty());
    all
}

/// The stretches between anything that separates, `=>` included.
pub(super) fn separated(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut all = Vec::new();
    for piece in split_at(tokens, |mark| matches!(mark, ',' | ';')) {
        let mut rest = &piece[..];
        while let Some(at) = rest.windows(2).position(super::json::is_arrow) {
            all.push(rest[..at].to_vec());
            rest = &rest[at + 2..];
        }
        all.push(rest.to_vec());
    }
    all
}

/// `element; count`
pub(super) struct Repeat {
    pub element: Expr,
    pub count: Expr,
}

impl syn::parse::Parse for Repeat {
    fn parse(input: ParseStream) -> syn::Result<Repeat> {
        let element = input.parse()?;
        input.parse::<Token![;]>()?;
        let count = input.parse()?;
        Ok(Repeat { element, count })
    }
}

/// The arguments of `matches!`.
pub(super) struct Matches {
    pub value: Expr,
    pub pat: Pat,
    pub guard: Option<Expr>,
}

impl syn::parse::Parse for Matches {
    fn parse(input: ParseStream) -> syn::Result<Matches> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Matches { value, pat, guard })
    }
}

/// An arm of `select!`; `else` and `default` have no future.
pub(super) struct SelectArm {
    pub future: Option<(Pat, Expr)>,
    pub guard: Option<Expr>,
    pub body: Expr,
}

pub(super) fn select_arms(input: ParseStream) -> syn::Result<Vec<SelectArm>> {
    let mut arms = Vec::new();
    while !input.is_empty() {
        if input.peek(syn::Ident) && input.peek2(Token![;]) {
            input.parse::<syn::Ident>()?;
            input.parse::<Token![;]>()?;
            continue;
        }
        arms.push(select_arm(input)?);
    }
    Ok(arms)
}

fn select_arm(input: ParseStream) -> syn::Result<SelectArm> {
    let mut future = None;
    let default = input.peek(syn::Ident) && input.peek2(Token![=>]);
    if input.parse::<Option<Token![else]>>()?.is_none() {
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        if !default {
            input.parse::<Token![=]>()?;
            future = Some((pat, input.parse()?));
        }
    }
    let mut guard = None;
    if input.parse::<Option<Token![,]>>()?.is_some() {
        input.parse::<Token![if]>()?;
        guard = Some(input.parse()?);
    }
    input.parse::<Token![=>]>()?;
    // A block ends an arm even without a comma.
    let body = match input.peek(syn::token::Brace) {
        true => Expr::Block(syn::ExprBlock {
            attrs: Vec::new(),
            label: None,
            block: input.parse()?,
        }),
        false => input.parse()?,
    };
    input.parse::<Option<Token![,]>>()?;
    Ok(SelectArm {
        future,
        guard,
        body,
    })
}
