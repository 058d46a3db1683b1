//! Statements and the blocks they make.

use super::{Lowerer, field, fields, inner, parts};
use crate::ir::{BinaryOp, BindingKind, ExprId, ExprKind, Item, Parent};
use crate::source::Span;
use tree_sitter::Node;

/// Whether a node is lowered by [`Lowerer::statement`] rather than as an expression.
pub(super) fn is_statement(kind: &str) -> bool {
    kind.ends_with("_statement")
        || kind.ends_with("_definition")
        || kind.ends_with("_clause")
        || matches!(kind, "block" | "assignment" | "augmented_assignment")
}

impl Lowerer<'_> {
    /// Lowers one statement, or an expression that stands alone.
    pub(super) fn statement(&mut self, node: Node) {
        self.deeper(node, Self::statement_here);
    }

    fn statement_here(&mut self, node: Node) {
        match node.kind() {
            "assignment" => self.assignment(node),
            "augmented_assignment" => self.augmented(node),
            "import_statement" => self.import(node),
            "import_from_statement" | "future_import_statement" => self.import_from(node),
            "global_statement" | "nonlocal_statement" => self.redirect(node),
            "return_statement" => self.return_statement(node),
            "assert_statement" => self.assert_statement(node),
            "print_statement" => self.print_statement(node),
            "if_statement" => self.if_statement(node),
            "for_statement" => self.for_statement(node),
            "while_statement" => self.while_statement(node),
            "try_statement" => self.try_statement(node),
            "with_statement" => self.with_statement(node),
            "match_statement" => self.match_statement(node),
            "function_definition" => self.function_definition(node, node),
            "class_definition" => self.class_definition(node, node),
            "decorated_definition" => self.decorated(node),
            "type_alias_statement" => self.type_alias(node),
            "yield" => self.yield_statement(node),
            "pass_statement" | "break_statement" | "continue_statement" | "string_start"
            | "string_end" | "string_content" | "line_continuation" => {}
            "expression_statement"
            | "delete_statement"
            | "raise_statement"
            | "exec_statement"
            | "with_item"
            | "chevron"
            | "slice"
            | "format_expression"
            | "format_specifier" => {
                self.loose_parts(node);
            }
            "ERROR" => {
                self.errors.insert(node.id());
                self.loose_parts(node);
            }
            kind if is_statement(kind) => self.loose_parts(node),
            _ => {
                self.expr(node);
            }
        }
    }

    /// The statements of a suite, in the block that is open.
    fn suite(&mut self, suite: Option<Node>) {
        if let Some(suite) = suite {
            self.loose_parts(suite);
        }
    }

    /// A suite that is one arm of `group`.
    fn arm(&mut self, group: u32, suite: Option<Node>) {
        self.guarded_arm(group, None, suite);
    }

    /// The same, run where a condition holds.
    fn guarded_arm(&mut self, group: u32, condition: Option<ExprId>, suite: Option<Node>) {
        let block = self.builder.enter_block(group, false);
        if let Some(condition) = condition {
            self.builder.guard(block, condition);
        }
        self.suite(suite);
        self.builder.leave_block();
    }

    fn return_statement(&mut self, node: Node) {
        if let Some(value) = parts(node).first() {
            let value = self.expr(*value);
            self.returned(value);
        }
    }

    fn assert_statement(&mut self, node: Node) {
        for (number, part) in parts(node).into_iter().enumerate() {
            match number {
                0 => {
                    self.condition(part);
                }
                _ => self.loose(part),
            }
        }
    }

    /// Python 2's `print x, y` is a call as well.
    fn print_statement(&mut self, node: Node) {
        let Some(word) = node.child(0) else {
            return;
        };
        let span = self.span(word);
        let callee = self.builder.expr(ExprKind::Name("print".into()), span);
        let args = fields(node, "argument")
            .into_iter()
            .map(|argument| crate::ir::Arg {
                name: None,
                value: self.expr(argument),
                spread: false,
            })
            .collect();
        for part in parts(node) {
            if part.kind() == "chevron" {
                self.loose_parts(part);
            }
        }
        let span = self.span(node);
        self.builder.expr(ExprKind::Call { callee, args }, span);
    }

    fn if_statement(&mut self, node: Node) {
        let group = self.builder.new_group();
        let types_only = field(node, "condition").is_some_and(|condition| {
            let condition = self.source(condition);
            condition == "TYPE_CHECKING" || condition.ends_with(".TYPE_CHECKING")
        });
        let condition = field(node, "condition").map(|condition| self.condition(condition));
        let before = std::mem::replace(&mut self.type_checking, types_only);
        self.guarded_arm(group, condition, field(node, "consequence"));
        self.type_checking = before;
        for alternative in fields(node, "alternative") {
            let condition = field(alternative, "condition");
            let condition = condition.map(|condition| self.condition(condition));
            let suite = field(alternative, "consequence").or(field(alternative, "body"));
            self.guarded_arm(group, condition, suite);
        }
    }

    fn for_statement(&mut self, node: Node) {
        let Some(source) = field(node, "right") else {
            return self.loose_parts(node);
        };
        let span = self.span(source);
        let over = self.expr(source);
        let group = self.builder.new_group();
        self.builder.enter_block(group, true);
        let elements = self.builder.expr(ExprKind::Element(over), span);
        if let Some(target) = field(node, "left") {
            self.bind_target(target, elements, span.end);
        }
        self.suite(field(node, "body"));
        self.builder.leave_block();
        self.loop_else(node);
    }

    /// The condition stands in the loop's block: what the body sets reaches it the next time round.
    fn while_statement(&mut self, node: Node) {
        let group = self.builder.new_group();
        self.builder.enter_block(group, true);
        if let Some(condition) = field(node, "condition") {
            self.condition(condition);
        }
        self.suite(field(node, "body"));
        self.builder.leave_block();
        self.loop_else(node);
    }

    fn loop_else(&mut self, node: Node) {
        if let Some(alternative) = field(node, "alternative") {
            let group = self.builder.new_group();
            self.arm(group, field(alternative, "body"));
        }
    }

    /// The handlers are arms of one group. The body is not one of them, since what it has set may
    /// reach a handler; `else` continues the body, and `finally` always runs.
    fn try_statement(&mut self, node: Node) {
        let children = parts(node);
        let group = self.builder.new_group();
        self.builder.enter_block(group, false);
        self.suite(field(node, "body"));
        for clause in &children {
            if clause.kind() == "else_clause" {
                let group = self.builder.new_group();
                self.arm(group, field(*clause, "body"));
            }
        }
        self.builder.leave_block();
        let group = self.builder.new_group();
        for clause in &children {
            if clause.kind() == "except_clause" {
                self.builder.enter_block(group, false);
                self.except(*clause);
                self.builder.leave_block();
            }
        }
        for clause in &children {
            if clause.kind() == "finally_clause" {
                self.loose_parts(*clause);
            }
        }
    }

    fn except(&mut self, clause: Node) {
        let alias = field(clause, "alias");
        for part in parts(clause) {
            let (caught, name) = match part.kind() {
                "block" => {
                    self.suite(Some(part));
                    continue;
                }
                "as_pattern" => (inner(part), field(part, "alias")),
                _ if Some(part) == alias => continue,
                _ => (Some(part), alias),
            };
            let Some(caught) = caught else {
                continue;
            };
            let class = self.expr(caught);
            self.builder.set_parent(class, Parent::Declaration);
            if let Some(name) = name {
                let (text, span) = (self.source(name), self.span(name));
                let bound = self.bind_name(text, BindingKind::Declared, span, span.end);
                if let Some(bound) = bound {
                    self.builder.annotate(bound, class);
                }
            }
        }
    }

    fn with_statement(&mut self, node: Node) {
        for part in parts(node) {
            match part.kind() {
                "with_clause" => {
                    for item in parts(part) {
                        if let Some(value) = field(item, "value") {
                            self.expr(value);
                        }
                    }
                }
                _ => self.loose(part),
            }
        }
    }

    fn match_statement(&mut self, node: Node) {
        let cases = field(node, "body").map(parts).unwrap_or_default();
        let subject = self.matched(node, &cases);
        let group = self.builder.new_group();
        for case in cases {
            self.builder.enter_block(group, false);
            self.case(case, subject);
            self.builder.leave_block();
        }
    }

    /// The subject, set against the list of what the cases name.
    fn matched(&mut self, node: Node, cases: &[Node]) -> ExprId {
        let subjects = fields(node, "subject");
        let end = subjects.last().map_or(node.end_byte(), Node::end_byte);
        let span = self.builder.span(node.start_byte(), end);
        let subjects: Vec<ExprId> = subjects.into_iter().map(|one| self.expr(one)).collect();
        let left = match subjects[..] {
            [only] => only,
            _ => self.list_of(subjects, span),
        };
        let mut literals = Vec::new();
        for case in cases {
            self.literal_patterns(*case, &mut literals);
        }
        let right = self.list_of(literals, span);
        let op = BinaryOp::Match;
        let whole = self
            .builder
            .expr(ExprKind::Binary { op, left, right }, span);
        self.builder.set_parent(whole, Parent::Condition);
        left
    }

    fn list_of(&mut self, values: Vec<ExprId>, span: Span) -> ExprId {
        let items = values.into_iter().map(|value| Item {
            value,
            spread: false,
        });
        let items = items.collect();
        self.builder.expr(ExprKind::List(items), span)
    }

    fn case(&mut self, case: Node, subject: ExprId) {
        if case.kind() != "case_clause" {
            return self.loose(case);
        }
        let patterns: Vec<Node> = parts(case)
            .into_iter()
            .filter(|part| part.kind() == "case_pattern")
            .collect();
        for pattern in &patterns {
            self.captures(*pattern, subject, patterns.len() == 1);
        }
        if let Some(guard) = field(case, "guard").and_then(inner) {
            self.condition(guard);
        }
        self.suite(field(case, "consequence"));
    }

    /// The literals and constants that the patterns of a case name, outside of captures.
    fn literal_patterns(&mut self, node: Node, into: &mut Vec<ExprId>) {
        for part in parts(node) {
            match part.kind() {
                "case_pattern" | "union_pattern" | "as_pattern" => {
                    self.deeper(part, |lowerer, part| lowerer.literal_patterns(part, into));
                }
                "string"
                | "concatenated_string"
                | "integer"
                | "float"
                | "true"
                | "false"
                | "none" => {
                    let literal = self.expr(part);
                    into.push(self.signed(part, literal));
                }
                "dotted_name" if part.named_child_count() > 1 => into.push(self.dotted(part)),
                _ => {}
            }
        }
    }

    /// The literal with the minus that may stand before it.
    fn signed(&mut self, node: Node, operand: ExprId) -> ExprId {
        match node.prev_sibling() {
            Some(sign) if sign.kind() == "-" => {
                let span = self.builder.span(sign.start_byte(), node.end_byte());
                let kind = ExprKind::Unary {
                    not: false,
                    operand,
                };
                self.builder.expr(kind, span)
            }
            _ => operand,
        }
    }

    /// `Color.RED` in a pattern.
    fn dotted(&mut self, node: Node) -> ExprId {
        let mut names = parts(node).into_iter();
        let span = self.span(node);
        let Some(first) = names.next() else {
            return self.unknown(span);
        };
        let mut object = self.expr(first);
        for name in names {
            let span = self.builder.span(node.start_byte(), name.end_byte());
            let name = self.source(name).into();
            object = self.builder.expr(ExprKind::Member { object, name }, span);
        }
        object
    }

    /// The names that a pattern binds: to the subject where the pattern is nothing but the name, else
    /// to something inside of it.
    fn captures(&mut self, pattern: Node, subject: ExprId, whole: bool) {
        for part in parts(pattern) {
            match part.kind() {
                "dotted_name" if part.named_child_count() == 1 => {
                    if pattern.kind() == "class_pattern" && part == parts(pattern)[0] {
                        continue;
                    }
                    self.capture(part, subject, whole);
                }
                "identifier" if pattern.kind() == "as_pattern" => {
                    self.capture(part, subject, whole);
                }
                "identifier" if pattern.kind() == "splat_pattern" => {
                    self.capture(part, subject, false);
                }
                "case_pattern" | "as_pattern" | "union_pattern" => {
                    self.deeper(part, |lowerer, part| lowerer.captures(part, subject, whole));
                }
                kind if kind.ends_with("_pattern") => {
                    self.deeper(part, |lowerer, part| lowerer.captures(part, subject, false));
                }
                _ => {}
            }
        }
    }

    fn capture(&mut self, name: Node, subject: ExprId, whole: bool) {
        let (text, span) = (self.source(name), self.span(name));
        if text == "_" {
            return;
        }
        let copy = match whole {
            true => self.again(subject),
            false => self.unknown(span),
        };
        self.bind_name(text, BindingKind::Set(copy), span, span.end);
    }
}
