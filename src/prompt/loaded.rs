//! Modules that code loads as values, by a path or dotted name which it computes: their members are
//! the names of the file.

use super::env::Env;
use super::eval::{Eval, Job, Value};
use crate::index::{At, ClassRef, UNKNOWN};
use crate::ir::{Arg, ExprKind};
use crate::source::FileId;

/// How many makers of an object are looked at that is handed a module.
const MOST_MAKERS: usize = 12;

impl Eval<'_> {
    /// The member `name` of the module that a call loads.
    pub fn of_loaded(&self, call: At, name: &str, env: &Env) -> Vec<Value> {
        let files = self.loaded(call, env).into_iter();
        let given = files.flat_map(|file| {
            let targets = self.program.member_of_file(file, name);
            self.reached(call, &targets, true, &Env::default())
        });
        given.collect()
    }

    /// The files of the tree that a call loads as a module.
    fn loaded(&self, call: At, env: &Env) -> Vec<FileId> {
        let ExprKind::Call { callee, args } = self.kind(call) else {
            return Vec::new();
        };
        let Some((name, receiver)) = self.callee_name(self.beside(call, *callee)) else {
            return Vec::new();
        };
        let places = self.sdks.reading().loads(name);
        let found = self.deeper(call, env, Job::Path, || {
            let mut found = Vec::new();
            for place in places {
                let at = match place.as_str() {
                    "receiver" => receiver,
                    place => argument(args, place).map(|arg| self.beside(call, arg.value)),
                };
                let values = at.map_or_else(Vec::new, |at| self.values(at, env));
                for value in values {
                    found.extend(match self.expr_of(&value) {
                        Some((inner, inner_env, ExprKind::Call { .. })) => {
                            let found = self.loaded(inner, inner_env);
                            match found.is_empty() {
                                true => self.sources_named(&value, call.file),
                                false => found,
                            }
                        }
                        _ => self.sources_named(&value, call.file),
                    });
                }
            }
            found.dedup();
            found
        });
        found.unwrap_or_default()
    }

    /// The source files that a path or a dotted name means.
    fn sources_named(&self, value: &Value, near: FileId) -> Vec<FileId> {
        let paths = self.paths_of(value).into_iter();
        let found = paths.flat_map(|path| {
            let is_path = path.contains('/') || path.ends_with(".py");
            let path = match is_path {
                true => path,
                false => path.trim_start_matches('.').replace('.', "/"),
            };
            match path.chars().any(|letter| letter != UNKNOWN) {
                true => self.program.sources_at(&path, near),
                false => Vec::new(),
            }
        });
        found.collect()
    }

    /// The member `name` of a module that the makers of the receiver hand to its constructor, which
    /// keeps it under `object`.
    pub fn of_handed_module(&self, object: At, name: &str, env: &Env) -> Vec<Value> {
        let ExprKind::Member { object: of, .. } = self.kind(object) else {
            return Vec::new();
        };
        let is_self = matches!(self.kind(self.beside(object, *of)), ExprKind::SelfRef);
        let Some(class) = self
            .class_around(object)
            .filter(|_| is_self && !env.has_maker())
        else {
            return Vec::new();
        };
        let mut out = Vec::new();
        let makers = self.makers_of(class).into_iter();
        for (maker, class) in makers.take(MOST_MAKERS) {
            for value in self.values(object, &self.constructed(class, maker, env)) {
                if let Some((call, inner, ExprKind::Call { .. })) = self.expr_of(&value) {
                    out.extend(self.of_loaded(call, name, inner));
                }
            }
        }
        out
    }

    pub fn class_around(&self, at: At) -> Option<ClassRef> {
        let module = self.module(at);
        let class = module.class_around(module[at.expr].scope)?;
        Some(ClassRef {
            file: at.file,
            class,
        })
    }
}

/// The argument at a position or of a name.
fn argument<'a>(args: &'a [Arg], place: &str) -> Option<&'a Arg> {
    match place.parse::<usize>() {
        Ok(number) => args.get(number).filter(|arg| arg.name.is_none()),
        Err(_) => args.iter().find(|arg| arg.name.as_deref() == Some(place)),
    }
}
