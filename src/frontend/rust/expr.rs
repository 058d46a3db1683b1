//! Expressions. Some have no value (`return x`, `while …`), so that [`Lowerer::value`] may give
//! none; [`Lowerer::expr`] then gives a null.

use super::{Frame, Lowerer, plain, span, text};
use crate::ir::{BinaryOp, BindingKind, Entry, ExprId, ExprKind, Extend, Item, Parent, Text};
use crate::source::Span;
use syn::{BinOp, Expr, Lit, UnOp};

impl Lowerer<'_> {
    /// An expression where a value is needed.
    pub(super) fn expr(&mut self, expr: &Expr) -> ExprId {
        self.value(expr).unwrap_or_else(|| {
            let span = self.span_of(expr);
            self.builder.expr(ExprKind::Null, span)
        })
    }

    /// An expression; `None` where control leaves or nothing comes of it.
    pub(super) fn value(&mut self, expr: &Expr) -> Option<ExprId> {
        if self.depth >= super::DEEPEST {
            let span = self.span_of(expr);
            return Some(self.too_deep(span));
        }
        self.depth += 1;
        let value = self.unsugared(expr);
        self.depth -= 1;
        value
    }

    pub(super) fn too_deep(&mut self, span: Span) -> ExprId {
        self.builder.broken(span);
        self.builder.expr(ExprKind::Opaque(Vec::new()), span)
    }

    fn unsugared(&mut self, expr: &Expr) -> Option<ExprId> {
        match expr {
            Expr::Paren(e) => self.value(&e.expr),
            Expr::Group(e) => self.value(&e.expr),
            Expr::Await(e) => self.value(&e.base),
            Expr::Try(e) => self.value(&e.expr),
            Expr::Reference(e) => self.value(&e.expr),
            Expr::RawAddr(e) => self.value(&e.expr),
            Expr::Cast(e) => self.value(&e.expr),
            Expr::Unary(e) if matches!(e.op, UnOp::Deref(_)) => self.value(&e.expr),
            Expr::If(e) => self.if_value(e),
            Expr::Match(e) => self.match_value(e),
            Expr::ForLoop(e) => self.for_loop(e),
            Expr::While(e) => self.while_loop(e),
            Expr::Loop(e) => self.loop_value(e),
            Expr::Block(e) if e.label.is_some() => self.labelled_value(e),
            Expr::Block(e) => self.own_block(&e.block),
            Expr::Unsafe(e) => self.own_block(&e.block),
            Expr::Const(e) => self.own_block(&e.block),
            Expr::Async(e) => self.framed_block(&e.block),
            Expr::TryBlock(e) => self.framed_block(&e.block),
            Expr::Return(e) => self.returned(e.expr.as_deref()),
            Expr::Yield(e) => self.returned(e.expr.as_deref()),
            Expr::Break(e) => self.broken_off(e.expr.as_deref()),
            Expr::Continue(_) => None,
            Expr::Assign(e) => self.assignment(&e.left, &e.right),
            Expr::Macro(e) => self.macro_value(&e.mac),
            Expr::Call(e) if is_failure(e) => self.failure(e),
            _ => self.plain_value(expr),
        }
    }

    /// `Err(…)`: the way on which there is no value, as after `return`; an error's text is no other
    /// answer of the function.
    fn failure(&mut self, call: &syn::ExprCall) -> Option<ExprId> {
        call.args.iter().for_each(|arg| self.loose(arg));
        None
    }

    fn plain_value(&mut self, expr: &Expr) -> Option<ExprId> {
        let span = self.span_of(expr);
        let kind = match expr {
            Expr::Lit(e) => return Some(self.literal(&e.lit, span)),
            Expr::Path(e) => return Some(self.path_expr(e.qself.as_ref(), &e.path)),
            Expr::Call(e) => return Some(self.call(e)),
            Expr::MethodCall(e) => return Some(self.method_call(e)),
            Expr::Struct(e) => return Some(self.struct_literal(e)),
            Expr::Closure(e) => return Some(self.closure(e)),
            Expr::Binary(e) => return self.binary(e, span),
            Expr::Let(e) => return Some(self.loose_let(e)),
            Expr::Unary(e) => ExprKind::Unary {
                not: matches!(e.op, UnOp::Not(_)),
                operand: self.expr(&e.expr),
            },
            Expr::Field(e) => self.field(&e.base, &e.member),
            Expr::Index(e) => self.index(&e.expr, &e.index),
            Expr::Array(e) => self.list(&e.elems),
            Expr::Tuple(e) if e.elems.is_empty() => ExprKind::Null,
            Expr::Tuple(e) => self.list(&e.elems),
            Expr::Repeat(e) => {
                let value = self.expr(&e.expr);
                self.loose(&e.len);
                ExprKind::List(vec![Item {
                    value,
                    spread: false,
                }])
            }
            Expr::Range(e) => {
                let ends = [e.start.as_deref(), e.end.as_deref()];
                let ends = ends.into_iter().flatten();
                ExprKind::Opaque(ends.map(|end| self.expr(end)).collect())
            }
            Expr::Verbatim(tokens) => ExprKind::Opaque(self.tokens(tokens)),
            _ => ExprKind::Opaque(Vec::new()),
        };
        Some(self.builder.expr(kind, span))
    }

    /// Lowers what is unsugared away, for the calls in it.
    pub(super) fn loose(&mut self, expr: &Expr) {
        if !matches!(expr, Expr::Lit(_) | Expr::Path(_)) {
            self.value(expr);
        }
    }

    pub(super) fn literal(&mut self, lit: &Lit, span: Span) -> ExprId {
        let kind = match lit {
            Lit::Int(lit) => ExprKind::Number(lit.base10_digits().parse().unwrap_or(f64::NAN)),
            Lit::Float(lit) => ExprKind::Number(lit.base10_digits().parse().unwrap_or(f64::NAN)),
            Lit::Bool(lit) => ExprKind::Bool(lit.value),
            Lit::Verbatim(_) => ExprKind::Opaque(Vec::new()),
            _ => ExprKind::Text(self.text_at(span)),
        };
        self.builder.expr(kind, span)
    }

    /// The text of the literal token that stands at `span`.
    pub(super) fn text_at(&self, span: Span) -> Text {
        text::literal(self.written(span), span.start as usize).unwrap_or_default()
    }

    fn list<'a>(&mut self, elements: impl IntoIterator<Item = &'a Expr>) -> ExprKind {
        let items = elements
            .into_iter()
            .map(|element| Item {
                value: self.expr(element),
                spread: false,
            })
            .collect();
        ExprKind::List(items)
    }

    fn field(&mut self, base: &Expr, member: &syn::Member) -> ExprKind {
        let object = self.expr(base);
        match member {
            syn::Member::Named(ident) => ExprKind::Member {
                object,
                name: plain(ident).into(),
            },
            // The field of a tuple struct is declared by its number.
            syn::Member::Unnamed(index) if matches!(self.kind(object), ExprKind::SelfRef) => {
                let name = index.index.to_string().into();
                ExprKind::Member { object, name }
            }
            syn::Member::Unnamed(index) => {
                let span = self.token(index.span);
                let number = ExprKind::Number(f64::from(index.index));
                let index = vec![self.builder.expr(number, span)];
                ExprKind::Index { object, index }
            }
        }
    }

    fn member_name(&self, member: &syn::Member) -> (String, Span) {
        match member {
            syn::Member::Named(ident) => (plain(ident), self.token(ident.span())),
            syn::Member::Unnamed(index) => (index.index.to_string(), self.token(index.span)),
        }
    }

    /// `value["key"]` is a member, anything else an index.
    fn index(&mut self, base: &Expr, index: &Expr) -> ExprKind {
        let object = self.expr(base);
        if let Some(name) = key(index) {
            let name = name.into();
            return ExprKind::Member { object, name };
        }
        let index = vec![self.expr(index)];
        ExprKind::Index { object, index }
    }

    fn binary(&mut self, expr: &syn::ExprBinary, span: Span) -> Option<ExprId> {
        let op = match expr.op {
            BinOp::Add(_) => return Some(self.sum(expr, span)),
            BinOp::AddAssign(_) => return self.added(&expr.left, &expr.right),
            BinOp::Eq(_) => BinaryOp::Equal,
            BinOp::Ne(_) => BinaryOp::NotEqual,
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => BinaryOp::Compare,
            BinOp::And(_) => BinaryOp::And,
            BinOp::BitOr(_) => BinaryOp::Pipe,
            BinOp::Sub(_) => BinaryOp::Minus,
            BinOp::Mul(_) => BinaryOp::Times,
            BinOp::Div(_) => BinaryOp::Divide,
            BinOp::Shl(_) => BinaryOp::Shift,
            _ => BinaryOp::Other,
        };
        let (left, right) = (self.expr(&expr.left), self.expr(&expr.right));
        let value = self
            .builder
            .expr(ExprKind::Binary { op, left, right }, span);
        if is_assignment(&expr.op) {
            self.set(&expr.left, BindingKind::Set(value), span.end);
            return None;
        }
        Some(value)
    }

    /// `a + b + c`, flat.
    fn sum(&mut self, expr: &syn::ExprBinary, span: Span) -> ExprId {
        let mut operands = vec![&*expr.right];
        let mut next = &*expr.left;
        while let Expr::Binary(left) = next
            && matches!(left.op, BinOp::Add(_))
        {
            operands.push(&left.right);
            next = &left.left;
        }
        operands.push(next);
        let operands = operands.into_iter().rev();
        let operands = operands.map(|operand| self.expr(operand)).collect();
        self.builder.expr(ExprKind::Concat(operands), span)
    }

    /// `place += value`.
    fn added(&mut self, place: &Expr, value: &Expr) -> Option<ExprId> {
        let end = self.span_of(value).end;
        let value = self.expr(value);
        let how = Extend::Concat;
        self.set(place, BindingKind::Extend { value, how }, end);
        None
    }

    fn assignment(&mut self, left: &Expr, right: &Expr) -> Option<ExprId> {
        let end = self.span_of(right).end;
        let value = self.expr(right);
        self.assign_to(left, value, end);
        None
    }

    /// Binds what stands left of `=` or `+=`. Of a member only the object is an expression.
    fn set(&mut self, place: &Expr, kind: BindingKind, from: u32) {
        match place {
            Expr::Paren(place) => self.set(&place.expr, kind, from),
            Expr::Unary(place) if matches!(place.op, UnOp::Deref(_)) => {
                self.set(&place.expr, kind, from);
            }
            Expr::Path(path) if path.path.get_ident().is_some() => {
                let span = self.span_of(place);
                let name = self.written(span).trim_start_matches("r#").to_string();
                self.set_name(&name, kind, span, from);
            }
            Expr::Field(field) => {
                let object = self.expr(&field.base);
                let (name, span) = self.member_name(&field.member);
                self.builder.bind_member(object, &name, kind, span, from);
            }
            Expr::Index(index) if key(&index.index).is_some() => {
                let object = self.expr(&index.expr);
                let name = key(&index.index).unwrap_or_default();
                let span = self.span_of(&index.index);
                self.builder.bind_member(object, &name, kind, span, from);
            }
            Expr::Infer(_) => {}
            other => {
                self.expr(other);
            }
        }
    }

    fn assign_to(&mut self, left: &Expr, value: ExprId, from: u32) {
        let Expr::Tuple(tuple) = left else {
            return self.set(left, BindingKind::Set(value), from);
        };
        for (number, element) in tuple.elems.iter().enumerate() {
            let part = self.part(value, number, tuple.elems.len(), self.span_of(element));
            self.assign_to(element, part, from);
        }
    }

    /// Component `number` of a tuple of `count`.
    pub(super) fn part(
        &mut self,
        value: ExprId,
        number: usize,
        count: usize,
        span: Span,
    ) -> ExprId {
        if let ExprKind::List(items) = self.kind(value)
            && items.len() == count
            && items.iter().all(|item| !item.spread)
        {
            return items[number].value;
        }
        let index = self.builder.expr(ExprKind::Number(number as f64), span);
        let before = self.builder.module()[value].parent;
        let part = self.builder.expr(
            ExprKind::Index {
                object: value,
                index: vec![index],
            },
            span,
        );
        self.keep_parent(value, before);
        part
    }

    /// The first part that a value is taken apart to stays its parent: it is mostly the one that
    /// matters.
    pub(super) fn keep_parent(&mut self, value: ExprId, before: Parent) {
        if before != Parent::Statement {
            self.builder.set_parent(value, before);
        }
    }

    /// `return value`, `yield value`.
    fn returned(&mut self, value: Option<&Expr>) -> Option<ExprId> {
        let value = self.value(value?)?;
        for frame in self.frames.iter_mut().rev() {
            match frame {
                Frame::Loop(_) => continue,
                Frame::Value(values) => values.push(value),
                Frame::Function(function) => {
                    let function = *function;
                    self.returns(function, value);
                }
            }
            break;
        }
        None
    }

    /// Notes what a function returns.
    pub(super) fn returns(&mut self, function: crate::ir::FunctionId, value: ExprId) {
        self.part_of(value, Parent::Return(function));
        let functions = &mut self.builder.module_mut().functions;
        functions[function.0 as usize].returns.push(value);
    }

    /// `break value`.
    fn broken_off(&mut self, value: Option<&Expr>) -> Option<ExprId> {
        let value = self.value(value?)?;
        if let Some(Frame::Loop(values)) = self.frames.last_mut() {
            values.push(value);
        }
        None
    }

    /// `Type { field: value, ..base }`. The fields of a type of this file are also noted as what
    /// its attributes are given, so that `self.client` can be followed.
    fn struct_literal(&mut self, expr: &syn::ExprStruct) -> ExprId {
        let of = self.path_expr(expr.qself.as_ref(), &expr.path);
        let (mut entries, mut fields) = (Vec::new(), Vec::new());
        for field in &expr.fields {
            let value = self.expr(&field.expr);
            let (name, span) = self.member_name(&field.member);
            entries.push(Entry::Field(name.as_str().into(), value));
            fields.push((name, span, value));
        }
        if let Some(base) = &expr.rest {
            let base = self.expr(base);
            entries.push(Entry::Spread(base));
        }
        let span = self.range(
            span::first_of_path(&expr.path),
            expr.brace_token.span.close(),
        );
        let of = Some(of);
        let map = self.builder.expr(ExprKind::Map { of, entries }, span);
        if let Some(of) = of {
            self.note_attributes(of, fields, span.end);
        }
        map
    }

    fn note_attributes(&mut self, of: ExprId, fields: Vec<(String, Span, ExprId)>, from: u32) {
        let class = match self.kind(of) {
            // The builder knows whose method it stands in.
            ExprKind::SelfRef => None,
            ExprKind::Name(name) => match self.class_of(name) {
                Some(class) => Some(class),
                None => return,
            },
            _ => return,
        };
        for (name, span, value) in fields {
            let kind = BindingKind::Set(value);
            let binding = self.builder.bind_member(of, &name, kind, span, from);
            if let Some(class) = class {
                let class = &mut self.builder.module_mut().classes[class.0 as usize];
                let known = class.attributes.entry(name.into()).or_default();
                known.push(binding);
            }
        }
    }
}

/// The text of a literal key.
pub(super) fn key(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(key) => Some(key.value()),
            _ => None,
        },
        _ => None,
    }
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}

fn is_failure(call: &syn::ExprCall) -> bool {
    let Expr::Path(callee) = &*call.func else {
        return false;
    };
    callee
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident == "Err")
}
