//! Arguments that a function passes on as it got them: `f(*args, **kwargs)`, `fn(...args)`.

use super::env::Env;
use super::eval::Value;
use crate::index::{At, FnRef, Program, Target};
use crate::ir::{ExprKind, ParamKind};

/// Through how many functions arguments are passed on.
const DEEPEST: u32 = 6;

/// What `call` gives for a parameter of `function` out of what the function around it got itself.
pub(super) fn argument(
    program: &Program,
    call: At,
    function: FnRef,
    index: u32,
    env: &Env,
) -> Option<Value> {
    let params = &program.module(function.file)[function.function].params;
    let param = params.get(index as usize)?;
    if param.kind == ParamKind::Plain
        && let Some(found) = positional(program, call, index as usize, env, DEEPEST)
    {
        // What is not known to be given need not be: a default may hold.
        let is_needed = param.default.is_none() || index == 0;
        return (found.is_known || is_needed).then_some(found.value);
    }
    named(program, call, &param.name, env, DEEPEST)
}

struct Given {
    value: Value,
    /// Whether the call that gives it is at hand.
    is_known: bool,
}

/// The positional argument at a place.
fn positional(program: &Program, call: At, place: usize, env: &Env, depth: u32) -> Option<Given> {
    let ExprKind::Call { args, .. } = program.kind(call) else {
        return None;
    };
    let given = args.iter().filter(|arg| arg.name.is_none());
    for (before, arg) in given.enumerate() {
        let at = call.with(arg.value);
        if !arg.spread {
            if before == place {
                let value = Value::expr(at, env);
                return Some(Given {
                    value,
                    is_known: true,
                });
            }
            continue;
        }
        // What else is spread hides how many arguments there are.
        let (outer, number) = rest_of(program, at, ParamKind::Rest)?;
        return match env.call_of(outer) {
            Some((made, around)) => {
                let place = number as usize + place.checked_sub(before)?;
                positional(program, made, place, around, depth.checked_sub(1)?)
            }
            None => Some(Given {
                value: Value::expr(at, env),
                is_known: false,
            }),
        };
    }
    None
}

/// The keyword argument of a name.
fn named(program: &Program, call: At, name: &str, env: &Env, depth: u32) -> Option<Value> {
    let ExprKind::Call { args, .. } = program.kind(call) else {
        return None;
    };
    if let Some(arg) = args.iter().find(|arg| arg.name.as_deref() == Some(name)) {
        return Some(Value::expr(call.with(arg.value), env));
    }
    let mut spread = args.iter().filter(|arg| arg.spread);
    spread.find_map(|arg| {
        let (outer, _) = rest_of(program, call.with(arg.value), ParamKind::KeywordRest)?;
        let (made, around) = env.call_of(outer)?;
        named(program, made, name, around, depth.checked_sub(1)?)
    })
}

/// The parameter that takes all the rest of a kind, where an expression is one.
fn rest_of(program: &Program, at: At, kind: ParamKind) -> Option<(FnRef, u32)> {
    if !matches!(program.kind(at), ExprKind::Name(_)) {
        return None;
    }
    program.resolve(at).into_iter().find_map(|target| {
        let Target::Parameter { function, index } = target else {
            return None;
        };
        let params = &program.module(function.file)[function.function].params;
        (params.get(index as usize)?.kind == kind).then_some((function, index))
    })
}
