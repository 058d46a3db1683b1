//! Lists that the code computes: what calls of the languages' own give, the members of enums and of
//! other closed sets, lists put together.

use super::Schema;
use super::env::Env;
use super::eval::{Eval, MOST_UNROLLED, Value};
use crate::index::{At, Target};
use crate::ir::{Arg, BindingKind, ClassKind, ExprId, ExprKind};

/// How many members of an enum are read.
const MOST_MEMBERS: usize = 400;

impl Eval<'_> {
    /// Calls of the languages' own that give a list: `d.items()`, `Object.entries(o)`,
    /// `xs.map(x => …)`, `enumerate(xs)`, `sorted(xs)`.
    pub fn called_list(&self, at: At, callee: At, args: &[Arg], env: &Env) -> Option<Vec<Value>> {
        let (object, name) = match self.kind(callee) {
            ExprKind::Member { object, name } => (Some(self.beside(at, *object)), &**name),
            ExprKind::Name(name) => (None, &**name),
            _ => return None,
        };
        let first = args.first().map(|arg| self.beside(at, arg.value));
        let is_object = object.is_some_and(
            |object| matches!(self.kind(object), ExprKind::Name(name) if &**name == "Object"),
        );
        match (object, name, first) {
            (Some(_), "entries" | "keys" | "values", Some(of)) if is_object => {
                self.parts_of_map(of, name, env)
            }
            (Some(of), "items" | "keys" | "values" | "entries", None) => {
                self.parts_of_map(of, name, env)
            }
            (Some(of), "map", Some(lambda)) => self.mapped(of, lambda, env),
            (
                Some(of),
                "filter" | "sort" | "slice" | "take" | "copy" | "reverse" | "toSorted"
                | "toReversed" | "rev",
                _,
            ) => self.list_at(of, env),
            (
                None,
                "list" | "sorted" | "tuple" | "set" | "frozenset" | "reversed" | "Set" | "Array",
                Some(of),
            ) => self.list_at(of, env),
            (None, "map", Some(function)) => {
                let over = at.with(args.get(1)?.value);
                match self.kind(function) {
                    ExprKind::Lambda(_) => self.mapped(over, function, env),
                    _ => self.list_at(over, env),
                }
            }
            (None, "filter", Some(_)) => self.list_at(at.with(args.get(1)?.value), env),
            (of, name, first) if self.sdks.forms().listed.iter().any(|known| known == name) => {
                let of = first.or(of)?;
                let values = self.members_of_enum(of, false);
                values.or_else(|| self.words(self.closed_set_of_type(of, env)?))
            }
            (Some(_), "from", Some(of)) => self.list_at(of, env),
            (None, "enumerate", Some(of)) | (Some(of), "enumerate", None) => {
                let elements = self.list_at(of, env)?.into_iter().enumerate();
                let numbered = elements.map(|(number, value)| {
                    Value::pair(vec![Value::word(&number.to_string()), value])
                });
                Some(numbered.collect())
            }
            _ => self
                .passed_on(at, env)?
                .iter()
                .find_map(|value| self.elements(value)),
        }
    }

    fn parts_of_map(&self, of: At, what: &str, env: &Env) -> Option<Vec<Value>> {
        if let Some(found) = self.parts_of_enum(of, what) {
            return Some(found);
        }
        let values = self.values(of, env);
        let map = values
            .iter()
            .find(|value| matches!(self.expr_of(value), Some((_, _, ExprKind::Map { .. }))))?;
        let parts = self
            .entries(map)
            .into_iter()
            .map(|(key, value)| match what {
                "keys" => key,
                "values" => value,
                _ => Value::pair(vec![key, value]),
            });
        Some(parts.collect())
    }

    fn mapped(&self, of: At, lambda: At, env: &Env) -> Option<Vec<Value>> {
        let ExprKind::Lambda(function) = self.kind(lambda) else {
            return None;
        };
        let function = crate::index::FnRef {
            file: lambda.file,
            function: *function,
        };
        let result = *self.module(lambda)[function.function].returns.first()?;
        let result = self.beside(lambda, result);
        let Some(elements) = self.list_at(of, env) else {
            // Only the run knows the list: where each element becomes an object (a message, a part of
            // one), one stands for all. Lists of texts are read by what joins them.
            let made = Value::expr(result, env);
            let is_part = matches!(self.expr_of(&made), Some((_, _, ExprKind::Map { .. })));
            return is_part.then(|| vec![made]);
        };
        let bound = |(number, element): (usize, Value)| {
            let env = env.parameter(function, 0, element);
            let env = env.parameter(function, 1, Value::word(&number.to_string()));
            Value::expr(result, &env)
        };
        Some(
            elements
                .into_iter()
                .take(MOST_UNROLLED)
                .enumerate()
                .map(bound)
                .collect(),
        )
    }

    /// The elements of two sets together: `set(A) | {"other"}`.
    pub fn united(&self, at: At, left: ExprId, right: ExprId, env: &Env) -> Option<Vec<Value>> {
        let mut found = self.list_at(at.with(left), env)?;
        found.extend(self.list_at(at.with(right), env)?);
        Some(found)
    }

    /// The values of an enum that is iterated over, of a member that holds them
    /// (`Kind.__members__`, `Kind::VARIANTS`) or of a schema's closed set (`schema.options`).
    pub fn members_of_set(&self, at: At, env: &Env) -> Option<Vec<Value>> {
        let ExprKind::Member { object, name } = self.kind(at) else {
            return self.members_of_enum(at, false);
        };
        let forms = self.sdks.forms();
        let is = |names: &[String]| names.iter().any(|known| **known == **name);
        let object = at.with(*object);
        if is(&forms.names) {
            return self.members_of_enum(object, true);
        }
        if is(&forms.values) {
            let members = self.members_of_enum(object, false);
            return members.or_else(|| self.words(self.closed_set(object, env)?));
        }
        self.members_of_enum(at, false)
    }

    /// The values of a schema that is a closed set of texts.
    fn closed_set(&self, schema: At, env: &Env) -> Option<Vec<String>> {
        let schemas = self.values(schema, env);
        schemas.iter().find_map(|value| match self.schema(value)? {
            Schema::Enum(values) => Some(values),
            _ => None,
        })
    }

    fn words(&self, texts: Vec<String>) -> Option<Vec<Value>> {
        Some(texts.iter().map(|text| Value::word(text)).collect())
    }

    /// The names, values or both of an enum's members.
    fn parts_of_enum(&self, of: At, what: &str) -> Option<Vec<Value>> {
        let (of, named) = match self.kind(of) {
            ExprKind::Member { object, name }
                if self.sdks.forms().names.contains(&name.to_string()) =>
            {
                (of.with(*object), true)
            }
            ExprKind::Member { object, name }
                if self.sdks.forms().values.contains(&name.to_string()) =>
            {
                (of.with(*object), false)
            }
            _ => (of, true),
        };
        let values = self.members_of_enum(of, false)?;
        let names = self.members_of_enum(of, true)?;
        Some(match (what, named) {
            ("keys", true) => names,
            ("keys" | "values", _) => values,
            _ => {
                let both = names.into_iter().zip(values);
                both.map(|(name, value)| Value::pair(vec![name, value]))
                    .collect()
            }
        })
    }

    /// The names or values of an enum's members.
    fn members_of_enum(&self, at: At, names: bool) -> Option<Vec<Value>> {
        if !matches!(self.kind(at), ExprKind::Name(_) | ExprKind::Member { .. }) {
            return None;
        }
        let targets = self.program.resolve(at);
        let [Target::Class(class)] = &targets[..] else {
            return None;
        };
        let module = self.program.module(class.file);
        let known = &module[class.class];
        if known.kind != ClassKind::Enum {
            return None;
        }
        let members = module.bindings.iter();
        let members =
            members.filter(|binding| binding.scope == known.scope && binding.object.is_none());
        let values = members.filter_map(|binding| match binding.kind {
            BindingKind::Set(_) if names => Some(Value::word(&binding.name)),
            BindingKind::Set(expr) => {
                let file = class.file;
                Some(Value::expr(At { file, expr }, &Env::default()))
            }
            _ => None,
        });
        let values: Vec<Value> = values.take(MOST_MEMBERS).collect();
        (!values.is_empty()).then_some(values)
    }

    /// The names of enums' members, as `member.name` gives them.
    pub fn names_of_members(&self, members: &[Value]) -> Option<Vec<Value>> {
        members
            .iter()
            .map(|member| self.name_of_member(member))
            .collect()
    }

    fn name_of_member(&self, value: &Value) -> Option<Value> {
        let (at, ..) = self.expr_of(value)?;
        let module = self.module(at);
        let crate::ir::Parent::Binding(binding) = module[at.expr].parent else {
            return None;
        };
        let binding = &module[binding];
        let crate::ir::Owner::Class(class) = module[binding.scope].owner else {
            return None;
        };
        (module[class].kind == ClassKind::Enum).then(|| Value::word(&binding.name))
    }
}
