//! Frames: each piece of work in a clause as action × objects, with what says how it is to be done.

use super::lexicon::{ActionClass, Manner, Mark, Notion, Notions, ObjectClass, Words};
use super::segment::{Clause, ClauseKind, Term, TermKind};
use std::ops::Range;

/// Where an object stands in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// What the action is done to, or what is wanted.
    Target,
    /// What it becomes: after 'to', 'into', 'as'.
    To,
    /// What is read: after 'from', 'out of', 'within'.
    From,
}

/// What a frame needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrameKind {
    /// Code does it.
    Deterministic,
    /// A small local model does it.
    Small,
    /// A model is needed.
    Open,
    /// Deterministic words and open ones stand together.
    Mixed,
    /// It only says how to answer.
    Reply,
    /// Nothing known says what is worked on.
    Vague,
}

impl FrameKind {
    /// Its name in the trail.
    pub fn name(self) -> &'static str {
        match self {
            FrameKind::Deterministic => "code",
            FrameKind::Small => "small model",
            FrameKind::Open => "model",
            FrameKind::Mixed => "mixed",
            FrameKind::Reply => "reply",
            FrameKind::Vague => "vague",
        }
    }
}

/// What a frame was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A clause, by its number.
    Clause(usize),
    /// A field of the reply.
    Field,
    /// The name of the function that the call stands in.
    Name,
}

/// A piece of work.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What it was read from.
    pub origin: Origin,
    /// Which message.
    pub message: usize,
    /// Its bytes in the message's text.
    pub range: Range<usize>,
    /// What is to be done; `None` where only a noun says it.
    pub action: Option<u16>,
    /// The class of what is to be done; implied by the clause where no action stands.
    pub class: ActionClass,
    /// The objects with their places.
    pub objects: Vec<(u16, Zone)>,
    /// How it is to be done.
    pub manners: Vec<Manner>,
    /// Words that nothing explains.
    pub unknown: Vec<Range<usize>>,
    /// Whether it works on a hole, quoted values or a number.
    pub operand: bool,
    /// What it needs.
    pub kind: FrameKind,
}

/// The frames of all clauses that hold work.
pub fn frames(clauses: &[Clause], texts: &[&str], words: &Words, notions: &Notions) -> Vec<Frame> {
    let mut found = Vec::new();
    for (number, clause) in clauses.iter().enumerate() {
        if clause.kind.is_work() {
            let reader = Reader {
                clause,
                number,
                text: texts[clause.message],
                words,
                notions,
            };
            reader.read(&mut found);
        }
    }
    found
}

/// Where the reading of a frame stands: which zone the next object falls into.
struct Place {
    zone: Zone,
    /// The objects up to here have their zone.
    settled: usize,
}

impl Default for Place {
    fn default() -> Place {
        Place {
            zone: Zone::Target,
            settled: 0,
        }
    }
}

impl Place {
    /// A preposition sets the zone of what follows; a postposition that of what came before it.
    fn turn(&mut self, zone: Zone, behind: bool, objects: &mut [(u16, Zone)]) {
        if behind {
            objects[self.settled..]
                .iter_mut()
                .for_each(|(_, at)| *at = zone);
            self.settled = objects.len();
        } else {
            self.zone = zone;
        }
    }
}

struct Reader<'a> {
    clause: &'a Clause<'a>,
    number: usize,
    text: &'a str,
    words: &'a Words,
    notions: &'a Notions,
}

impl Reader<'_> {
    fn read(&self, found: &mut Vec<Frame>) {
        let terms = &self.clause.terms;
        let mut starts: Vec<usize> = (0..terms.len()).filter(|at| self.is_verb(*at)).collect();
        if starts.is_empty() && self.words.free_order {
            starts.extend(terms.iter().position(is_plain_verb));
        }
        if starts.is_empty() {
            return found.push(self.frame(0..terms.len(), None));
        }
        // What stands before the first verb ('For each row, sort …') belongs to it.
        for (index, verb) in starts.iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(terms.len());
            let start = if index == 0 { 0 } else { *verb };
            found.push(self.frame(start..end, Some(*verb)));
        }
    }

    /// Whether a term stands where a verb of the instruction stands.
    fn is_verb(&self, at: usize) -> bool {
        let terms = &self.clause.terms;
        let term = &terms[at];
        if term.actions().next().is_none() {
            return false;
        }
        let classes = || term.actions().map(|action| self.class(action));
        if self.clause.kind == ClauseKind::Question {
            return classes().any(|class| {
                matches!(
                    class,
                    ActionClass::Check | ActionClass::Arrange | ActionClass::Compute
                )
            }) || self.follows_verb_opener(at);
        }
        let first_word = terms.iter().position(|term| {
            term.kind == TermKind::Word && !term.has(Mark::TaskHead) && !is_function(term)
        });
        first_word == Some(at) || self.follows_verb_opener(at)
    }

    fn follows_verb_opener(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.clause.terms[before]) else {
            return true;
        };
        let sign = &self.text[before.range.clone()];
        let comma = matches!(sign, "," | "、" | "，");
        before.has(Mark::TaskHead)
            || before.has(Mark::Opener)
            || matches!(sign, ":" | "：" | "(" | "（" | ";" | "；" | "-" | "–")
            || comma && !self.is_enumeration(at)
    }

    /// Inside 'names, dates, totals' a comma opens no verb.
    fn is_enumeration(&self, at: usize) -> bool {
        self.clause.terms[at].objects().next().is_some()
    }

    fn class(&self, action: u16) -> ActionClass {
        self.notions.actions[action as usize].1
    }

    fn frame(&self, part: Range<usize>, verb: Option<usize>) -> Frame {
        let verb = verb.map(|at| at - part.start);
        let terms = &self.clause.terms[part];
        let mut frame = Frame {
            origin: Origin::Clause(self.number),
            message: self.clause.message,
            range: span_of(terms, &self.clause.range),
            action: None,
            class: ActionClass::Take,
            objects: Vec::new(),
            manners: Vec::new(),
            unknown: Vec::new(),
            operand: false,
            kind: FrameKind::Vague,
        };
        let writes = verb.is_some_and(|at| {
            let mut actions = terms[at].actions();
            actions.any(|action| self.class(action) == ActionClass::Open)
        });
        let mut place = Place::default();
        for (at, term) in terms.iter().enumerate() {
            if Some(at) != verb {
                self.term(term, writes, &mut place, &mut frame);
            }
        }
        let named = verb.is_none_or(|at| self.names_its_object(&terms[at + 1..]));
        self.choose_action(verb.map(|at| &terms[at]), named, &mut frame);
        frame.kind = kind_of(&frame, self.notions);
        frame
    }

    fn term(&self, term: &Term, writes: bool, place: &mut Place, frame: &mut Frame) {
        match term.kind {
            TermKind::Hole(_) | TermKind::Quoted | TermKind::Number => frame.operand = true,
            TermKind::Sign => {
                if matches!(&self.text[term.range.clone()], "," | "、" | "，") {
                    place.zone = Zone::Target;
                }
            }
            TermKind::Word => {
                let says = if term.has(Mark::Source) {
                    Some(Zone::From)
                } else if term.has(Mark::Target) {
                    Some(Zone::To)
                } else {
                    term.has(Mark::Join).then_some(Zone::Target)
                };
                if let Some(zone) = says {
                    place.turn(zone, self.words.postpositions, &mut frame.objects);
                }
                let objects = meanings(term, writes, self.notions);
                frame
                    .objects
                    .extend(objects.map(|object| (object, place.zone)));
                frame.manners.extend(term.manners());
                if term.is_unknown() {
                    frame.unknown.push(term.range.clone());
                }
            }
        }
    }

    /// Whether the first thing named after a verb is a known one: 'write a sonnet about dates' is
    /// about a sonnet, not about dates.
    fn names_its_object(&self, rest: &[Term]) -> bool {
        let first = rest.iter().find(|term| {
            !term.is_plumbing() && !matches!(term.kind, TermKind::Sign | TermKind::Number)
        });
        first.is_none_or(|term| !term.is_unknown())
    }

    /// Of the meanings of a verb, the one that its objects fit.
    fn choose_action(&self, verb: Option<&Term>, named: bool, frame: &mut Frame) {
        let Some(verb) = verb else { return };
        let actions: Vec<u16> = verb.actions().collect();
        let wanted = |class: ObjectClass| {
            frame.objects.iter().any(|(object, zone)| {
                *zone != Zone::From && self.notions.objects[*object as usize].1 == class
            })
        };
        let prose = !named
            || wanted(ObjectClass::Open)
            || frame
                .manners
                .iter()
                .any(|manner| matches!(manner, Manner::Style | Manner::Length | Manner::Audience));
        let exact = [
            ObjectClass::Surface,
            ObjectClass::Number,
            ObjectClass::Date,
            ObjectClass::Format,
            ObjectClass::Text,
            ObjectClass::Closed,
        ]
        .into_iter()
        .any(wanted);
        let rank = |action: &u16| match (self.class(*action), prose, exact) {
            (ActionClass::Open, true, _) => 0,
            (ActionClass::Open, false, true) => 3,
            (ActionClass::Open, false, false) => 1,
            (ActionClass::Reply, _, _) => 2,
            _ => 1,
        };
        // `write`, `generate`: with nothing known around them they are open unless they only reply.
        let best = actions.iter().copied().min_by_key(rank);
        if let Some(action) = best {
            frame.action = Some(action);
            frame.class = self.class(action);
        }
    }
}

/// The objects a term means: a word for a document that can also be written ('letter') is the one
/// that is read, unless the verb writes.
fn meanings<'t>(
    term: &'t Term,
    writes: bool,
    notions: &'t Notions,
) -> impl Iterator<Item = u16> + 't {
    let class = move |object: u16| notions.objects[object as usize].1;
    let is_read = move |object: u16| {
        matches!(
            class(object),
            ObjectClass::Input | ObjectClass::Prose | ObjectClass::Structured
        )
    };
    let readable = term.objects().any(is_read);
    term.objects().filter(move |object| {
        !readable
            || if writes {
                !is_read(*object) || term.objects().count() == 1
            } else {
                is_read(*object) || class(*object) != ObjectClass::Open
            }
    })
}

/// A word that can only be a verb.
fn is_plain_verb(term: &Term) -> bool {
    term.actions().next().is_some() && term.objects().next().is_none()
}

fn is_function(term: &Term) -> bool {
    term.is(Notion::Function)
}

fn span_of(terms: &[Term], whole: &Range<usize>) -> Range<usize> {
    match (terms.first(), terms.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => whole.clone(),
    }
}

/// Whether code, a small model or a large one does the work of a frame.
pub fn kind_of(frame: &Frame, notions: &Notions) -> FrameKind {
    let class = |object: u16| notions.objects[object as usize].1;
    let targets = || {
        frame
            .objects
            .iter()
            .filter(|(_, zone)| *zone != Zone::From)
            .map(|(object, _)| class(*object))
    };
    let open = targets()
        .filter(|class| *class == ObjectClass::Open)
        .count();
    let small = targets()
        .filter(|class| *class == ObjectClass::Small)
        .count();
    let exact = targets()
        .filter(|class| {
            matches!(
                class,
                ObjectClass::Surface
                    | ObjectClass::Format
                    | ObjectClass::Closed
                    | ObjectClass::Number
                    | ObjectClass::Date
                    | ObjectClass::Text
            )
        })
        .count();
    let opening = frame
        .manners
        .iter()
        .any(|manner| *manner != Manner::Exact && *manner != Manner::Expert);
    match frame.class {
        ActionClass::Open if exact > open && !opening => FrameKind::Mixed,
        ActionClass::Open => FrameKind::Open,
        _ if open > 0 && exact == 0 => FrameKind::Open,
        _ if open > 0 || (opening && exact > 0) => FrameKind::Mixed,
        _ if opening => FrameKind::Open,
        ActionClass::Choose | ActionClass::Take | ActionClass::Reply if small > 0 => {
            FrameKind::Small
        }
        _ if small > exact => FrameKind::Small,
        ActionClass::Reply if exact == 0 => FrameKind::Reply,
        ActionClass::Take | ActionClass::Convert | ActionClass::Check | ActionClass::Choose
            if exact == 0 =>
        {
            FrameKind::Vague
        }
        _ => FrameKind::Deterministic,
    }
}
