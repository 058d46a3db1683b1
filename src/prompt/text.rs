//! What expressions say: evaluates them to alternatives of text.

use super::HoleReason;
use super::env::Env;
use super::eval::{Eval, Job, Kind, MOST_UNROLLED, MOST_VALUES, Value};
use super::flat::{Flat, MOST_VARIANTS, Open, Piece, joined, telling};
use super::template::{Syntax, Wanted, filled};
use crate::index::{At, FnRef, Target};
use crate::ir::{Arg, BinaryOp, ExprId, ExprKind, Extend, Part};
use crate::source::{Language, Span};

/// The keyword that a template's values are handed in by.
const INPUT: &str = "input";

impl Eval<'_> {
    /// The alternatives of an expression's text; at least one.
    pub fn text(&self, at: At, env: &Env) -> Vec<Flat> {
        self.text_of_all(&self.values(at, env))
    }

    /// The alternatives of what a value says; at least one.
    pub fn text_of(&self, value: &Value) -> Vec<Flat> {
        self.text_of_all(&self.reduced(value))
    }

    /// The same for several values that are not followed yet.
    pub fn text_of_values(&self, values: &[Value]) -> Vec<Flat> {
        let values: Vec<Value> = values
            .iter()
            .flat_map(|value| self.reduced(value))
            .collect();
        self.text_of_all(&values)
    }

    pub fn text_of_all(&self, values: &[Value]) -> Vec<Flat> {
        let all = values.iter().flat_map(|value| self.said(value));
        let mut found = telling(all.collect());
        if found.is_empty() {
            // All that it is made of is itself.
            let open = values.iter().find_map(|value| self.expr_of(value));
            let open = open.map(|(at, ..)| Flat::open(self.open(at, HoleReason::Expression)));
            found.push(open.unwrap_or_default());
        }
        found
    }

    /// The text, where all of it is known.
    pub fn constant(&self, value: &Value) -> Option<String> {
        let values = self.reduced(value);
        let texts = values.iter().flat_map(|value| self.said(value));
        let mut blank = None;
        for known in texts.filter_map(|text| text.known()) {
            if !known.trim().is_empty() {
                return Some(known);
            }
            blank = Some(known);
        }
        blank
    }

    fn said(&self, value: &Value) -> Vec<Flat> {
        let of_list =
            |(how, ..): &(Extend, At, Env)| matches!(how, Extend::Append | Extend::Prepend);
        if value.added.iter().any(of_list) {
            return self.listed(value);
        }
        let mut found = match &value.kind {
            Kind::Open(open) => vec![Flat::open(open.clone())],
            Kind::Word(word) => vec![Flat::plain(word)],
            Kind::Pair(_) => self.listed(value),
            // What it is on the way to say, it does not say anew.
            Kind::Expr(at, env) if self.is_on_the_way(*at, env, Job::Read) => Vec::new(),
            Kind::Expr(at, env) => self
                .deeper(*at, env, Job::Read, || self.read(value, *at, env))
                .unwrap_or_else(|| vec![Flat::open(self.open(*at, HoleReason::Expression))]),
        };
        for (how, at, env) in &self.unrolled(&value.added) {
            if *how == Extend::Concat {
                found = joined(found, &self.text(*at, env));
            }
        }
        found
    }

    fn read(&self, value: &Value, at: At, env: &Env) -> Vec<Flat> {
        let here = |expr: ExprId| self.beside(at, expr);
        match self.kind(at) {
            ExprKind::Text(text) => vec![Flat::literal(at.file, self.source(at), text)],
            ExprKind::Number(_) => vec![self.as_written(at)],
            ExprKind::Bool(known) => vec![Flat::plain(if *known { "true" } else { "false" })],
            ExprKind::Null => vec![Flat::default()],
            ExprKind::Template(parts) => self.template(at, parts, env),
            ExprKind::Format {
                template,
                args,
                style,
            } => self.formatted(at, here(*template), args, (*style).into(), env),
            ExprKind::Concat(_) if self.elements(value).is_some() => self.listed(value),
            ExprKind::Concat(items) if let Some(sum) = self.sum(value, items) => vec![sum],
            ExprKind::Binary {
                op: BinaryOp::Times,
                left,
                right,
            } if let Some(texts) = self.repeated(here(*left), here(*right), env) => texts,
            ExprKind::Binary { .. } if let Some(number) = self.computed_text(value) => {
                vec![number]
            }
            ExprKind::Concat(items) => items.iter().fold(vec![Flat::default()], |found, item| {
                joined(found, &self.text(here(*item), env))
            }),
            ExprKind::Join { separator, items } => {
                let separator = separator.map(here);
                self.join(at, separator, here(*items), env)
            }
            ExprKind::Replace { subject, from, to } => {
                self.replaced(here(*subject), here(*from), here(*to), env)
            }
            ExprKind::List(_) | ExprKind::Map { .. } => self.listed(value),
            ExprKind::Each { over, .. } => match self.elements(value) {
                Some(_) => self.listed(value),
                None => {
                    let over = over.first().map_or(at, |over| here(*over));
                    vec![Flat::open(self.open(over, HoleReason::Loop))]
                }
            },
            ExprKind::Lambda(function) => self.made_by(
                at,
                FnRef {
                    file: at.file,
                    function: *function,
                },
                env,
            ),
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                let targets = self.program.resolve(at).into_iter();
                let function = targets.into_iter().find_map(|target| match target {
                    Target::Function(function) => Some(function),
                    _ => None,
                });
                match function {
                    Some(function) => self.made_by(at, function, env),
                    None => vec![Flat::open(self.open(at, HoleReason::Expression))],
                }
            }
            ExprKind::Call { .. } => self.called_text(value, at, env),
            ExprKind::Index { object, index } => {
                let number = index.first().map(|index| here(*index));
                let part = self.split_part(here(*object), number, env);
                let open = || Flat::open(self.open(at, HoleReason::Expression));
                vec![part.unwrap_or_else(open)]
            }
            _ => vec![Flat::open(self.open(at, HoleReason::Expression))],
        }
    }

    fn source(&self, at: At) -> &str {
        self.program.text(at.file)
    }

    /// The text that a function makes which stands where a text is wanted, as instructions may that
    /// are made anew for each run. What it is handed then, only the run knows.
    pub fn made_by(&self, at: At, function: FnRef, env: &Env) -> Vec<Flat> {
        let known = &self.program.module(function.file)[function.function];
        let mut inner = env.clone();
        for (index, param) in known.params.iter().enumerate() {
            let handed = Open::new(&param.name, HoleReason::Parameter, param.span);
            inner = inner.parameter(function, index as u32, Value::open(handed));
        }
        let returns = known.returns.iter().take(MOST_VALUES);
        let texts = returns.flat_map(|expr| {
            let file = function.file;
            self.content(&Value::expr(At { file, expr: *expr }, &inner))
        });
        let texts = super::flat::telling(texts.collect());
        match texts.is_empty() {
            true => vec![Flat::open(self.open(at, HoleReason::Expression))],
            false => texts,
        }
    }

    /// A number, as it stands in the source.
    fn as_written(&self, at: At) -> Flat {
        let span = self.span(at);
        let mut flat = Flat::default();
        if let Some(written) = self.source(at).get(span.range()) {
            flat.push(Piece::Text(written.to_string(), Some(span)));
        }
        flat
    }

    fn template(&self, at: At, parts: &[Part], env: &Env) -> Vec<Flat> {
        parts.iter().fold(vec![Flat::default()], |found, part| {
            let next = match part {
                Part::Text(text) => vec![Flat::literal(at.file, self.source(at), text)],
                Part::Hole(expr) => self.text(self.beside(at, *expr), env),
            };
            joined(found, &next)
        })
    }

    fn formatted(
        &self,
        at: At,
        template: At,
        args: &[Arg],
        syntax: Syntax,
        env: &Env,
    ) -> Vec<Flat> {
        let mut out = Vec::new();
        for flat in self.text(template, env) {
            if flat.only_open().is_some() {
                out.push(flat);
                continue;
            }
            let flat = self.with_variables_given(at, &flat, args, env);
            let mut next = 0;
            for flat in flat {
                out.extend(filled(&flat, syntax, |wanted, span| {
                    let (Wanted::Value(name) | Wanted::File(name)) = wanted;
                    let found = self.filler(at, args, name, &mut next, env);
                    found.unwrap_or_else(|| vec![variable(name, span.unwrap_or(self.span(at)))])
                }));
            }
        }
        out.truncate(MOST_VARIANTS);
        out
    }

    /// Fills the variables of a prompt template of an SDK, whose placeholders are holes already.
    pub fn with_variables_given(&self, at: At, flat: &Flat, args: &[Arg], env: &Env) -> Vec<Flat> {
        self.with_values(std::slice::from_ref(flat), |name| {
            self.filler(at, args, name, &mut 0, env)
        })
    }

    /// What fills a placeholder; `None` where the code does not say.
    pub fn filler(
        &self,
        at: At,
        args: &[Arg],
        name: &str,
        next: &mut usize,
        env: &Env,
    ) -> Option<Vec<Flat>> {
        let position = match name {
            "" => {
                *next += 1;
                Some(*next - 1)
            }
            name => name.parse().ok(),
        };
        if let Some(position) = position {
            let mut plain = args.iter().filter(|arg| arg.name.is_none());
            let arg = plain.nth(position).filter(|arg| !arg.spread)?;
            return Some(self.text(self.beside(at, arg.value), env));
        }
        let named = args.iter().find(|arg| arg.name.as_deref() == Some(name));
        if let Some(arg) = named {
            return Some(self.text(self.beside(at, arg.value), env));
        }
        // `**data`, `% {"name": …}`, `.format_map(data)`, `.invoke(input={…})`, `.batch([{…}, …])`.
        let is_whole = |arg: &&Arg| arg.name.as_deref().is_none_or(|name| name == INPUT);
        let found = args.iter().filter(is_whole).find_map(|arg| {
            let given = self.values(self.beside(at, arg.value), env);
            self.field_at(&given, name)
                .or_else(|| self.field_at(&self.first_of_lists(&given), name))
        });
        found.or_else(|| {
            let (first, rest) = name.split_once('.')?;
            let named = args.iter().find(|arg| arg.name.as_deref() == Some(first))?;
            self.field_at(&self.values(self.beside(at, named.value), env), rest)
        })
    }

    /// The first elements of lists, which stand for the others.
    fn first_of_lists(&self, given: &[Value]) -> Vec<Value> {
        let first = |value: &Value| match self.expr_of(value)? {
            (at, env, ExprKind::List(items)) => {
                Some(Value::expr(self.beside(at, items.first()?.value), env))
            }
            (at, env, ExprKind::Each { item, .. }) => {
                Some(Value::expr(self.beside(at, *item), env))
            }
            _ => None,
        };
        given
            .iter()
            .filter_map(first)
            .flat_map(|value| self.reduced(&value))
            .collect()
    }

    fn join(&self, at: At, separator: Option<At>, items: At, env: &Env) -> Vec<Flat> {
        let separator = match separator {
            Some(separator) => self.text(separator, env).into_iter().next(),
            None if self.module(at).language == Language::Rust => None,
            None => Some(Flat::plain(",")),
        };
        let mut out = Vec::new();
        for value in self.values(items, env) {
            out.extend(match self.elements(&value) {
                Some(elements) => self.joined_elements(&elements, separator.as_ref()),
                None if matches!(self.expr_of(&value), Some((_, _, ExprKind::Text(_)))) => {
                    // Lines that were never taken apart.
                    self.text_of(&value)
                }
                None => match &value.kind {
                    Kind::Open(open) => vec![Flat::open(open.clone())],
                    _ => vec![Flat::open(self.open(items, HoleReason::Expression))],
                },
            });
        }
        out.truncate(MOST_VARIANTS);
        out
    }

    pub fn joined_elements(&self, elements: &[Value], separator: Option<&Flat>) -> Vec<Flat> {
        let mut out = vec![Flat::default()];
        for (number, element) in elements.iter().enumerate() {
            if let Some(separator) = separator.filter(|_| number > 0) {
                out.iter_mut().for_each(|flat| flat.extend(separator));
            }
            out = joined(out, &self.text_of(element));
        }
        out
    }

    /// A list or map put into a text, about as the languages print it.
    fn listed(&self, value: &Value) -> Vec<Flat> {
        let plain = Flat::plain;
        if let Some((_, _, ExprKind::Map { .. })) = self.expr_of(value) {
            let mut out = vec![plain("{")];
            for (number, (key, value)) in self.entries(value).iter().enumerate() {
                let comma = if number > 0 { ", " } else { "" };
                out.iter_mut().for_each(|flat| flat.extend(&plain(comma)));
                out = joined(out, &self.quoted(key));
                out.iter_mut().for_each(|flat| flat.extend(&plain(": ")));
                out = joined(out, &self.quoted(value));
            }
            out.iter_mut().for_each(|flat| flat.extend(&plain("}")));
            return out;
        }
        let elements = match &value.kind {
            Kind::Pair(parts) => parts.clone(),
            _ => self.elements(value).unwrap_or_default(),
        };
        let mut out = vec![plain("[")];
        for (number, element) in elements.iter().enumerate() {
            let comma = if number > 0 { ", " } else { "" };
            out.iter_mut().for_each(|flat| flat.extend(&plain(comma)));
            out = joined(out, &self.quoted(element));
        }
        out.iter_mut().for_each(|flat| flat.extend(&plain("]")));
        out
    }

    /// A value inside a printed list: texts in quotes.
    fn quoted(&self, value: &Value) -> Vec<Flat> {
        let values = self.reduced(value);
        let is_text = values.iter().any(|value| match &value.kind {
            Kind::Word(_) => true,
            _ => matches!(
                self.expr_of(value),
                Some((
                    _,
                    _,
                    ExprKind::Text(_) | ExprKind::Template(_) | ExprKind::Concat(_)
                ))
            ),
        });
        let found = self.text_of_all(&values);
        if !is_text {
            return found;
        }
        let quote = [Flat::plain("\"")];
        joined(joined(quote.to_vec(), &found), &quote)
    }

    fn called_text(&self, value: &Value, at: At, env: &Env) -> Vec<Flat> {
        if let Some(inner) = self.passed_on(at, env) {
            return self.text_of_all(&inner);
        }
        if let Some(row) = self.sdks.template_of(self.program, at) {
            let text = self.template_text(at, env, row);
            if !text.is_empty() {
                return text;
            }
        }
        if let Some(row) = self.sdks.message_of(self.program, at) {
            let content = self.input(at, env, &row.content);
            if !content.is_empty() {
                return self.content_of_all(&content);
            }
        }
        if let Some(found) = self.derived_template(at, env) {
            return found;
        }
        if let Some(found) = self.matched_part(at, env) {
            return found;
        }
        if let Some(found) = self.filled_template(at, env) {
            return found;
        }
        if self.elements(value).is_some() {
            return self.listed(value);
        }
        if let Some(found) = self.summed_up(at, env) {
            return found;
        }
        if let ExprKind::Call { callee, args } = self.kind(at)
            && let Some(open) = self.unread_file(at, self.beside(at, *callee), args, env)
        {
            return vec![Flat::open(open)];
        }
        if let Some(inner) = self.wrapped_value(at) {
            return self.text(inner, env);
        }
        let mut open = self.open(at, HoleReason::CallResult);
        open.hole.ty = self.return_type(at);
        vec![Flat::open(open)]
    }

    /// The texts of a prompt template, with what it is given already.
    pub fn template_text(&self, at: At, env: &Env, row: &crate::sdk::TemplateRow) -> Vec<Flat> {
        let mut text = self.input(at, env, &row.text);
        if text.is_empty() {
            text = self.template_file_of(at, env, row);
        }
        if text.is_empty() && !row.file.is_empty() {
            text = self.registered_templates(at, &self.input(at, env, &row.file), env);
        }
        let mut texts = match text.is_empty() {
            true => self.with_examples(at, env, row),
            false => self.text_of_values(&text),
        };
        if !row.ending.is_empty() {
            texts.iter_mut().for_each(cut_front_matter);
        }
        if texts.is_empty() {
            return Vec::new();
        }
        let texts = self.with_variables(texts, row.syntax);
        let given = self.input(at, env, &row.given);
        let given: Vec<Value> = given.iter().flat_map(|value| self.reduced(value)).collect();
        match given.is_empty() {
            true => texts,
            false => self.with_values(&texts, |name| self.field_at(&given, name)),
        }
    }

    /// The files that a template is made of.
    pub fn template_file_of(&self, at: At, env: &Env, row: &crate::sdk::TemplateRow) -> Vec<Value> {
        let paths = self.input(at, env, &row.file);
        let files = paths.iter().map(|path| {
            let path = self.path_with_ending(path, &row.ending);
            self.template_files(&path, at.file)
        });
        files.flatten().collect()
    }

    /// The path of a file that the code names without its ending.
    fn path_with_ending(&self, path: &Value, ending: &str) -> Value {
        let known = match ending {
            "" => None,
            _ => self.text_of(path).iter().find_map(Flat::known),
        };
        known.map_or_else(
            || path.clone(),
            |name| Value::word(&format!("{name}{ending}")),
        )
    }

    /// What stands before examples, the examples, each in a template of its own, and what stands
    /// after them.
    fn with_examples(&self, at: At, env: &Env, row: &crate::sdk::TemplateRow) -> Vec<Flat> {
        let end = self.text_of_values(&self.input(at, env, &row.suffix));
        let mut parts = vec![self.text_of_values(&self.input(at, env, &row.prefix))];
        let example = self.text_of_values(&self.input(at, env, &row.example));
        let lists = self.input(at, env, &row.examples);
        let elements = lists.iter().flat_map(|list| self.reduced(list));
        let elements = elements.filter_map(|list| self.elements(&list)).flatten();
        for element in elements.take(MOST_UNROLLED) {
            let values = self.reduced(&element);
            parts.push(self.with_values(&example, |name| self.field_at(&values, name)));
        }
        parts.push(end);
        parts.retain(|part| part.iter().any(|flat| !flat.pieces.is_empty()));
        let blank = [Flat::plain("\n\n")];
        let mut out = Vec::new();
        for part in parts {
            out = match out.is_empty() {
                true => part,
                false => joined(joined(out, &blank), &part),
            };
        }
        out
    }

    /// A field that a template names by a path: `user.name`.
    fn field_at(&self, values: &[Value], path: &str) -> Option<Vec<Flat>> {
        let mut found = self.fields(values, path);
        if found.is_empty() && path.contains('.') {
            let steps = path.split('.');
            found = steps.fold(values.to_vec(), |values, step| self.fields(&values, step));
        }
        (!found.is_empty()).then(|| self.text_of_all(&found))
    }

    /// Fills variables of templates that `of` knows.
    pub fn with_values(&self, texts: &[Flat], of: impl Fn(&str) -> Option<Vec<Flat>>) -> Vec<Flat> {
        let filled = texts.iter().flat_map(|flat| {
            let mut out = vec![Flat {
                media: flat.media,
                ..Flat::default()
            }];
            for piece in &flat.pieces {
                let given = match piece {
                    Piece::Open(open) if open.hole.reason == HoleReason::Template => {
                        of(&open.hole.name)
                    }
                    _ => None,
                };
                match given {
                    Some(given) => out = joined(out, &given),
                    None => out.iter_mut().for_each(|flat| flat.push(piece.clone())),
                }
            }
            out
        });
        filled.take(MOST_VARIANTS).collect()
    }

    fn return_type(&self, call: At) -> Option<String> {
        let function = *self.program.callees(call).first()?;
        let module = self.program.module(function.file);
        let expr = module[function.function].return_type?;
        let file = function.file;
        Some(super::name::written(self.program, At { file, expr }))
    }

    /// A method of a prompt template that fills it, or a template that is itself called:
    /// `template.invoke({...})`, `template({...})`.
    fn filled_template(&self, at: At, env: &Env) -> Option<Vec<Flat>> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let callee = self.beside(at, *callee);
        let mut templates = match self.kind(callee) {
            ExprKind::Member { object, .. } => self.values(self.beside(callee, *object), env),
            ExprKind::Name(_) | ExprKind::Call { .. } => Vec::new(),
            _ => return None,
        };
        // A template that is itself called: `compiled(…)`, `templates.ask(…)`, `templates.get("ask")(…)`.
        templates.extend(self.values(callee, env));
        let texts = templates.iter().find_map(|value| {
            let (of, inner, _) = self.expr_of(value)?;
            match self.sdks.template_of(self.program, of) {
                Some(_) => Some(self.text_of(value)),
                // `template.format(…).to_string()`
                None => self
                    .deeper(of, inner, Job::Read, || self.filled_template(of, inner))
                    .flatten(),
            }
        })?;
        let given = texts
            .iter()
            .flat_map(|flat| self.with_variables_given(at, flat, args, env));
        Some(given.take(MOST_VARIANTS).collect())
    }

    /// A template's texts with its variables as holes.
    pub fn with_variables(&self, texts: Vec<Flat>, syntax: Syntax) -> Vec<Flat> {
        if syntax == Syntax::None {
            return texts;
        }
        let whole = Span::new(crate::source::FileId(0), 0, 0);
        let flats = texts.iter().flat_map(|flat| {
            filled(flat, syntax, |wanted, span| match wanted {
                Wanted::Value(name) => vec![variable(name, span.unwrap_or(whole))],
                Wanted::File(path) => self.included(path, span, syntax),
            })
        });
        flats.take(MOST_VARIANTS).collect()
    }

    /// The text of a template that another one takes in; a template that takes in itself ends.
    fn included(&self, path: &str, span: Option<Span>, syntax: Syntax) -> Vec<Flat> {
        let unknown = |span: Span| vec![variable(path, span)];
        let Some(span) = span else {
            return vec![Flat::default()];
        };
        let files = self.template_files(&Value::word(path), span.file);
        let found = files.iter().filter_map(|value| {
            let (at, env, _) = self.expr_of(value)?;
            self.deeper(at, env, Job::List, || {
                self.with_variables(self.text_of(value), syntax)
            })
        });
        match found.flatten().collect::<Vec<_>>() {
            found if found.is_empty() => unknown(span),
            found => found,
        }
    }
}

/// Takes away the settings between two `---` that a prompt file begins with.
fn cut_front_matter(flat: &mut Flat) {
    let Some(Piece::Text(text, span)) = flat.pieces.first_mut() else {
        return;
    };
    let open = text.starts_with("---\n").then_some("---".len());
    let Some(close) = open.and_then(|from| Some(from + text[from..].find("\n---\n")?)) else {
        return;
    };
    let end = close + "\n---\n".len();
    text.drain(..end);
    if let Some(span) = span {
        *span = Span::new(span.file, span.start + end as u32, span.end);
    }
}

/// A variable of a template that nothing here fills.
pub(super) fn variable(name: &str, span: Span) -> Flat {
    Flat::open(Open::new(name, HoleReason::Template, span))
}
