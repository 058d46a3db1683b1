//! Functions that are handed over as values: to a parameter (`retry(ask, x)`), a constructor that keeps
//! them (`self.send`), an options object, a table. They are called by the name that took them.

use super::memo::{ByName, Trace};
use super::{At, FnRef, Program, Target};
use crate::ir::{
    Arg, BindingKind, Entry, ExprId, ExprKind, FunctionId, Module, Name, Owner, ParamKind, Parent,
    ScopeId,
};
use crate::source::FileId;
use std::collections::HashMap;

/// Through how many functions a function is handed on.
const DEEPEST: usize = 3;
/// How many places are looked at where one function is handed over.
const MOST_PLACES: usize = 40;
/// How many names one function is called by.
const MOST_NAMES: usize = 40;
/// How many calls by one of those names are looked at.
const MOST_CALLS: usize = 200;

/// The names that take a function, each in the file where it is called by it.
type Takers = Vec<(FileId, Name)>;

impl Program {
    /// The calls of a function by the names that took it as a value.
    pub(super) fn callers_of_handed(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        trace.in_handed(|trace| self.called_by_taker(function, trace))
    }

    fn called_by_taker(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        let mut takers = Takers::new();
        for place in self.places(function, trace) {
            self.takers(place, DEEPEST, trace, &mut takers);
        }
        takers.truncate(MOST_NAMES);
        let own = &self.module(function.file)[function.function].name;
        let mut found = Vec::new();
        for (file, name) in takers {
            // What keeps the function's own name has been looked at by it.
            if name == *own {
                continue;
            }
            for call in self
                .calls_named(file, &name, false)
                .into_iter()
                .take(MOST_CALLS)
            {
                let ExprKind::Call { callee, .. } = self.kind(call) else {
                    continue;
                };
                let targets = self.origins_in(call.with(*callee), trace);
                if targets.contains(&Target::Function(function)) && !found.contains(&call) {
                    found.push(call);
                }
            }
        }
        found
    }

    /// Where a function stands as a value that something takes.
    fn places(&self, function: FnRef, trace: &mut Trace) -> Vec<At> {
        let module = self.module(function.file);
        let name = &module[function.function].name;
        if name.is_empty() {
            let at = self.lambda(function).map(|expr| At {
                file: function.file,
                expr,
            });
            return at.into_iter().collect();
        }
        let mut found = Vec::new();
        let naming = self.naming(name, function.file, false);
        for file in self.nearest(&naming, function.file) {
            let module = self.module(file);
            let handed = self.memo.handed(file, || handed(module));
            let aliases = module
                .imports
                .iter()
                .filter(|import| import.name.as_deref() == Some(name) && import.local != *name);
            let names = std::iter::once(name).chain(aliases.map(|import| &import.local));
            for expr in names.flat_map(|name| handed.get(name).into_iter().flatten()) {
                let at = At { file, expr: *expr };
                if found.len() < MOST_PLACES
                    && self
                        .origins_in(at, trace)
                        .contains(&Target::Function(function))
                {
                    found.push(at);
                }
            }
        }
        found
    }

    /// The names that take the value at a place.
    fn takers(&self, place: At, depth: usize, trace: &mut Trace, out: &mut Takers) {
        let module = self.module(place.file);
        let mut add = |name: &Name| {
            if !name.is_empty() && !out.contains(&(place.file, name.clone())) {
                out.push((place.file, name.clone()));
            }
        };
        match module[place.expr].parent {
            Parent::Binding(binding) => add(&module[binding].name),
            Parent::Expr(outer) => match &module[outer].kind {
                ExprKind::Call { callee, args } => {
                    let arg = args.iter().position(|arg| arg.value == place.expr);
                    if let Some(arg) = arg.filter(|_| *callee != place.expr) {
                        self.takers_of_call(
                            place.with(outer),
                            args,
                            arg,
                            None,
                            (depth, trace),
                            out,
                        );
                    }
                }
                ExprKind::Map { entries, .. } => {
                    let key = entries.iter().find_map(|entry| match entry {
                        Entry::Field(key, value) if *value == place.expr => Some(key),
                        _ => None,
                    });
                    key.into_iter().for_each(&mut add);
                    match module[outer].parent {
                        Parent::Binding(binding) => add(&module[binding].name),
                        Parent::Expr(call) => {
                            if let ExprKind::Call { args, .. } = &module[call].kind
                                && let Some(arg) = args.iter().position(|arg| arg.value == outer)
                            {
                                let call = place.with(call);
                                self.takers_of_call(call, args, arg, key, (depth, trace), out);
                            }
                        }
                        _ => {}
                    }
                }
                ExprKind::Choice(_) | ExprKind::List(_) => {
                    self.takers(place.with(outer), depth, trace, out);
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// The names by which the functions that a call runs take its argument, or the entry `key` of it.
    fn takers_of_call(
        &self,
        call: At,
        args: &[Arg],
        arg: usize,
        key: Option<&Name>,
        (depth, trace): (usize, &mut Trace),
        out: &mut Takers,
    ) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return;
        };
        for target in self.origins_in(call.with(*callee), trace).iter() {
            let function = match target {
                Target::Function(function) => Some(*function),
                Target::Class(class) => {
                    let name = args[arg].name.as_ref().filter(|_| key.is_none());
                    out.extend(name.map(|name| (class.file, name.clone())));
                    self.constructor_of(*class, trace)
                }
                _ => None,
            };
            let Some(function) = function else { continue };
            let known = &self.module(function.file)[function.function];
            let Some(param) = taking(&known.params, args, arg) else {
                continue;
            };
            let name = match key {
                None => &param.name,
                Some(key) => {
                    let mut fields = param.fields.iter();
                    let local = fields.find(|(of, _, _)| of == key);
                    local.map_or(key, |(_, local, _)| local)
                }
            };
            out.push((function.file, name.clone()));
            for used in self.uses_within(function, name) {
                self.takers(used, depth, trace, out);
            }
        }
    }

    /// Where a function hands on what it takes under a name.
    fn uses_within(&self, function: FnRef, name: &Name) -> Vec<At> {
        let module = self.module(function.file);
        let handed = self.memo.handed(function.file, || handed(module));
        let inside = |expr: &&ExprId| is_inside(module, module[**expr].scope, function.function);
        let used = handed.get(name).into_iter().flatten().filter(inside);
        let at = |expr: &ExprId| At {
            file: function.file,
            expr: *expr,
        };
        used.take(MOST_PLACES).map(at).collect()
    }
}

/// The parameter that takes an argument.
fn taking<'m>(
    params: &'m [crate::ir::Param],
    args: &[Arg],
    arg: usize,
) -> Option<&'m crate::ir::Param> {
    let given = &args[arg];
    if given.spread || args[..arg].iter().any(|arg| arg.spread) {
        return None;
    }
    match &given.name {
        Some(name) => params.iter().find(|param| param.name == *name),
        None => {
            let before = args[..arg].iter().filter(|arg| arg.name.is_none()).count();
            let mut plain = params.iter().filter(|param| param.kind == ParamKind::Plain);
            plain.nth(before)
        }
    }
}

fn is_inside(module: &Module, scope: ScopeId, function: FunctionId) -> bool {
    let mut next = Some(scope);
    while let Some(id) = next {
        if module[id].owner == Owner::Function(function) {
            return true;
        }
        next = module[id].parent;
    }
    false
}

/// The names and members of a file that stand as values which something takes, by their last name.
fn handed(module: &Module) -> ByName {
    let mut found: ByName = HashMap::new();
    for (number, expr) in module.exprs.iter().enumerate() {
        let (ExprKind::Name(name) | ExprKind::Member { name, .. }) = &expr.kind else {
            continue;
        };
        let id = ExprId(number as u32);
        let is_taken = match expr.parent {
            Parent::Expr(outer) => match &module[outer].kind {
                ExprKind::Call { callee, .. } => *callee != id,
                ExprKind::Map { .. } | ExprKind::List(_) | ExprKind::Choice(_) => true,
                _ => false,
            },
            Parent::Binding(binding) => {
                let binding = &module[binding];
                binding.object.is_some() || matches!(binding.kind, BindingKind::Parameter(..))
            }
            _ => false,
        };
        if is_taken {
            found.entry(name.clone()).or_default().push(id);
        }
    }
    found
}
