//! Who calls whom, with which arguments.

use super::memo::{CallsByName, Trace};
use super::{At, ClassRef, FnRef, Program, Target};
use crate::ir::{ExprId, ExprKind, Module, Owner, ParamKind};
use crate::source::{FileId, Language};
use std::collections::HashMap;
use std::sync::Arc;

/// Names of methods that run where their class is called.
const CONSTRUCTORS: &[&str] = &["__init__", "constructor"];
/// What calls of the class around (`cls(…)`) are listed under.
const OWN_CLASS: &str = "cls()";
/// The method that runs where an instance is called.
const CALL: &str = "__call__";
/// A name in more files than this is too common to follow.
const MOST_FILES: usize = 400;

impl Program {
    /// The functions of the project that a call may run.
    pub fn callees(&self, call: At) -> Vec<FnRef> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return Vec::new();
        };
        let targets = self.origins(call.with(*callee));
        self.run_by(&targets, &mut Trace::default())
    }

    fn run_by(&self, callee: &[Target], trace: &mut Trace) -> Vec<FnRef> {
        let mut found = Vec::new();
        for target in callee {
            match target {
                Target::Function(function) => found.push(*function),
                Target::Instance(class) => {
                    let methods = self.class_member_in(*class, CALL, trace).into_iter();
                    found.extend(methods.filter_map(|target| match target {
                        Target::Function(function) => Some(function),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        found.dedup();
        found
    }

    /// The last name of what is called: `create` of `client.chat.completions.create(…)`.
    pub fn called_name(&self, call: At) -> Option<&str> {
        last_name(self.module(call.file), call.expr)
    }

    /// All calls of a function, in the order of files and positions. Of a constructor, the calls of
    /// its class.
    pub fn callers(&self, function: FnRef) -> Vec<At> {
        self.callers_in(function, &mut Trace::new(true)).to_vec()
    }

    pub(super) fn callers_in(&self, function: FnRef, trace: &mut Trace) -> Arc<[At]> {
        self.memo
            .callers(function, trace, |trace| self.find_callers(function, trace))
    }

    fn find_callers(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        let known = &self.module(function.file)[function.function];
        let class = known.class.map(|class| ClassRef {
            file: function.file,
            class,
        });
        let made = class.filter(|_| CONSTRUCTORS.contains(&&*known.name));
        let name = match made {
            Some(class) => &self.module(class.file)[class.class].name,
            None => &known.name,
        };
        if name.is_empty() {
            return Vec::new();
        }
        let by_instance = *known.name == *CALL;
        let mut found = Vec::new();
        for file in self.naming(name, function.file, by_instance).iter() {
            let mut calls = self.calls_named(*file, name, by_instance);
            if made.is_some() {
                calls.extend(self.calls_named(*file, OWN_CLASS, false));
            }
            for call in calls {
                let ExprKind::Call { callee, .. } = self.kind(call) else {
                    continue;
                };
                let targets = self.origins_in(call.with(*callee), trace);
                let hit = match made {
                    Some(class) => targets.contains(&Target::Class(class)),
                    None => self.run_by(&targets, trace).contains(&function),
                };
                if hit {
                    found.push(call);
                }
            }
        }
        found
    }

    /// The files of a language that hold a name; for an instance that is called, all that are lowered.
    fn naming(&self, name: &str, near: FileId, by_instance: bool) -> Arc<[FileId]> {
        let own = family(self.file(near).language);
        let key = format!("{own}{name}");
        self.memo.naming(&key, || {
            let finder = memchr::memmem::Finder::new(name);
            let files = self.files.iter().enumerate();
            let holds = files.filter(|(_, file)| {
                family(file.language) == own
                    && (by_instance || finder.find(file.text.as_bytes()).is_some())
            });
            let found: Vec<FileId> = holds.map(|(number, _)| FileId(number as u32)).collect();
            match found.len() > MOST_FILES {
                true => vec![near],
                false => found,
            }
        })
    }

    fn calls_named(&self, file: FileId, name: &str, all: bool) -> Vec<At> {
        let module = self.module(file);
        let at = |expr: &ExprId| At { file, expr: *expr };
        if all {
            return module.calls.iter().map(at).collect();
        }
        let calls = self.memo.calls(file, || by_name(module));
        let aliases = module
            .imports
            .iter()
            .filter(|import| import.name.as_deref() == Some(name) && *import.local != *name);
        let names = std::iter::once(name).chain(aliases.map(|import| &*import.local));
        let mut found: Vec<At> = names
            .flat_map(|name| calls.get(name).into_iter().flatten().map(at))
            .collect();
        found.sort_by_key(|at| (module[at.expr].span.start, at.expr));
        found.dedup();
        found
    }

    /// The decorated function that a call calls, or that it decorates.
    pub fn decorated(&self, call: At) -> Option<FnRef> {
        if let Some(function) = self.decorates(call) {
            return Some(function);
        }
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return None;
        };
        let targets = self.resolve(call.with(*callee)).into_iter();
        let mut functions = targets.filter_map(|target| match target {
            Target::Function(function) => Some(function),
            _ => None,
        });
        functions.find(|function| {
            !self.module(function.file)[function.function]
                .decorators
                .is_empty()
        })
    }

    /// The function that an expression decorates.
    pub fn decorates(&self, at: At) -> Option<FnRef> {
        let functions = self.module(at.file).functions.iter().enumerate();
        let mut decorated = functions.filter(|(_, known)| known.decorators.contains(&at.expr));
        decorated.next().map(|(number, _)| FnRef {
            file: at.file,
            function: crate::ir::FunctionId(number as u32),
        })
    }

    /// The argument that a call gives for a parameter; `None` where it gives none.
    pub fn argument(&self, call: At, function: FnRef, index: u32) -> Option<At> {
        let known = &self.module(function.file)[function.function];
        let param = known.params.get(index as usize)?;
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return None;
        };
        let mut named = args.iter().filter(|arg| arg.name.is_some());
        if let Some(arg) = named.find(|arg| arg.name.as_deref() == Some(&*param.name)) {
            return Some(call.with(arg.value));
        }
        let by_name = |kind| matches!(kind, ParamKind::KeywordOnly | ParamKind::KeywordRest);
        if by_name(param.kind) {
            return None;
        }
        let before = &known.params[..index as usize];
        let before = before.iter().filter(|param| !by_name(param.kind)).count();
        let mut positional = args.iter().filter(|arg| arg.name.is_none());
        let mut to_here = positional.clone().take(before + 1);
        if to_here.any(|arg| arg.spread) {
            return None;
        }
        positional.nth(before).map(|arg| call.with(arg.value))
    }

    /// The function that owns a scope's parameters, for a name that is a parameter.
    pub fn function_of(&self, at: At) -> Option<FnRef> {
        let module = self.module(at.file);
        let mut scope = Some(module[at.expr].scope);
        while let Some(id) = scope {
            if let Owner::Function(function) = module[id].owner {
                return Some(FnRef {
                    file: at.file,
                    function,
                });
            }
            scope = module[id].parent;
        }
        None
    }
}

fn last_name(module: &Module, call: ExprId) -> Option<&str> {
    let ExprKind::Call { callee, .. } = &module[call].kind else {
        return None;
    };
    let mut callee = *callee;
    loop {
        match &module[callee].kind {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => return Some(name),
            ExprKind::Index { object, .. } => callee = *object,
            _ => return None,
        }
    }
}

fn by_name(module: &Module) -> CallsByName {
    let mut calls: CallsByName = HashMap::new();
    for call in &module.calls {
        let own = matches!(&module[*call].kind, ExprKind::Call { callee, .. }
            if matches!(module[*callee].kind, ExprKind::SelfRef));
        if let Some(name) = last_name(module, *call).or(own.then_some(OWN_CLASS)) {
            match calls.get_mut(name) {
                Some(list) => list.push(*call),
                None => {
                    calls.insert(name.into(), vec![*call]);
                }
            }
        }
    }
    calls
}

/// Languages whose files can call each other.
fn family(language: Language) -> &'static str {
    match language {
        Language::Python => "python ",
        Language::Rust => "rust ",
        Language::TypeScript | Language::Tsx | Language::JavaScript | Language::Component => {
            "script "
        }
    }
}
