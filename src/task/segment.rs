//! Cuts messages into clauses and tells instruction from data: persona, directive, question, label
//! to be completed, contract, condition, constraint, mapping, example, data, statement.

use super::lexicon::{
    ActionClass, Form, Lexicon, Manner, Mark, Notion, Notions, ObjectClass, Words,
};
use super::token::{Token, TokenKind, is_ideograph, tokens};
use crate::prompt::{Message, Role};
use std::ops::Range;

/// What a clause does in a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClauseKind {
    /// 'You are …'
    Persona,
    /// What is to be done.
    Directive,
    /// A question to be answered.
    Question,
    /// 'Slug:' at the end, or a noun phrase that names what is wanted.
    Label,
    /// The form of the reply.
    Contract,
    /// 'if none, say NONE'
    Condition,
    /// 'never …', 'must …'
    Constraint,
    /// 'refund → billing', '< 10: low'
    Mapping,
    /// A worked example.
    Example,
    /// Holes, pasted text.
    Data,
    /// Anything else that is said.
    Statement,
}

impl ClauseKind {
    /// Its name in the trail.
    pub fn name(self) -> &'static str {
        match self {
            ClauseKind::Persona => "persona",
            ClauseKind::Directive => "directive",
            ClauseKind::Question => "question",
            ClauseKind::Label => "label",
            ClauseKind::Contract => "contract",
            ClauseKind::Condition => "condition",
            ClauseKind::Constraint => "constraint",
            ClauseKind::Mapping => "mapping",
            ClauseKind::Example => "example",
            ClauseKind::Data => "data",
            ClauseKind::Statement => "statement",
        }
    }

    /// Whether frames are read from it.
    pub fn is_work(self) -> bool {
        matches!(
            self,
            ClauseKind::Directive | ClauseKind::Question | ClauseKind::Label
        )
    }
}

/// A stretch of a message with one purpose.
#[derive(Clone, Debug)]
pub struct Clause<'w> {
    /// Which message.
    pub message: usize,
    /// Its bytes in the message's text.
    pub range: Range<usize>,
    /// What it does.
    pub kind: ClauseKind,
    /// Its words and phrases.
    pub terms: Vec<Term<'w>>,
}

/// A word, phrase, number, sign, hole or quotation.
#[derive(Clone, Debug)]
pub struct Term<'w> {
    /// Its bytes in the message's text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TermKind,
    /// What it can mean; empty for a word that is not known.
    pub notions: &'w [Notion],
}

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A known or unknown word or phrase.
    Word,
    /// A number.
    Number,
    /// A sign.
    Sign,
    /// A hole, by its number in the prompt.
    Hole(usize),
    /// Quoted text.
    Quoted,
}

impl Term<'_> {
    /// Whether it can mean `notion`.
    pub fn is(&self, notion: Notion) -> bool {
        self.notions.contains(&notion)
    }

    /// Whether it carries the mark.
    pub fn has(&self, mark: Mark) -> bool {
        self.is(Notion::Reading(mark))
    }

    /// The actions it can mean.
    pub fn actions(&self) -> impl Iterator<Item = u16> + '_ {
        self.notions.iter().filter_map(|notion| match notion {
            Notion::Action(action) => Some(*action),
            _ => None,
        })
    }

    /// The objects it can mean.
    pub fn objects(&self) -> impl Iterator<Item = u16> + '_ {
        self.notions.iter().filter_map(|notion| match notion {
            Notion::Object(object) => Some(*object),
            _ => None,
        })
    }

    /// What it says about the reply's form.
    pub fn forms(&self) -> impl Iterator<Item = Form> + '_ {
        self.notions.iter().filter_map(|notion| match notion {
            Notion::Contract(form) => Some(*form),
            _ => None,
        })
    }

    /// The manners it can mean.
    pub fn manners(&self) -> impl Iterator<Item = Manner> + '_ {
        self.notions.iter().filter_map(|notion| match notion {
            Notion::Modifier(manner) => Some(*manner),
            _ => None,
        })
    }

    /// Whether it only holds the sentence together.
    pub fn is_plumbing(&self) -> bool {
        self.is(Notion::Function)
            && self
                .notions
                .iter()
                .all(|notion| matches!(notion, Notion::Function | Notion::Reading(_)))
    }

    /// Whether it is a word that nothing explains.
    pub fn is_unknown(&self) -> bool {
        self.kind == TermKind::Word && self.notions.is_empty()
    }
}

/// Cuts all messages of a prompt into clauses.
pub fn clauses<'w>(
    messages: &[Message],
    words: &'w Words,
    lexicon: &'w Lexicon,
) -> Vec<Clause<'w>> {
    let mut found = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        let example = is_example(messages, index);
        let mut reader = Reader {
            message,
            index,
            words,
            loans: lexicon
                .languages
                .first()
                .filter(|first| first.language != words.language),
            notions: &lexicon.notions,
            found: &mut found,
            state: State::default(),
        };
        if example {
            reader.push(0..message.text.len(), ClauseKind::Example);
        } else {
            reader.read();
        }
    }
    found
}

/// An assistant's turn, or a user's turn without holes that one answers, is a worked example.
fn is_example(messages: &[Message], index: usize) -> bool {
    let answered = messages
        .get(index + 1)
        .is_some_and(|next| next.role == Role::Assistant);
    let message = &messages[index];
    let instructed = messages[..index]
        .iter()
        .any(|before| before.role == Role::System)
        || index > 0
        || message.text.len() < 200;
    match message.role {
        Role::Assistant => true,
        Role::User => answered && message.holes.is_empty() && instructed,
        _ => false,
    }
}

/// What follows a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Data,
    Text,
}

#[derive(Default)]
struct State {
    fence: Option<&'static str>,
    fenced_hole: bool,
    examples: bool,
    data_tag: Option<String>,
}

struct Reader<'a, 'w> {
    message: &'a Message,
    index: usize,
    words: &'w Words,
    /// The language that others borrow from, where it is not the prompt's own.
    loans: Option<&'w Words>,
    notions: &'a Notions,
    found: &'a mut Vec<Clause<'w>>,
    state: State,
}

const FENCES: &[&str] = &[
    "```", "\"\"\"", "'''", "~~~", "<<<", ">>>", "====", "----", "####",
];

impl<'w> Reader<'_, 'w> {
    fn read(&mut self) {
        let text: &str = &self.message.text;
        let mut at = 0;
        let lines: Vec<Range<usize>> = text
            .split_inclusive('\n')
            .map(|line| {
                let range = at..at + line.trim_end().len();
                at += line.len();
                range
            })
            .collect();
        for (number, line) in lines.iter().enumerate() {
            let next = lines[number + 1..]
                .iter()
                .find(|next| !text[(*next).clone()].trim().is_empty());
            let after = match next {
                None => After::Nothing,
                Some(next) if self.opens_data(next) => After::Data,
                Some(_) => After::Text,
            };
            self.line(line.clone(), after);
        }
    }

    fn line(&mut self, line: Range<usize>, after: After) {
        let text: &str = &self.message.text;
        let body = trimmed(text, line);
        if body.is_empty() {
            if self.state.fence.is_none() {
                self.state.examples = false;
            }
            return;
        }
        if self.fence(&body) {
            return;
        }
        if self.state.fence.is_some() || self.state.data_tag.is_some() {
            return self.push(body, ClauseKind::Data);
        }
        let body = without_bullet(text, body);
        for part in self.untagged(body) {
            self.labelled(part, after);
        }
    }

    /// Whether a line is a fence, or holds nothing but holes.
    fn opens_data(&self, line: &Range<usize>) -> bool {
        let body = trimmed(&self.message.text, line.clone());
        let text = &self.message.text[body.clone()];
        self.is_holes(&body)
            || text.len() <= 10 && FENCES.iter().any(|fence| text.starts_with(fence))
            || text.starts_with('<') && text.contains('{')
    }

    /// A line that opens or closes a fence; the text inside is data where it holds a hole.
    fn fence(&mut self, body: &Range<usize>) -> bool {
        let line = &self.message.text[body.clone()];
        let Some(fence) = FENCES.iter().find(|fence| line.starts_with(**fence)) else {
            return false;
        };
        let rest = line.trim_start_matches(|c| fence.contains(c));
        match self.state.fence {
            Some(open) if open == *fence || (open == "<<<" && *fence == ">>>") => {
                self.state.fence = None;
                self.state.fenced_hole = false;
                true
            }
            None if rest.len() <= 12 && !rest.contains(' ') => {
                // A rule of dashes or hashes only separates.
                if !matches!(*fence, "====" | "----" | "####" | ">>>") {
                    self.state.fence = Some(fence);
                }
                true
            }
            None if line.len() > 6 && line.ends_with(fence) => {
                self.push(body.clone(), ClauseKind::Data);
                true
            }
            _ => false,
        }
    }

    /// The stretches of a line between XML-like tags; what a data tag encloses is data.
    fn untagged(&mut self, body: Range<usize>) -> Vec<Range<usize>> {
        let text: &str = &self.message.text;
        let mut parts = Vec::new();
        let mut at = body.start;
        while let Some(open) = text[at..body.end].find('<') {
            let open = at + open;
            let Some(length) = tag_length(&text[open..body.end]) else {
                at = open + 1;
                if at >= body.end {
                    break;
                }
                parts.push(at - 1..open + 1);
                continue;
            };
            parts.push(at..open);
            at = open + length;
        }
        parts.push(at..body.end);
        // Stray signs between tags carry nothing; a line without tags is one part.
        let whole = parts.len() == 1 || !text[body.clone()].contains('>');
        if whole {
            return vec![body];
        }
        parts
            .into_iter()
            .map(|part| trimmed(text, part))
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// 'Head: rest', a label to be completed, or plain sentences.
    fn labelled(&mut self, body: Range<usize>, after: After) {
        let text: &str = &self.message.text;
        let line = &text[body.clone()];
        if self.state.examples {
            return self.push(body, ClauseKind::Example);
        }
        if is_mapping(line) {
            return self.push(body, ClauseKind::Mapping);
        }
        let Some(colon) = label_end(line) else {
            return self.sentences(body);
        };
        let head = body.start..body.start + colon;
        // A full-width colon is three bytes long.
        let mark = line[colon..].chars().next().map_or(0, char::len_utf8);
        let rest = trimmed(text, body.start + colon + mark..body.end);
        let head_terms = self.terms(head.clone());
        let marked = |mark| head_terms.iter().any(|term| term.has(mark));
        let short = head_terms
            .iter()
            .filter(|term| term.kind == TermKind::Word)
            .count()
            <= 4;
        if rest.is_empty() {
            let starts_action = head_terms
                .first()
                .is_some_and(|term| term.actions().next().is_some());
            if short && marked(Mark::ExampleHead) && !starts_action {
                self.state.examples = true;
                return self.push(head, ClauseKind::Example);
            }
            return match after {
                After::Nothing if short => self.push(head, ClauseKind::Label),
                After::Data if short && !starts_action => self.push(head, ClauseKind::Data),
                _ => self.sentences(head),
            };
        }
        if short && marked(Mark::ExampleHead) {
            return self.push(body, ClauseKind::Example);
        }
        if self.is_holes(&rest) {
            // 'Text: {text}' is data; 'Extract the date from this text: {text}' asks for work.
            let words = || head_terms.iter().filter(|term| term.kind == TermKind::Word);
            let asks = words()
                .next()
                .is_some_and(|term| term.actions().next().is_some() || term.has(Mark::TaskHead));
            if words().count() <= 2 || short && !asks {
                return self.push(body, ClauseKind::Data);
            }
            self.sentences(head);
            return self.push(rest, ClauseKind::Data);
        }
        if head_terms.len() <= 6 {
            self.sentences(head);
            return self.sentences(rest);
        }
        self.sentences(body);
    }

    fn sentences(&mut self, body: Range<usize>) {
        let text: &str = &self.message.text;
        let holes = self.holes_in(&body);
        let mut start = body.start;
        for end in sentence_ends(&text[body.clone()], body.start, &holes) {
            let sentence = trimmed(text, start..end);
            start = end;
            self.sentence(sentence);
        }
        self.sentence(trimmed(text, start..body.end));
    }

    fn sentence(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        if self.is_holes(&range) {
            return self.push(range, ClauseKind::Data);
        }
        let terms = self.terms(range.clone());
        if terms.iter().any(|term| term.has(Mark::Persona))
            && terms.iter().take(3).any(|term| term.has(Mark::Persona))
        {
            return self.persona(range, terms);
        }
        let text = &self.message.text[range.clone()];
        let kind = kind_of(text, &terms, self.words, self.notions);
        self.found.push(Clause {
            message: self.index,
            range,
            kind,
            terms,
        });
    }

    /// 'You are a bot that extracts dates': the part after 'that' is a directive; so is all of
    /// 'You extract dates'.
    fn persona(&mut self, range: Range<usize>, terms: Vec<Term<'w>>) {
        let relative = terms.iter().position(|term| term.has(Mark::Relative));
        let tail = relative.filter(|at| {
            terms[at + 1..]
                .iter()
                .take(4)
                .any(|term| term.actions().next().is_some())
        });
        let Some(at) = tail else {
            return self.found.push(Clause {
                message: self.index,
                range,
                kind: ClauseKind::Persona,
                terms,
            });
        };
        let cut = terms[at].range.start;
        self.push(range.start..cut, ClauseKind::Persona);
        self.push(cut..range.end, ClauseKind::Directive);
    }

    fn push(&mut self, range: Range<usize>, kind: ClauseKind) {
        let terms = match kind {
            ClauseKind::Data | ClauseKind::Example => self.hole_terms(&range),
            _ => self.terms(range.clone()),
        };
        self.found.push(Clause {
            message: self.index,
            range,
            kind,
            terms,
        });
    }

    fn holes_in(&self, range: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let within = |hole: &Range<usize>| hole.start >= range.start && hole.end <= range.end;
        self.message
            .holes
            .iter()
            .filter(|(hole, _)| within(hole))
            .cloned()
            .collect()
    }

    fn hole_terms(&self, range: &Range<usize>) -> Vec<Term<'w>> {
        self.holes_in(range)
            .into_iter()
            .map(|(range, hole)| Term {
                range,
                kind: TermKind::Hole(hole),
                notions: &[],
            })
            .collect()
    }

    /// Whether nothing but holes and signs stands in `range`.
    fn is_holes(&self, range: &Range<usize>) -> bool {
        let holes = self.holes_in(range);
        if holes.is_empty() {
            return false;
        }
        let mut at = range.start;
        let text: &str = &self.message.text;
        let blank = |part: &str| !part.chars().any(char::is_alphanumeric);
        for (hole, _) in &holes {
            if !blank(&text[at..hole.start]) {
                return false;
            }
            at = hole.end;
        }
        blank(&text[at..range.end])
    }

    /// Words, phrases, holes and quotations of a stretch.
    fn terms(&self, range: Range<usize>) -> Vec<Term<'w>> {
        let text: &str = &self.message.text;
        let mut terms = Vec::new();
        let mut at = range.start;
        let mut opaque: Vec<(Range<usize>, TermKind)> = self
            .holes_in(&range)
            .into_iter()
            .map(|(hole, number)| (hole, TermKind::Hole(number)))
            .collect();
        for quoted in quotations(&text[range.clone()], range.start) {
            if !opaque
                .iter()
                .any(|(hole, _)| hole.start < quoted.end && quoted.start < hole.end)
            {
                opaque.push((quoted, TermKind::Quoted));
            }
        }
        opaque.sort_by_key(|(range, _)| range.start);
        for (stretch, kind) in opaque {
            self.plain_terms(at..stretch.start, &mut terms);
            at = stretch.end;
            terms.push(Term {
                range: stretch,
                kind,
                notions: &[],
            });
        }
        self.plain_terms(at..range.end, &mut terms);
        terms
    }

    /// How many of the first characters of a script without spaces make one unknown word.
    fn unknown_run(&self, words: &[Token]) -> usize {
        let unspaced = |token: &Token| token.lower.chars().all(is_ideograph);
        let run = words
            .iter()
            .enumerate()
            .take_while(|(at, token)| {
                unspaced(token)
                    && (*at == 0
                        || words[at - 1].range.end == token.range.start
                            && self.words.longest(&words[*at..]).is_none())
            })
            .count();
        run.max(1)
    }

    fn plain_terms(&self, range: Range<usize>, terms: &mut Vec<Term<'w>>) {
        let words: Vec<Token> = tokens(&self.message.text[range.clone()]).collect();
        let mut at = 0;
        while at < words.len() {
            let known = self.words.longest(&words[at..]);
            let loan = || self.loans?.loan(&words[at..]);
            let (length, notions) = known.or_else(loan).unwrap_or_else(|| {
                let length = self.unknown_run(&words[at..]);
                (length, &[])
            });
            let start = range.start + words[at].range.start;
            let end = range.start + words[at + length - 1].range.end;
            let kind = match words[at].kind {
                TokenKind::Number if length == 1 => TermKind::Number,
                TokenKind::Sign if length == 1 => TermKind::Sign,
                _ => TermKind::Word,
            };
            terms.push(Term {
                range: start..end,
                kind,
                notions,
            });
            at += length;
        }
    }
}

/// What a sentence does, by its first words; where verbs may stand anywhere, by any verb.
fn kind_of(text: &str, terms: &[Term], words: &Words, notions: &Notions) -> ClauseKind {
    if text.trim_end().ends_with(['?', '？']) {
        return ClauseKind::Question;
    }
    let Some(first) = terms.iter().find(|term| term.kind == TermKind::Word) else {
        return if terms
            .iter()
            .any(|term| matches!(term.kind, TermKind::Hole(_)))
        {
            ClauseKind::Data
        } else {
            ClauseKind::Statement
        };
    };
    let forms = terms
        .iter()
        .filter(|term| term.forms().next().is_some())
        .count();
    if first.has(Mark::TaskHead) {
        return ClauseKind::Directive;
    }
    if first.has(Mark::ExampleHead) && !has_action(first) {
        return ClauseKind::Example;
    }
    if first.has(Mark::Condition) || first.is(Notion::Contract(Form::Fallback)) {
        return ClauseKind::Condition;
    }
    if first.has(Mark::Negation) {
        return ClauseKind::Constraint;
    }
    let verb = if words.free_order && !has_action(first) {
        terms
            .iter()
            .find(|term| has_action(term) && term.objects().next().is_none())
    } else {
        Some(first)
    };
    if let Some(class) = verb.and_then(|verb| verb_class(verb, notions)) {
        let work = terms.iter().any(|term| is_wanted(term, notions));
        return match class {
            ActionClass::Reply if forms > 0 && !work => ClauseKind::Contract,
            _ => ClauseKind::Directive,
        };
    }
    if first.forms().next().is_some() {
        let work = terms.iter().any(|term| is_wanted(term, notions));
        return if work {
            ClauseKind::Label
        } else {
            ClauseKind::Contract
        };
    }
    noun_phrase_or_statement(terms, notions)
}

fn has_action(term: &Term) -> bool {
    term.actions().next().is_some()
}

/// The class of a term as a verb: a class that is sure before `reply`, `open` last.
fn verb_class(term: &Term, notions: &Notions) -> Option<ActionClass> {
    term.actions()
        .map(|action| notions.actions[action as usize].1)
        .min()
}

/// Whether a term names something that would have to be worked out.
fn is_wanted(term: &Term, notions: &Notions) -> bool {
    let classes = || {
        term.objects()
            .map(|object| notions.objects[object as usize].1)
    };
    let read = |class| {
        matches!(
            class,
            ObjectClass::Input | ObjectClass::Prose | ObjectClass::Structured | ObjectClass::Format
        )
    };
    classes().next().is_some() && !classes().any(read) && term.forms().next().is_none()
}

/// Without a verb that says otherwise, a short phrase that names something wanted is a label.
fn noun_phrase_or_statement(terms: &[Term], notions: &Notions) -> ClauseKind {
    let marked = |mark| terms.iter().any(|term| term.has(mark));
    let words = terms
        .iter()
        .filter(|term| term.kind == TermKind::Word)
        .count();
    let wanted = terms.iter().any(|term| is_wanted(term, notions));
    if !marked(Mark::Finite) && !marked(Mark::Modal) && wanted && words <= 12 {
        return ClauseKind::Label;
    }
    if marked(Mark::Modal) {
        ClauseKind::Constraint
    } else {
        ClauseKind::Statement
    }
}

/// `range` without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// A line without its bullet, number or heading marks.
fn without_bullet(text: &str, body: Range<usize>) -> Range<usize> {
    let line = &text[body.clone()];
    let marks = line.len()
        - line
            .trim_start_matches(['-', '*', '•', '–', '—', '#', '>', '·', '▪', '✓'])
            .len();
    let rest = &line[marks..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits) && rest[digits..].starts_with(['.', ')', ':']);
    let lettered =
        rest.len() > 2 && rest.as_bytes()[0].is_ascii_alphanumeric() && rest.as_bytes()[1] == b')';
    let skip = match () {
        _ if numbered => marks + digits + 1,
        _ if lettered => marks + 2,
        _ if rest.starts_with([' ', '\t']) || line.starts_with('#') => marks,
        _ => 0,
    };
    trimmed(text, body.start + skip..body.end)
}

/// The length of an XML-like tag of up to 60 bytes at the start of `text`, or of a mark of a model's own
/// chat format: `<|im_start|>`.
fn tag_length(text: &str) -> Option<usize> {
    let end = text.bytes().take(60).position(|byte| byte == b'>')?;
    let inner = text[1..end].trim_start_matches('/');
    let named = inner.starts_with(|c: char| c.is_ascii_alphabetic())
        || inner.len() > 2 && inner.starts_with('|') && inner.ends_with('|');
    let plain = inner
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "_- =\"'./:|".contains(c));
    (named && plain).then_some(end + 1)
}

/// Where the head of 'Head: rest' ends: the first colon that is followed by white space or the end.
fn label_end(line: &str) -> Option<usize> {
    let colon = line
        .char_indices()
        .find(|(at, c)| {
            let after = line[at + c.len_utf8()..].chars().next();
            matches!(c, ':' | '：')
                && after.is_none_or(|next| next.is_whitespace() || next == '{' || *c == '：')
        })?
        .0;
    (colon > 0 && colon <= 90).then_some(colon)
}

/// 'a → b', 'a => b', '| a | b |', 'a = b' with plain sides.
fn is_mapping(line: &str) -> bool {
    let arrow = ["→", "=>", "->", "⇒", "↦", "➜", "—>"]
        .iter()
        .find_map(|arrow| line.find(arrow));
    if let Some(at) = arrow {
        return at > 0;
    }
    if line.starts_with('|') && line.matches('|').count() >= 3 {
        return true;
    }
    line.split_once(" = ").is_some_and(|(left, right)| {
        left.split_whitespace().count() <= 4 && right.split_whitespace().count() <= 6
    })
}

/// Where sentences end inside a line.
fn sentence_ends(line: &str, base: usize, holes: &[(Range<usize>, usize)]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let boundary = match c {
            '.' | '!' | '?' | ';' => {
                next.is_none_or(char::is_whitespace) && !is_abbreviation(&line[..at])
            }
            '。' | '！' | '？' | '；' => true,
            _ => false,
        };
        let inside = holes.iter().any(|(hole, _)| hole.contains(&(base + at)));
        if boundary && !inside && !before.is_whitespace() {
            ends.push(base + at + c.len_utf8());
        }
        before = c;
    }
    ends
}

fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    matches!(
        word.to_ascii_lowercase().as_str(),
        "e.g"
            | "i.e"
            | "etc"
            | "vs"
            | "no"
            | "approx"
            | "max"
            | "min"
            | "incl"
            | "excl"
            | "resp"
            | "z.b"
            | "d.h"
            | "ca"
            | "nr"
    ) || (word.len() == 1 && word.chars().all(char::is_uppercase))
}

/// Quoted stretches of up to 80 bytes.
fn quotations(text: &str, base: usize) -> Vec<Range<usize>> {
    const PAIRS: &[(char, char)] = &[
        ('"', '"'),
        ('`', '`'),
        ('“', '”'),
        ('«', '»'),
        ('‘', '’'),
        ('„', '“'),
        ('「', '」'),
        ('\'', '\''),
    ];
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = ' ';
    while let Some(c) = text[at..].chars().next() {
        let opens = PAIRS.iter().find(|(open, _)| *open == c);
        let after_letter = before.is_alphanumeric();
        let end = opens
            .filter(|_| !(after_letter && matches!(c, '\'' | '‘')))
            .and_then(|(_, close)| {
                let inner = at + c.len_utf8();
                let length = text[inner..]
                    .char_indices()
                    .take_while(|(at, c)| *at <= 80 && *c != '\n')
                    .find(|(_, c)| c == close)?
                    .0;
                (length > 0).then_some(inner + length + close.len_utf8())
            });
        match end {
            Some(end) => {
                found.push(base + at..base + end);
                before = '"';
                at = end;
            }
            None => {
                before = c;
                at += c.len_utf8();
            }
        }
    }
    found
}
