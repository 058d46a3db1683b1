//! Imports, in all the forms that bind names of other modules.

use super::expression::peel;
use super::pattern::{Target, invented};
use super::{Lowering, declaring_scope, field, has_token, kid, kids};
use crate::ir::{BindingKind, ExprId, ExprKind, Import, Name, ScopeId};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    pub(super) fn import_statement(&mut self, node: Node<'t>) {
        let type_only = has_token(node, "type") || has_token(node, "typeof");
        let source = field(node, "source").map(|source| self.string_text(source).value);
        for part in kids(node) {
            match (part.kind(), &source) {
                ("import_clause", Some(module)) => self.import_clause(part, module, type_only),
                ("import_require_clause", _) => self.import_require(part, type_only),
                _ => {}
            }
        }
    }

    fn import_clause(&mut self, clause: Node<'t>, module: &str, type_only: bool) {
        for part in kids(clause) {
            match part.kind() {
                "identifier" => self.import(part, part, module, Some("default".into()), type_only),
                "namespace_import" => {
                    if let Some(name) = kid(part) {
                        self.import(name, part, module, None, type_only);
                    }
                }
                "named_imports" => {
                    for specifier in kids(part) {
                        self.import_specifier(specifier, module, type_only);
                    }
                }
                _ => {}
            }
        }
    }

    fn import_specifier(&mut self, node: Node<'t>, module: &str, type_only: bool) {
        let Some(name) = field(node, "name") else {
            return;
        };
        let local = field(node, "alias").unwrap_or(name);
        let type_only = type_only || has_token(node, "type") || has_token(node, "typeof");
        let name = self.key(name);
        self.import(local, node, module, name, type_only);
    }

    /// `import x = require("m")`
    fn import_require(&mut self, clause: Node<'t>, type_only: bool) {
        if let (Some(name), Some(source)) = (kid(clause), field(clause, "source")) {
            let module = self.string_text(source).value;
            self.import(name, clause, &module, None, type_only);
        }
    }

    fn import(
        &mut self,
        local: Node<'t>,
        whole: Node<'t>,
        module: &str,
        name: Option<Name>,
        type_only: bool,
    ) {
        let span = self.span(whole);
        self.b.import(Import {
            local: self.source(local).into(),
            module: module.into(),
            name,
            star: false,
            type_only,
            public: false,
            span,
            scope: self.b.scope(),
        });
    }

    /// `import A = B.C`
    pub(super) fn import_alias(&mut self, node: Node<'t>) {
        let kids = kids(node);
        let [name, value] = kids.as_slice() else {
            return;
        };
        let value = self.of_type(*value);
        let (span, from) = (self.span(*name), node.end_byte() as u32);
        let kind = BindingKind::Set(value);
        self.b.bind(self.source(*name), kind, span, from);
    }

    /// Binds imports for `… = require("m")` and `… = await import("m")`; false for all else.
    pub(super) fn bind_required(
        &mut self,
        name: Node<'t>,
        value: Node<'t>,
        target: &Target,
    ) -> bool {
        let Some((module, member)) = self.required(value) else {
            return false;
        };
        let scope = match target {
            Target::Declare { scope, .. } => *scope,
            Target::Assign { .. } => self.seen_scope(self.source(name)),
        };
        match name.kind() {
            "identifier" => self.import_name(name, self.source(name), module, member, scope),
            "object_pattern" if member.is_none() => {
                for part in kids(name) {
                    self.import_part(part, &module, scope, target);
                }
            }
            _ => return false,
        }
        true
    }

    /// One part of `const { a, b: c } = require("m")`.
    fn import_part(&mut self, part: Node<'t>, module: &str, scope: ScopeId, target: &Target) {
        let (key, local) = match part.kind() {
            "pair_pattern" => (field(part, "key"), field(part, "value")),
            "rest_pattern" => {
                if let Some(rest) = kid(part) {
                    self.import_name(rest, self.source(rest), module.into(), None, scope);
                }
                return;
            }
            "object_assignment_pattern" => (field(part, "left"), field(part, "left")),
            _ => (Some(part), Some(part)),
        };
        let (Some(key), Some(local)) = (key.and_then(|key| self.key(key)), local) else {
            return;
        };
        let local = match local.kind() {
            "assignment_pattern" => field(local, "left").unwrap_or(local),
            _ => local,
        };
        if matches!(local.kind(), "object_pattern" | "array_pattern") {
            let held = invented(self.span(local));
            self.import_name(local, &held, module.into(), Some(key), scope);
            let value = self.push(ExprKind::Name(held.into()), local);
            self.bind_pattern(local, value, target);
        } else {
            self.import_name(local, self.source(local), module.into(), Some(key), scope);
        }
    }

    fn import_name(
        &mut self,
        at: Node<'t>,
        local: &str,
        module: Name,
        name: Option<Name>,
        scope: ScopeId,
    ) {
        self.b.reenter_scope(scope);
        self.b.import(Import {
            local: local.into(),
            module,
            name,
            star: false,
            type_only: false,
            public: false,
            span: self.b.span(at.start_byte(), at.end_byte()),
            scope,
        });
        self.b.leave_scope();
    }

    /// `require("m")` or `import("m")` within an expression: an import under an invented name.
    pub(super) fn imported_in_place(&mut self, node: Node<'t>, module: Name) -> ExprId {
        let local = invented(self.span(node));
        self.import_name(node, &local, module, None, self.b.scope());
        self.push(ExprKind::Name(local.into()), node)
    }

    /// The scope in which an assigned name was declared, as far as has been seen.
    fn seen_scope(&self, name: &str) -> ScopeId {
        let (scope, block) = (self.b.scope(), self.b.block());
        declaring_scope(self.b.module(), name, scope, block, |_| true).unwrap_or(ScopeId(0))
    }

    /// The module and the member of it that `require("m")`, `import("m")` or `require("m").x` is.
    pub(super) fn required(&self, node: Node<'t>) -> Option<(Box<str>, Option<Box<str>>)> {
        const INTEROP: &[&str] = &[
            "__importDefault",
            "__importStar",
            "__toESM",
            "_interopRequireDefault",
            "_interopRequireWildcard",
        ];
        let node = peel(node);
        if node.kind() == "member_expression" {
            let (module, None) = self.required(field(node, "object")?)? else {
                return None;
            };
            return Some((module, Some(self.key(field(node, "property")?)?)));
        }
        if node.kind() != "call_expression" {
            return None;
        }
        let function = field(node, "function")?;
        let first = kid(field(node, "arguments")?)?;
        match self.source(function) {
            "require" | "import" if matches!(first.kind(), "string" | "template_string") => {
                Some((self.key(first)?, None))
            }
            name if INTEROP.contains(&name) => self.required(first),
            _ => None,
        }
    }
}
