//! Functions, closures, structs, enums and traits.

use super::pattern::{Matched, names};
use super::{Frame, Lowerer, plain};
use crate::ir::{
    BindingKind, Class, ClassId, ClassKind, Entry, ExprId, ExprKind, Function, FunctionId, Name,
    Owner, Param, ParamKind, Parent, Text,
};
use crate::ir::{Item as ListItem, Run};
use crate::source::Span;
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::{Attribute, Block, Fields, FnArg, Ident, Pat, ReturnType, Signature, Type};

/// What the parts of a function definition say.
pub(super) struct Definition<'a> {
    pub attributes: &'a [Attribute],
    pub signature: &'a Signature,
    pub body: Option<&'a Block>,
    pub public: bool,
    pub class: Option<ClassId>,
    pub span: Span,
}

impl Lowerer<'_> {
    pub(super) fn function(&mut self, definition: &Definition) -> FunctionId {
        let signature = definition.signature;
        let name = plain(&signature.ident);
        let name_span = self.token(signature.ident.span());
        let decorators = self.decorators(definition.attributes);
        let doc = self.doc(definition.attributes);
        let generics = self.enter_generics(&signature.generics);
        let return_type = self.return_type(&signature.output);
        let id = self.enter_function(definition.span);
        self.bind_in_parent(&name, BindingKind::Function(id), name_span);
        let params = self.params(&signature.inputs, id);
        if let Some(body) = definition.body {
            self.function_body(id, |lowerer| lowerer.block_value(body));
        }
        self.leave_function();
        self.generics.truncate(generics);
        let function = &mut self.builder.module_mut().functions[id.0 as usize];
        function.name = name.into();
        function.class = definition.class;
        function.params = params;
        function.has_receiver = signature.receiver().is_some();
        function.return_type = return_type;
        function.decorators = decorators;
        function.doc = doc;
        function.public = definition.public;
        function.name_span = name_span;
        id
    }

    /// Makes room for a function and opens its scope and block: what stands in it is numbered
    /// behind it.
    fn enter_function(&mut self, span: Span) -> FunctionId {
        let id = self.builder.next_function();
        let scope = self.builder.enter_scope(Owner::Function(id));
        self.enter_own_block();
        self.frames.push(Frame::Function(id));
        self.builder.function(Function {
            name: Name::default(),
            class: None,
            params: Vec::new(),
            has_receiver: false,
            is_classmethod: false,
            scope,
            returns: Vec::new(),
            return_type: None,
            decorators: Vec::new(),
            doc: None,
            public: false,
            span,
            name_span: span,
        })
    }

    fn leave_function(&mut self) {
        self.frames.pop();
        self.builder.leave_block();
        self.builder.leave_scope();
    }

    fn function_body(&mut self, id: FunctionId, body: impl FnOnce(&mut Self) -> Option<ExprId>) {
        if let Some(value) = body(self) {
            self.returns(id, value);
        }
    }

    /// Binds the name of an item in the scope around the one that was just opened for it. Items
    /// hold in the whole of their scope.
    fn bind_in_parent(&mut self, name: &str, kind: BindingKind, span: Span) {
        let scope = self.builder.scope();
        let parent = self.builder.module()[scope].parent;
        let parent = parent.unwrap_or(scope);
        self.builder.bind_in(parent, name, kind, span, 0);
    }

    fn params<'a>(
        &mut self,
        inputs: impl IntoIterator<Item = &'a FnArg>,
        function: FunctionId,
    ) -> Vec<Param> {
        let mut params = Vec::new();
        for input in inputs {
            let FnArg::Typed(typed) = input else {
                continue;
            };
            let number = params.len() as u32;
            params.push(self.param(&typed.pat, Some(&typed.ty), function, number));
        }
        params
    }

    fn param(&mut self, pat: &Pat, ty: Option<&Type>, function: FunctionId, number: u32) -> Param {
        let span = match ty {
            Some(ty) => self.range(pat.span(), ty.span()),
            None => self.token(pat.span()),
        };
        let binding = self.bind(pat, Matched::Parameter(function, number), span.end);
        let bound = names(pat);
        let name = match bound[..] {
            [only] => plain(only),
            _ => String::new(),
        };
        let annotation = ty.map(|ty| self.type_expr(ty));
        if let (Some(binding), Some(annotation)) = (binding, annotation) {
            self.builder.annotate(binding, annotation);
        }
        Param {
            name: name.into(),
            annotation,
            type_text: ty.map(|ty| self.type_text(ty)),
            default: None,
            kind: ParamKind::Plain,
            fields: destructured(pat),
            span,
        }
    }

    pub(super) fn closure(&mut self, closure: &syn::ExprClosure) -> ExprId {
        let span = self.span_of(&closure.body);
        let start = self.token(closure.inputs_begin.span).start;
        let span = self.builder.span(start as usize, span.end as usize);
        let return_type = match &closure.output {
            ReturnType::Default => None,
            output => self.return_type(output),
        };
        let id = self.enter_function(span);
        let mut params = Vec::new();
        for input in &closure.inputs {
            let number = params.len() as u32;
            params.push(match input {
                Pat::Type(typed) => self.param(&typed.pat, Some(&typed.ty), id, number),
                pat => self.param(pat, None, id, number),
            });
        }
        self.function_body(id, |lowerer| lowerer.body_value(&closure.body));
        self.leave_function();
        let function = &mut self.builder.module_mut().functions[id.0 as usize];
        function.params = params;
        function.return_type = return_type;
        self.builder.expr(ExprKind::Lambda(id), span)
    }

    /// Makes room for a class and its scope, and makes its name known here.
    pub(super) fn declare_class(&mut self, name: &str, kind: ClassKind, span: Span) -> ClassId {
        let known_in = self.builder.scope();
        let id = ClassId(self.builder.module().classes.len() as u32);
        let scope = self.builder.enter_scope(Owner::Class(id));
        self.builder.leave_scope();
        self.classes.insert((known_in, name.into()), id);
        self.builder.class(Class {
            name: name.into(),
            kind,
            bases: Vec::new(),
            scope,
            methods: Vec::new(),
            alias: None,
            decorators: Vec::new(),
            doc: None,
            attributes: HashMap::new(),
            span,
        })
    }

    /// The class that was declared for an item.
    pub(super) fn declared(&self, ident: &Ident) -> Option<ClassId> {
        let key = (self.builder.scope(), plain(ident).into());
        self.classes.get(&key).copied()
    }

    pub(super) fn class_mut(&mut self, id: ClassId) -> &mut Class {
        &mut self.builder.module_mut().classes[id.0 as usize]
    }

    /// The decorators and documentation of a class.
    pub(super) fn class_heading(&mut self, id: ClassId, attributes: &[Attribute]) {
        let decorators = self.decorators(attributes);
        let doc = self.doc(attributes);
        let class = self.class_mut(id);
        class.decorators = decorators;
        class.doc = doc;
    }

    /// The fields of a struct, as declarations in its scope.
    pub(super) fn fields(&mut self, fields: &Fields) {
        for (number, field) in fields.iter().enumerate() {
            let (name, span) = match &field.ident {
                Some(ident) => (plain(ident), self.token(ident.span())),
                None => (number.to_string(), self.token(field.ty.span())),
            };
            let binding = self.builder.bind(&name, BindingKind::Declared, span, 0);
            let annotation = self.type_expr(&field.ty);
            self.builder.annotate(binding, annotation);
            let decorators = self.decorators(&field.attrs);
            self.builder.decorate(binding, decorators);
        }
    }

    /// A variant of an enum: its name on the wire as a text, or what it holds as a declaration.
    pub(super) fn variant(&mut self, variant: &syn::Variant, renaming: Option<&str>) {
        let name = plain(&variant.ident);
        let span = self.token(variant.ident.span());
        let decorators = self.decorators(&variant.attrs);
        let binding = match &variant.fields {
            Fields::Unit => {
                let value = self.variant_name(variant, &name, span, renaming);
                let kind = BindingKind::Set(value);
                self.builder.bind(&name, kind, span, 0)
            }
            fields => {
                let annotation = self.variant_type(fields);
                let binding = self.builder.bind(&name, BindingKind::Declared, span, 0);
                self.builder.annotate(binding, annotation);
                binding
            }
        };
        self.builder.decorate(binding, decorators);
        if let Some((_, value)) = &variant.discriminant {
            self.loose(value);
        }
    }

    fn variant_name(
        &mut self,
        variant: &syn::Variant,
        name: &str,
        span: Span,
        renaming: Option<&str>,
    ) -> ExprId {
        const RENAMING: &[&str] = &["serde", "schemars", "strum", "clap", "value"];
        for key in ["rename", "serialize", "to_string", "name"] {
            if let Some((text, span)) = self.attribute_text(&variant.attrs, RENAMING, key) {
                return self.builder.expr(ExprKind::Text(text), span);
            }
        }
        let value = renaming.map_or(name.to_string(), |style| renamed(name, style));
        // Only a name that is left as it is stands in the file.
        let unchanged = value == self.written(span);
        let runs = match unchanged {
            true => vec![Run {
                at: 0,
                source: span.start,
            }],
            false => Vec::new(),
        };
        let value = value.into();
        self.builder
            .expr(ExprKind::Text(Text { value, runs }), span)
    }

    fn variant_type(&mut self, fields: &Fields) -> ExprId {
        let span = self.token(fields.span());
        let kind = match fields {
            Fields::Named(fields) => {
                let entries = fields
                    .named
                    .iter()
                    .map(|field| {
                        let name = field.ident.as_ref().map(plain).unwrap_or_default();
                        Entry::Field(name.into(), self.type_expr(&field.ty))
                    })
                    .collect();
                ExprKind::Map { of: None, entries }
            }
            fields if fields.len() == 1 => {
                let only = fields.iter().next().map(|field| self.type_expr(&field.ty));
                return only.unwrap_or_else(|| self.builder.expr(ExprKind::Null, span));
            }
            fields => ExprKind::List(
                fields
                    .iter()
                    .map(|field| ListItem {
                        value: self.type_expr(&field.ty),
                        spread: false,
                    })
                    .collect(),
            ),
        };
        self.builder.expr(kind, span)
    }

    /// Adds a base class or implemented trait.
    pub(super) fn base(&mut self, class: ClassId, path: &syn::Path) {
        let base = self.path_expr(None, path);
        self.builder.set_parent(base, Parent::Declaration);
        self.class_mut(class).bases.push(base);
    }
}

/// The fields of a struct pattern, or the elements of a tuple's by their places: key, local name.
fn destructured(pat: &Pat) -> Vec<(Name, Name, Option<ExprId>)> {
    let pat = match pat {
        Pat::Struct(pat) => pat,
        Pat::Reference(inner) => return destructured(&inner.pat),
        Pat::Tuple(tuple) => {
            let elements = tuple.elems.iter().enumerate();
            let named = elements.filter_map(|(number, element)| match names(element)[..] {
                [only] => Some((number.to_string().into(), plain(only).into(), None)),
                _ => None,
            });
            return named.collect();
        }
        _ => return Vec::new(),
    };
    pat.fields
        .iter()
        .filter_map(|field| {
            let syn::Member::Named(key) = &field.member else {
                return None;
            };
            let bound = names(&field.pat);
            let local = bound.first()?;
            Some((plain(key).into(), plain(local).into(), None))
        })
        .collect()
}

/// A variant's name in the style of `rename_all`.
pub(super) fn renamed(name: &str, style: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        if letter.is_uppercase() || words.is_empty() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    match style {
        "lowercase" => name.to_lowercase(),
        "UPPERCASE" => name.to_uppercase(),
        "snake_case" => words.join("_"),
        "SCREAMING_SNAKE_CASE" => words.join("_").to_uppercase(),
        "kebab-case" => words.join("-"),
        "SCREAMING-KEBAB-CASE" => words.join("-").to_uppercase(),
        "camelCase" => {
            let mut letters = name.chars();
            let first = letters.next().map(|first| first.to_lowercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        }
        _ => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn variants_are_renamed() {
        for (style, expected) in [
            ("lowercase", "needsreview"),
            ("snake_case", "needs_review"),
            ("SCREAMING_SNAKE_CASE", "NEEDS_REVIEW"),
            ("kebab-case", "needs-review"),
            ("camelCase", "needsReview"),
            ("PascalCase", "NeedsReview"),
        ] {
            assert_eq!(renamed("NeedsReview", style), expected);
        }
    }
}
