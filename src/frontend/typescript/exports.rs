//! Exports, in all the forms that give names to other modules.

use super::expression::peel;
use super::{Lowering, field, has_token, kid, kids};
use crate::ir::{BindingId, Entry, Export, ExprId, ExprKind, Name};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    pub(super) fn export_statement(&mut self, node: Node<'t>) {
        if let Some(source) = field(node, "source") {
            let module = self.string_text(source).value;
            self.export_from(node, &module);
        } else if let Some(declaration) = field(node, "declaration") {
            self.export_declaration(node, declaration);
        } else if let Some(value) = field(node, "value") {
            self.export_default(node, value);
        } else {
            self.export_others(node);
        }
    }

    /// `export * from`, `export * as name from`, `export { a as b } from`
    fn export_from(&mut self, node: Node<'t>, module: &str) {
        let mut all = has_token(node, "*");
        for part in kids(node) {
            match part.kind() {
                "namespace_export" => {
                    all = false;
                    if let Some(as_name) = kid(part).and_then(|name| self.key(name)) {
                        self.give(Export::From {
                            module: module.into(),
                            name: None,
                            as_name,
                        });
                    }
                }
                "export_clause" => {
                    for (name, as_name) in self.specifiers(part) {
                        self.give(Export::From {
                            module: module.into(),
                            name: Some(name),
                            as_name,
                        });
                    }
                }
                _ => {}
            }
        }
        if all {
            let module = module.into();
            self.give(Export::All { module });
        }
    }

    /// What the specifiers of `{ a as b }` name, inside and outside.
    fn specifiers(&self, clause: Node<'t>) -> Vec<(Name, Name)> {
        kids(clause)
            .into_iter()
            .filter_map(|specifier| {
                let name = self.key(field(specifier, "name")?)?;
                let alias = field(specifier, "alias").and_then(|alias| self.key(alias));
                Some((name.clone(), alias.unwrap_or(name)))
            })
            .collect()
    }

    /// Lowers a declaration and exports what it binds.
    fn export_declaration(&mut self, node: Node<'t>, declaration: Node<'t>) {
        let first = self.b.module().bindings.len();
        let (scope, block) = (self.b.scope(), self.b.block());
        match declaration.kind() {
            "class_declaration" | "abstract_class_declaration" => {
                let outside: Vec<_> = kids(node)
                    .into_iter()
                    .filter(|kid| kid.kind() == "decorator")
                    .collect();
                self.class_declaration(declaration, &outside);
            }
            _ => self.statement(declaration),
        }
        let default = has_token(node, "default");
        let module = self.b.module();
        let bound: Vec<Name> = (first..module.bindings.len())
            .map(|at| &module[BindingId(at as u32)])
            .filter(|binding| binding.object.is_none() && !binding.name.starts_with('{'))
            .filter(|binding| binding.scope == scope && binding.block == block)
            .map(|binding| binding.name.clone())
            .collect();
        for local in bound {
            let name = if default {
                "default".into()
            } else {
                local.clone()
            };
            self.give(Export::Local { name, local });
        }
    }

    fn export_default(&mut self, node: Node<'t>, value: Node<'t>) {
        let inner = peel(value);
        if inner.kind() == "class" {
            let outside: Vec<_> = kids(node)
                .into_iter()
                .filter(|kid| kid.kind() == "decorator")
                .collect();
            self.default_class(inner, &outside);
        } else {
            self.export_value("default", inner, inner);
        }
    }

    /// Exports an expression under a name; a plain name stays one.
    fn export_value(&mut self, name: &str, value: Node<'t>, at: Node<'t>) -> ExprId {
        let held = match field(value, "name") {
            None => self.function_of(value),
            Some(_) => None,
        };
        let lowered = match held {
            Some(function) => self.named_lambda(function, name, at),
            None => self.expr(value),
        };
        let name: Name = name.into();
        let local = match &self.b.module()[lowered].kind {
            ExprKind::Name(local) => Some(local.clone()),
            _ => None,
        };
        self.give(match local {
            Some(local) => Export::Local { name, local },
            None => Export::Value {
                name,
                value: lowered,
            },
        });
        lowered
    }

    /// `export { a as b }`, `export = x`, and what was too broken to be told.
    fn export_others(&mut self, node: Node<'t>) {
        let assigned = has_token(node, "=");
        for part in kids(node) {
            match part.kind() {
                "export_clause" => {
                    for (local, name) in self.specifiers(part) {
                        self.give(Export::Local { name, local });
                    }
                }
                _ if assigned => {
                    self.export_value("default", peel(part), peel(part));
                }
                "identifier" => {}
                kind if kind.ends_with("_declaration") => self.statement(part),
                _ => {
                    self.whatever(part);
                }
            }
        }
    }

    /// Whether `left` is `module.exports`, or a member of it or of `exports`.
    pub(super) fn assigns_exports(&self, left: Node<'t>) -> bool {
        let is_whole = |node: Node<'t>| self.source(node) == "module.exports";
        left.kind() == "member_expression"
            && (is_whole(left)
                || field(left, "object")
                    .is_some_and(|object| is_whole(object) || self.source(object) == "exports"))
    }

    /// `module.exports = …` with the entries of an object, `exports.name = …`.
    pub(super) fn exports_assigned(&mut self, left: Node<'t>, right: Node<'t>) -> Option<ExprId> {
        let inner = peel(right);
        if self.source(left) != "module.exports" {
            let property = field(left, "property")?;
            let name = self.key(property)?;
            return Some(self.export_value(&name, inner, property));
        }
        let value = match self.required(inner) {
            Some((module, None)) => {
                self.give(Export::All { module });
                self.expr(inner)
            }
            // `module.exports = exports = ask`
            None if inner.kind() == "assignment_expression" => {
                let value = field(inner, "right")?;
                return self.exports_assigned(left, value);
            }
            _ => self.export_value("default", inner, inner),
        };
        for module in self.spread_modules(inner) {
            self.give(Export::All { module });
        }
        if let ExprKind::Map { entries, .. } = &self.b.module()[value].kind {
            let named: Vec<(Name, ExprId)> = entries
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Field(name, value) => Some((name.clone(), *value)),
                    _ => None,
                })
                .collect();
            for (name, value) in named {
                self.export_entry(name, value);
            }
        }
        Some(value)
    }

    /// The modules of `{ ...require("./a"), ...require("./b") }`.
    fn spread_modules(&self, object: Node<'t>) -> Vec<Name> {
        let parts = kids(object).into_iter();
        let spread = parts.filter(|part| part.kind() == "spread_element");
        let module = |part: Node<'t>| match self.required(kid(part)?)? {
            (module, None) => Some(module),
            _ => None,
        };
        spread.filter_map(module).collect()
    }

    /// `Object.assign(module.exports, require("./a"))`, as far as `arguments` say so.
    pub(super) fn exports_extended(&mut self, given: &[Node<'t>]) {
        let Some((first, rest)) = given.split_first() else {
            return;
        };
        if !matches!(self.source(*first), "module.exports" | "exports") {
            return;
        }
        for part in rest {
            if let Some((module, None)) = self.required(*part) {
                self.give(Export::All { module });
            }
        }
    }

    fn export_entry(&mut self, name: Name, value: ExprId) {
        let export = match &self.b.module()[value].kind {
            ExprKind::Name(local) => Export::Local {
                name,
                local: local.clone(),
            },
            _ => Export::Value { name, value },
        };
        self.give(export);
    }

    /// Adds an export, unless a namespace around keeps it inside.
    pub(super) fn give(&mut self, export: Export) {
        if self.inner == 0 {
            self.b.export(export);
        }
    }
}
