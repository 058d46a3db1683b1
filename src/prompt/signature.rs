//! Signatures: what goes into a request and what comes out of it, as fields of a class or in a text
//! such as `context, question -> answer: bool`.

use super::env::Env;
use super::eval::{Eval, Value};
use super::flat::{Flat, Open, joined};
use super::{Field, HoleReason, Schema};
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingKind, ExprId, ExprKind};
use crate::sdk::FormKind;
use crate::source::Span;

/// What stands between what goes in and what comes out.
const ARROW: &str = "->";
/// How many fields a signature may have.
const MOST_FIELDS: usize = 60;
/// How far bases are followed.
const MOST_BASES: usize = 6;
/// How deep types are nested.
const DEEPEST: u32 = 6;

/// A field that goes into a request.
pub(super) struct Taken {
    name: String,
    /// What the code says of it.
    described: Option<At>,
    span: Span,
}

impl Eval<'_> {
    /// The fields that the signature `value` takes, each with what the call gives for it.
    pub fn taken(&self, call: At, env: &Env, signature: &Value) -> Vec<Flat> {
        let args = match self.kind(call) {
            ExprKind::Call { args, .. } => &args[..],
            _ => &[],
        };
        let mut out = vec![Flat::default()];
        for field in self.taken_fields(signature) {
            let mut label = vec![Flat::plain(&format!("\n{}", field.name))];
            let said = field.described.map(|at| Value::expr(at, &Env::default()));
            if let Some(said) = said.and_then(|said| self.constant(&said)) {
                let said = said.trim().trim_end_matches(':');
                label = vec![Flat::plain(&format!("\n{} ({said})", field.name))];
            }
            label = joined(label, &[Flat::plain(": ")]);
            let given = self.filler(call, args, &field.name, &mut 0, env);
            let open = || Open::new(&field.name, HoleReason::Template, field.span);
            let given = given.unwrap_or_else(|| vec![Flat::open(open())]);
            out = joined(joined(out, &label), &given);
        }
        out
    }

    fn taken_fields(&self, signature: &Value) -> Vec<Taken> {
        let Some((at, ..)) = self.expr_of(signature) else {
            return Vec::new();
        };
        if let Some((taken, _)) = self.signature_text(at) {
            let fields = parts(taken, ',').into_iter().map(|part| Taken {
                name: named(part).0.to_string(),
                described: None,
                span: self.span(at),
            });
            return fields.take(MOST_FIELDS).collect();
        }
        let targets = self.program.resolve(at).into_iter();
        let class = targets.into_iter().find_map(|target| match target {
            Target::Class(class) => Some(class),
            _ => None,
        });
        let mut found = Vec::new();
        if let Some(class) = class {
            self.taken_by(class, MOST_BASES, &mut found);
        }
        found
    }

    fn taken_by(&self, class: ClassRef, depth: usize, found: &mut Vec<Taken>) {
        if let Some(depth) = depth.checked_sub(1) {
            for base in self.program.bases(class, 8) {
                match base {
                    Target::Class(base) if base != class => self.taken_by(base, depth, found),
                    _ => {}
                }
            }
        }
        let module = self.program.module(class.file);
        let scope = module[class.class].scope;
        for binding in module.bindings.iter().filter(|known| known.scope == scope) {
            let BindingKind::Set(expr) = binding.kind else {
                continue;
            };
            let at = At {
                file: class.file,
                expr,
            };
            if self.field_kind(at) != Some(FormKind::Input) || found.len() >= MOST_FIELDS {
                continue;
            }
            found.retain(|known| *known.name != *binding.name);
            found.push(Taken {
                name: binding.name.to_string(),
                described: self.described(at),
                span: binding.span,
            });
        }
    }

    /// What a field of a class is made by: one that goes in, or one that comes out.
    pub fn field_kind(&self, at: At) -> Option<FormKind> {
        if !matches!(self.kind(at), ExprKind::Call { .. }) {
            return None;
        }
        let form = self
            .sdks
            .forms()
            .of_builder(self.program.called_name(at)?)?;
        matches!(form.is, FormKind::Input | FormKind::Output).then_some(form.is)
    }

    fn described(&self, at: At) -> Option<At> {
        let ExprKind::Call { args, .. } = self.kind(at) else {
            return None;
        };
        let names = &self.sdks.forms().description;
        let mut described = names.iter().filter_map(|name| {
            let arg = args.iter().find(|arg| arg.name.as_deref() == Some(name))?;
            Some(arg.value)
        });
        described.next().map(|expr: ExprId| self.beside(at, expr))
    }

    /// What a signature in a text, or one made of such a text, takes and gives back.
    fn signature_text(&self, at: At) -> Option<(&str, &str)> {
        match self.kind(at) {
            ExprKind::Text(text) => text.value.split_once(ARROW),
            ExprKind::Call { args, .. } => match self.kind(self.beside(at, args.first()?.value)) {
                ExprKind::Text(text) => text.value.split_once(ARROW),
                _ => None,
            },
            _ => None,
        }
    }

    /// The form of what a signature in a text gives back.
    pub fn given_back(&self, at: At) -> Option<Schema> {
        let (_, back) = self.signature_text(at)?;
        let fields = parts(back, ',').into_iter().map(|part| {
            let (name, ty) = named(part);
            Field {
                name: name.to_string(),
                description: None,
                schema: self.written_type(ty, DEEPEST),
                span: None,
            }
        });
        let fields: Vec<Field> = fields.take(MOST_FIELDS).collect();
        (!fields.is_empty()).then_some(Schema::Object(fields))
    }

    /// The form of a type that stands in a text: `list[str]`, `Literal['a', 'b'] | None`.
    fn written_type(&self, ty: &str, depth: u32) -> Schema {
        let Some(depth) = depth.checked_sub(1) else {
            return Schema::Any;
        };
        let ty = parts(ty, '|').into_iter().next().unwrap_or_default();
        if ty.is_empty() {
            return Schema::Text { format: None };
        }
        let forms = self.sdks.forms();
        let generic = ty.strip_suffix(']').and_then(|ty| ty.split_once('['));
        let Some((name, inside)) = generic else {
            return match forms.of_type(ty.rsplit('.').next().unwrap_or(ty)) {
                Some(form) => self.form_of(form).unwrap_or(Schema::Any),
                None => Schema::Any,
            };
        };
        let inner = || parts(inside, ',').into_iter().next().unwrap_or_default();
        match forms.of_generic(name.rsplit('.').next().unwrap_or(name)) {
            Some(form) if form.is == FormKind::Enum => {
                let values = parts(inside, ',').into_iter();
                let bare = |value: &str| value.trim_matches(['"', '\'']).to_string();
                Schema::Enum(values.map(bare).collect())
            }
            Some(form) if form.is == FormKind::List => {
                Schema::Array(Box::new(self.written_type(inner(), depth)))
            }
            Some(_) => self.written_type(inner(), depth),
            None => Schema::Any,
        }
    }
}

/// A field's name and its type as written.
fn named(part: &str) -> (&str, &str) {
    let (name, ty) = part.split_once(':').unwrap_or((part, ""));
    (name.trim(), ty.trim())
}

/// The parts between separators that stand in no brackets and no quotes.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let (mut out, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '[' | '(' | '{') => depth += 1,
            (None, ']' | ')' | '}') => depth = depth.saturating_sub(1),
            (None, letter) if letter == separator && depth == 0 => {
                out.push(text[start..at].trim());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    out.push(text[start..].trim());
    out.retain(|part| !part.is_empty());
    out
}
