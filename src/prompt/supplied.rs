//! Members that a framework supplies to the classes that it decorates: what other methods make, or
//! what a file holds.

use super::env::Env;
use super::eval::{Eval, MOST_VALUES, Value};
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingKind, ExprId, ExprKind};

/// How many methods are asked for what they make.
const MOST_METHODS: usize = 40;

impl Eval<'_> {
    /// What a decorator of the class around supplies as the member `name` of its instances.
    pub fn supplied(&self, at: At, name: &str, env: &Env) -> Vec<Value> {
        let mut rows = self.sdks.supplied(name).peekable();
        if rows.peek().is_none() {
            return Vec::new();
        }
        let module = self.module(at);
        let Some(class) = module.class_around(module[at.expr].scope) else {
            return Vec::new();
        };
        let class = ClassRef {
            file: at.file,
            class,
        };
        let known = &module[class.class];
        let row = rows.find(|row| self.is_decorated(at, &known.decorators, &row.class));
        match row.map(|row| (&row.methods, &row.file)) {
            Some((Some(decorator), _)) => self.made_by_methods(class, decorator, env),
            Some((_, Some(path))) => self.kept_in_file(class, name, path),
            _ => Vec::new(),
        }
    }

    fn is_decorated(&self, at: At, decorators: &[ExprId], with: &str) -> bool {
        decorators.iter().any(|decorator| {
            let origins = self.program.origins(self.beside(at, *decorator));
            let is = |target: &Target| matches!(target, Target::External(path) if path == with);
            origins.iter().any(is)
        })
    }

    /// What the methods give that a decorator marks, together.
    fn made_by_methods(&self, class: ClassRef, decorator: &str, env: &Env) -> Vec<Value> {
        let module = self.program.module(class.file);
        let mut made = Vec::new();
        for method in module[class.class].methods.iter().take(MOST_METHODS) {
            let method = &module[*method];
            let at = |expr: &ExprId| At {
                file: class.file,
                expr: *expr,
            };
            let Some(first) = method.returns.first() else {
                continue;
            };
            if self.is_decorated(at(first), &method.decorators, decorator) {
                made.extend(self.values(at(first), env).into_iter().take(1));
            }
        }
        match made.is_empty() {
            true => made,
            false => vec![Value::pair(made)],
        }
    }

    /// The data of a file whose path the class may give itself.
    fn kept_in_file(&self, class: ClassRef, name: &str, path: &str) -> Vec<Value> {
        let module = self.program.module(class.file);
        let own = module[module[class.class].scope].bindings.get(name);
        let own = own.into_iter().flatten();
        let mut own = own.filter_map(|binding| match module[*binding].kind {
            BindingKind::Set(expr) => match &module[expr].kind {
                ExprKind::Text(text) => Some(text.value.to_string()),
                _ => None,
            },
            _ => None,
        });
        let path = own.next_back().unwrap_or_else(|| path.to_string());
        let files = self.template_files(&Value::word(&path), class.file);
        let data = files.iter().filter_map(|value| self.data_of(value));
        data.take(MOST_VALUES).collect()
    }
}
