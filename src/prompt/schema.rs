//! The form that a reply is forced into: JSON Schema, classes with fields, enums, types, builders of
//! schemas.

use super::env::Env;
use super::eval::{Eval, Job, Kind, Value};
use super::{Field, Schema};
use crate::index::{At, ClassRef, Target};
use crate::ir::{Arg, Binding, BindingKind, ClassKind, Entry, ExprId, ExprKind};
use crate::sdk::FormKind;
use crate::source::Span;

/// How deep forms are nested.
const DEEPEST: u32 = 12;
/// How many fields or values of a form are kept.
const MOST: usize = 200;

/// A whole number of any size.
const INTEGER: Schema = Schema::Integer {
    min: None,
    max: None,
};

/// What a builder is called with.
struct Built {
    first: Option<At>,
    last: Option<At>,
    /// The form of what it is called on.
    of: Option<Schema>,
}

/// How an expression is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    /// As a value that describes a form.
    Value,
    /// As a type.
    Type,
}

impl Eval<'_> {
    /// The form that a value describes; `None` where it describes none (`"json_object"`).
    pub fn schema(&self, value: &Value) -> Option<Schema> {
        match &value.kind {
            Kind::Expr(at, env) => self
                .given_back(*at)
                .or_else(|| self.schema_at(*at, env, Read::Value, DEEPEST)),
            _ => None,
        }
    }

    /// The texts of a type that is a closed set: `Literal["a", "b"]`.
    pub fn closed_set_of_type(&self, at: At, env: &Env) -> Option<Vec<String>> {
        match self.schema_at(at, env, Read::Type, DEEPEST)? {
            Schema::Enum(values) => Some(values),
            _ => None,
        }
    }

    fn schema_at(&self, at: At, env: &Env, how: Read, depth: u32) -> Option<Schema> {
        let depth = depth.checked_sub(1)?;
        let here = |expr: ExprId| self.beside(at, expr);
        let inner = |expr: ExprId| self.schema_at(here(expr), env, how, depth);
        match self.kind(at) {
            ExprKind::Name(_) | ExprKind::Member { .. } => self.named_schema(at, env, how, depth),
            ExprKind::Map { .. } if how == Read::Type => self.type_fields(at, env, depth),
            ExprKind::Map { .. } => self.map_schema(&Value::expr(at, env), depth),
            ExprKind::Text(text) if how == Read::Type || depth + 1 < DEEPEST => {
                Some(Schema::Enum(vec![text.value.to_string()]))
            }
            ExprKind::Index { object, index } => {
                self.generic(here(*object), index, at, env, how, depth)
            }
            ExprKind::Choice(arms) => one_of(arms.iter().filter_map(|arm| inner(*arm)).collect()),
            ExprKind::Binary { left, right, .. } => {
                one_of([*left, *right].into_iter().filter_map(inner).collect())
            }
            ExprKind::Call { callee, args } => {
                self.call_schema(at, here(*callee), args, env, depth)
            }
            ExprKind::List(_) => self.texts_of(&Value::expr(at, env)).map(Schema::Enum),
            _ => None,
        }
    }

    fn named_schema(&self, at: At, env: &Env, how: Read, depth: u32) -> Option<Schema> {
        let found = self.deeper(at, env, Job::Field, || {
            let targets = self.program.resolve(at);
            let found = targets.into_iter().rev().find_map(|target| match target {
                Target::Class(class) | Target::Instance(class) => self.class_schema(class, depth),
                Target::External(path) => self.named_type(&path),
                Target::Value {
                    at: value,
                    extend: None,
                    ..
                } if value != at => self.schema_at(value, env, how, depth),
                _ => None,
            });
            found.or_else(|| {
                self.values(at, env)
                    .iter()
                    .find_map(|value| match &value.kind {
                        Kind::Expr(of, env) if *of != at => self.schema_at(*of, env, how, depth),
                        _ => None,
                    })
            })
        });
        found.flatten()
    }

    /// The texts of a list that holds nothing else.
    fn texts_of(&self, value: &Value) -> Option<Vec<String>> {
        let elements = self.elements(value)?;
        let texts = elements
            .iter()
            .take(MOST)
            .map(|element| self.constant(element));
        let texts: Vec<String> = texts.collect::<Option<_>>()?;
        (!texts.is_empty()).then_some(texts)
    }

    fn nested(&self, value: &Value, name: &str, depth: u32) -> Option<Schema> {
        let found = self.field(value, name);
        found.iter().find_map(|inner| match &inner.kind {
            Kind::Expr(at, env) => self.schema_at(*at, env, Read::Value, depth),
            _ => None,
        })
    }

    fn text_field(&self, value: &Value, name: &str) -> Option<String> {
        self.field(value, name)
            .iter()
            .find_map(|value| self.constant(value))
    }

    fn number_field(&self, value: &Value, name: &str) -> Option<i64> {
        let found = self.field(value, name);
        found.iter().find_map(|value| match self.expr_of(value)?.2 {
            ExprKind::Number(number) => Some(*number as i64),
            _ => None,
        })
    }

    /// JSON Schema, or the object that holds one.
    fn map_schema(&self, value: &Value, depth: u32) -> Option<Schema> {
        for wrapper in &self.sdks.forms().wrappers {
            // Inside a schema `format` is a word: `{"type": "string", "format": "date"}`.
            let inner = self.field(value, wrapper);
            let is_word = inner
                .iter()
                .any(|inner| matches!(self.expr_of(inner), Some((_, _, ExprKind::Text(_)))));
            if !is_word && let Some(schema) = self.nested(value, wrapper, depth) {
                return Some(schema);
            }
        }
        for values in self.field(value, "enum") {
            if let Some(texts) = self.texts_of(&values) {
                return Some(Schema::Enum(texts));
            }
        }
        if let Some(only) = self.text_field(value, "const") {
            return Some(Schema::Enum(vec![only]));
        }
        if let Some(properties) = self.field(value, "properties").first() {
            return Some(Schema::Object(self.properties(properties, depth)));
        }
        let kind = match self.text_field(value, "type") {
            Some(kind) => kind,
            // A type constant of an SDK: `Type.STRING`.
            None => self.last_name(self.field(value, "type").first()?)?,
        };
        Some(match kind.to_lowercase().as_str() {
            "object" => Schema::Object(Vec::new()),
            "array" => Schema::Array(Box::new(
                self.nested(value, "items", depth).unwrap_or(Schema::Any),
            )),
            "boolean" => Schema::Boolean,
            "integer" => self.bounded(INTEGER, value),
            "number" => Schema::Number,
            "string" => self.bounded(Schema::Text { format: None }, value),
            _ => return None,
        })
    }

    fn last_name(&self, value: &Value) -> Option<String> {
        match &value.kind {
            Kind::Open(open) => open.hole.name.rsplit('.').next().map(str::to_string),
            _ => None,
        }
    }

    fn properties(&self, value: &Value, depth: u32) -> Vec<Field> {
        self.described_entries(value, |inner| {
            let description = self.option(inner, &self.sdks.forms().description);
            let (at, env) = match &inner.kind {
                Kind::Expr(at, env) => (*at, env),
                _ => return (None, None),
            };
            let text = description.first().and_then(|text| self.located(text));
            (self.schema_at(at, env, Read::Value, depth), text)
        })
    }

    fn described_entries(
        &self,
        value: &Value,
        read: impl Fn(&Value) -> (Option<Schema>, Option<(String, Span)>),
    ) -> Vec<Field> {
        let mut fields = Vec::new();
        for (key, value) in self.entries(value).into_iter().take(MOST) {
            let (Kind::Word(name), Kind::Expr(at, _)) = (key.kind, &value.kind) else {
                continue;
            };
            let (schema, description) = read(&value);
            fields.push(Field {
                name,
                description,
                schema: schema.unwrap_or(Schema::Any),
                span: Some(self.span(*at)),
            });
        }
        fields
    }

    /// A known text and where its expression stands.
    fn located(&self, value: &Value) -> Option<(String, Span)> {
        let text = self.constant(value)?;
        self.reduced(value)
            .iter()
            .find_map(|value| match &value.kind {
                Kind::Expr(at, _) => Some((text.clone(), self.span(*at))),
                _ => None,
            })
    }

    /// The fields of an object type.
    fn type_fields(&self, at: At, env: &Env, depth: u32) -> Option<Schema> {
        let ExprKind::Map { entries, .. } = self.kind(at) else {
            return None;
        };
        let mut fields = Vec::new();
        for entry in entries.iter().take(MOST) {
            let Entry::Field(name, expr) = entry else {
                continue;
            };
            let at = self.beside(at, *expr);
            let schema = self.schema_at(at, env, Read::Type, depth);
            fields.push(Field {
                name: name.to_string(),
                description: None,
                schema: schema.unwrap_or(Schema::Any),
                span: Some(self.span(at)),
            });
        }
        (!fields.is_empty()).then_some(Schema::Object(fields))
    }

    fn class_schema(&self, class: ClassRef, depth: u32) -> Option<Schema> {
        let module = self.program.module(class.file);
        let known = &module[class.class];
        let at = |expr| At {
            file: class.file,
            expr,
        };
        let env = Env::default();
        if let Some(alias) = known.alias {
            return self.schema_at(at(alias), &env, Read::Type, depth);
        }
        let bindings = module
            .bindings
            .iter()
            .filter(|binding| binding.scope == known.scope && binding.object.is_none());
        if known.kind == ClassKind::Enum {
            let values: Vec<String> = bindings
                .filter_map(|binding| match binding.kind {
                    BindingKind::Set(value) => self
                        .constant(&Value::expr(at(value), &env))
                        .or_else(|| Some(binding.name.to_string())),
                    BindingKind::Declared => Some(binding.name.to_string()),
                    _ => None,
                })
                .take(MOST)
                .collect();
            return (!values.is_empty()).then_some(Schema::Enum(values));
        }
        let mut fields = self.fields_of_bases(class, depth);
        for binding in bindings.take(MOST) {
            let made = match binding.kind {
                BindingKind::Set(value) => self.field_kind(at(value)),
                _ => None,
            };
            let field = match (made, binding.annotation) {
                (Some(FormKind::Input), _) | (None, None) => continue,
                (_, Some(annotation)) => {
                    self.class_field(class, binding, Some(at(annotation)), depth)
                }
                (Some(_), None) => self.class_field(class, binding, None, depth),
            };
            fields.retain(|known: &Field| known.name != field.name);
            fields.push(field);
        }
        (!fields.is_empty()).then_some(Schema::Object(fields))
    }

    fn fields_of_bases(&self, class: ClassRef, depth: u32) -> Vec<Field> {
        let Some(depth) = depth.checked_sub(1) else {
            return Vec::new();
        };
        let bases = self.program.bases(class, 8).into_iter();
        let fields = bases.filter_map(|base| match base {
            Target::Class(base) if base != class => match self.class_schema(base, depth) {
                Some(Schema::Object(fields)) => Some(fields),
                _ => None,
            },
            _ => None,
        });
        fields.flatten().collect()
    }

    /// A field of a class; one without an annotation is text.
    fn class_field(
        &self,
        class: ClassRef,
        binding: &Binding,
        annotation: Option<At>,
        depth: u32,
    ) -> Field {
        let env = Env::default();
        let mut schema = match annotation {
            Some(annotation) => self.schema_at(annotation, &env, Read::Type, depth),
            None => Some(Schema::Text { format: None }),
        };
        let mut description = None;
        let in_type = match annotation.map(|annotation| self.kind(annotation)) {
            // `Annotated[str, Field(description="…")]`
            Some(ExprKind::Index { index, .. }) => index.get(1).copied(),
            _ => None,
        };
        let given = match binding.kind {
            BindingKind::Set(value) => Some(value),
            _ => None,
        };
        for expr in given.into_iter().chain(in_type) {
            let at = At {
                file: class.file,
                expr,
            };
            if !matches!(self.kind(at), ExprKind::Call { .. }) {
                continue;
            }
            let options = Value::expr(at, &env);
            let text = self.option(&options, &self.sdks.forms().description);
            description = description.or_else(|| self.located(text.first()?));
            schema = schema.map(|schema| self.bounded(schema, &options));
        }
        Field {
            name: binding.name.to_string(),
            description: description.or_else(|| self.comment_before(class, binding.span)),
            schema: schema.unwrap_or(Schema::Any),
            span: Some(binding.span),
        }
    }

    /// The first of the options `names` that is given.
    fn option(&self, of: &Value, names: &[String]) -> Vec<Value> {
        let found = names.iter().map(|name| self.field(of, name));
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn number_option(&self, of: &Value, names: &[String]) -> Option<i64> {
        names.iter().find_map(|name| self.number_field(of, name))
    }

    fn text_option(&self, of: &Value, names: &[String]) -> Option<String> {
        names.iter().find_map(|name| self.text_field(of, name))
    }

    /// The limits that a field's options give.
    fn bounded(&self, schema: Schema, options: &Value) -> Schema {
        let forms = self.sdks.forms();
        match schema {
            Schema::Integer { min, max } => Schema::Integer {
                min: min.or_else(|| self.number_option(options, &forms.min)),
                max: max.or_else(|| self.number_option(options, &forms.max)),
            },
            Schema::Text { format: None } => Schema::Text {
                format: self.text_option(options, &forms.pattern),
            },
            other => other,
        }
    }

    /// The documentation comment that stands above a field: it goes into generated schemas.
    fn comment_before(&self, class: ClassRef, field: Span) -> Option<(String, Span)> {
        let module = self.program.module(class.file);
        let text = self.program.text(class.file);
        let whole = module[class.class].span;
        let (mut start, mut found) = (field.start, None::<(String, Span)>);
        for comment in module.comments.iter().rev() {
            let span = comment.span;
            if span.end > start || !comment.own_line {
                continue;
            }
            let between = text.get(span.end as usize..start as usize)?;
            let near = between.lines().all(|line| {
                let line = line.trim();
                line.is_empty()
                    || line.starts_with("#[")
                    || "pub".starts_with(line)
                    || line == "readonly"
            });
            if span.start < whole.start || !near {
                break;
            }
            let written = text.get(span.range())?;
            let marks = ['/', '*', ' ', '\n', '\t', '!'];
            if !written.starts_with("///") && !written.starts_with("/**") {
                break;
            }
            let said = written.trim_matches(marks);
            found = Some(match found {
                Some((rest, end)) => (
                    format!("{said} {rest}"),
                    Span::new(span.file, span.start, end.end),
                ),
                None => (said.to_string(), span),
            });
            start = span.start;
        }
        found
    }

    fn generic(
        &self,
        object: At,
        arguments: &[ExprId],
        at: At,
        env: &Env,
        how: Read,
        depth: u32,
    ) -> Option<Schema> {
        let name = match self.kind(object) {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => &**name,
            _ => return None,
        };
        let first = arguments.first().map(|first| self.beside(at, *first));
        let first = || self.schema_at(first?, env, Read::Type, depth);
        let is = self.sdks.forms().of_generic(name).map(|form| form.is);
        match is {
            Some(FormKind::Enum) => {
                let values = arguments
                    .iter()
                    .map(|argument| self.constant(&Value::expr(self.beside(at, *argument), env)));
                let values: Vec<String> = values.flatten().collect();
                (!values.is_empty()).then_some(Schema::Enum(values))
            }
            Some(FormKind::List) => Some(Schema::Array(Box::new(first().unwrap_or(Schema::Any)))),
            Some(FormKind::Union) => one_of(
                arguments
                    .iter()
                    .filter_map(|argument| {
                        self.schema_at(self.beside(at, *argument), env, Read::Type, depth)
                    })
                    .collect(),
            ),
            Some(_) => first(),
            None => self.schema_at(object, env, how, depth),
        }
    }

    /// Builders of schemas and helpers that wrap one.
    fn call_schema(
        &self,
        at: At,
        callee: At,
        args: &[Arg],
        env: &Env,
        depth: u32,
    ) -> Option<Schema> {
        let first = args.first().map(|arg| self.beside(at, arg.value));
        let inner = |at: At| self.schema_at(at, env, Read::Value, depth);
        let name = self.program.called_name(at)?;
        let receiver = match self.kind(callee) {
            ExprKind::Member { object, .. } => Some(self.beside(at, *object)),
            _ => None,
        };
        let Some(form) = self.sdks.forms().of_builder(name) else {
            // A class's own schema: `Model.model_json_schema()`, `schema_for!(T)`.
            return receiver
                .and_then(inner)
                .or_else(|| first.and_then(inner))
                .or_else(|| {
                    let value = Value::expr(at, env);
                    self.nested(&value, "schema", depth)
                });
        };
        let built = Built {
            first,
            last: args.last().map(|arg| self.beside(at, arg.value)),
            of: receiver.and_then(inner),
        };
        match form.is {
            FormKind::Text => Some(Schema::Text {
                format: match form.format.as_deref() {
                    Some("*") => Some(name.to_string()),
                    format => format.map(str::to_string),
                },
            }),
            FormKind::Pattern => Some(Schema::Text {
                format: Some(super::name::written(self.program, first?)),
            }),
            FormKind::Number => Some(Schema::Number),
            FormKind::Boolean => Some(Schema::Boolean),
            FormKind::Integer | FormKind::Min | FormKind::Max => self.limited(form.is, built),
            is => self.composed(is, built, env, depth),
        }
    }

    /// A whole number, or its receiver with a limit.
    fn limited(&self, is: FormKind, built: Built) -> Option<Schema> {
        let number = |at: At| match self.kind(at) {
            ExprKind::Number(number) => Some(*number as i64),
            _ => None,
        };
        let limit = built.first.map_or(Some(0), number);
        Some(match (is, built.of) {
            (FormKind::Integer, Some(found @ Schema::Integer { .. })) => found,
            (FormKind::Integer, _) => INTEGER,
            (FormKind::Min, Some(Schema::Integer { max, .. })) => {
                Schema::Integer { min: limit, max }
            }
            (FormKind::Max, Some(Schema::Integer { min, .. })) => {
                Schema::Integer { min, max: limit }
            }
            (_, of) => return of,
        })
    }

    /// A form that is made of others.
    fn composed(&self, is: FormKind, built: Built, env: &Env, depth: u32) -> Option<Schema> {
        let inner = |at: At| self.schema_at(at, env, Read::Value, depth);
        let first = built.first;
        match is {
            FormKind::Object => {
                if let Some(inner) = self.map_in(first?, env)
                    && !self.field(&inner, "schema").is_empty()
                {
                    return self.map_schema(&inner, depth);
                }
                Some(Schema::Object(self.built_fields(first?, env, depth)))
            }
            FormKind::Extend => match built.of {
                Some(Schema::Object(mut fields)) => {
                    fields.extend(self.built_fields(first?, env, depth));
                    Some(Schema::Object(fields))
                }
                other => other,
            },
            FormKind::Enum => self.built_enum(first?, env).or_else(|| inner(first?)),
            FormKind::Literal => self
                .constant(&Value::expr(first?, env))
                .map(|value| Schema::Enum(vec![value])),
            FormKind::List => {
                let of = first.and_then(inner).or(built.of);
                Some(Schema::Array(Box::new(of.unwrap_or(Schema::Any))))
            }
            FormKind::Union => {
                let elements = self.list_at(built.last?, env)?;
                let forms = elements.iter().filter_map(|element| self.schema(element));
                one_of(forms.collect())
            }
            // `.describe("…")` of a form; a description alone is none.
            _ => built.of,
        }
    }

    /// The values of `z.enum([…])`, or of an object that stands for an enum.
    fn built_enum(&self, at: At, env: &Env) -> Option<Schema> {
        let found = self.reduced(&Value::expr(at, env));
        let texts = found.iter().find_map(|value| match self.expr_of(value) {
            Some((_, _, ExprKind::Map { .. })) => {
                let entries = self.entries(value);
                let texts = entries.iter().map(|(_, value)| self.constant(value));
                texts.collect::<Option<Vec<_>>>()
            }
            _ => self.texts_of(value),
        });
        texts.map(Schema::Enum)
    }

    /// A type from outside by its last name.
    fn named_type(&self, path: &str) -> Option<Schema> {
        let bare = path.trim_end_matches("()");
        self.form_of(self.sdks.forms().of_type(bare.rsplit('.').next()?)?)
    }

    /// The form that the name of a type stands for.
    pub fn form_of(&self, form: &crate::sdk::Form) -> Option<Schema> {
        Some(match form.is {
            FormKind::Integer => Schema::Integer {
                min: form.min,
                max: form.max,
            },
            FormKind::Number => Schema::Number,
            FormKind::Boolean => Schema::Boolean,
            FormKind::Text => Schema::Text {
                format: form.format.clone(),
            },
            _ => return None,
        })
    }

    fn map_in(&self, at: At, env: &Env) -> Option<Value> {
        let values = self.values(at, env);
        values
            .into_iter()
            .find(|value| matches!(self.expr_of(value), Some((_, _, ExprKind::Map { .. }))))
    }

    fn built_fields(&self, at: At, env: &Env, depth: u32) -> Vec<Field> {
        let Some(map) = self.map_in(at, env) else {
            return Vec::new();
        };
        self.described_entries(&map, |inner| match &inner.kind {
            Kind::Expr(at, env) => (
                self.schema_at(*at, env, Read::Value, depth),
                self.built_description(*at, env),
            ),
            _ => (None, None),
        })
    }

    /// `.describe("…")` in a chain.
    fn built_description(&self, at: At, env: &Env) -> Option<(String, Span)> {
        let mut chain = vec![at];
        crate::sdk::receivers(self.program, at, 0, &mut chain);
        let describe = chain.into_iter().find(|call| {
            let name = self.program.called_name(*call);
            let form = name.and_then(|name| self.sdks.forms().of_builder(name));
            form.is_some_and(|form| form.is == FormKind::Description)
        })?;
        let ExprKind::Call { args, .. } = self.kind(describe) else {
            return None;
        };
        self.located(&Value::expr(
            self.beside(describe, args.first()?.value),
            env,
        ))
    }
}

/// One form for several: closed sets join, else the first counts (`X | None`).
fn one_of(parts: Vec<Schema>) -> Option<Schema> {
    let sets = parts.iter().map(|part| match part {
        Schema::Enum(values) => Some(values.clone()),
        _ => None,
    });
    if let Some(sets) = sets.collect::<Option<Vec<_>>>()
        && !sets.is_empty()
    {
        return Some(Schema::Enum(sets.concat()));
    }
    parts.into_iter().find(|part| !matches!(part, Schema::Any))
}
