//! The named inputs of a call: a keyword argument, a property of an options object, a field of a
//! struct, a setter of a builder, a positional argument are one notion for all languages.

use super::Sdks;
use crate::index::{At, Program, Target};
use crate::ir::{Entry, ExprKind, Extend};
use std::collections::BTreeSet;

/// Starts the step to calls of a method on the same receiver.
pub const BESIDE: char = '+';
/// The location of what a call is made on: a chat that its messages were put into.
pub const RECEIVER: &str = "^";
/// How many calls of a file are looked through for those on the same receiver.
const MOST_CALLS: usize = 4_000;
/// How deep the calls that a receiver passed through are followed.
const DEEPEST: u32 = 40;
/// How many of them are kept.
const MOST_SIBLINGS: usize = 60;

impl Sdks {
    /// The expressions at the first of `locations` that the call fills.
    ///
    /// A location is `messages` (by name), `0` (by position), a path into one of them
    /// (`config.system`), or either of these in an earlier call of the receiver's chain
    /// (`new:model`, `preamble:0`), or in a statement of its own on the same receiver
    /// (`+add_component:1`); `^` is what the call is made on, `**` is what is spread into the call whole, `decorated:doc`,
    /// `:result`, `:open` (the result without what the call gives) and `:returns` are parts of the
    /// decorated function that is called. `@system_prompt`
    /// is what functions return that this decorator of the receiver registers. A key that
    /// another input names stands in brackets (`Mastra:agents.[getAgent:0].instructions`).
    pub fn input(&self, program: &Program, call: At, locations: &[String]) -> Vec<At> {
        locations
            .iter()
            .map(|location| self.at_location(program, call, location))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The same inside a body that is already at hand.
    pub fn inside(&self, program: &Program, body: At, locations: &[String]) -> Vec<At> {
        locations
            .iter()
            .map(|location| {
                location.split('.').fold(vec![body], |values, segment| {
                    values
                        .into_iter()
                        .flat_map(|value| self.entry(program, value, segment, 0))
                        .collect()
                })
            })
            .find(|found: &Vec<At>| !found.is_empty())
            .unwrap_or_default()
    }

    fn at_location(&self, program: &Program, call: At, location: &str) -> Vec<At> {
        if location == RECEIVER {
            return object_of(program, call).into_iter().collect();
        }
        let (step, path) = match location.split_once(':') {
            Some((step, path)) => (Some(step), path),
            None => (None, location),
        };
        let calls = match step {
            None => vec![call],
            Some(step) if step.starts_with(BESIDE) => {
                let calls = siblings(program, call, &step[BESIDE.len_utf8()..]).into_iter();
                return calls
                    .flat_map(|call| self.in_call(program, call, path))
                    .collect();
            }
            Some(step) => {
                let mut chain = Vec::new();
                receivers(program, call, 0, &mut chain);
                match step {
                    // The constructor is the call whose own callee hangs on no other call.
                    "new" => chain,
                    step => chain
                        .into_iter()
                        .filter(|at| program.called_name(*at) == Some(step))
                        .collect(),
                }
            }
        };
        calls
            .into_iter()
            .map(|call| self.in_call(program, call, path))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn in_call(&self, program: &Program, call: At, path: &str) -> Vec<At> {
        let mut segments = path.split('.');
        let first = segments.next().unwrap_or_default();
        let values = self.argument(program, call, first);
        segments.fold(values, |values, segment| {
            values
                .into_iter()
                .flat_map(|value| self.entry(program, value, segment, 0))
                .collect()
        })
    }

    fn argument(&self, program: &Program, call: At, name: &str) -> Vec<At> {
        let ExprKind::Call { args, .. } = program.kind(call) else {
            return Vec::new();
        };
        let here = |expr| At {
            file: call.file,
            expr,
        };
        if let Ok(position) = name.parse::<usize>() {
            let mut positional = args.iter().filter(|arg| arg.name.is_none() && !arg.spread);
            return positional
                .nth(position)
                .map(|arg| here(arg.value))
                .into_iter()
                .collect();
        }
        if let Some(arg) = args.iter().find(|arg| arg.name.as_deref() == Some(name)) {
            return vec![here(arg.value)];
        }
        args.iter()
            .filter(|arg| arg.name.is_none())
            .map(|arg| self.entry(program, here(arg.value), name, 0))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// An entry of a map, object, struct, dict call or builder, however it was put together.
    fn entry(&self, program: &Program, of: At, name: &str, depth: u32) -> Vec<At> {
        if depth > 8 {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let ExprKind::Name(variable) = program.kind(of) {
            let position = program.expr(of).span.start;
            let set = program.members_set(of.file, variable, position);
            found.extend(
                set.filter(|(member, _)| &***member == name)
                    .map(|(_, value)| value),
            );
            for target in program.resolve(of) {
                if let Target::Value {
                    at,
                    extend: Some(Extend::Merge),
                    ..
                } = target
                {
                    found.extend(self.entry(program, at, name, depth + 1));
                }
            }
        }
        if !found.is_empty() {
            return found;
        }
        for value in program.values(of) {
            found.extend(self.entry_of_value(program, value, name, depth + 1));
        }
        found
    }

    fn entry_of_value(&self, program: &Program, value: At, name: &str, depth: u32) -> Vec<At> {
        let here = |expr| At {
            file: value.file,
            expr,
        };
        match program.kind(value) {
            ExprKind::Map { entries, .. } => {
                for entry in entries.iter().rev() {
                    match entry {
                        Entry::Field(key, expr) if **key == *name => return vec![here(*expr)],
                        Entry::Spread(expr) => {
                            let inner = self.entry(program, here(*expr), name, depth);
                            if !inner.is_empty() {
                                return inner;
                            }
                        }
                        _ => {}
                    }
                }
                Vec::new()
            }
            ExprKind::List(items) => match name.parse::<usize>() {
                Ok(position) => items
                    .get(position)
                    .map(|item| here(item.value))
                    .into_iter()
                    .collect(),
                Err(_) => Vec::new(),
            },
            ExprKind::Call { callee, args } => {
                if let Some(transparent) = self.transparent(program, value) {
                    return self
                        .input(program, value, &transparent.of)
                        .into_iter()
                        .flat_map(|inner| self.entry(program, inner, name, depth))
                        .collect();
                }
                if let Some(arg) = args.iter().find(|arg| arg.name.as_deref() == Some(name)) {
                    return vec![here(arg.value)];
                }
                // A builder: a setter of that name in its chain.
                let mut chain = vec![value];
                receivers(program, value, 0, &mut chain);
                let setter = chain
                    .into_iter()
                    .find(|call| program.called_name(*call) == Some(name));
                if let Some(setter) = setter {
                    return self.argument(program, setter, "0");
                }
                // A constructor of options: `types.GenerateContentConfig(…)`, a function that returns a map.
                let from_functions: Vec<At> = program
                    .callees(value)
                    .into_iter()
                    .flat_map(|function| {
                        let module = program.module(function.file);
                        module[function.function]
                            .returns
                            .iter()
                            .map(move |expr| At {
                                file: function.file,
                                expr: *expr,
                            })
                    })
                    .flat_map(|returned| self.entry(program, returned, name, depth + 2))
                    .collect();
                let _ = callee;
                if !from_functions.is_empty() {
                    return from_functions;
                }
                args.iter()
                    .filter(|arg| arg.name.is_none())
                    .map(|arg| self.entry(program, here(arg.value), name, depth + 1))
                    .find(|found| !found.is_empty())
                    .unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }
}

/// The object whose method a call calls.
pub fn object_of(program: &Program, call: At) -> Option<At> {
    let ExprKind::Call { callee, .. } = program.kind(call) else {
        return None;
    };
    match program.kind(call.with(*callee)) {
        ExprKind::Member { object, .. } => Some(call.with(*object)),
        _ => None,
    }
}

/// The calls of a method on the object that `call` is made on, where that object is made; of a
/// constructor, on what it makes.
pub fn siblings(program: &Program, call: At, method: &str) -> Vec<At> {
    let object = |call: At| object_of(program, call);
    let made = |at: At| -> Vec<At> {
        let values = program.values(at).into_iter();
        values
            .filter(|at| matches!(program.kind(*at), ExprKind::Call { .. }))
            .collect()
    };
    let mut own = object(call).map_or_else(Vec::new, made);
    if own.is_empty() {
        own.push(call);
    }
    let mut found = Vec::new();
    for file in own.iter().map(|at| at.file).collect::<BTreeSet<_>>() {
        for expr in program.module(file).calls.iter().take(MOST_CALLS) {
            let at = At { file, expr: *expr };
            let named = program.called_name(at) == Some(method);
            if named
                && object(at).is_some_and(|object| made(object).iter().any(|at| own.contains(at)))
                && found.len() < MOST_SIBLINGS
            {
                found.push(at);
            }
        }
    }
    found
}

/// The calls that the receiver of a call passed through, the nearest first.
pub fn receivers(program: &Program, call: At, depth: u32, found: &mut Vec<At>) {
    if depth > DEEPEST || found.len() > MOST_SIBLINGS {
        return;
    }
    let ExprKind::Call { callee, .. } = program.kind(call) else {
        return;
    };
    let callee = call.with(*callee);
    through(program, receiver(program, callee), depth, found);
}

/// The object that what is called hangs on, or itself where it hangs on none; of
/// `self.client.chat.create` the nearest member that is bound to a value.
pub fn receiver(program: &Program, callee: At) -> At {
    let mut at = callee;
    // What is called is a value kept in a member: `self.llm(text)`.
    if matches!(program.kind(at), ExprKind::Member { .. }) && !is_root_known(program, at) {
        return at;
    }
    while let ExprKind::Member { object, .. } | ExprKind::Index { object, .. } = program.kind(at) {
        at = at.with(*object);
        let follow = matches!(
            program.kind(at),
            ExprKind::Member { .. } | ExprKind::Index { .. }
        );
        if !follow || !is_root_known(program, at) {
            break;
        }
    }
    at
}

/// Whether a member has to be followed through its object, being bound to no value itself.
fn is_root_known(program: &Program, at: At) -> bool {
    !program
        .resolve(at)
        .iter()
        .any(|target| matches!(target, Target::Value { .. }))
}

fn through(program: &Program, at: At, depth: u32, found: &mut Vec<At>) {
    if depth > DEEPEST {
        return;
    }
    for value in program.values(at) {
        match program.kind(value) {
            ExprKind::Call { .. } if !found.contains(&value) => {
                found.push(value);
                receivers(program, value, depth + 1, found);
                for function in program.callees(value) {
                    let module = program.module(function.file);
                    for returned in &module[function.function].returns {
                        through(
                            program,
                            At {
                                file: function.file,
                                expr: *returned,
                            },
                            depth + 4,
                            found,
                        );
                    }
                }
            }
            ExprKind::Binary { left, right, .. } => {
                for side in [*left, *right] {
                    through(
                        program,
                        At {
                            file: value.file,
                            expr: side,
                        },
                        depth + 1,
                        found,
                    );
                }
            }
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                for target in program.resolve(value) {
                    if let Target::Value { at, .. } = target
                        && at != value
                    {
                        through(program, at, depth + 1, found);
                    }
                }
            }
            _ => {}
        }
    }
}
