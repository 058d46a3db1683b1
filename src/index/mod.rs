//! Names across files: what a name or member refers to, where a value came from, who calls whom.
//!
//! This room follows bindings, imports, classes and calls over the whole project. It knows no SDK by
//! name (a table of type names is handed in) and nothing of what a prompt means.

mod budget;
mod modules;
mod reach;
mod types;

pub use types::TypeTable;

use crate::ir::{
    BindingId, BindingKind, ClassId, ClassKind, Entry, ExprId, ExprKind, Extend, FunctionId,
    Module, Name, Owner, ParamKind,
};
use crate::source::{FileId, Language};
use budget::{Question, spend};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// How far a value is followed through names, members, calls and files.
const DEPTH: u32 = 24;

/// A file of the scan.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path below the root, with `/`.
    pub path: String,
    /// Its language.
    pub language: Language,
    /// Its text.
    pub text: String,
}

/// An expression somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The file.
    pub file: FileId,
    /// The expression.
    pub expr: ExprId,
}

/// A function somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FnRef {
    /// The file.
    pub file: FileId,
    /// The function.
    pub function: FunctionId,
}

/// A class somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassRef {
    /// The file.
    pub file: FileId,
    /// The class.
    pub class: ClassId,
}

/// What a name or member refers to, or where a value came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A value that a binding gives.
    Value {
        /// The value.
        at: At,
        /// How it joins what was there before; `None`: it replaces it.
        extend: Option<Extend>,
        /// Whether it surely reaches the use.
        sure: bool,
    },
    /// A parameter, by its position.
    Parameter {
        /// The function.
        function: FnRef,
        /// The position.
        index: u32,
    },
    /// A function of the project.
    Function(FnRef),
    /// A class of the project.
    Class(ClassRef),
    /// An instance of a class of the project.
    Instance(ClassRef),
    /// A file of the project as a module.
    Module(FileId),
    /// A folder of the project as a package.
    Folder(String),
    /// Something from outside, by its access path: `openai.OpenAI().chat`.
    External(String),
    /// A name that is declared with a type and given its value elsewhere.
    Declared {
        /// The file.
        file: FileId,
        /// The declaration.
        binding: BindingId,
    },
}

/// All files of a scan, lowered when first asked for.
#[derive(Debug)]
pub struct Program {
    files: Vec<SourceFile>,
    modules: Vec<OnceLock<Module>>,
    by_path: HashMap<String, FileId>,
    folders: std::collections::HashSet<String>,
    crates: HashMap<String, FileId>,
    types: TypeTable,
    /// Answers to whole questions: the same whoever asks first, so that threads change nothing.
    known_origins: Vec<Mutex<HashMap<ExprId, Vec<Target>>>>,
}

impl Program {
    /// A program of these files; access paths are shortened by `types`.
    pub fn new(files: Vec<SourceFile>, types: TypeTable) -> Program {
        let by_path: HashMap<String, FileId> = files
            .iter()
            .enumerate()
            .map(|(number, file)| (file.path.clone(), FileId(number as u32)))
            .collect();
        let mut folders = std::collections::HashSet::new();
        let mut crates = HashMap::new();
        for (number, file) in files.iter().enumerate() {
            let mut folder = file.path.as_str();
            while let Some((parent, _)) = folder
                .rsplit_once('/')
                .filter(|_| file.language == Language::Python)
            {
                if !folders.insert(parent.to_string()) {
                    break;
                }
                folder = parent;
            }
            if let Some(root) = file.path.strip_suffix("/src/lib.rs") {
                let name = root.rsplit('/').next().unwrap_or(root).replace('-', "_");
                crates.insert(name, FileId(number as u32));
            }
        }
        let modules = files.iter().map(|_| OnceLock::new()).collect();
        let known_origins = files.iter().map(|_| Mutex::default()).collect();
        Program {
            files,
            modules,
            by_path,
            folders,
            crates,
            types,
            known_origins,
        }
    }

    /// The files, by number.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// A file.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// A file's text.
    pub fn text(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].text
    }

    /// A file's module, lowered when first asked for. A panic inside a frontend leaves an empty
    /// module whose whole file is marked as broken.
    pub fn module(&self, id: FileId) -> &Module {
        self.modules[id.0 as usize].get_or_init(|| {
            let file = &self.files[id.0 as usize];
            let lowered =
                std::panic::catch_unwind(|| crate::frontend::lower(id, file.language, &file.text));
            lowered.unwrap_or_else(|_| {
                let mut empty = crate::ir::Builder::new(id, file.language);
                let whole = empty.span(0, file.text.len());
                empty.broken(whole);
                empty.finish()
            })
        })
    }

    /// The module of a file, where it has been lowered already.
    pub fn lowered(&self, id: FileId) -> Option<&Module> {
        self.modules[id.0 as usize].get()
    }

    /// The expression at a place.
    pub fn expr(&self, at: At) -> &crate::ir::Expr {
        &self.module(at.file)[at.expr]
    }

    /// The kind of the expression at a place.
    pub fn kind(&self, at: At) -> &ExprKind {
        &self.expr(at).kind
    }

    /// What a name, member or receiver refers to, one step: the bindings that reach it.
    pub fn resolve(&self, at: At) -> Vec<Target> {
        let _question = Question::begin();
        self.resolve_to(at, DEPTH)
    }

    fn resolve_to(&self, at: At, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        let module = self.module(at.file);
        let expr = &module[at.expr];
        match &expr.kind {
            ExprKind::Name(name) => self.name_targets(at, name, depth),
            ExprKind::Member { object, name } => {
                let object = At {
                    file: at.file,
                    expr: *object,
                };
                self.member_targets(object, name, at, depth)
            }
            ExprKind::SelfRef => {
                let Some(class) = module.class_around(expr.scope) else {
                    return Vec::new();
                };
                let class = ClassRef {
                    file: at.file,
                    class,
                };
                let is_class = module
                    .function_around(expr.scope)
                    .is_some_and(|function| module[function].is_classmethod);
                vec![if is_class {
                    Target::Class(class)
                } else {
                    Target::Instance(class)
                }]
            }
            ExprKind::SuperRef => {
                let Some(class) = module.class_around(expr.scope) else {
                    return Vec::new();
                };
                self.bases(
                    ClassRef {
                        file: at.file,
                        class,
                    },
                    depth,
                )
                .into_iter()
                .map(|base| match base {
                    Target::Class(class) => Target::Instance(class),
                    Target::External(path) => {
                        Target::External(self.types.canonical(format!("{path}()")))
                    }
                    other => other,
                })
                .collect()
            }
            _ => Vec::new(),
        }
    }

    fn name_targets(&self, at: At, name: &str, depth: u32) -> Vec<Target> {
        let module = self.module(at.file);
        let found = reach::reaching(module, at.expr, name);
        if let Some(bindings) = found {
            return bindings
                .into_iter()
                .flat_map(|(binding, sure)| self.binding_targets(at.file, binding, sure, depth))
                .collect();
        }
        for import in module.imports.iter().filter(|import| import.star) {
            let targets = self.star_targets(at.file, import, name, depth);
            if !targets.is_empty() {
                return targets;
            }
        }
        match module.language {
            Language::Rust => self.rust_root(at.file, name),
            _ => vec![Target::External(self.types.canonical(name.to_string()))],
        }
    }

    fn binding_targets(&self, file: FileId, id: BindingId, sure: bool, depth: u32) -> Vec<Target> {
        let binding = &self.module(file)[id];
        match binding.kind {
            BindingKind::Set(value) => {
                vec![Target::Value {
                    at: At { file, expr: value },
                    extend: None,
                    sure,
                }]
            }
            BindingKind::Extend { value, how } => {
                vec![Target::Value {
                    at: At { file, expr: value },
                    extend: Some(how),
                    sure,
                }]
            }
            BindingKind::Parameter(function, index) => {
                vec![Target::Parameter {
                    function: FnRef { file, function },
                    index,
                }]
            }
            BindingKind::Function(function) => vec![Target::Function(FnRef { file, function })],
            BindingKind::Class(class) => vec![Target::Class(ClassRef { file, class })],
            BindingKind::Import(import) => {
                self.import_targets(file, &self.module(file)[import], depth)
            }
            BindingKind::Declared => vec![Target::Declared { file, binding: id }],
        }
    }

    fn member_targets(&self, object: At, name: &str, at: At, depth: u32) -> Vec<Target> {
        let mut found = Vec::new();
        for target in self.origins_to(object, depth) {
            match target {
                Target::Instance(class) | Target::Class(class) => {
                    found.extend(self.class_member(class, name, depth));
                }
                Target::Module(file) => found.extend(self.module_member(file, name, depth)),
                Target::Folder(folder) => found.extend(self.folder_member(&folder, name, depth)),
                Target::External(path) => {
                    if path.len() < 200 {
                        found.push(Target::External(
                            self.types.canonical(format!("{path}.{name}")),
                        ));
                    }
                }
                Target::Value { at: value, .. } => {
                    found.extend(self.entry(value, name));
                }
                Target::Parameter { .. } | Target::Function(_) | Target::Declared { .. } => {}
            }
        }
        found.extend(self.set_members(object, name, at));
        found
    }

    /// `object.name = value` statements on the same plain name, in the same scope.
    fn set_members(&self, object: At, name: &str, at: At) -> Vec<Target> {
        let module = self.module(object.file);
        let ExprKind::Name(of) = &module[object.expr].kind else {
            return Vec::new();
        };
        let position = module[at.expr].span.start;
        self.members_set(object.file, of, position)
            .filter(|(member, _)| &***member == name)
            .map(|(_, value)| Target::Value {
                at: value,
                extend: None,
                sure: true,
            })
            .collect()
    }

    /// The members of a plain name that are set before a position: name and value.
    pub fn members_set<'a>(
        &'a self,
        file: FileId,
        of: &'a str,
        position: u32,
    ) -> impl Iterator<Item = (&'a Name, At)> + 'a {
        let module = self.module(file);
        module.member_bindings.iter().filter_map(move |id| {
            let binding = &module[*id];
            let BindingKind::Set(value) = binding.kind else {
                return None;
            };
            let same = binding.object.is_some_and(
                |object| matches!(&module[object].kind, ExprKind::Name(known) if **known == *of),
            );
            (same && binding.from <= position).then_some((&binding.name, At { file, expr: value }))
        })
    }

    /// The value of an entry of a map, also through spreads.
    pub fn entry(&self, map: At, name: &str) -> Vec<Target> {
        let ExprKind::Map { entries, .. } = self.kind(map) else {
            return Vec::new();
        };
        let value = |expr: ExprId| Target::Value {
            at: At {
                file: map.file,
                expr,
            },
            extend: None,
            sure: true,
        };
        for entry in entries.iter().rev() {
            match entry {
                Entry::Field(key, expr) if **key == *name => return vec![value(*expr)],
                _ => {}
            }
        }
        Vec::new()
    }

    /// A member of a class of the project or of its bases.
    pub fn class_member(&self, class: ClassRef, name: &str, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        let module = self.module(class.file);
        let known = &module[class.class];
        let mut found = Vec::new();
        for id in known.attributes.get(name).into_iter().flatten() {
            found.extend(self.binding_targets(class.file, *id, true, depth));
        }
        if found.iter().any(|target| {
            !matches!(
                target,
                Target::Value {
                    extend: Some(_),
                    ..
                }
            )
        }) {
            return found;
        }
        let mut own = Vec::new();
        for id in module[known.scope].bindings.get(name).into_iter().flatten() {
            own.extend(self.binding_targets(class.file, *id, true, depth));
        }
        if own.is_empty() {
            let method = known
                .methods
                .iter()
                .find(|method| *module[**method].name == *name);
            own.extend(method.map(|method| {
                Target::Function(FnRef {
                    file: class.file,
                    function: *method,
                })
            }));
        }
        if own.is_empty() {
            for base in self.bases(class, depth) {
                match base {
                    Target::Class(base) if base != class => {
                        own.extend(self.class_member(base, name, depth))
                    }
                    Target::External(path) => {
                        let instance = self.types.canonical(format!("{path}()"));
                        own.push(Target::External(
                            self.types.canonical(format!("{instance}.{name}")),
                        ));
                    }
                    _ => {}
                }
            }
        }
        own.extend(found);
        own
    }

    /// What the bases of a class are.
    pub fn bases(&self, class: ClassRef, depth: u32) -> Vec<Target> {
        self.module(class.file)[class.class]
            .bases
            .iter()
            .flat_map(|base| {
                self.origins_to(
                    At {
                        file: class.file,
                        expr: *base,
                    },
                    depth,
                )
            })
            .collect()
    }

    /// The expressions that give a value, names and members followed: what is left is a literal, a
    /// call, a map … or a name that leads nowhere.
    pub fn values(&self, at: At) -> Vec<At> {
        let _question = Question::begin();
        let mut found = Vec::new();
        self.values_to(at, DEPTH, &mut found);
        found
    }

    fn values_to(&self, at: At, depth: u32, found: &mut Vec<At>) {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return;
        };
        if found.len() >= 16 {
            return;
        }
        match self.kind(at) {
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                let before = found.len();
                for target in self.resolve_to(at, depth) {
                    if let Target::Value {
                        at: value,
                        extend: None,
                        ..
                    } = target
                        && value != at
                    {
                        self.values_to(value, depth, found);
                    }
                }
                if found.len() == before {
                    found.push(at);
                }
            }
            ExprKind::Choice(arms) => {
                for arm in arms {
                    self.values_to(
                        At {
                            file: at.file,
                            expr: *arm,
                        },
                        depth,
                        found,
                    );
                }
            }
            _ if !found.contains(&at) => found.push(at),
            _ => {}
        }
    }

    /// Where a value came from, followed through names, members, calls and annotations: never a
    /// [`Target::Value`] of a name or member, but possibly one of a literal.
    pub fn origins(&self, at: At) -> Vec<Target> {
        let slot = &self.known_origins[at.file.0 as usize];
        if let Some(known) = slot
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&at.expr)
        {
            return known.clone();
        }
        let _question = Question::begin();
        let found = self.origins_to(at, DEPTH);
        slot.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(at.expr, found.clone());
        found
    }

    fn origins_to(&self, at: At, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut add = |targets: Vec<Target>| {
            for target in targets {
                if found.len() < 24 && !found.contains(&target) {
                    found.push(target);
                }
            }
        };
        match self.kind(at) {
            ExprKind::Name(_)
            | ExprKind::Member { .. }
            | ExprKind::SelfRef
            | ExprKind::SuperRef => {
                for target in self.resolve_to(at, depth) {
                    add(self.followed(target, at, depth));
                }
            }
            ExprKind::Call { callee, .. } => {
                let callee = At {
                    file: at.file,
                    expr: *callee,
                };
                for target in self.origins_to(callee, depth) {
                    add(self.call_result(target, depth));
                }
            }
            ExprKind::Index { object, .. } => {
                for target in self.origins_to(
                    At {
                        file: at.file,
                        expr: *object,
                    },
                    depth,
                ) {
                    add(match target {
                        // A type with arguments, or a generic function, is the type or function.
                        Target::External(path) if !path.ends_with(')') => {
                            vec![Target::External(path)]
                        }
                        Target::External(path) => {
                            vec![Target::External(self.types.canonical(format!("{path}[]")))]
                        }
                        Target::Class(_) | Target::Function(_) => vec![target],
                        _ => Vec::new(),
                    });
                }
            }
            ExprKind::Element(over) => {
                for target in self.origins_to(
                    At {
                        file: at.file,
                        expr: *over,
                    },
                    depth,
                ) {
                    if let Target::External(path) = target {
                        add(vec![Target::External(
                            self.types.canonical(format!("{path}[]")),
                        )]);
                    }
                }
            }
            ExprKind::Choice(arms) => {
                for arm in arms {
                    add(self.origins_to(
                        At {
                            file: at.file,
                            expr: *arm,
                        },
                        depth,
                    ));
                }
            }
            ExprKind::Binary {
                op: crate::ir::BinaryOp::Pipe,
                left,
                right,
            } => {
                let paths = |expr: ExprId| -> Vec<String> {
                    let targets = self.origins_to(
                        At {
                            file: at.file,
                            expr,
                        },
                        depth,
                    );
                    targets
                        .into_iter()
                        .filter_map(|target| match target {
                            Target::External(path) => Some(path),
                            _ => None,
                        })
                        .collect()
                };
                let chain = self.types.piped(&paths(*left), &paths(*right));
                add(chain.into_iter().map(Target::External).collect());
            }
            ExprKind::Map { of: Some(of), .. } => {
                for target in self.origins_to(
                    At {
                        file: at.file,
                        expr: *of,
                    },
                    depth,
                ) {
                    add(self.call_result(target, depth));
                }
                add(vec![Target::Value {
                    at,
                    extend: None,
                    sure: true,
                }]);
            }
            ExprKind::Lambda(function) => {
                add(vec![Target::Function(FnRef {
                    file: at.file,
                    function: *function,
                })]);
            }
            _ => add(vec![Target::Value {
                at,
                extend: None,
                sure: true,
            }]),
        }
        found
    }

    fn followed(&self, target: Target, from: At, depth: u32) -> Vec<Target> {
        match target {
            Target::Value {
                at, extend: None, ..
            } if at != from => self.origins_to(at, depth),
            Target::Value { .. } => Vec::new(),
            Target::Parameter { function, index } => {
                let module = self.module(function.file);
                let Some(param) = module[function.function].params.get(index as usize) else {
                    return vec![Target::Parameter { function, index }];
                };
                let typed = param.annotation.map(|annotation| {
                    self.instances(
                        At {
                            file: function.file,
                            expr: annotation,
                        },
                        depth,
                    )
                });
                let mut found = typed.unwrap_or_default();
                if let Some(default) = param.default {
                    found.extend(self.origins_to(
                        At {
                            file: function.file,
                            expr: default,
                        },
                        depth,
                    ));
                }
                found.push(Target::Parameter { function, index });
                found
            }
            Target::Declared { file, binding } => {
                let annotation = self.module(file)[binding].annotation;
                let typed = annotation.map(|annotation| {
                    self.instances(
                        At {
                            file,
                            expr: annotation,
                        },
                        depth,
                    )
                });
                typed
                    .filter(|found| !found.is_empty())
                    .unwrap_or_else(|| vec![Target::Declared { file, binding }])
            }
            other => vec![other],
        }
    }

    /// Values of an annotated type: the instance of a class, `T()` of a type from outside.
    fn instances(&self, annotation: At, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        match self.kind(annotation) {
            // `Optional[T]`, `Arc<T>`, `Promise<T>`: the argument's values, beside the type's own.
            ExprKind::Index { object, index } => {
                let mut found = self.instances(
                    At {
                        file: annotation.file,
                        expr: *object,
                    },
                    depth,
                );
                for argument in index {
                    found.extend(self.instances(
                        At {
                            file: annotation.file,
                            expr: *argument,
                        },
                        depth,
                    ));
                }
                found
            }
            ExprKind::Choice(arms) => arms
                .iter()
                .flat_map(|arm| {
                    self.instances(
                        At {
                            file: annotation.file,
                            expr: *arm,
                        },
                        depth,
                    )
                })
                .collect(),
            ExprKind::Binary { left, right, .. } => [*left, *right]
                .into_iter()
                .flat_map(|side| {
                    self.instances(
                        At {
                            file: annotation.file,
                            expr: side,
                        },
                        depth,
                    )
                })
                .collect(),
            ExprKind::Name(_) | ExprKind::Member { .. } | ExprKind::SelfRef => self
                .origins_to(annotation, depth)
                .into_iter()
                .filter_map(|target| match target {
                    Target::Class(class) => {
                        let known = &self.module(class.file)[class.class];
                        match known.alias {
                            Some(_) if known.kind == ClassKind::Alias => None,
                            _ => Some(Target::Instance(class)),
                        }
                    }
                    Target::External(path) if path.contains('.') || path.contains('#') => {
                        Some(Target::External(self.types.canonical(format!("{path}()"))))
                    }
                    Target::Instance(class) => Some(Target::Instance(class)),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    fn call_result(&self, callee: Target, depth: u32) -> Vec<Target> {
        match callee {
            Target::External(path) if path.len() < 200 => {
                vec![Target::External(self.types.canonical(format!("{path}()")))]
            }
            Target::Class(class) => {
                // A class without a constructor of its own that comes from outside is made there.
                let mut found = vec![Target::Instance(class)];
                for base in self.bases(class, depth) {
                    if let Target::External(path) = base {
                        found.push(Target::External(self.types.canonical(format!("{path}()"))));
                    }
                }
                found
            }
            Target::Instance(class) => {
                let call = self.class_member(class, "__call__", depth);
                call.into_iter()
                    .flat_map(|target| match target {
                        Target::Function(function) => self.returned(function, depth),
                        _ => Vec::new(),
                    })
                    .collect()
            }
            Target::Function(function) => self.returned(function, depth),
            _ => Vec::new(),
        }
    }

    /// Where the values that a function returns come from.
    fn returned(&self, function: FnRef, depth: u32) -> Vec<Target> {
        let module = self.module(function.file);
        let known = &module[function.function];
        let Some(depth) = depth.checked_sub(3).filter(|_| spend()) else {
            return Vec::new();
        };
        let mut found: Vec<Target> = known
            .returns
            .iter()
            .take(8)
            .flat_map(|value| {
                self.origins_to(
                    At {
                        file: function.file,
                        expr: *value,
                    },
                    depth,
                )
            })
            .filter(|target| !matches!(target, Target::Value { .. } | Target::Parameter { .. }))
            .collect();
        if let Some(annotation) = known.return_type.filter(|_| found.is_empty()) {
            found = self.instances(
                At {
                    file: function.file,
                    expr: annotation,
                },
                depth,
            );
        }
        found
    }

    /// The functions of the project that a call may run.
    pub fn callees(&self, call: At) -> Vec<FnRef> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for target in self.origins(At {
            file: call.file,
            expr: *callee,
        }) {
            match target {
                Target::Function(function) => found.push(function),
                Target::Instance(class) => {
                    found.extend(
                        self.class_member(class, "__call__", DEPTH)
                            .into_iter()
                            .filter_map(|target| match target {
                                Target::Function(function) => Some(function),
                                _ => None,
                            }),
                    );
                }
                _ => {}
            }
        }
        found.dedup();
        found
    }

    /// The last name of what is called: `create` of `client.chat.completions.create(…)`.
    pub fn called_name(&self, call: At) -> Option<&str> {
        let module = self.module(call.file);
        let ExprKind::Call { callee, .. } = &module[call.expr].kind else {
            return None;
        };
        let mut callee = *callee;
        loop {
            match &module[callee].kind {
                ExprKind::Name(name) => return Some(name),
                ExprKind::Member { name, .. } => return Some(name),
                ExprKind::Index { object, .. } => callee = *object,
                _ => return None,
            }
        }
    }

    /// All calls of a function, in the order of files and positions.
    pub fn callers(&self, function: FnRef) -> Vec<At> {
        let name = &*self.module(function.file)[function.function].name;
        if name.is_empty() {
            return Vec::new();
        }
        let finder = memchr::memmem::Finder::new(name);
        let own = self.file(function.file).language;
        let mut found = Vec::new();
        for (number, file) in self.files.iter().enumerate() {
            let same_family = (file.language == Language::Python) == (own == Language::Python)
                && (file.language == Language::Rust) == (own == Language::Rust);
            if !same_family || finder.find(file.text.as_bytes()).is_none() {
                continue;
            }
            let id = FileId(number as u32);
            let module = self.module(id);
            let aliases: Vec<&str> = module
                .imports
                .iter()
                .filter(|import| import.name.as_deref() == Some(name))
                .map(|import| &*import.local)
                .collect();
            for expr in &module.calls {
                let call = At {
                    file: id,
                    expr: *expr,
                };
                let called = self.called_name(call);
                if called.is_some_and(|called| {
                    called == name || aliases.contains(&called) || name == "__call__"
                }) && self.callees(call).contains(&function)
                {
                    found.push(call);
                }
            }
        }
        found
    }

    /// The argument that a call gives for a parameter; `None` where it gives none.
    pub fn argument(&self, call: At, function: FnRef, index: u32) -> Option<At> {
        let module = self.module(function.file);
        let known = &module[function.function];
        let param = known.params.get(index as usize)?;
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return None;
        };
        let here = |expr: ExprId| At {
            file: call.file,
            expr,
        };
        if let Some(arg) = args
            .iter()
            .find(|arg| arg.name.as_deref() == Some(&*param.name))
        {
            return Some(here(arg.value));
        }
        if matches!(param.kind, ParamKind::KeywordOnly | ParamKind::KeywordRest) {
            return None;
        }
        let before = known.params[..index as usize]
            .iter()
            .filter(|param| !matches!(param.kind, ParamKind::KeywordOnly | ParamKind::KeywordRest))
            .count();
        let positional: Vec<_> = args.iter().filter(|arg| arg.name.is_none()).collect();
        if positional.iter().take(before + 1).any(|arg| arg.spread) {
            return None;
        }
        positional.get(before).map(|arg| here(arg.value))
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
