//! Which rules may cover a reading, and how much speaks for each: their frames, and the words.

use super::choice::Claim;
use super::{Rule, RuleFrame, Rules};
use crate::task::{self, ActionClass, ClauseKind, Frame, FrameKind, Notions, Origin, Task, Zone};

/// A rule, the frame it covers (none where only the words say so) and how much speaks for it.
#[derive(Clone, Copy)]
pub struct Cover<'a> {
    pub rule: &'a Rule,
    pub frame: Option<&'a Frame>,
    pub claim: Claim,
}

/// What words must say for a rule itself where its frames do not fit: else whichever rule happens to share
/// the technique and the kind would be named.
const SPOKEN_FOR: f32 = 0.1;

/// The rules that may cover the reading, the one that it belongs to first: the frames that fit them and the
/// words together say which. A rule whose frames do not fit may still be the one, if the words say so.
pub fn covers<'a>(task: &'a Task, rules: &'a Rules) -> Vec<Cover<'a>> {
    let heard = rules.choice.hear(&task.grams);
    let fits = candidates(task, rules);
    let most = fits.iter().flatten().map(|(weight, _)| *weight).max();
    let most = most.unwrap_or(1).max(1) as f32;
    let main = main_frame(task);
    let cover = |(rule, fit): (&'a Rule, Option<(u32, &'a Frame)>)| {
        let claim = heard.claim(rule, fit.map_or(0.0, |(weight, _)| weight as f32 / most));
        let frame = match fit {
            Some((_, frame)) => Some(frame),
            None if claim.own >= SPOKEN_FOR && rule.may_hold(&task.features) => main,
            None => return None,
        };
        Some(Cover { rule, frame, claim })
    };
    let mut found: Vec<Cover> = rules.rules.iter().zip(fits).filter_map(cover).collect();
    found.sort_by(|a, b| b.claim.total.total_cmp(&a.claim.total));
    found
}

impl Cover<'_> {
    /// Whether more pieces of work stand beside those that the rule covers, or only a field of the reply
    /// speaks for it and most fields do not.
    pub fn is_outnumbered(&self, task: &Task, notions: &Notions) -> bool {
        let (own, others) = self.pieces(task, notions);
        let fields = |frames: &[&Frame]| {
            let of_reply = frames.iter().filter(|frame| frame.origin == Origin::Field);
            of_reply.count()
        };
        let from_field = self
            .frame
            .is_some_and(|frame| frame.origin == Origin::Field);
        let field_only = from_field && fields(&others) >= fields(&own);
        field_only || others.len() >= 3 && others.len() > own.len()
    }

    /// The pieces of work that the rule covers, and those that it does not.
    fn pieces<'t>(&self, task: &'t Task, notions: &Notions) -> (Vec<&'t Frame>, Vec<&'t Frame>) {
        // A field whose name says nothing is a piece of work too; a clause that names nothing is none.
        let work = task.frames.iter().filter(|frame| match frame.origin {
            Origin::Name => false,
            Origin::Field => true,
            Origin::Clause(_) => !matches!(frame.kind, FrameKind::Reply | FrameKind::Vague),
        });
        work.partition(|frame| self.holds(frame, task, notions))
    }

    /// How many instructions ask for what only a model does, beside what the rule covers.
    pub fn open_work(&self, task: &Task, notions: &Notions) -> usize {
        let instructions = task.frames.iter().filter(|frame| match frame.origin {
            Origin::Clause(clause) => {
                task.clauses[clause].kind == ClauseKind::Directive
                    && frame.class == ActionClass::Open
            }
            _ => false,
        });
        instructions
            .filter(|frame| !self.holds(frame, task, notions))
            .count()
    }

    fn holds(&self, frame: &Frame, task: &Task, notions: &Notions) -> bool {
        let mut rows = self.rule.frames.iter();
        rows.any(|row| row.may_hold(&task.features) && fits(row, frame, notions).is_some())
    }
}

/// The instruction that says most of what is to be done.
fn main_frame<'a>(task: &'a Task) -> Option<&'a Frame> {
    let clauses = task
        .frames
        .iter()
        .filter(|frame| matches!(frame.origin, Origin::Clause(_)) && can_be_covered(frame));
    let mut best: Option<&Frame> = None;
    for frame in clauses {
        if best.is_none_or(|known| salience(frame, task) > salience(known, task)) {
            best = Some(frame);
        }
    }
    best
}

/// For every rule how well its frames fit, over all of the reading's, and the frame that fits best: a
/// directive outweighs a label, a label a field or a name; an object named outweighs one of its class.
fn candidates<'a>(task: &'a Task, rules: &Rules) -> Vec<Option<(u32, &'a Frame)>> {
    let notions = &rules.lexicon.notions;
    let fit = |rule: &Rule| -> Option<(u32, &'a Frame)> {
        let rows = rule.frames.iter();
        let rows: Vec<_> = rows.filter(|row| row.may_hold(&task.features)).collect();
        if rows.is_empty() {
            return None;
        }
        let mut total = 0;
        let mut strongest: Option<(u32, &'a Frame)> = None;
        for frame in task.frames.iter().filter(|frame| can_be_covered(frame)) {
            let fit = rows.iter().filter_map(|row| fits(row, frame, notions));
            let Some(fit) = fit.max() else { continue };
            let weight = fit * salience(frame, task);
            total += weight;
            if strongest.is_none_or(|(known, _)| weight > known) {
                strongest = Some((weight, frame));
            }
        }
        // The strongest frame decides; the others speak for the rule beside it.
        strongest.map(|(weight, frame)| (3 * weight + total, frame))
    };
    rules.rules.iter().map(fit).collect()
}

impl Rules {
    /// The rules that fit a reading, with how well each does: what the choice is made from.
    pub fn fitting<'a>(&'a self, task: &'a Task) -> Vec<(&'a Rule, u32)> {
        let fits = candidates(task, self).into_iter().zip(&self.rules);
        fits.filter_map(|(fit, rule)| Some((rule, fit?.0)))
            .collect()
    }
}

fn can_be_covered(frame: &Frame) -> bool {
    matches!(
        frame.kind,
        FrameKind::Deterministic | FrameKind::Small | FrameKind::Mixed | FrameKind::Vague
    )
}

fn salience(frame: &Frame, task: &Task) -> u32 {
    let sure = if frame.kind == FrameKind::Deterministic || frame.kind == FrameKind::Small {
        2
    } else {
        1
    };
    sure * match frame.origin {
        Origin::Clause(clause) => match task.clauses[clause].kind {
            ClauseKind::Directive | ClauseKind::Question => 6,
            _ => 4,
        },
        Origin::Field => 2,
        Origin::Name => 1,
    }
}

/// How closely a rule's frame, which may hold, fits; `None` where it does not.
fn fits(row: &RuleFrame, frame: &Frame, notions: &Notions) -> Option<u32> {
    let mut fit = 1 + row.needs.len() as u32;
    let says_object = !(row.objects.is_empty() && row.object_classes.is_empty());
    if !row.actions.is_empty() || !row.action_classes.is_empty() {
        let exact = frame
            .action
            .is_some_and(|action| row.actions.contains(&action));
        if !exact && !row.action_classes.contains(&frame.class) {
            return None;
        }
        // What is worked on says more than the verb; only a rule without objects lives by its verb.
        fit += match (says_object, exact) {
            (false, true) => 4,
            (true, true) => 2,
            (_, false) => 1,
        };
    }
    fit += objects_fit(&row.objects, &row.object_classes, frame, None, notions)?;
    fit += objects_fit(&row.to, &row.to_classes, frame, Some(Zone::To), notions)?;
    Some(fit)
}

fn objects_fit(
    names: &[u16],
    classes: &[task::ObjectClass],
    frame: &Frame,
    zone: Option<Zone>,
    notions: &Notions,
) -> Option<u32> {
    if names.is_empty() && classes.is_empty() {
        return Some(0);
    }
    let standing = |at: &Zone| zone.map_or(*at != Zone::From, |zone| zone == *at);
    let objects = |wanted: bool| {
        frame
            .objects
            .iter()
            .filter(move |(_, at)| {
                standing(at) && (!wanted || zone.is_some() || *at == Zone::Target)
            })
            .map(|(object, _)| *object)
    };
    let exact = objects(true).any(|object| names.contains(&object));
    // What something becomes, or stands in, is less than what is asked for.
    let named = objects(false).any(|object| names.iter().any(|name| notions.is_a(object, *name)));
    let classed =
        objects(false).any(|object| classes.contains(&notions.objects[object as usize].1));
    match (exact, named, classed) {
        (true, ..) => Some(6),
        (_, true, _) => Some(3),
        (_, _, true) => Some(2),
        _ => None,
    }
}
