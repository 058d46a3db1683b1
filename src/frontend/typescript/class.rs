//! Classes, interfaces, type aliases, enums and namespaces.

use super::pattern::{Target, invented};
use super::{Lowering, field, has_token, kids};
use crate::ir::{
    BindingId, BindingKind, Class, ClassId, ClassKind, Entry, Export, ExprId, ExprKind, FunctionId,
    Owner, Parent,
};
use std::collections::HashMap;
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    /// A class statement; `outside` are decorators that stand before its `export`.
    pub(super) fn class_declaration(&mut self, node: Node<'t>, outside: &[Node<'t>]) {
        let Some(name) = field(node, "name") else {
            self.inside(node);
            return;
        };
        let written = self.source(name);
        let class = self.new_class(node, ClassKind::Class, written);
        self.b
            .bind(written, BindingKind::Class(class), self.span(name), 0);
        let decorators = self.decorators(outside);
        self.set_class(class, |class| class.decorators = decorators);
        self.class_inside(class, node);
    }

    /// `const Name = class { … }`
    pub(super) fn named_class(&mut self, node: Node<'t>, name: Node<'t>, target: &Target) {
        let written = self.source(name);
        let class = self.new_class(node, ClassKind::Class, written);
        let span = self.span(name);
        self.bind_to(written, BindingKind::Class(class), span, target);
        self.class_inside(class, node);
    }

    /// A class as a value: it is declared under its own name or an invented one, and named.
    pub(super) fn class_value(&mut self, node: Node<'t>) -> ExprId {
        let name = match field(node, "name") {
            Some(name) => self.source(name).to_owned(),
            None => invented(self.span(node)),
        };
        let class = self.class_bound(node, &name);
        if field(node, "name").is_none() {
            self.set_class(class, |class| class.name = "class".into());
        }
        self.push(ExprKind::Name(name.into()), node)
    }

    /// `export default class { … }`
    pub(super) fn default_class(&mut self, node: Node<'t>, outside: &[Node<'t>]) {
        let name = field(node, "name").map_or("default", |name| self.source(name));
        let class = self.class_bound(node, name);
        let decorators = self.decorators(outside);
        self.set_class(class, |class| class.decorators.extend(decorators));
        self.give(Export::Local {
            name: "default".into(),
            local: name.into(),
        });
    }

    fn class_bound(&mut self, node: Node<'t>, name: &str) -> ClassId {
        let class = self.new_class(node, ClassKind::Class, name);
        let span = self.span(field(node, "name").unwrap_or(node));
        self.b.bind(name, BindingKind::Class(class), span, 0);
        self.class_inside(class, node);
        class
    }

    /// Reserves a class, so that what is declared inside it comes after it.
    fn new_class(&mut self, node: Node<'t>, kind: ClassKind, name: &str) -> ClassId {
        let span = self.span(node);
        self.b.class(Class {
            name: name.into(),
            kind,
            bases: Vec::new(),
            scope: self.b.scope(),
            methods: Vec::new(),
            alias: None,
            decorators: Vec::new(),
            doc: None,
            attributes: HashMap::new(),
            span,
        })
    }

    fn set_class(&mut self, class: ClassId, set: impl FnOnce(&mut Class)) {
        set(&mut self.b.module_mut().classes[class.0 as usize]);
    }

    fn enter_class(&mut self, class: ClassId) {
        let scope = self.b.enter_scope(Owner::Class(class));
        self.set_class(class, |class| class.scope = scope);
    }

    fn class_inside(&mut self, class: ClassId, node: Node<'t>) {
        let decorators = self.decorators_of(node);
        let bases: Vec<ExprId> = kids(node)
            .into_iter()
            .filter(|kid| kid.kind() == "class_heritage")
            .flat_map(|heritage| self.heritage(heritage))
            .collect();
        self.set_class(class, |class| {
            class.decorators.extend(decorators);
            class.bases = bases;
        });
        self.enter_class(class);
        let mut pending = Vec::new();
        for member in field(node, "body").map(kids).unwrap_or_default() {
            if member.kind() == "decorator" {
                pending.push(member);
            } else {
                self.class_member(class, member, &pending);
                pending.clear();
            }
        }
        self.b.leave_scope();
    }

    /// `extends A<T> implements B, C`; JavaScript has the base class alone.
    fn heritage(&mut self, node: Node<'t>) -> Vec<ExprId> {
        let mut bases = Vec::new();
        for clause in kids(node) {
            match clause.kind() {
                "extends_clause" => bases.extend(self.extended(clause)),
                "implements_clause" => {
                    let types = self.type_arguments(clause);
                    bases.extend(types);
                }
                _ => bases.push(self.expr(clause)),
            }
        }
        bases.into_iter().map(|base| self.declared(base)).collect()
    }

    fn extended(&mut self, clause: Node<'t>) -> Option<ExprId> {
        let value = field(clause, "value")?;
        let object = self.expr(value);
        let Some(arguments) = field(clause, "type_arguments") else {
            return Some(object);
        };
        let index = self.type_arguments(arguments);
        Some(self.push(ExprKind::Index { object, index }, clause))
    }

    fn class_member(&mut self, class: ClassId, member: Node<'t>, decorators: &[Node<'t>]) {
        match member.kind() {
            "method_definition" => self.method_definition(class, member, decorators),
            "public_field_definition" | "field_definition" => {
                self.class_field(class, member, decorators);
            }
            "class_static_block" => {
                let function = self.new_function(member, "", member, Some(class), false);
                self.function_inside(function, member);
            }
            "method_signature" | "index_signature" => {}
            "abstract_method_signature" => {
                let annotation = self.member_type(member);
                self.declared_member(member, annotation);
            }
            _ => {
                self.inside(member);
            }
        }
    }

    fn method_definition(&mut self, class: ClassId, node: Node<'t>, decorators: &[Node<'t>]) {
        let name = field(node, "name");
        let written = name.and_then(|name| self.key(name)).unwrap_or_default();
        let at = name.unwrap_or(node);
        let is_static = has_token(node, "static");
        let function = self.new_function(node, &written, at, Some(class), !is_static);
        self.set_method(class, function, node, decorators);
        let getter = has_token(node, "get");
        if !getter && !has_token(node, "set") && !written.is_empty() {
            let kind = BindingKind::Function(function);
            self.b.bind(&written, kind, self.span(at), 0);
        }
        self.function_inside(function, node);
        if getter {
            for value in self.b.module()[function].returns.clone() {
                let kind = BindingKind::Set(value);
                let from = node.end_byte() as u32;
                let id = self.b.bind(&written, kind, self.span(at), from);
                self.attribute(class, id);
            }
        }
    }

    fn set_method(
        &mut self,
        class: ClassId,
        function: FunctionId,
        node: Node<'t>,
        decorators: &[Node<'t>],
    ) {
        let mut lowered = self.decorators(decorators);
        lowered.extend(self.decorators_of(node));
        let public = self.is_public(node);
        let function_mut = &mut self.b.module_mut().functions[function.0 as usize];
        function_mut.decorators = lowered;
        function_mut.public = public && !function_mut.name.starts_with(['#', '_']);
        self.set_class(class, |class| class.methods.push(function));
    }

    fn is_public(&self, node: Node<'t>) -> bool {
        !kids(node)
            .into_iter()
            .any(|kid| kid.kind() == "accessibility_modifier" && self.source(kid) != "public")
    }

    fn attribute(&mut self, class: ClassId, id: BindingId) {
        let name = self.b.module()[id].name.clone();
        self.set_class(class, |class| {
            class.attributes.entry(name).or_default().push(id);
        });
    }

    /// A field, which is both a name of the class and an attribute of its instances. An arrow in a
    /// field is a method that keeps its receiver.
    fn class_field(&mut self, class: ClassId, node: Node<'t>, decorators: &[Node<'t>]) {
        let name = field(node, "name").or_else(|| field(node, "property"));
        let Some((name, written)) = name.and_then(|name| Some((name, self.key(name)?))) else {
            self.inside(node);
            return;
        };
        let span = self.span(name);
        let from = node.end_byte() as u32;
        let annotation = self.annotation_field(node, "type");
        let value = field(node, "value");
        let id = match value.and_then(|value| self.function_of(value)) {
            Some(inner) => {
                let is_static = has_token(node, "static");
                let function = self.new_function(inner, &written, name, Some(class), !is_static);
                self.set_method(class, function, node, decorators);
                let kind = BindingKind::Function(function);
                let id = self.b.bind(&written, kind, span, 0);
                self.function_inside(function, inner);
                id
            }
            None => {
                self.decorators(decorators);
                self.decorators_of(node);
                let kind = match value {
                    Some(value) => {
                        self.note_runner(format!("this.{written}"), value);
                        BindingKind::Set(self.named_value(value, &written, name))
                    }
                    None => BindingKind::Declared,
                };
                self.b.bind(&written, kind, span, from)
            }
        };
        if let Some(annotation) = annotation.or_else(|| self.asserted_type(value?)) {
            self.b.annotate(id, annotation);
        }
        self.attribute(class, id);
    }

    pub(super) fn interface(&mut self, node: Node<'t>) {
        let Some(class) = self.named_type(node, ClassKind::Interface) else {
            return;
        };
        let mut bases = Vec::new();
        for clause in kids(node) {
            if matches!(clause.kind(), "extends_type_clause" | "extends_clause") {
                for base in self.type_arguments(clause) {
                    bases.push(self.declared(base));
                }
            }
        }
        self.set_class(class, |class| class.bases = bases);
        self.enter_class(class);
        for member in field(node, "body").map(kids).unwrap_or_default() {
            if matches!(member.kind(), "property_signature" | "method_signature") {
                let annotation = self.member_type(member);
                self.declared_member(member, annotation);
            }
        }
        self.b.leave_scope();
    }

    /// Declares the name of an interface, alias, enum or namespace.
    fn named_type(&mut self, node: Node<'t>, kind: ClassKind) -> Option<ClassId> {
        let Some(name) = field(node, "name") else {
            self.inside(node);
            return None;
        };
        let written = match name.kind() {
            "string" => self.string_text(name).value,
            _ => self.source(name).into(),
        };
        let class = self.new_class(node, kind, &written);
        self.b
            .bind(&written, BindingKind::Class(class), self.span(name), 0);
        Some(class)
    }

    fn declared_member(&mut self, member: Node<'t>, annotation: ExprId) {
        let Some(name) = field(member, "name") else {
            return;
        };
        let Some(written) = self.key(name) else {
            return;
        };
        let (span, from) = (self.span(name), member.end_byte() as u32);
        let id = self.b.bind(&written, BindingKind::Declared, span, from);
        // The annotation may already be a part of an object type, and stays one.
        if self.b.module()[annotation].parent == Parent::Statement {
            self.declared(annotation);
        }
        self.b.module_mut().bindings[id.0 as usize].annotation = Some(annotation);
    }

    pub(super) fn alias(&mut self, node: Node<'t>) {
        let Some(class) = self.named_type(node, ClassKind::Alias) else {
            return;
        };
        self.enter_class(class);
        if let Some(value) = field(node, "value") {
            let alias = self.of_type(value);
            self.declared(alias);
            self.set_class(class, |class| class.alias = Some(alias));
            if value.kind() == "object_type" {
                self.alias_members(value, alias);
            }
        }
        self.b.leave_scope();
    }

    /// The members of an alias of an object type, with the types already lowered in it.
    fn alias_members(&mut self, value: Node<'t>, alias: ExprId) {
        for member in kids(value) {
            let key = field(member, "name").and_then(|name| self.key(name));
            let ExprKind::Map { entries, .. } = &self.b.module()[alias].kind else {
                return;
            };
            let found = entries.iter().find_map(|entry| match (entry, &key) {
                (Entry::Field(name, value), Some(key)) if name == key => Some(*value),
                _ => None,
            });
            if let Some(annotation) = found {
                self.declared_member(member, annotation);
            }
        }
    }

    pub(super) fn enumeration(&mut self, node: Node<'t>) {
        let Some(class) = self.named_type(node, ClassKind::Enum) else {
            return;
        };
        self.enter_class(class);
        for member in field(node, "body").map(kids).unwrap_or_default() {
            let (name, value) = match member.kind() {
                "enum_assignment" => (field(member, "name"), field(member, "value")),
                _ => (Some(member), None),
            };
            let Some((name, written)) = name.and_then(|name| Some((name, self.key(name)?))) else {
                continue;
            };
            let value = match value {
                Some(value) => self.expr(value),
                None => {
                    let text = match name.kind() {
                        "string" => self.string_text(name),
                        _ => self.verbatim_text(name),
                    };
                    self.push(ExprKind::Text(text), name)
                }
            };
            let (span, from) = (self.span(name), member.end_byte() as u32);
            self.b.bind(&written, BindingKind::Set(value), span, from);
        }
        self.b.leave_scope();
    }

    pub(super) fn namespace(&mut self, node: Node<'t>) {
        let Some(class) = self.named_type(node, ClassKind::Namespace) else {
            return;
        };
        self.enter_class(class);
        self.inner += 1;
        if let Some(body) = field(node, "body") {
            self.statements(body);
        }
        self.inner -= 1;
        self.b.leave_scope();
    }
}
