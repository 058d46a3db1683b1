//! Functions of the project that send what their callers bring: each caller is a call site of its
//! own. The work of a file is done in two steps, so that the order of files does not matter.

use super::env::Env;
use super::eval::{Eval, Kind};
use super::flat::Origin;
use super::request::{Read, Reading, read};
use super::site::{Site, words};
use super::{Prompt, Request, Status};
use crate::index::{At, ClassRef, FnRef, Program, Target};
use crate::ir::{Expr, ExprKind, Function, FunctionId, Module, Param, ParamKind, Parent};
use crate::sdk::{Found, Sdks};
use crate::source::FileId;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// How many wrappers deep a prompt is followed to its callers.
const DEEPEST: usize = 6;
/// How many callers of one wrapper are reported.
const MOST_CALLERS: usize = 2_000;

/// How many returned values of a function are looked at for what it makes.
const MOST_RETURNS: usize = 16;

/// From how many words of its own on a prompt is no mere frame for parts that callers bring.
const TELLS_ENOUGH: usize = 60;
/// Through how many wrappers of a family a call is read whose prompt cannot be found.
const MOST_TRIES: usize = 3;

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
    /// The site itself, reported where no caller is found; `None`: raw HTTP that only callers can
    /// make a request to a model.
    pub request: Option<Request>,
    /// How much of a message the callers bring.
    pub brings: Brings,
}

/// How much of a message the callers of a wrapper bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brings {
    /// All of it: every caller is a call site.
    Whole,
    /// Lines of it: a caller counts if it brings words of its own.
    Lines,
    /// Parts of lines: a caller counts if the prompt asks for work with what it brings.
    Parts,
    /// Messages beside others that ask for work themselves: a caller counts if its own do, too.
    Beside,
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
        let read = match read(program, sdks, &found, found.call, &Env::default()) {
            Reading::Sent(read) => *read,
            Reading::Elsewhere(origins) => {
                let function = pick(program, &origins, found.call);
                all.wrappers.extend(function.map(|function| Wrapper {
                    found,
                    function,
                    request: None,
                    brings: Brings::Whole,
                }));
                continue;
            }
        };
        match brought_by(program, &read, found.call, has_work) {
            Some((function, brings)) => all.wrappers.push(Wrapper {
                found,
                function,
                request: Some(read.request),
                brings,
            }),
            None => all.direct.push(read.request),
        }
    }
    all
}

/// The function whose callers bring the work, and how much they bring.
fn brought_by(
    program: &Program,
    read: &Read,
    site: At,
    has_work: HasWork,
) -> Option<(FnRef, Brings)> {
    if read.inside.is_empty() {
        return None;
    }
    let by = |origins: &[Origin], brings| {
        pick(program, origins, site).map(|function| (function, brings))
    };
    if read.has_form && words(&read.request.prompt) == 0 {
        return by(&read.whole, Brings::Beside);
    }
    if read.has_form || has_work(&read.request.prompt) {
        return by(&read.instructions, Brings::Beside);
    }
    if words(&read.request.prompt) >= TELLS_ENOUGH {
        return by(&read.whole, Brings::Whole);
    }
    by(&read.whole, Brings::Whole)
        .or_else(|| by(&read.lines, Brings::Lines))
        .or_else(|| by(&read.inside, Brings::Parts))
}

/// The named function whose parameters are meant, one around the site first. A method of a type that has
/// nothing to do with the site (it makes the text that somebody else sends) is none: whoever calls it
/// sends nothing.
fn pick(program: &Program, origins: &[Origin], site: At) -> Option<FnRef> {
    let around = functions_around(program, site);
    let named = |origin: &&Origin| {
        let function = origin.function;
        let name = &program.module(function.file)[function.function].name;
        !name.is_empty()
            || program.returned_by(function).is_some()
            || !program.callers(function).is_empty()
    };
    let own = |origin: &&Origin| around.contains(&origin.function);
    let named: Vec<&Origin> = origins.iter().filter(named).collect();
    let classes: Vec<ClassRef> = around
        .iter()
        .filter_map(|function| program.root_class(*function))
        .collect();
    let near = |origin: &&&Origin| {
        is_constructor(program, origin.function)
            || match program.root_class(origin.function) {
                Some(class) => classes.contains(&class),
                None => !makes_other(program, origin.function, &classes),
            }
    };
    let own = named.iter().find(|origin| own(origin));
    own.or(named.iter().find(near))
        .map(|origin| origin.function)
}

/// Whether a function without a type makes nothing but objects of the project's own that the site is no
/// method of.
fn makes_other(program: &Program, function: FnRef, classes: &[ClassRef]) -> bool {
    let returns = &program.module(function.file)[function.function].returns;
    let at = |expr: &crate::ir::ExprId| At {
        file: function.file,
        expr: *expr,
    };
    let made: Vec<Target> = returns
        .iter()
        .take(MOST_RETURNS)
        .flat_map(|expr| program.origins(at(expr)))
        .filter(|target| !matches!(target, Target::Value { .. }))
        .collect();
    let is_other =
        |target: &Target| matches!(target, Target::Instance(class) if !classes.contains(class));
    !made.is_empty() && made.iter().all(is_other)
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

/// Wrappers that stand in for each other, as the providers behind one interface do.
pub fn families<'s>(program: &Program, wrappers: Vec<Wrapper<'s>>) -> Vec<Vec<Wrapper<'s>>> {
    let mut families: Vec<Vec<Wrapper>> = Vec::new();
    let mut known: HashMap<ClassRef, usize> = HashMap::new();
    for wrapper in wrappers {
        let next = families.len();
        let root = program.root_class(wrapper.function);
        let number = root.map_or(next, |root| *known.entry(root).or_insert(next));
        match families.get_mut(number) {
            Some(family) => family.push(wrapper),
            None => families.push(vec![wrapper]),
        }
    }
    families
}

/// The call sites that the callers of a family of wrappers make; a wrapper's own site where there
/// are none, or only tests. What is read through one of them is not read again through the others.
pub fn wrapped(
    program: &Program,
    sdks: &Sdks,
    family: &[Wrapper],
    has_work: HasWork,
    is_test: &dyn Fn(FileId) -> bool,
) -> Vec<Request> {
    let done = RefCell::default();
    let each = |wrapper: &Wrapper| {
        let mut found = of_wrapper(program, sdks, wrapper, has_work, &done);
        let tested = !found.is_empty() && found.iter().all(|site| is_test(site.span.file));
        if tested && !is_test(wrapper.function.file) {
            found.extend(own_site(program, wrapper));
        }
        found
    };
    family.iter().flat_map(each).collect()
}

fn of_wrapper(
    program: &Program,
    sdks: &Sdks,
    wrapper: &Wrapper,
    has_work: HasWork,
    done: &RefCell<HashMap<At, usize>>,
) -> Vec<Request> {
    let following = Following {
        program,
        sdks,
        found: &wrapper.found,
        has_work,
        done,
        met_done: Cell::new(false),
    };
    let mut found = Vec::new();
    let own = wrapper.request.as_ref().map(|request| &request.prompt);
    let own = Site::new(wrapper.function, wrapper.brings, own, has_work);
    let all_bring = following.callers(&own, &[], &mut found);
    let of_constructor = is_constructor(program, wrapper.function);
    if of_constructor && found.iter().all(is_unread) {
        // Whoever makes the object brings no prompt that could be read: the call itself is the site.
        found.clear();
    }
    let known = found.is_empty() && following.met_done.get();
    if !known && (found.is_empty() || !all_bring) {
        found.extend(own_site(program, wrapper));
    }
    found.sort_by_key(|request| (request.span.file, request.span.start, request.span.end));
    found.dedup_by_key(|request| request.span);
    found
}

fn is_constructor(program: &Program, function: FnRef) -> bool {
    let name = &program.module(function.file)[function.function].name;
    matches!(&**name, "__init__" | "constructor")
}

fn is_unread(request: &Request) -> bool {
    request.prompt.status == Status::Unresolved
}

/// The wrapper itself, with the reason why its prompt is not known.
fn own_site(program: &Program, wrapper: &Wrapper) -> Option<Request> {
    let mut own = wrapper.request.clone()?;
    let function = &program.module(wrapper.function.file)[wrapper.function.function];
    let reason = match function.public {
        true => "parameter of a public function",
        false => "parameter of a function that nothing here calls",
    };
    let reasons = &mut own.prompt.reasons;
    let before = reasons.len();
    reasons.retain(|known| !known.starts_with("parameter of a function"));
    let unread = wrapper.brings == Brings::Whole && own.prompt.status == Status::Unresolved;
    if reasons.len() < before || unread {
        reasons.push(reason.to_string());
    }
    Some(own)
}

struct Following<'a, 's> {
    program: &'a Program,
    sdks: &'s Sdks,
    found: &'a Found<'s>,
    has_work: HasWork<'a>,
    /// How often calls were read through wrappers of the same family.
    done: &'a RefCell<HashMap<At, usize>>,
    /// Whether one of them was read often enough.
    met_done: Cell<bool>,
}

impl Following<'_, '_> {
    /// Adds the call sites of the callers of a function, which itself runs the calls `inner`
    /// (function and call, innermost last). Tells whether none of them relies on the function's own
    /// text alone.
    fn callers(&self, site: &Site, inner: &[(FnRef, At)], out: &mut Vec<Request>) -> bool {
        let function = site.function;
        let seen = inner.iter().any(|(known, _)| *known == function);
        if inner.len() >= DEEPEST || seen {
            return true;
        }
        let mut all_bring = true;
        let calls = self.program.callers(function).into_iter();
        for call in calls.take(MOST_CALLERS) {
            if functions_around(self.program, call).contains(&function) {
                continue;
            }
            if self
                .done
                .borrow()
                .get(&call)
                .is_some_and(|tries| *tries >= MOST_TRIES)
            {
                self.met_done.set(true);
                continue;
            }
            let before = out.len();
            let mut path = vec![(function, call)];
            path.extend_from_slice(inner);
            let Some(env) = self.inside(&path) else {
                continue;
            };
            match read(self.program, self.sdks, self.found, call, &env) {
                Reading::Sent(read) => all_bring &= self.caller(site, call, &path, *read, out),
                Reading::Elsewhere(origins) => {
                    let function = pick(self.program, &origins, call);
                    let outer = function.filter(|outer| *outer != site.function);
                    if let Some(function) = outer {
                        self.callers(&site.further_out(function), &path, out);
                    }
                }
            }
            let read = out.len() > before && !out[before..].iter().any(is_unread);
            let tries = if read { MOST_TRIES } else { 1 };
            *self.done.borrow_mut().entry(call).or_default() += tries;
        }
        all_bring
    }

    /// What the parameters stand for inside of calls, outermost first; `None` where a function that is
    /// handed over as a value is another one in these calls.
    fn inside(&self, path: &[(FnRef, At)]) -> Option<Env> {
        let eval = Eval::new(self.program, self.sdks);
        let mut env = Env::default();
        for (number, (function, call)) in path.iter().enumerate() {
            if number > 0 && !self.runs(&eval, *call, *function, &env) {
                return None;
            }
            env = eval.of_receiver(*call, &env).call(*function, *call);
        }
        Some(env)
    }

    /// Whether a call in an environment may run a function: its own, or one that was handed in.
    fn runs(&self, eval: &Eval, call: At, function: FnRef, env: &Env) -> bool {
        let ExprKind::Call { callee, .. } = self.program.kind(call) else {
            return true;
        };
        let callee = call.with(*callee);
        let is_it = |at: At| {
            self.program
                .origins(at)
                .contains(&Target::Function(function))
        };
        let targets = self.program.resolve(callee);
        if let Some(handed) = targets.iter().find_map(|target| self.given(target, env))
            && let origins = self.program.origins(handed)
            && origins
                .iter()
                .any(|origin| matches!(origin, Target::External(_) | Target::Class(_)))
        {
            // What is handed in comes from outside, or is no function.
            return origins.contains(&Target::Function(function));
        }
        let is_handed = targets.iter().any(|target| match target {
            Target::Parameter { .. } => true,
            Target::Value { at, .. } => self
                .program
                .resolve(*at)
                .iter()
                .any(|target| matches!(target, Target::Parameter { .. })),
            _ => false,
        });
        !is_handed
            || eval
                .values(callee, env)
                .iter()
                .any(|value| match &value.kind {
                    Kind::Expr(at, _) => is_it(*at),
                    Kind::Open(_) => true,
                    _ => false,
                })
    }

    /// Whether a call stands in a function that takes nothing but what it passes on.
    fn stands_in_forwarder(&self, call: At) -> bool {
        let around = functions_around(self.program, call).into_iter().next();
        around.is_some_and(|around| {
            only_passes_on(&self.program.module(around.file)[around.function])
        })
    }

    /// What the call at hand gives for a parameter.
    fn given(&self, target: &Target, env: &Env) -> Option<At> {
        let Target::Parameter { function, index } = target else {
            return None;
        };
        let (call, _) = env.call_of(*function)?;
        self.program.argument(call, *function, *index)
    }

    /// Adds the call site that one caller makes, or those of its callers. Tells whether there is one,
    /// or need not be.
    fn caller(
        &self,
        site: &Site,
        call: At,
        path: &[(FnRef, At)],
        read: Read,
        out: &mut Vec<Request>,
    ) -> bool {
        let prompt = &read.request.prompt;
        let works = match site.brings {
            Brings::Beside => site.is_brought_work(&read, self.has_work),
            _ => read.has_form || (self.has_work)(prompt),
        };
        let words = words(prompt);
        let before = out.len();
        let mut all_bring = true;
        if let Some((function, brings)) = brought_by(self.program, &read, call, self.has_work)
            && function != site.function
            && (!works || brings == Brings::Beside)
        {
            let outer = Site::new(function, brings, Some(prompt), self.has_work);
            let met_before = self.met_done.replace(false);
            all_bring = self.callers(&outer, path, out);
            let met = self.met_done.get();
            self.met_done.set(met || met_before);
            let module = self.program.module(function.file);
            if met && out.len() == before && module[function.function].name.is_empty() {
                // `run(x, lambda p: ask(p))`: whoever calls the lambda is a site already.
                return true;
            }
            // Callers further out that bring no words are no better a place than this one.
            let brought = out[before..]
                .iter()
                .any(|found| super::site::words(&found.prompt) > words);
            if !brought && site.brings == Brings::Whole {
                out.truncate(before);
            }
        }
        let counts = match site.brings {
            Brings::Whole => true,
            Brings::Lines => works || words >= site.words + 3,
            Brings::Parts | Brings::Beside => works,
        };
        let found_none = out.len() == before;
        if found_none && words == 0 && !works && self.stands_in_forwarder(call) {
            // `partial(ask, tools=tools)` that something from outside calls: it brings no prompt.
            return true;
        }
        if counts && (found_none || works && !all_bring) {
            let mut request = read.request;
            request.via = Some(self.shown(site.function));
            out.push(request);
            return true;
        }
        !found_none || site.brings != Brings::Beside || words >= site.words + 3
    }

    /// A function's name; for a constructor, its class's.
    fn shown(&self, function: FnRef) -> String {
        let returned_by = self.program.returned_by(function);
        let module = self.program.module(function.file);
        let known = &module[returned_by.unwrap_or(function).function];
        match (&*known.name, known.class) {
            ("__init__" | "constructor", Some(class)) => module[class].name.to_string(),
            ("default", None) => self.program.stem(function.file).to_string(),
            ("", None) => held_as(module, function.function).to_string(),
            (name, _) => name.to_string(),
        }
    }
}

/// Whether a function takes nothing but what it passes on, whatever that is.
fn only_passes_on(function: &Function) -> bool {
    let mut params = function.params.iter();
    let is_rest = |param: &Param| matches!(param.kind, ParamKind::Rest | ParamKind::KeywordRest);
    !function.params.is_empty() && params.all(is_rest)
}

/// The name that a function without one is held under.
fn held_as(module: &Module, function: FunctionId) -> &str {
    let is_it = |expr: &&Expr| matches!(expr.kind, ExprKind::Lambda(of) if of == function);
    match module.exprs.iter().find(is_it).map(|expr| expr.parent) {
        Some(Parent::Binding(binding)) => &module[binding].name,
        _ => "",
    }
}
