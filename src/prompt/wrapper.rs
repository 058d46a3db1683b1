//! Functions of the project that send what their callers bring: each caller is a call site of its
//! own. The work of a file is done in two steps, so that the order of files does not matter.

use super::env::Env;
use super::flat::Origin;
use super::request::{Read, read};
use super::{Prompt, Request};
use crate::index::{At, FnRef, Program};
use crate::sdk::{Found, Sdks};
use crate::source::FileId;

/// How many wrappers deep a prompt is followed to its callers.
const DEEPEST: usize = 4;
/// How many callers of one wrapper are reported.
const MOST_CALLERS: usize = 2_000;

/// The call sites of a file.
#[derive(Debug, Default)]
pub struct Requests<'s> {
    /// Sites whose prompt the code around them brings.
    pub direct: Vec<Request>,
    /// Sites whose prompt comes from the callers of a function.
    pub wrappers: Vec<Wrapper<'s>>,
}

/// A site whose prompt its function's callers bring.
#[derive(Clone, Debug)]
pub struct Wrapper<'s> {
    /// The call.
    pub found: Found<'s>,
    /// The function whose callers bring the prompt.
    pub function: FnRef,
    /// The site itself, reported where no caller is found.
    pub request: Request,
    /// Whether a whole message is the callers'; otherwise a caller counts only if what it gives
    /// for a part asks for work.
    pub whole: bool,
}

/// Decides whether the known text of a prompt asks for work of its own.
pub type HasWork<'a> = &'a dyn Fn(&Prompt) -> bool;

/// The call sites of one file.
pub fn requests<'s>(
    program: &Program,
    sdks: &'s Sdks,
    file: FileId,
    has_work: HasWork,
) -> Requests<'s> {
    let mut all = Requests::default();
    for found in sdks.find(program, file) {
        let Some(read) = read(program, sdks, &found, found.call, &Env::default()) else {
            continue;
        };
        match brought_by(program, &read, found.call, has_work) {
            Some((function, whole)) => all.wrappers.push(Wrapper {
                found,
                function,
                request: read.request,
                whole,
            }),
            None => all.direct.push(read.request),
        }
    }
    all
}

/// The function whose callers bring the work, and whether they bring a whole message.
fn brought_by(
    program: &Program,
    read: &Read,
    site: At,
    has_work: HasWork,
) -> Option<(FnRef, bool)> {
    if read.has_form || read.inside.is_empty() || has_work(&read.request.prompt) {
        return None;
    }
    let around = functions_around(program, site);
    let pick = |origins: &[Origin]| {
        let named = |origin: &&Origin| {
            let function = origin.function;
            !program.module(function.file)[function.function]
                .name
                .is_empty()
        };
        let own = |origin: &&Origin| around.contains(&origin.function);
        let named: Vec<&Origin> = origins.iter().filter(named).collect();
        let own = named.iter().find(|origin| own(origin));
        own.or(named.first()).map(|origin| origin.function)
    };
    match pick(&read.whole) {
        Some(function) => Some((function, true)),
        None => pick(&read.inside).map(|function| (function, false)),
    }
}

fn functions_around(program: &Program, at: At) -> Vec<FnRef> {
    let module = program.module(at.file);
    let mut scope = Some(module[at.expr].scope);
    let mut found = Vec::new();
    while let Some(id) = scope {
        if let crate::ir::Owner::Function(function) = module[id].owner {
            let file = at.file;
            found.push(FnRef { file, function });
        }
        scope = module[id].parent;
    }
    found
}

/// The call sites that a wrapper's callers make; the wrapper's own site where there are none.
pub fn wrapped(
    program: &Program,
    sdks: &Sdks,
    wrapper: &Wrapper,
    has_work: HasWork,
) -> Vec<Request> {
    let following = Following {
        program,
        sdks,
        found: &wrapper.found,
        has_work,
    };
    let mut found = Vec::new();
    following.callers(wrapper.function, &[], wrapper.whole, &mut found);
    if found.is_empty() {
        return vec![own_site(program, wrapper)];
    }
    found.sort_by_key(|request| (request.span.file, request.span.start, request.span.end));
    found.dedup_by_key(|request| request.span);
    found
}

/// The wrapper itself, with the reason why its prompt is not known.
fn own_site(program: &Program, wrapper: &Wrapper) -> Request {
    let mut own = wrapper.request.clone();
    let function = &program.module(wrapper.function.file)[wrapper.function.function];
    if wrapper.whole {
        let reason = match function.public {
            true => "parameter of a public function",
            false => "parameter of a function that nothing here calls",
        };
        let reasons = &mut own.prompt.reasons;
        reasons.retain(|known| !known.starts_with("parameter of a function"));
        reasons.push(reason.to_string());
    }
    own
}

struct Following<'a, 's> {
    program: &'a Program,
    sdks: &'s Sdks,
    found: &'a Found<'s>,
    has_work: HasWork<'a>,
}

impl Following<'_, '_> {
    /// Adds the sites of the callers of `function`, which itself runs the calls `inner` (function
    /// and call, innermost last).
    fn callers(&self, function: FnRef, inner: &[(FnRef, At)], whole: bool, out: &mut Vec<Request>) {
        let seen = inner.iter().any(|(known, _)| *known == function);
        if inner.len() >= DEEPEST || seen {
            return;
        }
        for call in self
            .program
            .callers(function)
            .into_iter()
            .take(MOST_CALLERS)
        {
            if functions_around(self.program, call).contains(&function) {
                continue;
            }
            let mut path = vec![(function, call)];
            path.extend_from_slice(inner);
            let env = path.iter().fold(Env::default(), |env, (function, call)| {
                env.call(*function, *call)
            });
            let Some(read) = read(self.program, self.sdks, self.found, call, &env) else {
                continue;
            };
            let works = read.has_form || (self.has_work)(&read.request.prompt);
            let before = out.len();
            if !works
                && let Some((outer, whole)) = brought_by(self.program, &read, call, self.has_work)
                && outer != function
            {
                self.callers(outer, &path, whole, out);
            }
            if out.len() == before && (whole || works) {
                let mut request = read.request;
                request.via = Some(self.shown(function));
                out.push(request);
            }
        }
    }

    /// A function's name; for a constructor, its class's.
    fn shown(&self, function: FnRef) -> String {
        let module = self.program.module(function.file);
        let known = &module[function.function];
        match (&*known.name, known.class) {
            ("__init__" | "constructor" | "new", Some(class)) => module[class].name.to_string(),
            (name, _) => name.to_string(),
        }
    }
}
