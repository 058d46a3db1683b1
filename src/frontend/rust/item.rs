//! Items: `use`, modules, constants, and the places where definitions stand.

use super::define::Definition;
use super::types::{is_marker, tail};
use super::{Lowerer, plain};
use crate::ir::{BindingKind, ClassId, ClassKind, ExprId, ExprKind, Import, Name};
use crate::source::Span;
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, Expr, Ident, ImplItem, Item, ItemImpl, ItemMod, Macro, Token, TraitItem, Type,
    UseTree, Visibility,
};

impl Lowerer<'_> {
    pub(super) fn items(&mut self, items: &[Item]) {
        self.declare(items);
        for item in items {
            self.item(item);
        }
    }

    /// Makes classes known before what stands among them is lowered: items hold in the whole of
    /// their scope, and an `impl` may stand before its struct.
    pub(super) fn declare<'a>(&mut self, items: impl IntoIterator<Item = &'a Item>) {
        for item in items {
            let (ident, kind) = match item {
                Item::Struct(item) => (&item.ident, ClassKind::Struct),
                Item::Union(item) => (&item.ident, ClassKind::Struct),
                Item::Enum(item) => (&item.ident, ClassKind::Enum),
                Item::Trait(item) => (&item.ident, ClassKind::Interface),
                Item::Type(item) => (&item.ident, ClassKind::Alias),
                _ => continue,
            };
            let name_span = self.token(ident.span());
            let span = self.span_of_item(item).unwrap_or(name_span);
            let name = plain(ident);
            let id = self.declare_class(&name, kind, span);
            let kind = BindingKind::Class(id);
            self.builder.bind(&name, kind, name_span, 0);
        }
    }

    /// An item. Only a macro may be a value, at the end of a block.
    pub(super) fn item(&mut self, item: &Item) -> Option<ExprId> {
        match item {
            Item::Use(item) => {
                let public = is_public(&item.vis);
                self.use_tree(&item.tree, "", public);
            }
            Item::ExternCrate(item) => {
                let local = item.rename.as_ref().map_or(&item.ident, |(_, name)| name);
                let module = plain(&item.ident);
                let public = is_public(&item.vis);
                self.import(local, &module, None, public);
            }
            Item::Mod(item) => self.module(item),
            Item::Const(item) => {
                self.constant(&item.ident, &item.ty, Some(&item.expr));
            }
            Item::Static(item) => {
                self.constant(&item.ident, &item.ty, Some(&item.expr));
            }
            Item::Fn(function) => {
                let span = self.span_of_item(item);
                self.function(&Definition {
                    attributes: &function.attrs,
                    signature: &function.sig,
                    body: Some(&function.block),
                    public: is_public(&function.vis),
                    class: None,
                    span: span.unwrap_or_else(|| self.token(function.sig.ident.span())),
                });
            }
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => return self.item_macro(&item.mac),
            Item::Verbatim(tokens) => {
                self.tokens(tokens);
            }
            _ => self.class_item(item),
        }
        None
    }

    fn class_item(&mut self, item: &Item) {
        let (ident, attributes) = match item {
            Item::Struct(item) => (&item.ident, &item.attrs),
            Item::Union(item) => (&item.ident, &item.attrs),
            Item::Enum(item) => (&item.ident, &item.attrs),
            Item::Trait(item) => (&item.ident, &item.attrs),
            Item::Type(item) => (&item.ident, &item.attrs),
            _ => return,
        };
        let Some(class) = self.declared(ident) else {
            return;
        };
        self.class_heading(class, attributes);
        let scope = self.builder.module()[class].scope;
        match item {
            Item::Type(item) => {
                let alias = self.type_expr(&item.ty);
                self.class_mut(class).alias = Some(alias);
            }
            Item::Struct(item) => {
                self.builder.reenter_scope(scope);
                self.fields(&item.fields);
                self.builder.leave_scope();
            }
            Item::Union(item) => {
                self.builder.reenter_scope(scope);
                self.fields(&syn::Fields::Named(item.fields.clone()));
                self.builder.leave_scope();
            }
            Item::Enum(item) => {
                let renaming = self.renaming(attributes);
                self.builder.reenter_scope(scope);
                for variant in &item.variants {
                    self.variant(variant, renaming.as_deref());
                }
                self.builder.leave_scope();
            }
            Item::Trait(item) => self.trait_body(class, item),
            _ => {}
        }
    }

    fn renaming(&mut self, attributes: &[Attribute]) -> Option<String> {
        const NAMES: &[&str] = &["serde", "schemars", "strum"];
        ["rename_all", "serialize_all"].iter().find_map(|key| {
            let (text, _) = self.attribute_text(attributes, NAMES, key)?;
            Some(text.value.to_string())
        })
    }

    /// `use a::b::{C as D, self, e::*}`: one import for each leaf.
    fn use_tree(&mut self, tree: &UseTree, prefix: &str, public: bool) {
        match tree {
            UseTree::Path(path) => {
                let prefix = joined(prefix, &plain(&path.ident));
                self.use_tree(&path.tree, &prefix, public);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.use_tree(tree, prefix, public);
                }
            }
            UseTree::Name(leaf) => self.use_leaf(&leaf.ident, &leaf.ident, prefix, public),
            UseTree::Rename(leaf) => self.use_leaf(&leaf.ident, &leaf.rename, prefix, public),
            UseTree::Glob(leaf) => {
                let span = self.token(leaf.star_token.span);
                let scope = self.builder.scope();
                self.builder.import(Import {
                    local: Name::default(),
                    module: prefix.into(),
                    name: None,
                    star: true,
                    type_only: false,
                    public,
                    span,
                    scope,
                });
            }
        }
    }

    fn use_leaf(&mut self, name: &Ident, local: &Ident, prefix: &str, public: bool) {
        let plain_name = plain(name);
        if plain_name == "self" {
            let last = prefix.rsplit("::").next().unwrap_or(prefix).to_string();
            let renamed = if name == local { last } else { plain(local) };
            let span = self.token(local.span());
            return self.import_as(&renamed, span, prefix, None, public);
        }
        match prefix {
            "" => self.import(local, &plain_name, None, public),
            prefix => self.import(local, prefix, Some(&plain_name), public),
        }
    }

    fn import(&mut self, local: &Ident, module: &str, name: Option<&str>, public: bool) {
        let span = self.token(local.span());
        self.import_as(&plain(local), span, module, name, public);
    }

    fn import_as(
        &mut self,
        local: &str,
        span: Span,
        module: &str,
        name: Option<&str>,
        public: bool,
    ) {
        let scope = self.builder.scope();
        self.builder.import(Import {
            local: local.into(),
            module: module.into(),
            name: name.map(Name::from),
            star: false,
            type_only: false,
            public,
            span,
            scope,
        });
    }

    /// `mod name;` imports a file, `mod name { … }` is a namespace.
    fn module(&mut self, item: &ItemMod) {
        let name = plain(&item.ident);
        let public = is_public(&item.vis);
        let Some((braces, items)) = &item.content else {
            let file = match self.path_attribute(&item.attrs) {
                Some(path) => format!("./{}", path.trim_start_matches("./")),
                None => format!("self::{name}"),
            };
            return self.import(&item.ident, &file, None, public);
        };
        let start = self.start_of(&item.attrs, item.mod_token.span);
        let name_span = self.token(item.ident.span());
        let end = self.token(braces.span.close()).end;
        let span = self.builder.span(start as usize, end as usize);
        let class = self.declare_class(&name, ClassKind::Namespace, span);
        let kind = BindingKind::Class(class);
        self.builder.bind(&name, kind, name_span, 0);
        self.class_heading(class, &item.attrs);
        let scope = self.builder.module()[class].scope;
        self.builder.reenter_scope(scope);
        self.items(items);
        self.builder.leave_scope();
    }

    /// A constant or static. Without a value it is declared.
    fn constant(&mut self, ident: &Ident, ty: &Type, value: Option<&Expr>) {
        let span = self.token(ident.span());
        let kind = match value.and_then(|value| self.value(value)) {
            Some(value) if !self.is_vacant(value) => BindingKind::Set(value),
            _ => BindingKind::Declared,
        };
        let binding = self.builder.bind(&plain(ident), kind, span, 0);
        self.annotate(Some(binding), ty);
    }

    /// Whether a value only makes room for one: `OnceLock::new()`, `Mutex::new(None)`.
    fn is_vacant(&self, value: ExprId) -> bool {
        match self.kind(value) {
            ExprKind::Null => true,
            ExprKind::Call { callee, args } if args.is_empty() => match self.kind(*callee) {
                ExprKind::Member { object, name } => {
                    matches!(&**name, "new" | "const_new")
                        && matches!(self.kind(*object), ExprKind::Name(of) | ExprKind::Member { name: of, .. } if of.starts_with("Once"))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// An `impl` block: its members go into the scope of the type, which gets a class if it is
    /// defined elsewhere.
    fn implementation(&mut self, item: &ItemImpl) {
        let name =
            type_name(&item.self_ty).unwrap_or_else(|| self.type_text(&item.self_ty).into_string());
        let class = match self.class_of(&name) {
            Some(class) => class,
            None => {
                let start = self.start_of(&item.attrs, item.impl_token.span);
                let end = self.token(item.brace_token.span.close()).end;
                let span = self.builder.span(start as usize, end as usize);
                self.declare_class(&name, ClassKind::Extension, span)
            }
        };
        let generics = self.enter_generics(&item.generics);
        if let Some((path, _)) = &item.trait_ {
            self.base(class, path);
        }
        let scope = self.builder.module()[class].scope;
        self.builder.reenter_scope(scope);
        for member in &item.items {
            self.impl_member(member, class, item.trait_.is_some());
        }
        self.builder.leave_scope();
        self.generics.truncate(generics);
    }

    fn impl_member(&mut self, member: &ImplItem, class: ClassId, of_trait: bool) {
        match member {
            ImplItem::Fn(function) => {
                let end = self.token(function.block.brace_token.span.close()).end;
                let definition = Definition {
                    attributes: &function.attrs,
                    signature: &function.sig,
                    body: Some(&function.block),
                    public: of_trait || is_public(&function.vis),
                    class: Some(class),
                    span: self.span_of_function(&function.attrs, &function.vis, &function.sig, end),
                };
                self.method(&definition);
            }
            ImplItem::Const(item) => self.constant(&item.ident, &item.ty, Some(&item.expr)),
            ImplItem::Type(item) => self.constant(&item.ident, &item.ty, None),
            ImplItem::Macro(item) => {
                self.item_macro(&item.mac);
            }
            ImplItem::Verbatim(tokens) => {
                self.tokens(tokens);
            }
            _ => {}
        }
    }

    fn method(&mut self, definition: &Definition) {
        let function = self.function(definition);
        if let Some(class) = definition.class {
            self.class_mut(class).methods.push(function);
        }
    }

    fn trait_body(&mut self, class: ClassId, item: &syn::ItemTrait) {
        for bound in &item.supertraits {
            if let syn::TypeParamBound::Trait(bound) = bound
                && !is_marker(&bound.path)
            {
                self.base(class, &bound.path);
            }
        }
        let scope = self.builder.module()[class].scope;
        let generics = self.enter_generics(&item.generics);
        self.builder.reenter_scope(scope);
        for member in &item.items {
            match member {
                TraitItem::Fn(function) => self.trait_function(function, class),
                TraitItem::Const(item) => {
                    let value = item.default.as_ref().map(|(_, value)| value);
                    self.constant(&item.ident, &item.ty, value);
                }
                TraitItem::Macro(item) => {
                    self.item_macro(&item.mac);
                }
                _ => {}
            }
        }
        self.builder.leave_scope();
        self.generics.truncate(generics);
    }

    fn trait_function(&mut self, function: &syn::TraitItemFn, class: ClassId) {
        let last = match (&function.default, &function.semi_token) {
            (Some(body), _) => body.brace_token.span.close(),
            (None, Some(semicolon)) => semicolon.span,
            (None, None) => function.sig.paren_token.span.close(),
        };
        let end = self.token(last).end;
        let inherited = Visibility::Inherited;
        let definition = Definition {
            attributes: &function.attrs,
            signature: &function.sig,
            body: function.default.as_ref(),
            public: true,
            class: Some(class),
            span: self.span_of_function(&function.attrs, &inherited, &function.sig, end),
        };
        self.method(&definition);
    }

    /// `lazy_static! { … }`, `thread_local! { … }`, or any other macro.
    fn item_macro(&mut self, mac: &Macro) -> Option<ExprId> {
        let (_, name) = tail(&mac.path);
        if matches!(name.as_str(), "lazy_static" | "thread_local")
            && let Ok(statics) = syn::parse2::<Statics>(mac.tokens.clone())
        {
            for (ident, ty, value) in &statics.0 {
                self.constant(ident, ty, Some(value));
            }
            return None;
        }
        if let Ok(file) = syn::parse2::<syn::File>(mac.tokens.clone())
            && !file.items.is_empty()
        {
            self.items(&file.items);
            return None;
        }
        self.macro_value(mac)
    }

    /// The bytes of an item with its attributes and doc comments.
    fn span_of_item(&self, item: &Item) -> Option<Span> {
        let (attributes, first, last) = match item {
            Item::Fn(item) => {
                let end = self.token(item.block.brace_token.span.close()).end;
                return Some(self.span_of_function(&item.attrs, &item.vis, &item.sig, end));
            }
            Item::Struct(item) => {
                let last = match (&item.fields, &item.semi_token) {
                    (syn::Fields::Named(fields), _) => fields.brace_token.span.close(),
                    (_, Some(semicolon)) => semicolon.span,
                    _ => item.ident.span(),
                };
                (
                    &item.attrs,
                    first_of(&item.vis, item.struct_token.span),
                    last,
                )
            }
            Item::Union(item) => {
                let first = first_of(&item.vis, item.union_token.span);
                (&item.attrs, first, item.fields.brace_token.span.close())
            }
            Item::Enum(item) => {
                let first = first_of(&item.vis, item.enum_token.span);
                (&item.attrs, first, item.brace_token.span.close())
            }
            Item::Trait(item) => {
                let first = first_of(&item.vis, item.trait_token.span);
                (&item.attrs, first, item.brace_token.span.close())
            }
            Item::Type(item) => {
                let first = first_of(&item.vis, item.type_token.span);
                (&item.attrs, first, item.semi_token.span)
            }
            _ => return None,
        };
        let start = self.start_of(attributes, first);
        let end = self.token(last).end;
        Some(self.builder.span(start as usize, end as usize))
    }

    fn span_of_function(
        &self,
        attributes: &[Attribute],
        visibility: &Visibility,
        signature: &syn::Signature,
        end: u32,
    ) -> Span {
        let first = signature
            .constness
            .map(|token| token.span)
            .or(signature.asyncness.map(|token| token.span))
            .unwrap_or(signature.fn_token.span);
        let start = self.start_of(attributes, first_of(visibility, first));
        self.builder.span(start as usize, end as usize)
    }

    fn start_of(&self, attributes: &[Attribute], first: proc_macro2::Span) -> u32 {
        let first = match attributes.first() {
            Some(attribute) => attribute.pound_token.span,
            None => first,
        };
        self.token(first).start
    }
}

fn first_of(visibility: &Visibility, first: proc_macro2::Span) -> proc_macro2::Span {
    match visibility {
        Visibility::Public(token) => token.span,
        Visibility::Restricted(visibility) => visibility.pub_token.span,
        Visibility::Inherited => first,
    }
}

/// Whether something can be reached from outside its file.
fn is_public(visibility: &Visibility) -> bool {
    match visibility {
        Visibility::Public(_) => true,
        Visibility::Restricted(visibility) => !visibility.path.is_ident("self"),
        Visibility::Inherited => false,
    }
}

fn joined(prefix: &str, name: &str) -> String {
    match prefix {
        "" => name.to_string(),
        prefix => format!("{prefix}::{name}"),
    }
}

/// The last name of a type's path.
fn type_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(ty) => ty.path.segments.last().map(|last| plain(&last.ident)),
        Type::Reference(ty) => type_name(&ty.elem),
        Type::Paren(ty) => type_name(&ty.elem),
        Type::Group(ty) => type_name(&ty.elem),
        _ => None,
    }
}

/// `static ref NAME: Type = value; …`
struct Statics(Vec<(Ident, Type, Expr)>);

impl Parse for Statics {
    fn parse(input: ParseStream) -> syn::Result<Statics> {
        let mut statics = Vec::new();
        while !input.is_empty() {
            input.call(Attribute::parse_outer)?;
            input.parse::<Visibility>()?;
            input.parse::<Token![static]>()?;
            input.parse::<Option<Token![ref]>>()?;
            let ident = input.parse()?;
            input.parse::<Token![:]>()?;
            let ty = input.parse()?;
            input.parse::<Token![=]>()?;
            let value = input.parse()?;
            input.parse::<Option<Token![;]>>()?;
            statics.push((ident, ty, value));
        }
        Ok(Statics(statics))
    }
}
