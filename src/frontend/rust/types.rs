//! Types and paths as expressions: `a::b::C` is a chain of members, `Vec<T>` an index.

use super::{Lowerer, plain, span};
use crate::ir::{ExprId, ExprKind, Item, Parent};
use crate::source::Span;
use syn::spanned::Spanned;
use syn::{
    GenericArgument, GenericParam, Generics, Path, PathArguments, PathSegment, QSelf, ReturnType,
    Type, TypeParamBound, WherePredicate,
};

impl Lowerer<'_> {
    /// A type. References, `impl`, `dyn` and brackets are unsugared.
    pub(super) fn type_expr(&mut self, ty: &Type) -> ExprId {
        if self.depth >= super::DEEPEST {
            return self.too_deep(self.token(ty.span()));
        }
        self.depth += 1;
        let id = self.type_kind(ty);
        self.depth -= 1;
        self.part_of(id, Parent::Declaration);
        id
    }

    fn type_kind(&mut self, ty: &Type) -> ExprId {
        match ty {
            Type::Reference(ty) => self.type_expr(&ty.elem),
            Type::Paren(ty) => self.type_expr(&ty.elem),
            Type::Group(ty) => self.type_expr(&ty.elem),
            Type::Ptr(ty) => self.type_expr(&ty.elem),
            Type::Path(ty) => self.type_path(ty.qself.as_ref(), &ty.path),
            Type::ImplTrait(ty) => self.bound_expr(ty.bounds.iter(), ty.span()),
            Type::TraitObject(ty) => self.bound_expr(ty.bounds.iter(), ty.span()),
            Type::Array(ty) => self.list_type([&*ty.elem], ty.span()),
            Type::Slice(ty) => self.list_type([&*ty.elem], ty.span()),
            Type::Tuple(ty) if ty.elems.is_empty() => {
                let span = self.token(ty.span());
                self.builder.expr(ExprKind::Null, span)
            }
            Type::Tuple(ty) => self.list_type(&ty.elems, ty.span()),
            Type::FnPtr(ty) => {
                let mut inside: Vec<ExprId> = ty
                    .inputs
                    .iter()
                    .map(|input| self.type_expr(&input.ty))
                    .collect();
                inside.extend(self.return_type(&ty.output));
                let span = self.token(ty.span());
                self.builder.expr(ExprKind::Opaque(inside), span)
            }
            Type::Infer(ty) => {
                let span = self.token(ty.underscore_token.span);
                self.name("_", span)
            }
            other => {
                let span = self.token(other.span());
                self.builder.expr(ExprKind::Opaque(Vec::new()), span)
            }
        }
    }

    fn list_type<'a>(
        &mut self,
        elements: impl IntoIterator<Item = &'a Type>,
        span: proc_macro2::Span,
    ) -> ExprId {
        let items = elements
            .into_iter()
            .map(|element| Item {
                value: self.type_expr(element),
                spread: false,
            })
            .collect();
        let span = self.token(span);
        self.builder.expr(ExprKind::List(items), span)
    }

    /// The first trait of `impl A + B` that says anything.
    fn bound_expr<'a>(
        &mut self,
        bounds: impl Iterator<Item = &'a TypeParamBound>,
        span: proc_macro2::Span,
    ) -> ExprId {
        match telling_bound(bounds) {
            Some(path) => self.path_expr(None, path),
            None => {
                let span = self.token(span);
                self.builder.expr(ExprKind::Opaque(Vec::new()), span)
            }
        }
    }

    /// A type's path; a type parameter stands for the trait that bounds it.
    fn type_path(&mut self, qualifier: Option<&QSelf>, path: &Path) -> ExprId {
        let Some(ident) = path.get_ident() else {
            return self.path_expr(qualifier, path);
        };
        let bound = self
            .generics
            .iter()
            .rfind(|(name, _)| ident == name)
            .map(|(_, bound)| bound.clone());
        let Some(bound) = bound else {
            return self.path_expr(qualifier, path);
        };
        // A bound may name what it bounds: `T: Into<T>`.
        let generics = std::mem::take(&mut self.generics);
        let id = self.path_expr(qualifier, &bound);
        self.generics = generics;
        id
    }

    pub(super) fn return_type(&mut self, output: &ReturnType) -> Option<ExprId> {
        match output {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(self.type_expr(ty)),
        }
    }

    /// A type as written, on one line.
    pub(super) fn type_text(&self, ty: &Type) -> Box<str> {
        let written = self.written(self.token(ty.span()));
        let words: Vec<&str> = written.split_whitespace().collect();
        words.join(" ").into()
    }

    /// Notes the type parameters of an item; returns how many there were before.
    pub(super) fn enter_generics(&mut self, generics: &Generics) -> usize {
        let before = self.generics.len();
        for param in &generics.params {
            if let GenericParam::Type(param) = param
                && let Some(bound) = telling_bound(param.bounds.iter())
            {
                self.generics.push((plain(&param.ident), bound.clone()));
            }
        }
        let predicates = generics.where_clause.iter().flat_map(|w| &w.predicates);
        for predicate in predicates {
            if let WherePredicate::Type(predicate) = predicate
                && let Type::Path(ty) = &predicate.bounded_ty
                && let Some(ident) = ty.path.get_ident()
                && let Some(bound) = telling_bound(predicate.bounds.iter())
            {
                self.generics.push((plain(ident), bound.clone()));
            }
        }
        before
    }

    /// A path: `self`, `Self`, a name, or a chain of members.
    pub(super) fn path_expr(&mut self, qualifier: Option<&QSelf>, path: &Path) -> ExprId {
        let start = match qualifier {
            Some(qualifier) => qualifier.lt_token.span,
            None => span::first_of_path(path),
        };
        let skipped = qualifier.map_or(0, |qualifier| qualifier.position);
        let mut so_far = qualifier.map(|qualifier| self.type_expr(&qualifier.ty));
        let single = path.segments.len() == 1;
        for segment in path.segments.iter().skip(skipped) {
            let range = self.range(start, segment.ident.span());
            let id = match so_far {
                Some(object) => {
                    let name = plain(&segment.ident).into();
                    self.builder.expr(ExprKind::Member { object, name }, range)
                }
                None => self.root(segment, single, range),
            };
            so_far = Some(self.generic(id, segment, start));
        }
        so_far.unwrap_or_else(|| {
            let range = self.token(start);
            self.builder.expr(ExprKind::Opaque(Vec::new()), range)
        })
    }

    fn root(&mut self, segment: &PathSegment, single: bool, span: Span) -> ExprId {
        let name = plain(&segment.ident);
        match name.as_str() {
            "Self" => self.builder.expr(ExprKind::SelfRef, span),
            "None" if single => self.builder.expr(ExprKind::Null, span),
            // In front of `::` it is the module.
            "self" if single => self.builder.expr(ExprKind::SelfRef, span),
            name => self.name(name, span),
        }
    }

    /// `id` with the type arguments of its segment.
    fn generic(&mut self, id: ExprId, segment: &PathSegment, start: proc_macro2::Span) -> ExprId {
        let (index, end) = match &segment.arguments {
            PathArguments::None => return id,
            PathArguments::AngleBracketed(args) => {
                (self.type_arguments(&args.args), args.gt_token.span)
            }
            PathArguments::Parenthesized(args) => {
                let mut index: Vec<ExprId> = args
                    .inputs
                    .iter()
                    .map(|input| self.type_expr(&input.ty))
                    .collect();
                index.extend(self.return_type(&args.output));
                (index, args.span())
            }
        };
        if index.is_empty() {
            return id;
        }
        let range = self.range(start, end);
        let object = id;
        self.builder.expr(ExprKind::Index { object, index }, range)
    }

    /// The types among generic arguments.
    pub(super) fn type_arguments<'a>(
        &mut self,
        args: impl IntoIterator<Item = &'a GenericArgument>,
    ) -> Vec<ExprId> {
        let mut types = Vec::new();
        for arg in args {
            match arg {
                GenericArgument::Type(ty) => types.push(self.type_expr(ty)),
                GenericArgument::AssocType(binding) => types.push(self.type_expr(&binding.ty)),
                GenericArgument::Const(value) => types.push(self.expr(value)),
                _ => {}
            }
        }
        types
    }
}

/// The first bound that is a trait and no mere marker.
fn telling_bound<'a>(bounds: impl Iterator<Item = &'a TypeParamBound>) -> Option<&'a Path> {
    bounds
        .filter_map(|bound| match bound {
            TypeParamBound::Trait(bound) if bound.maybe.is_none() => Some(&bound.path),
            _ => None,
        })
        .find(|path| !is_marker(path))
}

/// Whether a trait says nothing of what a value does.
pub(super) fn is_marker(path: &Path) -> bool {
    const MARKERS: &[&str] = &[
        "Send", "Sync", "Sized", "Unpin", "Clone", "Copy", "Debug", "Default",
    ];
    let last = path.segments.last();
    last.is_some_and(|segment| MARKERS.iter().any(|marker| segment.ident == marker))
}

/// The last names of a path: `String::from` gives `("String", "from")`, `Some` gives `("", "Some")`.
pub(super) fn tail(path: &Path) -> (String, String) {
    let mut names = path
        .segments
        .iter()
        .rev()
        .map(|segment| plain(&segment.ident));
    let last = names.next().unwrap_or_default();
    (names.next().unwrap_or_default(), last)
}
