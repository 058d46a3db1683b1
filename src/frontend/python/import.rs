//! Imports, also those made by a call.

use super::{Lowerer, field, fields, parts};
use crate::ir::{ExprId, ExprKind, Import, Name};
use tree_sitter::Node;

impl Lowerer<'_> {
    /// `import a.b as c, d`.
    pub(super) fn import(&mut self, node: Node) {
        for imported in fields(node, "name") {
            let (path, alias) = self.path_and_alias(imported);
            let (local, module) = match alias {
                Some(alias) => (alias, path),
                None => {
                    let first = path.split('.').next().unwrap_or_default();
                    (first.to_string(), first.to_string())
                }
            };
            self.add_import(imported, local, module, None);
        }
    }

    /// `from module import a as b, c` and `from module import *`.
    pub(super) fn import_from(&mut self, node: Node) {
        let module = match field(node, "module_name") {
            Some(module) => squeezed(self.source(module)),
            None => "__future__".to_string(),
        };
        for imported in fields(node, "name") {
            let (name, alias) = self.path_and_alias(imported);
            let local = alias.unwrap_or_else(|| name.clone());
            self.add_import(imported, local, module.clone(), Some(name.into()));
        }
        let star = parts(node)
            .into_iter()
            .find(|part| part.kind() == "wildcard_import");
        if let Some(star) = star {
            self.add_import(star, String::new(), module, None);
        }
    }

    /// `a.b`, or `a.b as c`.
    fn path_and_alias(&self, node: Node) -> (String, Option<String>) {
        match (field(node, "name"), field(node, "alias")) {
            (Some(name), Some(alias)) => (
                squeezed(self.source(name)),
                Some(self.source(alias).to_string()),
            ),
            _ => (squeezed(self.source(node)), None),
        }
    }

    fn add_import(&mut self, node: Node, local: String, module: String, name: Option<Name>) {
        let scope = self.builder.scope();
        let import = Import {
            star: local.is_empty(),
            public: self.frames.len() == 1 && !local.starts_with('_'),
            local: local.into(),
            module: module.into(),
            name,
            type_only: self.type_checking,
            span: self.span(node),
            scope,
        };
        self.builder.import(import);
    }

    /// `name = importlib.import_module("module")`: what is bound is the module.
    pub(super) fn imported_by_call(&mut self, target: Node, value: ExprId) -> bool {
        let Some(module) = self.module_named_by(value) else {
            return false;
        };
        if target.kind() != "identifier" {
            return false;
        }
        self.add_import(target, self.source(target).to_string(), module, None);
        true
    }

    fn module_named_by(&self, call: ExprId) -> Option<String> {
        let ExprKind::Call { callee, args } = self.kind(call) else {
            return None;
        };
        let callee = match self.kind(*callee) {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => name,
            _ => return None,
        };
        let ExprKind::Text(text) = self.kind(args.first()?.value) else {
            return None;
        };
        let imports = matches!(&**callee, "import_module" | "__import__");
        (imports && !text.value.is_empty()).then(|| text.value.to_string())
    }

    /// `global a` and `nonlocal a`.
    pub(super) fn redirect(&mut self, node: Node) {
        for name in parts(node) {
            let name = self.source(name);
            let target = match node.kind() {
                "global_statement" => self.frames[0].scope,
                _ => self.outer_scope_of(name),
            };
            self.frame().elsewhere.insert(name.into(), target);
        }
    }

    /// The function scope around this one that has the name.
    fn outer_scope_of(&self, name: &str) -> crate::ir::ScopeId {
        let outer = self.frames[..self.frames.len() - 1].iter().rev();
        let mut functions =
            outer.filter(|frame| matches!(frame.kind, super::FrameKind::Function(_)));
        let module = self.builder.module();
        functions
            .find(|frame| module[frame.scope].bindings.contains_key(name))
            .map_or(self.frames[0].scope, |frame| frame.scope)
    }

    /// Whether a value was imported from `module` under `name`, by the name it is used by here.
    pub(super) fn comes_from(&self, node: Node, module: &str, name: &str) -> bool {
        self.imported(node) == Some((module, name))
    }

    /// The module that a name or a member of a module comes from, and its name there.
    pub(super) fn imported<'s>(&'s self, node: Node) -> Option<(&'s str, &'s str)> {
        match node.kind() {
            "identifier" => {
                let import = self.import_of(self.source(node))?;
                Some((&import.module, import.name.as_deref()?))
            }
            "attribute" => {
                let object = field(node, "object").filter(|object| self.is_module(*object))?;
                let import = self.import_of(self.source(object))?;
                Some((&import.module, self.source(field(node, "attribute")?)))
            }
            _ => None,
        }
    }
}

/// A dotted path without the white space Python allows in it.
fn squeezed(path: &str) -> String {
    path.split_whitespace().collect()
}
