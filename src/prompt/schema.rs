//! The form that a reply is forced into: JSON Schema, classes with fields, enums, zod.

use super::eval::Evaluator;
use super::{Field, Schema};
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingKind, ClassKind, Entry, ExprKind, Owner};

const DEPTH: u32 = 10;

impl Evaluator<'_> {
    /// The schema that an expression describes; `None` where it describes none (`"json_object"`).
    pub fn schema(&self, at: At) -> Option<Schema> {
        self.schema_to(at, DEPTH)
    }

    fn schema_to(&self, at: At, depth: u32) -> Option<Schema> {
        let depth = depth.checked_sub(1)?;
        self.program
            .values(at)
            .into_iter()
            .find_map(|value| self.schema_of(value, depth))
    }

    fn schema_of(&self, at: At, depth: u32) -> Option<Schema> {
        let here = |expr| At {
            file: at.file,
            expr,
        };
        match self.program.kind(at) {
            ExprKind::Map { .. } => self.map_schema(at, depth),
            ExprKind::Name(_) | ExprKind::Member { .. } => self
                .program
                .origins(at)
                .into_iter()
                .find_map(|target| match target {
                    Target::Class(class) | Target::Instance(class) => {
                        self.class_schema(class, depth)
                    }
                    Target::External(path) => named_type(&path),
                    _ => None,
                }),
            ExprKind::Index { object, index } => self.generic(
                here(*object),
                index.iter().map(|i| here(*i)).collect(),
                depth,
            ),
            ExprKind::Choice(arms) => {
                let texts: Vec<String> = arms
                    .iter()
                    .filter_map(|arm| self.literal_text(here(*arm)))
                    .collect();
                if texts.len() == arms.len() {
                    return Some(Schema::Enum(texts));
                }
                arms.iter()
                    .find_map(|arm| self.schema_to(here(*arm), depth))
            }
            ExprKind::Binary { left, right, .. } => self
                .schema_to(here(*left), depth)
                .or_else(|| self.schema_to(here(*right), depth)),
            ExprKind::Call { .. } => self.call_schema(at, depth),
            ExprKind::List(items) => {
                let texts: Vec<String> = items
                    .iter()
                    .filter_map(|item| self.literal_text(here(item.value)))
                    .collect();
                (!texts.is_empty() && texts.len() == items.len()).then_some(Schema::Enum(texts))
            }
            _ => None,
        }
    }

    fn literal_text(&self, at: At) -> Option<String> {
        match self.program.kind(at) {
            ExprKind::Text(text) => Some(text.value.to_string()),
            _ => None,
        }
    }

    fn field(&self, at: At, name: &str) -> Option<At> {
        self.sdks
            .inside(self.program, at, &[name.to_string()])
            .first()
            .copied()
    }

    fn map_schema(&self, at: At, depth: u32) -> Option<Schema> {
        for wrapper in ["json_schema", "schema", "format", "response_schema"] {
            if let Some(inner) = self.field(at, wrapper)
                && let Some(schema) = self.schema_to(inner, depth)
            {
                return Some(schema);
            }
        }
        if let Some(values) = self.field(at, "enum")
            && let Some(schema @ Schema::Enum(_)) = self.schema_to(values, depth)
        {
            return Some(schema);
        }
        if let Some(properties) = self.field(at, "properties") {
            return Some(Schema::Object(self.properties(properties, depth)));
        }
        let kind = self
            .field(at, "type")
            .and_then(|kind| self.constant(kind))?;
        let number = |name: &str| match self.field(at, name).map(|at| self.program.kind(at)) {
            Some(ExprKind::Number(number)) => Some(*number as i64),
            _ => None,
        };
        Some(match kind.to_lowercase().as_str() {
            "object" => Schema::Object(Vec::new()),
            "array" => {
                let items = self
                    .field(at, "items")
                    .and_then(|items| self.schema_to(items, depth));
                Schema::Array(Box::new(items.unwrap_or(Schema::Any)))
            }
            "boolean" => Schema::Boolean,
            "integer" => Schema::Integer {
                min: number("minimum"),
                max: number("maximum"),
            },
            "number" => Schema::Number,
            "string" => Schema::Text {
                format: self
                    .field(at, "format")
                    .or_else(|| self.field(at, "pattern"))
                    .and_then(|format| self.constant(format)),
            },
            _ => return None,
        })
    }

    fn properties(&self, at: At, depth: u32) -> Vec<Field> {
        let mut fields = Vec::new();
        for value in self.program.values(at) {
            let ExprKind::Map { entries, .. } = self.program.kind(value) else {
                continue;
            };
            for entry in entries {
                let Entry::Field(name, expr) = entry else {
                    continue;
                };
                let inner = At {
                    file: value.file,
                    expr: *expr,
                };
                let description = self.field(inner, "description").and_then(|text| {
                    self.constant(text)
                        .map(|shown| (shown, self.program.expr(text).span))
                });
                fields.push(Field {
                    name: name.to_string(),
                    description,
                    schema: self.schema_to(inner, depth).unwrap_or(Schema::Any),
                    span: Some(self.program.expr(inner).span),
                });
            }
        }
        fields
    }

    fn class_schema(&self, class: ClassRef, depth: u32) -> Option<Schema> {
        let module = self.program.module(class.file);
        let known = &module[class.class];
        if let Some(alias) = known.alias {
            return self.schema_to(
                At {
                    file: class.file,
                    expr: alias,
                },
                depth,
            );
        }
        let bindings = module
            .bindings
            .iter()
            .filter(|binding| binding.scope == known.scope && binding.object.is_none());
        if known.kind == ClassKind::Enum {
            let values: Vec<String> = bindings
                .filter_map(|binding| match binding.kind {
                    BindingKind::Set(value) => self
                        .literal_text(At {
                            file: class.file,
                            expr: value,
                        })
                        .or_else(|| Some(binding.name.to_string())),
                    _ => None,
                })
                .collect();
            return (!values.is_empty()).then_some(Schema::Enum(values));
        }
        debug_assert!(
            matches!(module[known.scope].owner, Owner::Class(_)),
            "a class owns its scope"
        );
        let mut fields = Vec::new();
        for binding in bindings {
            let Some(annotation) = binding.annotation else {
                continue;
            };
            let annotation = At {
                file: class.file,
                expr: annotation,
            };
            let description = match binding.kind {
                BindingKind::Set(value) => self.described(At {
                    file: class.file,
                    expr: value,
                }),
                _ => None,
            };
            fields.push(Field {
                name: binding.name.to_string(),
                description,
                schema: self
                    .schema_to(annotation, depth)
                    .or_else(|| self.plain_type(annotation))
                    .unwrap_or(Schema::Any),
                span: Some(binding.span),
            });
        }
        (!fields.is_empty()).then_some(Schema::Object(fields))
    }

    /// The `description` of a field's value: `Field(description="…")`, `field({...})`.
    fn described(&self, at: At) -> Option<(String, crate::source::Span)> {
        let ExprKind::Call { .. } = self.program.kind(at) else {
            return None;
        };
        let text = self
            .sdks
            .input(self.program, at, &["description".to_string()])
            .first()
            .copied()?;
        Some((self.constant(text)?, self.program.expr(text).span))
    }

    fn plain_type(&self, at: At) -> Option<Schema> {
        match self.program.kind(at) {
            ExprKind::Name(name) => named_type(name),
            _ => None,
        }
    }

    fn generic(&self, object: At, arguments: Vec<At>, depth: u32) -> Option<Schema> {
        let name = match self.program.kind(object) {
            ExprKind::Name(name) => name.to_string(),
            ExprKind::Member { name, .. } => name.to_string(),
            _ => return None,
        };
        match name.as_str() {
            "Literal" => {
                let values = arguments
                    .iter()
                    .filter_map(|argument| self.literal_text(*argument))
                    .collect::<Vec<_>>();
                (!values.is_empty()).then_some(Schema::Enum(values))
            }
            "list" | "List" | "Vec" | "Array" | "Sequence" | "Iterable" | "set" | "Set" => {
                let inner = arguments.first().and_then(|argument| {
                    self.schema_to(*argument, depth)
                        .or_else(|| self.plain_type(*argument))
                });
                Some(Schema::Array(Box::new(inner.unwrap_or(Schema::Any))))
            }
            "Optional" | "Option" | "Annotated" | "Promise" | "Box" => {
                arguments.first().and_then(|argument| {
                    self.schema_to(*argument, depth)
                        .or_else(|| self.plain_type(*argument))
                })
            }
            _ => None,
        }
    }

    /// zod and helpers that wrap a schema.
    fn call_schema(&self, at: At, depth: u32) -> Option<Schema> {
        let ExprKind::Call { callee, args } = self.program.kind(at) else {
            return None;
        };
        let here = |expr| At {
            file: at.file,
            expr,
        };
        let first = args.first().map(|arg| here(arg.value));
        let name = self.program.called_name(at)?;
        let receiver = match self.program.kind(here(*callee)) {
            ExprKind::Member { object, .. } => Some(here(*object)),
            _ => None,
        };
        match name {
            "object" | "strictObject" | "looseObject" => {
                Some(Schema::Object(self.zod_fields(first?, depth)))
            }
            "enum" | "nativeEnum" | "picklist" => self.schema_to(first?, depth),
            "literal" => self
                .literal_text(first?)
                .map(|value| Schema::Enum(vec![value])),
            "string" => Some(Schema::Text { format: None }),
            "email" | "url" | "uuid" | "datetime" | "date" | "regex" | "iso" => {
                Some(Schema::Text {
                    format: Some(name.to_string()),
                })
            }
            "number" => Some(Schema::Number),
            "int" | "integer" => Some(Schema::Integer {
                min: None,
                max: None,
            }),
            "boolean" => Some(Schema::Boolean),
            "array" => {
                let inner = first
                    .or(receiver)
                    .and_then(|inner| self.schema_to(inner, depth));
                Some(Schema::Array(Box::new(inner.unwrap_or(Schema::Any))))
            }
            "union" => {
                let elements = self.elements(first?, 6)?;
                let parts: Vec<Schema> = elements
                    .iter()
                    .filter_map(|element| self.schema_to(*element, depth))
                    .collect();
                let values: Vec<String> = parts
                    .iter()
                    .filter_map(|part| match part {
                        Schema::Enum(values) => Some(values.clone()),
                        _ => None,
                    })
                    .flatten()
                    .collect();
                if values.len() >= parts.len() {
                    Some(Schema::Enum(values))
                } else {
                    parts.into_iter().next()
                }
            }
            "zodResponseFormat" | "zodTextFormat" | "zodSchema" | "jsonSchema"
            | "zodToJsonSchema" | "object_schema" => self.schema_to(first?, depth),
            _ => receiver
                .and_then(|receiver| self.schema_to(receiver, depth))
                .or_else(|| {
                    first
                        .filter(|_| receiver.is_none())
                        .and_then(|first| self.schema_to(first, depth))
                }),
        }
    }

    fn zod_fields(&self, at: At, depth: u32) -> Vec<Field> {
        let mut fields = Vec::new();
        for value in self.program.values(at) {
            let ExprKind::Map { entries, .. } = self.program.kind(value) else {
                continue;
            };
            for entry in entries {
                let Entry::Field(name, expr) = entry else {
                    continue;
                };
                let inner = At {
                    file: value.file,
                    expr: *expr,
                };
                fields.push(Field {
                    name: name.to_string(),
                    description: self.zod_description(inner),
                    schema: self.schema_to(inner, depth).unwrap_or(Schema::Any),
                    span: Some(self.program.expr(inner).span),
                });
            }
        }
        fields
    }

    /// `.describe("…")` in a chain.
    fn zod_description(&self, at: At) -> Option<(String, crate::source::Span)> {
        let mut chain = vec![at];
        crate::sdk::receivers(self.program, at, 0, &mut chain);
        let describe = chain
            .into_iter()
            .find(|call| self.program.called_name(*call) == Some("describe"))?;
        let text = self
            .sdks
            .input(self.program, describe, &["0".to_string()])
            .first()
            .copied()?;
        Some((self.constant(text)?, self.program.expr(text).span))
    }
}

fn named_type(name: &str) -> Option<Schema> {
    Some(
        match name
            .trim_end_matches("()")
            .rsplit('.')
            .next()
            .unwrap_or(name)
        {
            "str" | "string" | "String" => Schema::Text { format: None },
            "int" | "i64" | "i32" | "u32" | "u64" | "usize" => Schema::Integer {
                min: None,
                max: None,
            },
            "float" | "number" | "f64" | "f32" | "Decimal" => Schema::Number,
            "bool" | "boolean" => Schema::Boolean,
            "date" | "datetime" | "Date" | "NaiveDate" => Schema::Text {
                format: Some("date".into()),
            },
            "EmailStr" => Schema::Text {
                format: Some("email".into()),
            },
            "HttpUrl" | "AnyUrl" | "Url" => Schema::Text {
                format: Some("uri".into()),
            },
            _ => return None,
        },
    )
}
