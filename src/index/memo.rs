//! Answers kept, so that a question is worked out once, and the trace of one question, so that it
//! does not go round.
//!
//! Files are analysed in parallel, in any order, and the report must not depend on that order. So an
//! answer is kept for all only if nothing in it was cut short by a cycle or by the depth of the
//! question that met it: then it is the same whoever asks. What was cut short is kept for the
//! question at hand alone, and for whoever asks just that question again.

use super::{At, ClassRef, FnRef, Target};
use crate::ir::{ExprId, Name};
use crate::source::FileId;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// How far a value is followed through names, members, calls and files.
const DEEPEST: u32 = 120;

/// Origins that were found.
pub(super) type Origins = Arc<[Target]>;
/// Expressions of a file by a name.
pub(super) type ByName = HashMap<Name, Vec<ExprId>>;

/// What has been found out so far.
#[derive(Debug)]
pub(super) struct Memo {
    files: Vec<FileMemo>,
    naming: Mutex<HashMap<String, Arc<[FileId]>>>,
    callers: Mutex<HashMap<FnRef, Arc<[At]>>>,
    subclasses: Mutex<HashMap<ClassRef, Arc<[ClassRef]>>>,
}

#[derive(Debug, Default)]
struct FileMemo {
    /// Answers that are the same whoever asks; the plain ones and those through callers.
    pure: [Mutex<HashMap<ExprId, Origins>>; 2],
    /// Answers to whole questions.
    asked: [Mutex<HashMap<ExprId, Origins>>; 2],
    /// Calls, by the last name of what they call.
    calls: OnceLock<ByName>,
    /// Names and members that stand as values which something takes.
    handed: OnceLock<ByName>,
    /// What module paths mean that the file imports.
    modules: Mutex<HashMap<Name, Target>>,
}

/// One question, and how it was come to.
#[derive(Debug, Default)]
pub(super) struct Trace {
    /// Whether parameters are followed to the arguments of callers.
    pub callers: bool,
    /// Whether the answer was cut short somewhere.
    pub cut: bool,
    depth: u32,
    open: HashSet<At>,
    settled: HashMap<At, Origins>,
    classes: Vec<(ClassRef, Name)>,
    functions: HashSet<FnRef>,
    /// How many questions are open about where functions are handed to.
    handed: usize,
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Memo {
    pub fn new(files: usize) -> Memo {
        Memo {
            files: (0..files).map(|_| FileMemo::default()).collect(),
            naming: Mutex::default(),
            callers: Mutex::default(),
            subclasses: Mutex::default(),
        }
    }

    fn file(&self, file: FileId) -> &FileMemo {
        &self.files[file.0 as usize]
    }

    /// The answer to a whole question, worked out by `find` the first time.
    pub fn whole(
        &self,
        at: At,
        callers: bool,
        find: impl FnOnce(&mut Trace) -> Origins,
    ) -> Origins {
        let asked = &self.file(at.file).asked[usize::from(callers)];
        if let Some(known) = locked(asked).get(&at.expr) {
            return known.clone();
        }
        let mut trace = Trace::new(callers);
        let found = find(&mut trace);
        locked(asked).insert(at.expr, found.clone());
        found
    }

    /// The answer to a part of a question, worked out by `find` where it is not known.
    pub fn part(
        &self,
        at: At,
        trace: &mut Trace,
        find: impl FnOnce(&mut Trace) -> Vec<Target>,
    ) -> Origins {
        let pure = &self.file(at.file).pure[usize::from(trace.callers)];
        if let Some(known) = locked(pure).get(&at.expr) {
            return known.clone();
        }
        if let Some(known) = trace.settled.get(&at) {
            trace.cut = true;
            return known.clone();
        }
        if trace.depth >= DEEPEST || !trace.open.insert(at) {
            trace.cut = true;
            return Arc::default();
        }
        let before = std::mem::take(&mut trace.cut);
        trace.depth += 1;
        let found: Origins = find(trace).into();
        trace.depth -= 1;
        trace.open.remove(&at);
        if trace.cut {
            trace.settled.insert(at, found.clone());
        } else {
            locked(pure).insert(at.expr, found.clone());
        }
        trace.cut |= before;
        found
    }

    /// What a module path means in a file, found by `find` the first time.
    pub fn module(&self, file: FileId, path: &str, find: impl FnOnce() -> Target) -> Target {
        let modules = &self.file(file).modules;
        if let Some(known) = locked(modules).get(path) {
            return known.clone();
        }
        let found = find();
        locked(modules).insert(path.into(), found.clone());
        found
    }

    /// The files that hold a name, found by `find` the first time.
    pub fn naming(&self, name: &str, find: impl FnOnce() -> Vec<FileId>) -> Arc<[FileId]> {
        if let Some(known) = locked(&self.naming).get(name) {
            return known.clone();
        }
        let found: Arc<[FileId]> = find().into();
        locked(&self.naming).insert(name.to_string(), found.clone());
        found
    }

    /// The direct subclasses of a class, found by `find` the first time.
    pub fn subclasses(
        &self,
        class: ClassRef,
        find: impl FnOnce() -> Vec<ClassRef>,
    ) -> Arc<[ClassRef]> {
        if let Some(known) = locked(&self.subclasses).get(&class) {
            return known.clone();
        }
        let found: Arc<[ClassRef]> = find().into();
        locked(&self.subclasses).insert(class, found.clone());
        found
    }

    /// The calls of a file by name.
    pub fn calls(&self, file: FileId, make: impl FnOnce() -> ByName) -> &ByName {
        self.file(file).calls.get_or_init(make)
    }

    /// What of a file stands as a value that something takes.
    pub fn handed(&self, file: FileId, make: impl FnOnce() -> ByName) -> &ByName {
        self.file(file).handed.get_or_init(make)
    }

    /// The callers of a function, found by `find` where they are not known.
    pub fn callers(
        &self,
        function: FnRef,
        trace: &mut Trace,
        find: impl FnOnce(&mut Trace) -> Vec<At>,
    ) -> Arc<[At]> {
        if let Some(known) = locked(&self.callers).get(&function) {
            return known.clone();
        }
        if !trace.functions.insert(function) {
            trace.cut = true;
            return Arc::default();
        }
        let before = std::mem::take(&mut trace.cut);
        let found: Arc<[At]> = find(trace).into();
        trace.functions.remove(&function);
        if !trace.cut {
            locked(&self.callers).insert(function, found.clone());
        }
        trace.cut |= before;
        found
    }
}

impl Trace {
    /// A new question; `callers`: parameters are followed to the arguments of callers.
    pub fn new(callers: bool) -> Trace {
        Trace {
            callers,
            ..Trace::default()
        }
    }

    /// Looks for where a function is handed to, but not for the sake of more than `most` other questions of the
    /// kind, nor deep inside of one about callers: each looks at the calls by many names, so that they would
    /// multiply.
    pub fn in_handed(&mut self, most: usize, find: impl FnOnce(&mut Trace) -> Vec<At>) -> Vec<At> {
        if self.handed > most || self.functions.len() > most + 2 {
            self.cut = true;
            return Vec::new();
        }
        self.handed += 1;
        let found = find(self);
        self.handed -= 1;
        found
    }

    /// Looks for a member of a class unless that is being done already.
    pub fn in_class(
        &mut self,
        class: ClassRef,
        name: &str,
        find: impl FnOnce(&mut Trace) -> Vec<Target>,
    ) -> Vec<Target> {
        let known = |(open, of): &(ClassRef, Name)| *open == class && **of == *name;
        if self.classes.len() > 40 || self.classes.iter().any(known) {
            self.cut = true;
            return Vec::new();
        }
        self.classes.push((class, name.into()));
        let found = find(self);
        self.classes.pop();
        found
    }
}
