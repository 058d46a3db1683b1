//! Answers kept, so that a question is worked out once, and the trace of one question, so that it
//! does not go round.
//!
//! Files are analysed in parallel, in any order, and the report must not depend on that order. So an
//! answer is kept for all only if nothing in it was cut short by a cycle or by the depth of the
//! question that met it: then it is the same whoever asks. What was cut short is kept for the
//! question at hand alone, and for whoever asks just that question again.

use super::known_as::Renamed;
use super::words::Words;
use super::{At, ClassRef, FnRef, Target};
use crate::ir::{ExprId, FunctionId, Name};
use crate::source::FileId;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// How far a value is followed through names, members, calls and files.
const DEEPEST: u32 = 120;

/// Origins that were found.
pub(super) type Origins = Arc<[Target]>;
/// Expressions of a file by a name.
pub(super) type ByName = HashMap<Name, Vec<ExprId>>;

/// Who calls a function, by how its callers were asked for.
type CallersKnown = HashMap<(FnRef, Callers), Arc<[At]>>;

/// What has been found out so far.
#[derive(Debug)]
pub(super) struct Memo {
    files: Vec<FileMemo>,
    naming: Mutex<HashMap<String, Arc<[FileId]>>>,
    callers: Mutex<CallersKnown>,
    subclasses: Mutex<HashMap<ClassRef, Arc<[ClassRef]>>>,
}

#[derive(Debug, Default)]
struct FileMemo {
    /// Answers that are the same whoever asks, each with the callers it is about.
    pure: Mutex<HashMap<(ExprId, Callers), Origins>>,
    /// Answers to whole questions.
    asked: Mutex<HashMap<(ExprId, Callers), Origins>>,
    words: OnceLock<Words>,
    /// Calls, by the last name of what they call.
    calls: OnceLock<ByName>,
    /// The other names of what is known by a name.
    renamed: OnceLock<HashMap<Name, Vec<Name>>>,
    /// What it gives away under another name.
    given_away: OnceLock<Renamed>,
    /// Names and members that stand as values which something takes.
    handed: OnceLock<ByName>,
    /// Where functions without a name stand.
    nameless: OnceLock<HashMap<FunctionId, ExprId>>,
    /// What module paths mean that the file imports.
    modules: Mutex<HashMap<Name, Target>>,
}

/// To which callers' arguments parameters are followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) enum Callers {
    /// To none.
    #[default]
    Unfollowed,
    /// To those that call a function by its own name. Where a function is handed to is asked about
    /// with these: with all of them, such questions would multiply.
    Named,
    /// To all, those too that took the function as a value.
    All,
}

/// One question, and how it was come to.
#[derive(Debug, Default)]
pub(super) struct Trace {
    /// Which callers are followed now.
    pub callers: Callers,
    /// Whether the answer was cut short somewhere.
    pub cut: bool,
    depth: u32,
    open: HashSet<(At, Callers)>,
    settled: HashMap<(At, Callers), Origins>,
    classes: Vec<(ClassRef, Name)>,
    functions: HashSet<(FnRef, Callers)>,
    called: HashMap<(FnRef, Callers), Arc<[At]>>,
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
        callers: Callers,
        find: impl FnOnce(&mut Trace) -> Origins,
    ) -> Origins {
        let asked = &self.file(at.file).asked;
        let key = (at.expr, callers);
        if let Some(known) = locked(asked).get(&key) {
            return known.clone();
        }
        let mut trace = Trace::new(callers);
        let found = find(&mut trace);
        locked(asked).insert(key, found.clone());
        found
    }

    /// The answer to a part of a question, worked out by `find` where it is not known.
    pub fn part(
        &self,
        at: At,
        trace: &mut Trace,
        find: impl FnOnce(&mut Trace) -> Vec<Target>,
    ) -> Origins {
        let pure = &self.file(at.file).pure;
        let key = (at.expr, trace.callers);
        if let Some(known) = locked(pure).get(&key) {
            return known.clone();
        }
        let here = (at, trace.callers);
        if let Some(known) = trace.settled.get(&here) {
            trace.cut = true;
            return known.clone();
        }
        if trace.depth >= DEEPEST || !trace.open.insert(here) {
            trace.cut = true;
            return Arc::default();
        }
        let before = std::mem::take(&mut trace.cut);
        trace.depth += 1;
        let found: Origins = find(trace).into();
        trace.depth -= 1;
        trace.open.remove(&here);
        if trace.cut {
            trace.settled.insert(here, found.clone());
        } else {
            locked(pure).insert(key, found.clone());
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

    /// The words of a file.
    pub fn words(&self, file: FileId, text: &str) -> &Words {
        let words = &self.file(file).words;
        words.get_or_init(|| Words::of(text))
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

    /// The other names that a file gives what it knows by a name.
    pub fn renamed(
        &self,
        file: FileId,
        make: impl FnOnce() -> HashMap<Name, Vec<Name>>,
    ) -> &HashMap<Name, Vec<Name>> {
        self.file(file).renamed.get_or_init(make)
    }

    /// What a file gives away under another name than it knows it by.
    pub fn given_away(&self, file: FileId, make: impl FnOnce() -> Renamed) -> &Renamed {
        self.file(file).given_away.get_or_init(make)
    }

    /// What of a file stands as a value that something takes.
    pub fn handed(&self, file: FileId, make: impl FnOnce() -> ByName) -> &ByName {
        self.file(file).handed.get_or_init(make)
    }

    /// Where the functions without a name of a file stand.
    pub fn nameless(
        &self,
        file: FileId,
        make: impl FnOnce() -> HashMap<FunctionId, ExprId>,
    ) -> &HashMap<FunctionId, ExprId> {
        self.file(file).nameless.get_or_init(make)
    }

    /// The callers of a function, found by `find` where they are not known.
    pub fn callers(
        &self,
        function: FnRef,
        trace: &mut Trace,
        find: impl FnOnce(&mut Trace) -> Vec<At>,
    ) -> Arc<[At]> {
        let key = (function, trace.callers);
        if let Some(known) = locked(&self.callers).get(&key) {
            return known.clone();
        }
        if let Some(known) = trace.called.get(&key) {
            trace.cut = true;
            return known.clone();
        }
        if !trace.functions.insert(key) {
            trace.cut = true;
            return Arc::default();
        }
        let before = std::mem::take(&mut trace.cut);
        let found: Arc<[At]> = find(trace).into();
        trace.functions.remove(&key);
        if trace.cut {
            trace.called.insert(key, found.clone());
        } else {
            locked(&self.callers).insert(key, found.clone());
        }
        trace.cut |= before;
        found
    }
}

impl Trace {
    pub fn new(callers: Callers) -> Trace {
        Trace {
            callers,
            ..Trace::default()
        }
    }

    /// Looks for where a function is handed to, unless only callers by name are asked for.
    pub fn in_handed(&mut self, find: impl FnOnce(&mut Trace) -> Vec<At>) -> Vec<At> {
        if self.callers == Callers::Named {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.callers, Callers::Named);
        let found = find(self);
        self.callers = before;
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
