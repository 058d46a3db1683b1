//! What the parameters of functions stand for while one call of them is followed.

use super::eval::Value;
use crate::index::{At, ClassRef, FnRef, Program};
use std::rc::Rc;

/// The calls and elements around an expression, innermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Env(Option<Rc<Frame>>);

/// Tells environments apart while they live.
pub(super) type Key = usize;

#[derive(Debug)]
struct Frame {
    bound: Bound,
    up: Env,
    depth: u32,
}

#[derive(Debug)]
enum Bound {
    /// The function runs because of this call, which stands in the environment around it.
    Call(FnRef, At),
    /// A parameter (of a lambda) has this value.
    Parameter(FnRef, u32, Value),
    /// The element at hand of what is iterated over.
    Element(At, Value),
    /// More frames, looked through last.
    Outer(Env),
    /// `self` was made by this call.
    Made(ClassRef, Value),
}

/// How many frames there may be.
const DEEPEST: u32 = 24;

impl Env {
    fn with(&self, bound: Bound) -> Env {
        let depth = self.0.as_ref().map_or(0, |frame| frame.depth);
        if depth >= DEEPEST {
            return self.clone();
        }
        Env(Some(Rc::new(Frame {
            bound,
            up: self.clone(),
            depth: depth + 1,
        })))
    }

    /// The frames of `outer` around those of this one.
    pub fn also(&self, outer: &Env) -> Env {
        if self.key() == outer.key() || self.0.is_none() {
            return outer.clone();
        }
        if outer.0.is_none() {
            return self.clone();
        }
        self.with(Bound::Outer(outer.clone()))
    }

    /// Inside `function`, called at `call`.
    pub fn call(&self, function: FnRef, call: At) -> Env {
        self.with(Bound::Call(function, call))
    }

    /// With a parameter bound to a value.
    pub fn parameter(&self, function: FnRef, index: u32, value: Value) -> Env {
        self.with(Bound::Parameter(function, index, value))
    }

    /// With one element of `over` at hand.
    pub fn element(&self, over: At, value: Value) -> Env {
        self.with(Bound::Element(over, value))
    }

    /// With instances of `class` made by the call `made`.
    pub fn made(&self, class: ClassRef, made: Value) -> Env {
        self.with(Bound::Made(class, made))
    }

    /// Whether an instance is at hand that the code shows being made.
    pub fn has_maker(&self) -> bool {
        let made = |frame: &&Frame| matches!(frame.bound, Bound::Made(..));
        self.frames().iter().any(made)
    }

    /// The call that made the instance of `class` at hand.
    pub fn maker(&self, class: ClassRef) -> Option<&Value> {
        self.frames()
            .into_iter()
            .find_map(|frame| match &frame.bound {
                Bound::Made(of, made) if *of == class => Some(made),
                _ => None,
            })
    }

    /// Tells environments apart while they live.
    pub fn key(&self) -> Key {
        self.0
            .as_ref()
            .map_or(0, |frame| Rc::as_ptr(frame) as usize)
    }

    fn frames(&self) -> Vec<&Frame> {
        let mut found = Vec::new();
        let mut waiting = vec![self];
        while let Some(env) = waiting.pop() {
            let mut next = env.0.as_deref();
            while let Some(frame) = next {
                match &frame.bound {
                    Bound::Outer(outer) => waiting.push(outer),
                    _ => found.push(frame),
                }
                next = frame.up.0.as_deref();
            }
            if found.len() > 4 * DEEPEST as usize {
                break;
            }
        }
        found
    }

    /// Whether a call of `function` is being followed.
    pub fn calls(&self, function: FnRef) -> bool {
        self.call_of(function).is_some()
    }

    /// The call of `function` that is being followed, and what is around it.
    pub fn call_of(&self, function: FnRef) -> Option<(At, &Env)> {
        self.frames()
            .into_iter()
            .find_map(|frame| match &frame.bound {
                Bound::Call(called, call) if *called == function => Some((*call, &frame.up)),
                _ => None,
            })
    }

    /// What is given for a parameter.
    pub fn argument(&self, program: &Program, function: FnRef, index: u32) -> Option<Value> {
        for frame in self.frames() {
            match &frame.bound {
                Bound::Call(called, call) if *called == function => {
                    return match program.argument(*call, function, index) {
                        Some(at) => Some(Value::expr(at, &frame.up)),
                        None => {
                            super::forwarded::argument(program, *call, function, index, &frame.up)
                        }
                    };
                }
                Bound::Parameter(of, number, value) if (*of, *number) == (function, index) => {
                    return Some(value.clone());
                }
                _ => {}
            }
        }
        None
    }

    /// The element at hand of what is iterated over at `over`.
    pub fn at_hand(&self, program: &Program, over: At) -> Option<&Value> {
        let span = |at: At| program.expr(at).span;
        self.frames()
            .into_iter()
            .find_map(|frame| match &frame.bound {
                Bound::Element(of, value) if *of == over || span(*of) == span(over) => Some(value),
                _ => None,
            })
    }
}
