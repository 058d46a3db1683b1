//! Patterns: what each name in them is bound to.

use super::{Lowerer, plain};
use crate::ir::{BindingId, BindingKind, ExprId, ExprKind, FunctionId, Item};
use crate::source::Span;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

/// What a pattern is matched with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Matched {
    /// A value.
    Value(ExprId),
    /// An argument.
    Parameter(FunctionId, u32),
    /// Something that is not followed: an error, a count.
    Unknown,
}

impl Lowerer<'_> {
    /// Binds the names of a pattern; they hold from byte `from` on. Gives the binding of a pattern
    /// that is one name.
    pub(super) fn bind(&mut self, pat: &Pat, matched: Matched, from: u32) -> Option<BindingId> {
        if self.depth >= super::DEEPEST || names(pat).is_empty() {
            return None;
        }
        self.depth += 1;
        let binding = self.bind_parts(pat, matched, from);
        self.depth -= 1;
        binding
    }

    fn bind_parts(&mut self, pat: &Pat, matched: Matched, from: u32) -> Option<BindingId> {
        match pat {
            Pat::Ident(pat) => {
                let span = self.token(pat.ident.span());
                let binding = self.bind_name(&plain(&pat.ident), matched, span, from);
                if let Some((_, inner)) = &pat.subpat {
                    self.bind(inner, matched, from);
                }
                return Some(binding);
            }
            Pat::Reference(pat) => return self.bind(&pat.pat, matched, from),
            Pat::Paren(pat) => return self.bind(&pat.pat, matched, from),
            Pat::Guard(pat) => return self.bind(&pat.pat, matched, from),
            Pat::Type(pat) => return self.bind_typed(pat, matched, from),
            // All cases bind the same names.
            Pat::Or(pat) => return self.bind(pat.cases.first()?, matched, from),
            Pat::Tuple(pat) => self.bind_elements(&pat.elems, matched, from),
            Pat::Slice(pat) => self.bind_elements(&pat.elems, matched, from),
            Pat::TupleStruct(pat) => {
                let variant = pat.path.segments.last();
                let failed = variant.is_some_and(|variant| variant.ident == "Err");
                match pat.elems.first() {
                    _ if failed => self.bind_elements(&pat.elems, Matched::Unknown, from),
                    // `Some(x)`, `Ok(x)`, `Event::Text(x)`: the inner value stands for the outer.
                    Some(only) if pat.elems.len() == 1 => {
                        let matched = self.of_variant(matched, &pat.path);
                        return self.bind(only, matched, from);
                    }
                    _ => self.bind_elements(&pat.elems, matched, from),
                }
            }
            Pat::Struct(pat) => {
                let matched = self.of_variant(matched, &pat.path);
                for field in &pat.fields {
                    if names(&field.pat).is_empty() {
                        continue;
                    }
                    let matched = self.member_of(matched, &field.member);
                    self.bind(&field.pat, matched, from);
                }
            }
            _ => {}
        }
        None
    }

    fn bind_name(&mut self, name: &str, matched: Matched, span: Span, from: u32) -> BindingId {
        let kind = match matched {
            Matched::Value(value) => BindingKind::Set(value),
            Matched::Parameter(function, number) => BindingKind::Parameter(function, number),
            Matched::Unknown => BindingKind::Declared,
        };
        let binding = self.builder.bind(name, kind, span, from);
        self.builder.block_scoped(binding);
        binding
    }

    fn bind_typed(&mut self, pat: &syn::PatType, matched: Matched, from: u32) -> Option<BindingId> {
        if let (Pat::Tuple(tuple), syn::Type::Tuple(types)) = (&*pat.pat, &*pat.ty) {
            for (number, (element, ty)) in tuple.elems.iter().zip(&types.elems).enumerate() {
                let part = self.element(matched, number, tuple.elems.len(), element);
                let binding = self.bind(element, part, from);
                self.annotate(binding, ty);
            }
            return None;
        }
        let binding = self.bind(&pat.pat, matched, from);
        self.annotate(binding, &pat.ty);
        binding
    }

    pub(super) fn annotate(&mut self, binding: Option<BindingId>, ty: &syn::Type) {
        if let Some(binding) = binding {
            let annotation = self.type_expr(ty);
            self.builder.annotate(binding, annotation);
        }
    }

    /// The elements of a tuple or slice, pairwise where both sides are written out. What stands
    /// behind `..` has no known place.
    fn bind_elements<'a>(
        &mut self,
        elements: impl IntoIterator<Item = &'a Pat, IntoIter: ExactSizeIterator>,
        matched: Matched,
        from: u32,
    ) {
        let elements = elements.into_iter();
        let count = elements.len();
        let mut matched = matched;
        for (number, element) in elements.enumerate() {
            if matches!(element, Pat::Rest(_)) {
                matched = Matched::Unknown;
            }
            if names(element).is_empty() {
                continue;
            }
            let part = self.element(matched, number, count, element);
            self.bind(element, part, from);
        }
    }

    fn element(&mut self, matched: Matched, number: usize, count: usize, pat: &Pat) -> Matched {
        match matched {
            Matched::Value(value) => {
                let span = self.token(pat.span());
                Matched::Value(self.part(value, number, count, span))
            }
            other => other,
        }
    }

    fn member_of(&mut self, matched: Matched, member: &syn::Member) -> Matched {
        let (Matched::Value(object), syn::Member::Named(name)) = (matched, member) else {
            return matched;
        };
        self.named_part(object, name)
    }

    /// What a variant holds, where the path names its enum: `Backend::Remote(client)`.
    fn of_variant(&mut self, matched: Matched, path: &syn::Path) -> Matched {
        let mut names = path.segments.iter().rev().map(|segment| &segment.ident);
        let (Matched::Value(object), Some(variant), Some(of)) =
            (matched, names.next(), names.next())
        else {
            return matched;
        };
        let is_type = of.to_string().starts_with(char::is_uppercase);
        let stands_for_whole = ["Some", "Ok"].iter().any(|name| variant == name);
        match is_type && !stands_for_whole {
            true => self.named_part(object, variant),
            false => matched,
        }
    }

    fn named_part(&mut self, object: ExprId, name: &syn::Ident) -> Matched {
        let span = self.token(name.span());
        let name = plain(name).into();
        let before = self.builder.module()[object].parent;
        let member = self.builder.expr(ExprKind::Member { object, name }, span);
        self.keep_parent(object, before);
        Matched::Value(member)
    }

    /// The variants that a pattern names.
    pub(super) fn pattern_paths(&mut self, pat: &Pat) -> Vec<Item> {
        let mut found = Vec::new();
        collect_paths(pat, &mut found);
        found
            .into_iter()
            .map(|path| Item {
                value: self.path_expr(None, path),
                spread: false,
            })
            .collect()
    }

    /// The literals (and, among themselves, the paths) that the arms of a `match` compare with.
    pub(super) fn literal_patterns<'a>(
        &mut self,
        pats: impl IntoIterator<Item = &'a Pat>,
    ) -> Vec<Item> {
        let (mut found, mut takes_apart) = (Vec::new(), false);
        for pat in pats {
            collect_literals(pat, &mut found);
            takes_apart |= !matches!(pat, Pat::Ident(_)) && !names(pat).is_empty();
        }
        let literals = found.iter().any(|expr| matches!(expr, Expr::Lit(_)));
        if takes_apart && !literals {
            // Where the value goes matters more than which variants there are.
            return Vec::new();
        }
        found
            .iter()
            .filter(|expr| !literals || matches!(expr, Expr::Lit(_)))
            .map(|expr| Item {
                value: self.expr(expr),
                spread: false,
            })
            .collect()
    }
}

fn collect_paths<'p>(pat: &'p Pat, found: &mut Vec<&'p syn::Path>) {
    match pat {
        Pat::Or(pat) => pat.cases.iter().for_each(|case| collect_paths(case, found)),
        Pat::Reference(pat) => collect_paths(&pat.pat, found),
        Pat::Paren(pat) => collect_paths(&pat.pat, found),
        Pat::TupleStruct(pat) => {
            found.push(&pat.path);
            pat.elems.iter().for_each(|part| collect_paths(part, found));
        }
        Pat::Struct(pat) => found.push(&pat.path),
        _ => {}
    }
}

fn collect_literals(pat: &Pat, found: &mut Vec<Expr>) {
    match pat {
        Pat::Lit(literal) => found.push(Expr::Lit(literal.clone())),
        Pat::Path(path) => found.push(Expr::Path(path.clone())),
        Pat::Or(pat) => pat
            .cases
            .iter()
            .for_each(|case| collect_literals(case, found)),
        Pat::Paren(pat) => collect_literals(&pat.pat, found),
        Pat::Reference(pat) => collect_literals(&pat.pat, found),
        Pat::Guard(pat) => collect_literals(&pat.pat, found),
        Pat::Ident(pat) => {
            if let Some((_, inner)) = &pat.subpat {
                collect_literals(inner, found);
            }
        }
        Pat::TupleStruct(pat) if pat.elems.len() == 1 => {
            pat.elems.iter().for_each(|e| collect_literals(e, found));
        }
        _ => {}
    }
}

/// The names that a pattern binds. `None` and constants look like names; they begin with a capital.
pub(super) fn names(pat: &Pat) -> Vec<&syn::Ident> {
    let mut found = Vec::new();
    collect_names(pat, &mut found);
    found
}

fn collect_names<'p>(pat: &'p Pat, found: &mut Vec<&'p syn::Ident>) {
    match pat {
        Pat::Ident(pat) => {
            let constant = pat.ident.to_string().starts_with(char::is_uppercase);
            if !constant || pat.subpat.is_some() {
                found.push(&pat.ident);
            }
            if let Some((_, inner)) = &pat.subpat {
                collect_names(inner, found);
            }
        }
        Pat::Reference(pat) => collect_names(&pat.pat, found),
        Pat::Paren(pat) => collect_names(&pat.pat, found),
        Pat::Guard(pat) => collect_names(&pat.pat, found),
        Pat::Type(pat) => collect_names(&pat.pat, found),
        Pat::Or(pat) => pat.cases.iter().for_each(|p| collect_names(p, found)),
        Pat::Tuple(pat) => pat.elems.iter().for_each(|p| collect_names(p, found)),
        Pat::Slice(pat) => pat.elems.iter().for_each(|p| collect_names(p, found)),
        Pat::TupleStruct(pat) => pat.elems.iter().for_each(|p| collect_names(p, found)),
        Pat::Struct(pat) => pat.fields.iter().for_each(|f| collect_names(&f.pat, found)),
        _ => {}
    }
}
