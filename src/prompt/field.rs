//! Parts of values: the entry of a map, the element of a list, the keyword of a construction, the
//! setter in a chain of calls.

use super::env::Env;
use super::eval::{Eval, Job, Kind, MOST_UNROLLED, MOST_VALUES, Value};
use crate::index::{At, ClassRef, FnRef, Target};
use crate::ir::{Arg, BinaryOp, Entry, ExprId, ExprKind, Extend};
use crate::source::Language;

/// The documentation of a class or function, as a member of it.
const DOC: &str = "__doc__";
/// How many elements of a list are read.
const MOST_ELEMENTS: usize = 400;

impl Eval<'_> {
    /// The field `name` of each value that is known to have it.
    pub fn fields(&self, values: &[Value], name: &str) -> Vec<Value> {
        let found = values.iter().flat_map(|value| self.field(value, name));
        found.take(MOST_VALUES).collect()
    }

    /// The field `name` of a value; for a list, the element of that number.
    pub fn field(&self, value: &Value, name: &str) -> Vec<Value> {
        let (mut found, mut added) = (Vec::new(), Vec::new());
        // What only some branches set stands beside what was there before.
        let mut replaced = false;
        for set in self.members_set(value, name) {
            match set.how {
                None => {
                    if set.sure {
                        found.clear();
                        added.clear();
                        replaced = true;
                    }
                    found.extend(self.values(set.at, &set.env));
                    found.truncate(MOST_VALUES);
                }
                Some(how) => added.push((how, set.at, set.env)),
            }
        }
        for (how, at, env) in value.added.iter().rev() {
            if !replaced && *how == Extend::Merge {
                let merged = self.fields(&self.values(*at, env), name);
                replaced |= !merged.is_empty();
                found.extend(merged);
            }
        }
        if !replaced {
            let before = self.own_field(value, name);
            found.splice(0..0, before);
        }
        if found.is_empty()
            && let (Kind::Open(open), false) = (&value.kind, added.is_empty())
        {
            // What a caller hands in, and what is added to it here.
            found.push(Value::open(open.clone()));
        }
        for found in &mut found {
            found.added.extend(added.iter().cloned());
        }
        found
    }

    fn own_field(&self, value: &Value, name: &str) -> Vec<Value> {
        if let Kind::Pair(parts) = &value.kind {
            let part = name.parse().ok().and_then(|at: usize| parts.get(at));
            return part.map_or_else(Vec::new, |part| self.reduced(part));
        }
        let Kind::Expr(at, env) = &value.kind else {
            return Vec::new();
        };
        let found = self.deeper(*at, env, Job::Field, || match self.kind(*at) {
            ExprKind::Map { .. } => self.entry(*at, name, env),
            ExprKind::List(_) => self.element(value, name),
            // An element of a result is no argument; of Rust's tuple structs it is.
            ExprKind::Call { .. }
                if name.parse::<usize>().is_ok() && self.module(*at).language != Language::Rust =>
            {
                Vec::new()
            }
            ExprKind::Call { callee, args } => {
                let found = self.of_loaded(*at, name, env);
                if !found.is_empty() {
                    return found;
                }
                self.argument_or_setter(*at, self.beside(*at, *callee), args, name, env)
            }
            ExprKind::Name(_) | ExprKind::Member { .. } if name == DOC => {
                self.documentation(*at, env)
            }
            _ => Vec::new(),
        });
        found.unwrap_or_default()
    }

    fn entry(&self, at: At, name: &str, env: &Env) -> Vec<Value> {
        let ExprKind::Map { of, entries } = self.kind(at) else {
            return Vec::new();
        };
        // A variant is taken for what it holds: `Shape::Circle { radius }`.
        let is_variant = |of: ExprId| matches!(self.kind(self.beside(at, of)), ExprKind::Member { name: variant, .. } if **variant == *name);
        if of.is_some_and(is_variant) {
            return vec![Value::expr(at, env)];
        }
        for entry in entries.iter().rev() {
            match entry {
                Entry::Field(key, value) if **key == *name => {
                    return self.values(self.beside(at, *value), env);
                }
                Entry::Spread(other) => {
                    let values = self.values(self.beside(at, *other), env);
                    let found = self.fields(&values, name);
                    if !found.is_empty() {
                        return found;
                    }
                }
                Entry::Field(..) | Entry::Computed(..) => {}
            }
        }
        Vec::new()
    }

    fn element(&self, value: &Value, name: &str) -> Vec<Value> {
        let Ok(number) = name.parse::<i64>() else {
            return Vec::new();
        };
        let elements = self.elements(value).unwrap_or_default();
        let number = match number {
            0.. => Some(number as usize),
            _ => elements.len().checked_sub(number.unsigned_abs() as usize),
        };
        let element = number.and_then(|number| elements.get(number));
        element.map_or_else(Vec::new, |element| self.reduced(element))
    }

    /// A keyword argument of a construction, or a setter in a chain of calls.
    fn argument_or_setter(
        &self,
        at: At,
        callee: At,
        args: &[Arg],
        name: &str,
        env: &Env,
    ) -> Vec<Value> {
        let row = self.sdks.transparent(self.program, at);
        let own = row.is_some_and(|row| row.own_fields);
        let keyword = match own {
            true => self.keyword(at, args, name, env),
            false => Vec::new(),
        };
        if !keyword.is_empty() {
            return self.reduced_all(&keyword);
        }
        if let Some(inner) = self.passed_on(at, env) {
            // A part of what only stands for a text is taken for the text: `inputs["input_ids"]`.
            let found = self.fields(&inner, name);
            return match found.is_empty() && !own && !self.all_maps_or_calls(&inner) {
                true => inner,
                false => found,
            };
        }
        let found = match name.parse() {
            Ok(number) => return self.of_first(at, callee, args, number, env),
            Err(_) => self.keyword(at, args, name, env),
        };
        if !found.is_empty() {
            return self.reduced_all(&found);
        }
        if let ExprKind::Member {
            object,
            name: method,
        } = self.kind(callee)
        {
            let bare = method.strip_prefix("with_").unwrap_or(method);
            if let [only] = args
                && (&**method == name || bare == name)
            {
                return self.values(self.beside(at, only.value), env);
            }
            let object = self.beside(at, *object);
            if matches!(self.kind(object), ExprKind::Call { .. } | ExprKind::Name(_)) {
                let found = self.fields(&self.values(object, env), name);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        // Options given whole: `Config({...})`, `Variant(Struct { … })`.
        let whole = args.iter().filter(|arg| arg.name.is_none()).take(2);
        for arg in whole {
            let given = self.values(self.beside(at, arg.value), env);
            let found = match self.all_maps_or_calls(&given) {
                true => self.fields(&given, name),
                false => Vec::new(),
            };
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// A positional argument of the call that a chain starts with: `Request::new(model, messages)`
    /// of `Request::new(model, messages).temperature(0.2)`.
    fn of_first(&self, at: At, callee: At, args: &[Arg], number: usize, env: &Env) -> Vec<Value> {
        if let ExprKind::Member { object, .. } = self.kind(callee)
            && let object = self.beside(at, *object)
            && matches!(self.kind(object), ExprKind::Call { .. })
        {
            let found = self.fields(&self.values(object, env), &number.to_string());
            if !found.is_empty() {
                return found;
            }
        }
        self.reduced_all(&self.positional(at, args, number, env))
    }

    fn all_maps_or_calls(&self, values: &[Value]) -> bool {
        values.iter().all(|value| {
            let kind = self.expr_of(value).map(|(_, _, kind)| kind);
            matches!(kind, Some(ExprKind::Map { .. } | ExprKind::Call { .. }))
        })
    }

    pub fn reduced_all(&self, values: &[Value]) -> Vec<Value> {
        values
            .iter()
            .flat_map(|value| self.reduced(value))
            .collect()
    }

    /// What a call that only passes its argument on is given (`json.dumps(body)`).
    pub fn passed_on(&self, at: At, env: &Env) -> Option<Vec<Value>> {
        let transparent = self.sdks.transparent(self.program, at)?;
        let inner = self.reduced_all(&self.input(at, env, &transparent.of));
        // `Field(...)` says that there is no default.
        let says = |value: &Value| {
            let nothing = self.expr_of(value).is_some_and(
                |(_, _, kind)| matches!(kind, ExprKind::Opaque(parts) if parts.is_empty()),
            );
            !nothing
        };
        inner.iter().any(says).then_some(inner)
    }

    /// The entries of a map with literal keys, spreads followed.
    pub fn entries(&self, value: &Value) -> Vec<(Value, Value)> {
        let Some((at, env, ExprKind::Map { entries, .. })) = self.expr_of(value) else {
            return Vec::new();
        };
        let mut out: Vec<(Value, Value)> = Vec::new();
        for entry in entries.iter().take(MOST_ELEMENTS) {
            let here = |expr: ExprId| Value::expr(self.beside(at, expr), env);
            match entry {
                Entry::Field(key, value) => out.push((Value::word(key), here(*value))),
                Entry::Computed(key, value) => out.push((here(*key), here(*value))),
                Entry::Spread(other) => {
                    let inner = self.deeper(at, env, Job::Field, || {
                        let values = self.values(self.beside(at, *other), env);
                        values
                            .iter()
                            .flat_map(|value| self.entries(value))
                            .collect::<Vec<_>>()
                    });
                    out.extend(inner.unwrap_or_default());
                }
            }
        }
        out
    }

    /// The values that are spread into a map.
    pub fn spreads(&self, value: &Value) -> Vec<Value> {
        let Some((at, env, ExprKind::Map { entries, .. })) = self.expr_of(value) else {
            return Vec::new();
        };
        let spread = entries.iter().filter_map(|entry| match entry {
            Entry::Spread(other) => Some(self.beside(at, *other)),
            _ => None,
        });
        spread.flat_map(|at| self.values(at, env)).collect()
    }

    /// The elements of a list that the code shows, with what is added later; an element that
    /// stands for several unknown ones is open. `None`: it is no list, or none of it is known.
    pub fn elements(&self, value: &Value) -> Option<Vec<Value>> {
        let own = match &value.kind {
            Kind::Expr(at, env) => self
                .deeper(*at, env, Job::List, || self.own_elements(*at, env))
                .flatten(),
            _ => None,
        };
        let appended =
            |(how, ..): &(Extend, At, Env)| matches!(how, Extend::Append | Extend::Prepend);
        let mut out = match own {
            Some(own) => own,
            None if value.added.iter().any(appended) => {
                let mut unknown = value.clone();
                unknown.added.clear();
                match self.is_nothing(&unknown) {
                    true => Vec::new(),
                    false => vec![unknown],
                }
            }
            None => return None,
        };
        for (how, at, env) in &self.unrolled(&value.added) {
            match how {
                Extend::Append => out.push(Value::expr(*at, env)),
                Extend::Prepend => out.insert(0, Value::expr(*at, env)),
                Extend::Concat => out.extend(self.spread(*at, env)),
                Extend::Merge => {}
            }
        }
        out.truncate(MOST_ELEMENTS);
        Some(out)
    }

    fn is_nothing(&self, value: &Value) -> bool {
        matches!(self.expr_of(value), Some((_, _, ExprKind::Null)))
    }

    /// The elements of a list inside another one.
    fn spread(&self, at: At, env: &Env) -> Vec<Value> {
        let values = self.values(at, env);
        let known = values.iter().filter_map(|value| self.elements(value));
        known
            .max_by_key(Vec::len)
            .unwrap_or_else(|| values.into_iter().take(1).collect())
    }

    fn own_elements(&self, at: At, env: &Env) -> Option<Vec<Value>> {
        match self.kind(at) {
            ExprKind::List(items) => {
                let mut out = Vec::new();
                for item in items.iter().take(MOST_ELEMENTS) {
                    let at = self.beside(at, item.value);
                    match item.spread {
                        true => out.extend(self.spread(at, env)),
                        false => out.push(Value::expr(at, env)),
                    }
                }
                Some(out)
            }
            ExprKind::Concat(parts) => {
                let parts = parts.iter().map(|part| self.beside(at, *part));
                let is_list = |at: At| {
                    let values = self.values(at, env);
                    values.iter().any(|value| self.elements(value).is_some())
                };
                let parts: Vec<At> = parts.collect();
                if !parts.iter().any(|part| is_list(*part)) {
                    return None;
                }
                Some(
                    parts
                        .iter()
                        .flat_map(|part| self.spread(*part, env))
                        .collect(),
                )
            }
            ExprKind::Each { item, over } => {
                let [over] = over[..] else { return None };
                let item = self.beside(at, *item);
                let over = self.beside(at, over);
                let elements = self.list_at(over, env)?;
                let bound = |element| Value::expr(item, &env.element(over, element));
                let elements = elements.into_iter().take(MOST_UNROLLED);
                Some(elements.map(bound).collect())
            }
            ExprKind::Call { callee, args } => {
                self.called_list(at, self.beside(at, *callee), args, env)
            }
            ExprKind::Binary {
                op: BinaryOp::Pipe,
                left,
                right,
            } => self.united(at, *left, *right, env),
            ExprKind::Name(_) | ExprKind::Member { .. } => self.members_of_set(at, env),
            _ => None,
        }
    }

    /// The elements of the first value of `at` that is a known list.
    pub fn list_at(&self, at: At, env: &Env) -> Option<Vec<Value>> {
        let values = self.values(at, env);
        values.iter().find_map(|value| match self.elements(value) {
            // What is not known cannot be gone through.
            Some(elements)
                if elements
                    .iter()
                    .all(|element| matches!(element.kind, Kind::Open(_))) =>
            {
                None
            }
            Some(elements) => Some(elements),
            None => match self.expr_of(value) {
                Some((_, _, ExprKind::Map { .. })) => Some(
                    self.entries(value)
                        .into_iter()
                        .map(|(key, _)| key)
                        .collect(),
                ),
                _ => None,
            },
        })
    }

    /// The documentation of what a name or member refers to.
    fn documentation(&self, at: At, env: &Env) -> Vec<Value> {
        let doc = |target| {
            let (file, doc) = match target {
                Target::Class(ClassRef { file, class }) => {
                    (file, self.program.module(file)[class].doc)
                }
                Target::Function(FnRef { file, function }) => {
                    (file, self.program.module(file)[function].doc)
                }
                _ => return None,
            };
            doc.map(|expr| Value::expr(At { file, expr }, env))
        };
        self.program
            .resolve(at)
            .into_iter()
            .filter_map(doc)
            .collect()
    }
}
