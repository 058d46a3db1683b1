//! Macro calls. Those that make values become those values (`format!`, `vec![…]`, `json!`); the
//! others become calls of `name!`, with whatever expressions can be read among their tokens.

use super::call::argument;
use super::format::{Argument, Piece, pieces};
use super::given::{Given, Matches, Repeat, given, select_arms, separated, split, stream};
use super::pattern::Matched;
use super::text::{Indentation, dedented, joined};
use super::types::tail;
use super::{Lowerer, plain, span};
use crate::ir::{
    Arg, BinaryOp, BindingKind, ExprId, ExprKind, Extend, Item, Name, Parent, Part, Text,
};
use crate::source::Span;
use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Block, Expr, Lit, Macro, Token};

impl Lowerer<'_> {
    /// A macro call; `None` where it has no value.
    pub(super) fn macro_value(&mut self, mac: &Macro) -> Option<ExprId> {
        if self.depth >= super::DEEPEST {
            let span = self.span_of_macro(mac);
            return Some(self.too_deep(span));
        }
        self.depth += 1;
        let value = self.known_macro(mac);
        self.depth -= 1;
        value
    }

    fn known_macro(&mut self, mac: &Macro) -> Option<ExprId> {
        let (_, name) = tail(&mac.path);
        let span = self.span_of_macro(mac);
        match name.as_str() {
            "json" => {
                let tokens: Vec<TokenTree> = mac.tokens.clone().into_iter().collect();
                Some(self.json(&tokens, span))
            }
            "vec" | "smallvec" | "array" => Some(self.vec_macro(mac, span)),
            "format" | "format_args" | "formatcp" | "format_compact" | "format_smolstr" => {
                self.format_macro(mac, None, span)
            }
            "formatdoc" => self.format_macro(mac, Some(Indentation::Indoc), span),
            "indoc" | "concat" | "concatcp" => self.text_macro(mac, &name, span),
            "matches" => self.matches_macro(mac, span),
            "dbg" | "pin" | "black_box" => self.first_argument(mac, span),
            "join" | "try_join" => Some(self.joined_futures(mac, span)),
            "select" | "select_biased" => self.select_macro(mac, span),
            "macro_rules" => None,
            name => self.other_macro(mac, name, span),
        }
    }

    fn vec_macro(&mut self, mac: &Macro, span: Span) -> ExprId {
        if let Ok(repeat) = syn::parse2::<Repeat>(mac.tokens.clone()) {
            let value = self.expr(&repeat.element);
            self.loose(&repeat.count);
            let items = vec![item(value)];
            return self.builder.expr(ExprKind::List(items), span);
        }
        let given = given(mac.tokens.clone());
        let items = self.values(&given).into_iter().map(item).collect();
        self.builder.expr(ExprKind::List(items), span)
    }

    fn joined_futures(&mut self, mac: &Macro, span: Span) -> ExprId {
        let given = given(mac.tokens.clone());
        let items = self.values(&given).into_iter().map(item).collect();
        self.builder.expr(ExprKind::List(items), span)
    }

    fn first_argument(&mut self, mac: &Macro, span: Span) -> Option<ExprId> {
        let given = given(mac.tokens.clone());
        let values = self.values(&given);
        match values.first() {
            Some(first) => Some(*first),
            None => self.other_macro(mac, "dbg", span),
        }
    }

    fn values(&mut self, given: &[Given]) -> Vec<ExprId> {
        given
            .iter()
            .flat_map(|given| match given {
                Given::Expr(expr) | Given::Named(_, expr) => vec![self.expr(expr)],
                Given::Tokens(tokens) => self.tokens(&stream(tokens)),
            })
            .collect()
    }

    fn format_macro(
        &mut self,
        mac: &Macro,
        indentation: Option<Indentation>,
        span: Span,
    ) -> Option<ExprId> {
        let given = given(mac.tokens.clone());
        let template = self.template(&given, indentation, span);
        match template {
            Some(id) => Some(id),
            None => self.other_macro(mac, "format", span),
        }
    }

    /// A format string and what fills it; `None` if the first is no literal.
    fn template(
        &mut self,
        given: &[Given],
        indentation: Option<Indentation>,
        span: Span,
    ) -> Option<ExprId> {
        let (Given::Expr(format), rest) = given.split_first()? else {
            return None;
        };
        let mut text = self.text_of(format)?;
        if let Some(how) = indentation {
            text = dedented(&text, how);
        }
        let (mut numbered, mut named) = (Vec::new(), Vec::new());
        for given in rest {
            match given {
                Given::Expr(expr) => numbered.push(self.expr(expr)),
                Given::Named(name, expr) => {
                    let value = self.expr(expr);
                    numbered.push(value);
                    named.push((name.clone(), value));
                }
                Given::Tokens(tokens) => numbered.extend(self.tokens(&stream(tokens))),
            }
        }
        let parts: Vec<Part> = pieces(&text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => Part::Text(text),
                Piece::Hole(hole) => Part::Hole(self.filled(&hole, &numbered, &named)),
            })
            .collect();
        let kind = match parts.iter().any(|part| matches!(part, Part::Hole(_))) {
            true => ExprKind::Template(parts),
            false => ExprKind::Text(whole(parts)),
        };
        Some(self.builder.expr(kind, span))
    }

    fn filled(
        &mut self,
        hole: &super::format::Hole,
        numbered: &[ExprId],
        named: &[(Name, ExprId)],
    ) -> ExprId {
        let span = self.builder.span(hole.source.start, hole.source.end);
        match &hole.argument {
            Argument::Number(number) => match numbered.get(*number) {
                Some(value) => *value,
                None => self.builder.expr(ExprKind::Opaque(Vec::new()), span),
            },
            Argument::Name(name) => {
                let given = named.iter().find(|(given, _)| **given == **name);
                match given {
                    Some((_, value)) => *value,
                    None => self.name(name, span),
                }
            }
        }
    }

    /// The text of a literal, or of a macro that only glues literals.
    fn text_of(&self, expr: &Expr) -> Option<Text> {
        match expr {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(_) => Some(self.text_at(self.span_of(expr))),
                _ => None,
            },
            Expr::Group(group) => self.text_of(&group.expr),
            Expr::Macro(expr) => self.text_of_macro(&expr.mac),
            _ => None,
        }
    }

    fn text_of_macro(&self, mac: &Macro) -> Option<Text> {
        let (_, name) = tail(&mac.path);
        if !matches!(name.as_str(), "concat" | "concatcp" | "indoc") {
            return None;
        }
        let mut texts = Vec::new();
        for given in given(mac.tokens.clone()) {
            let Given::Expr(expr) = given else {
                return None;
            };
            texts.push(self.text_of(&expr)?);
        }
        let text = joined(&texts);
        Some(match name.as_str() {
            "indoc" => dedented(&text, Indentation::Indoc),
            _ => text,
        })
    }

    /// `indoc!("…")`, `concat!("…", …)`
    fn text_macro(&mut self, mac: &Macro, name: &str, span: Span) -> Option<ExprId> {
        if let Some(text) = self.text_of_macro(mac) {
            return Some(self.builder.expr(ExprKind::Text(text), span));
        }
        if name == "indoc" {
            return self.other_macro(mac, name, span);
        }
        let given = given(mac.tokens.clone());
        let values = self.values(&given);
        Some(self.builder.expr(ExprKind::Concat(values), span))
    }

    /// `matches!(value, "a" | "b" if guard)`
    fn matches_macro(&mut self, mac: &Macro, span: Span) -> Option<ExprId> {
        let Ok(matches) = syn::parse2::<Matches>(mac.tokens.clone()) else {
            return self.other_macro(mac, "matches", span);
        };
        let value = self.expr(&matches.value);
        let found = self.literal_match(value, [&matches.pat]);
        self.enter_own_block();
        self.bind(&matches.pat, Matched::Value(value), span.start);
        if let Some(guard) = &matches.guard {
            self.condition(guard);
        }
        self.builder.leave_block();
        let found = found.unwrap_or_else(|| {
            let items = self.pattern_paths(&matches.pat);
            let right = self.builder.expr(ExprKind::List(items), span);
            let (op, left) = (BinaryOp::Match, value);
            self.builder
                .expr(ExprKind::Binary { op, left, right }, span)
        });
        // It is a value here, not a branch.
        self.builder.set_parent(found, Parent::Statement);
        Some(found)
    }

    /// `select! { pattern = future => value, … }`
    fn select_macro(&mut self, mac: &Macro, span: Span) -> Option<ExprId> {
        let Ok(arms) = select_arms.parse2(mac.tokens.clone()) else {
            return self.other_macro(mac, "select", span);
        };
        let group = self.builder.new_group();
        let mut values = Vec::new();
        for arm in &arms {
            let future = arm
                .future
                .as_ref()
                .map(|(pat, future)| (pat, self.expr(future)));
            self.builder.enter_block(group, false);
            if let Some((pat, value)) = future {
                let from = self.span_of(&arm.body).start;
                self.bind(pat, Matched::Value(value), from);
            }
            if let Some(guard) = &arm.guard {
                self.condition(guard);
            }
            values.extend(self.body_value(&arm.body));
            self.builder.leave_block();
        }
        self.choice(values, span)
    }

    /// A call of `name!` with what can be read of its tokens.
    fn other_macro(&mut self, mac: &Macro, name: &str, span: Span) -> Option<ExprId> {
        if let Some(at) = format_position(name) {
            let call = self.printing_macro(mac, at, span);
            return has_value(name).then_some(call);
        }
        let expressions = Punctuated::<Expr, Token![,]>::parse_terminated;
        if expressions.parse2(mac.tokens.clone()).is_ok() {
            let given = given(mac.tokens.clone());
            let args = self.macro_args(&given);
            return Some(self.listed_or_called(mac, args, span));
        }
        if let Some(map) = self.pairs(&split(mac.tokens.clone()), span) {
            return Some(map);
        }
        let args = self.tokens(&mac.tokens).into_iter().map(argument);
        let args = args.collect();
        Some(self.macro_call(mac, args, span))
    }

    /// `println!(…)`, `bail!(…)`: a call with a template among its arguments.
    fn printing_macro(&mut self, mac: &Macro, at: FormatAt, span: Span) -> ExprId {
        let given = given(mac.tokens.clone());
        let is_text =
            |given: &Given| matches!(given, Given::Expr(expr) if self.text_of(expr).is_some());
        let position = match at {
            FormatAt::First => given.iter().position(is_text),
            FormatAt::Number(at) => given.get(at).filter(|given| is_text(given)).map(|_| at),
        };
        let (before, format) = given.split_at(position.unwrap_or(given.len()));
        let mut args = self.macro_args(before);
        let template = format.first().and_then(|first| match first {
            Given::Expr(expr) => {
                let (_, close) = span::delimiter(&mac.delimiter);
                let range = self.range(span::first(expr), close);
                let end = range.end.saturating_sub(1).max(self.span_of(expr).end);
                let range = self.builder.span(range.start as usize, end as usize);
                self.template(format, None, range)
            }
            _ => None,
        });
        args.extend(template.map(argument));
        let target = args.first().map(|target| target.value);
        let call = self.macro_call(mac, args, span);
        let (_, name) = tail(&mac.path);
        if let (Some(target), Some(template)) = (target, template)
            && matches!(name.as_str(), "write" | "writeln")
        {
            self.written_to(target, template, span);
        }
        call
    }

    /// `write!(text, …)` adds to a text, unless the target is the formatter of a `Display`.
    fn written_to(&mut self, target: ExprId, value: ExprId, span: Span) {
        let formatter = matches!(self.kind(target), ExprKind::Name(name) if **name == *"f");
        if !formatter && target != value {
            let how = Extend::Concat;
            self.assign(target, BindingKind::Extend { value, how }, span.end);
        }
    }

    fn macro_args(&mut self, given: &[Given]) -> Vec<Arg> {
        let mut args = Vec::new();
        for given in given {
            match given {
                Given::Expr(expr) => args.push(argument(self.expr(expr))),
                Given::Named(name, expr) => args.push(Arg {
                    name: Some(name.clone()),
                    value: self.expr(expr),
                    spread: false,
                }),
                Given::Tokens(tokens) => {
                    args.extend(self.tokens(&stream(tokens)).into_iter().map(argument));
                }
            }
        }
        args
    }

    /// By custom a macro with square brackets takes a list: `messages![a, b]`.
    fn listed_or_called(&mut self, mac: &Macro, args: Vec<Arg>, span: Span) -> ExprId {
        if !matches!(mac.delimiter, syn::MacroDelimiter::Bracket(_)) {
            return self.macro_call(mac, args, span);
        }
        let items = args.iter().map(|arg| item(arg.value)).collect();
        let list = self.builder.expr(ExprKind::List(items), span);
        self.macro_call(mac, vec![argument(list)], span)
    }

    fn macro_call(&mut self, mac: &Macro, args: Vec<Arg>, span: Span) -> ExprId {
        let callee = self.macro_name(mac);
        self.builder.expr(ExprKind::Call { callee, args }, span)
    }

    /// `path::name!` as a chain of members that ends in `name!`.
    fn macro_name(&mut self, mac: &Macro) -> ExprId {
        let start = span::first_of_path(&mac.path);
        let mut so_far = None;
        let count = mac.path.segments.len();
        for (number, segment) in mac.path.segments.iter().enumerate() {
            let mut name = plain(&segment.ident);
            let mut range = self.range(start, segment.ident.span());
            if number + 1 == count {
                name.push('!');
                range = self.range(start, mac.bang_token.span);
            }
            so_far = Some(match so_far {
                Some(object) => {
                    let name = name.into();
                    self.builder.expr(ExprKind::Member { object, name }, range)
                }
                None => self.name(&name, range),
            });
        }
        so_far.unwrap_or_else(|| {
            let range = self.token(mac.bang_token.span);
            self.name("!", range)
        })
    }

    /// What can be read in tokens of an unknown form: statements, expressions between separators,
    /// and the same inside brackets. Gives the values found.
    pub(super) fn tokens(&mut self, tokens: &TokenStream) -> Vec<ExprId> {
        if tokens.is_empty() || self.depth >= super::DEEPEST {
            return Vec::new();
        }
        self.depth += 1;
        let found = match Block::parse_within.parse2(tokens.clone()) {
            Ok(statements) => {
                self.enter_own_block();
                let value = self.statements(&statements);
                self.builder.leave_block();
                value.into_iter().collect()
            }
            Err(_) => self.scattered(tokens),
        };
        self.depth -= 1;
        found
    }

    fn scattered(&mut self, tokens: &TokenStream) -> Vec<ExprId> {
        let mut found = Vec::new();
        for piece in separated(tokens.clone()) {
            if let Ok(expr) = syn::parse2::<Expr>(stream(&piece)) {
                found.extend(self.value(&expr));
                continue;
            }
            for token in piece {
                if let TokenTree::Group(group) = token {
                    found.extend(self.tokens(&group.stream()));
                }
            }
        }
        found
    }
}

/// Where the format string of a printing macro stands.
#[derive(Clone, Copy)]
enum FormatAt {
    /// The first literal.
    First,
    Number(usize),
}

fn format_position(name: &str) -> Option<FormatAt> {
    Some(match name {
        "print" | "println" | "eprint" | "eprintln" | "printdoc" | "eprintdoc" | "panic"
        | "todo" | "unimplemented" | "unreachable" | "bail" | "anyhow" | "eyre" | "format_err"
        | "trace" | "debug" | "info" | "warn" | "error" | "event" | "log" | "span"
        | "info_span" | "debug_span" | "trace_span" | "warn_span" | "error_span" => FormatAt::First,
        "write" | "writeln" | "writedoc" | "assert" | "debug_assert" | "ensure" => {
            FormatAt::Number(1)
        }
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => FormatAt::Number(2),
        _ => return None,
    })
}

/// Whether anything comes of a printing macro: most leave, or give `()`.
fn has_value(name: &str) -> bool {
    matches!(
        name,
        "anyhow" | "eyre" | "format_err" | "write" | "writeln" | "writedoc"
    ) || name.ends_with("span")
}

fn item(value: ExprId) -> Item {
    Item {
        value,
        spread: false,
    }
}

fn whole(parts: Vec<Part>) -> Text {
    let texts: Vec<Text> = parts
        .into_iter()
        .filter_map(|part| match part {
            Part::Text(text) => Some(text),
            Part::Hole(_) => None,
        })
        .collect();
    joined(&texts)
}
