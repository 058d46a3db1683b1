//! Who calls whom, with which arguments.

use super::memo::{ByName, Callers, Trace};
use super::modules::Seen;
use super::words::is_word;
use super::{At, ClassRef, FnRef, Program, Target};
use crate::ir::{
    BindingKind, ClassKind, Entry, Export, ExprId, ExprKind, Module, Name, Owner, ParamKind,
    Parent, ScopeId,
};
use crate::source::{FileId, Language};
use std::collections::HashMap;
use std::sync::Arc;

/// Names of methods that run where their class is called.
const CONSTRUCTORS: &[&str] = &["__init__", "constructor"];
/// What calls of the class around (`cls(…)`) are listed under.
const OWN_CLASS: &str = "cls()";
/// How many results of one factory are followed.
const MOST_MADE: usize = 100;
/// What a script's default export is named.
const DEFAULT: &str = "default";
/// The method that runs where an instance is called.
const CALL: &str = "__call__";
/// What marks a method that subclasses give.
const ABSTRACT: &[&str] = &["abstractmethod", "abstractproperty"];
/// How many classes above a method's own are looked at.
const MOST_BASES: usize = 12;
/// In how many files a name is followed.
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
                // `require("./ask")(…)`: what the script exports is called.
                Target::Module(file) => {
                    for target in self.module_member(*file, DEFAULT, &mut Seen::default()) {
                        let given = match target {
                            Target::Value { at, .. } => self.origins_in(at, trace).to_vec(),
                            target => vec![target],
                        };
                        found.extend(given.into_iter().filter_map(|target| match target {
                            Target::Function(function) => Some(function),
                            _ => None,
                        }));
                    }
                }
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
        self.callers_in(function, &mut Trace::new(Callers::All))
            .to_vec()
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
            let mut found = self.callers_of_returned(function, trace);
            found.extend(self.callers_of_handed(function, trace));
            found.sort_unstable();
            found.dedup();
            return found;
        }
        let by_instance = *known.name == *CALL;
        let naming = match class.filter(|_| by_instance) {
            // An instance is called where its class is named, or, in a small project, anywhere.
            Some(class) if self.files.len() > MOST_FILES => self.naming(
                &self.module(class.file)[class.class].name,
                function.file,
                false,
            ),
            _ => self.naming(name, function.file, by_instance),
        };
        let mut runs = self.declared_as(function, class, trace);
        runs.push(Target::Function(function));
        let mut found = Vec::new();
        if class.is_none() && self.is_default(function) {
            found.extend(self.default_callers(function, trace));
        }
        let mut calls = Vec::new();
        for file in &self.nearest(&naming, function.file) {
            calls.extend(self.calls_named(*file, name, by_instance));
            if made.is_some() {
                calls.extend(self.calls_named(*file, OWN_CLASS, false));
            }
        }
        if class.is_none() || made.is_some() {
            calls.extend(self.calls_by_other_names(function, name));
        }
        calls.sort_unstable();
        calls.dedup();
        calls.retain(|call| self.may_run(*call, made, &runs, trace));
        found.extend(calls);
        if made.is_none() {
            found.extend(self.callers_of_handed(function, trace));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a call makes an object of a class, or else may run one of these functions.
    fn may_run(
        &self,
        call: At,
        made: Option<ClassRef>,
        runs: &[Target],
        trace: &mut Trace,
    ) -> bool {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return false;
        };
        let targets = self.origins_in(call.with(*callee), trace);
        match made {
            Some(class) => targets.contains(&Target::Class(class)),
            None => {
                let run = self.run_by(&targets, trace).into_iter();
                let mut run = run.map(Target::Function).chain(targets.iter().cloned());
                run.any(|run| runs.contains(&run))
            }
        }
    }

    /// The function that runs where a class is called, its own or an inherited one.
    pub(super) fn constructor_of(&self, class: ClassRef, trace: &mut Trace) -> Option<FnRef> {
        let mut names = CONSTRUCTORS.iter();
        names.find_map(|name| {
            let mut members = self.class_member_in(class, name, trace).into_iter();
            members.find_map(|target| match target {
                Target::Function(function) => Some(function),
                _ => None,
            })
        })
    }

    /// The calls that make objects of a class which declares its fields and has no constructor of its
    /// own, as a framework writes one for it.
    pub fn makers(&self, class: ClassRef) -> Vec<At> {
        let name = &self.module(class.file)[class.class].name;
        let naming = self.naming(name, class.file, false);
        let mut found = Vec::new();
        for file in &self.nearest(&naming, class.file) {
            let mut calls = self.calls_named(*file, name, false);
            calls.extend(self.calls_named(*file, OWN_CLASS, false));
            let makes = |call: &At| match self.kind(*call) {
                ExprKind::Call { callee, .. } => self
                    .origins(call.with(*callee))
                    .contains(&Target::Class(class)),
                _ => false,
            };
            found.extend(calls.into_iter().filter(makes));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The named function that returns a function without a name.
    pub fn returned_by(&self, function: FnRef) -> Option<FnRef> {
        let module = self.module(function.file);
        let Parent::Return(outer) = module[self.lambda(function)?].parent else {
            return None;
        };
        let named = !module[outer].name.is_empty();
        named.then_some(FnRef {
            file: function.file,
            function: outer,
        })
    }

    /// Where a function without a name stands.
    pub(super) fn lambda(&self, function: FnRef) -> Option<ExprId> {
        let all = self.memo.nameless(function.file, || {
            let exprs = self.module(function.file).exprs.iter().enumerate();
            let lambdas = exprs.filter_map(|(number, expr)| match expr.kind {
                ExprKind::Lambda(of) => Some((of, ExprId(number as u32))),
                _ => None,
            });
            lambdas.collect()
        });
        all.get(&function.function).copied()
    }

    /// The calls of what a factory returned, by the name that its result was given or at once.
    fn callers_of_returned(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        let Some(factory) = self.returned_by(function) else {
            return Vec::new();
        };
        let mut found: Vec<At> = Vec::new();
        for made in self.callers_in(factory, trace).iter().take(MOST_MADE) {
            let module = self.module(made.file);
            let name = match module[made.expr].parent {
                Parent::Binding(binding) => module[binding].name.clone(),
                Parent::Expr(outer) => match &module[outer].kind {
                    ExprKind::Call { callee, .. } if *callee == made.expr => {
                        found.push(made.with(outer));
                        continue;
                    }
                    ExprKind::Map { entries, .. } => {
                        let mut fields = entries.iter();
                        let name = fields.find_map(|entry| match entry {
                            Entry::Field(name, value) if *value == made.expr => Some(name),
                            _ => None,
                        });
                        name.cloned().unwrap_or_default()
                    }
                    _ => continue,
                },
                _ => continue,
            };
            if name.is_empty() {
                continue;
            }
            for file in self.naming(&name, made.file, false).iter() {
                for call in self.calls_named(*file, &name, false) {
                    let ExprKind::Call { callee, .. } = self.kind(call) else {
                        continue;
                    };
                    let targets = self.origins_in(call.with(*callee), trace);
                    if targets.contains(&Target::Function(function)) {
                        found.push(call);
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a script gives a function away as its default, so that each importer names it anew.
    pub(super) fn is_default(&self, function: FnRef) -> bool {
        let module = self.module(function.file);
        let is_it = |local: &Name| {
            let bindings = module[ScopeId(0)].bindings.get(local);
            bindings.into_iter().flatten().any(
                |id| matches!(module[*id].kind, BindingKind::Function(of) if of == function.function)
                    || matches!(module[*id].kind, BindingKind::Set(value)
                        if matches!(module[value].kind, ExprKind::Lambda(of) if of == function.function)),
            )
        };
        module.exports.iter().any(|export| match export {
            Export::Local { name, local } => &**name == DEFAULT && is_it(local),
            Export::Value { name, value } => {
                &**name == DEFAULT
                    && matches!(module[*value].kind, ExprKind::Lambda(of) if of == function.function)
            }
            _ => false,
        })
    }

    /// The calls of a script's default function by those who import the script: they hold its
    /// file's name.
    fn default_callers(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        let stem = self.stem(function.file);
        let mut found = Vec::new();
        for file in self.naming(stem, function.file, false).iter() {
            let module = self.module(*file);
            let imports = module.imports.iter().filter(|import| {
                import.name.as_deref().is_none_or(|name| name == DEFAULT)
                    && self.imports_file(*file, import, function.file)
            });
            let names: Vec<&str> = imports.map(|import| &*import.local).collect();
            for name in names {
                for call in self.calls_named(*file, name, false) {
                    let ExprKind::Call { callee, .. } = self.kind(call) else {
                        continue;
                    };
                    let targets = self.origins_in(call.with(*callee), trace);
                    if self.run_by(&targets, trace).contains(&function) {
                        found.push(call);
                    }
                }
            }
        }
        found
    }

    /// A file's name without its extension; of an `index` file, its folder's.
    pub fn stem(&self, file: FileId) -> &str {
        let path = self.file(file).path.as_str();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        match name.split_once('.').map_or(name, |(stem, _)| stem) {
            "index" if !folder.is_empty() => folder.rsplit('/').next().unwrap_or(folder),
            stem => stem,
        }
    }

    /// What a method implements of interfaces, traits and abstract classes: a call of one of these
    /// may run it.
    fn declared_as(
        &self,
        function: FnRef,
        class: Option<ClassRef>,
        trace: &mut Trace,
    ) -> Vec<Target> {
        let name = &self.module(function.file)[function.function].name;
        let bases = class.map_or_else(Vec::new, |class| self.all_bases(class, trace));
        let mut found = Vec::new();
        for base in bases.into_iter().skip(1) {
            let declared = self.own_member(base, name).into_iter();
            found.extend(declared.filter(|target| self.is_left_to_subclasses(base, target)));
        }
        found.retain(|target| *target != Target::Function(function));
        found
    }

    /// The class itself and those above it in the project, the nearest first.
    fn all_bases(&self, class: ClassRef, trace: &mut Trace) -> Vec<ClassRef> {
        let mut bases = vec![class];
        let mut next = 0;
        while let Some(class) = bases.get(next).copied().filter(|_| next < MOST_BASES) {
            next += 1;
            for base in self.bases_in(class, trace) {
                if let Target::Class(base) = base
                    && !bases.contains(&base)
                {
                    bases.push(base);
                }
            }
        }
        bases
    }

    /// The class furthest above a method's own, which siblings of it share.
    pub fn root_class(&self, function: FnRef) -> Option<ClassRef> {
        let file = function.file;
        let class = self.module(file)[function.function].class?;
        let bases = self.all_bases(ClassRef { file, class }, &mut Trace::default());
        bases.last().copied()
    }

    /// Whether what a class gives for a method is given by its subclasses.
    fn is_left_to_subclasses(&self, class: ClassRef, member: &Target) -> bool {
        let is_interface = self.module(class.file)[class.class].kind == ClassKind::Interface;
        match member {
            Target::Declared { .. } => true,
            Target::Function(function) => is_interface || self.is_abstract(*function),
            _ => false,
        }
    }

    /// Whether a method has no body worth the name: it returns nothing, or is marked as abstract.
    fn is_abstract(&self, function: FnRef) -> bool {
        let module = self.module(function.file);
        let known = &module[function.function];
        let marked = known.decorators.iter().any(|decorator| {
            matches!(&module[*decorator].kind, ExprKind::Name(name) | ExprKind::Member { name, .. }
                if ABSTRACT.contains(&&**name))
        });
        marked || known.returns.is_empty()
    }

    /// The files of a language that hold a name; for an instance that is called, all that are lowered.
    pub(super) fn naming(&self, name: &str, near: FileId, by_instance: bool) -> Arc<[FileId]> {
        let own = family(self.file(near).language);
        let key = format!("{own}{name}");
        self.memo.naming(&key, || {
            let finder = (!is_word(name)).then(|| memchr::memmem::Finder::new(name));
            let holds = |id: FileId, text: &str| match &finder {
                Some(finder) => finder.find(text.as_bytes()).is_some(),
                None => self.memo.words(id, text).hold(name),
            };
            let files = self.files.iter().enumerate();
            let files = files.map(|(number, file)| (FileId(number as u32), file));
            let files = files.filter(|(id, file)| {
                family(file.language) == own && (by_instance || holds(*id, &file.text))
            });
            files.map(|(id, _)| id).collect()
        })
    }

    /// As many of the files as are followed, those in the folders nearest to a file first; in the
    /// files' order.
    pub(super) fn nearest(&self, files: &[FileId], near: FileId) -> Vec<FileId> {
        let mut found = files.to_vec();
        if found.len() > MOST_FILES {
            let own = &self.file(near).path;
            let shared = |file: &FileId| {
                let other = self.file(*file).path.split('/');
                own.split('/')
                    .zip(other)
                    .take_while(|(a, b)| a == b)
                    .count()
            };
            found.sort_by_cached_key(|file| std::cmp::Reverse(shared(file)));
            found.truncate(MOST_FILES);
            found.sort_unstable();
        }
        found
    }

    pub(super) fn calls_named(&self, file: FileId, name: &str, all: bool) -> Vec<At> {
        let module = self.module(file);
        let at = |expr: &ExprId| At { file, expr: *expr };
        if all {
            return module.calls.iter().map(at).collect();
        }
        let calls = self.memo.calls(file, || by_name(module));
        let others = self.memo.renamed(file, || renamed(module));
        let others = others.get(name).into_iter().flatten();
        let names = std::iter::once(name).chain(others.map(|name| &**name));
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
        let callee = call.with(*callee);
        self.decorated_function(callee)
            .or_else(|| match self.kind(callee) {
                // What the decorator made has methods: `recommend.stream(…)`.
                ExprKind::Member { object, .. } => self.decorated_function(callee.with(*object)),
                _ => None,
            })
    }

    fn decorated_function(&self, at: At) -> Option<FnRef> {
        let targets = self.resolve(at).into_iter();
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

    /// What a call gives for a parameter that takes all the rest; `None` where a spread hides it.
    pub fn rest_of_arguments(&self, call: At, function: FnRef, index: u32) -> Option<Vec<At>> {
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return None;
        };
        let known = &self.module(function.file)[function.function];
        let before = known.params.len().min(index as usize);
        let rest = args.iter().filter(|arg| arg.name.is_none()).skip(before);
        rest.map(|arg| (!arg.spread).then(|| call.with(arg.value)))
            .collect()
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

fn by_name(module: &Module) -> ByName {
    let mut calls: ByName = HashMap::new();
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

/// The other names that a file gives what it knows by a name: `import { ask as query }`, `f = ask`.
fn renamed(module: &Module) -> HashMap<Name, Vec<Name>> {
    let mut found: HashMap<Name, Vec<Name>> = HashMap::new();
    let mut add = |name: &Name, other: &Name| {
        let others = found.entry(name.clone()).or_default();
        if name != other && !others.contains(other) {
            others.push(other.clone());
        }
    };
    for import in &module.imports {
        import.name.iter().for_each(|name| add(name, &import.local));
    }
    for (name, uses) in &module.names {
        for used in uses {
            if let Parent::Binding(binding) = module[*used].parent {
                add(name, &module[binding].name);
            }
        }
    }
    found
}

/// Languages whose files can call each other.
fn family(language: Language) -> &'static str {
    match language {
        Language::Python => "python ",
        Language::Rust => "rust ",
        Language::TypeScript | Language::Tsx | Language::JavaScript | Language::Component => {
            "script "
        }
        Language::Text => "text ",
    }
}
