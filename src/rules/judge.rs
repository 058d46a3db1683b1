//! Weighs a reading, finds the rule that covers it and says what should become of the call.

use super::choice::Claim;
use super::slots::slots;
use super::{
    Bounded, Confidence, Evidence, Judgement, ReplyShape, Rule, RuleFrame, Rules, Technique, Trail,
    Verdict,
};
use crate::prompt::{Request, Schema, Status, Use};
use crate::task::{
    self, ActionClass, ClauseKind, Features, Frame, FrameKind, Notions, Origin, Task, Zone,
    reply_values,
};

/// Judges a call: each variant of its prompt is read, and the one that most needs a model decides.
pub fn judge(request: &Request, rules: &Rules) -> Judgement {
    let variants = request.prompt.variants.len().max(1);
    (0..variants)
        .map(|variant| judge_variant(request, variant, rules))
        .max_by_key(|judgement| {
            (
                judgement.verdict,
                std::cmp::Reverse(judgement.confidence),
                std::cmp::Reverse(judgement.variant),
            )
        })
        .unwrap_or_else(|| judge_variant(request, 0, rules))
}

fn judge_variant(request: &Request, variant: usize, rules: &Rules) -> Judgement {
    let task = task::read(request, variant, &rules.lexicon);
    let mut covers = covers(&task, rules);
    let claims = covers
        .iter()
        .take(SHOWN)
        .map(|cover| cover.claim.shown(&cover.rule.id))
        .collect();
    let covered = (!covers.is_empty()).then(|| covers.swap_remove(0));
    let claim = covered.as_ref().map(|cover| cover.claim);
    let score = rules.weights.score(&task, claim);
    let mut trail = reading(&task, &rules.lexicon.notions);
    trail
        .sections
        .push(("Weighed", rules.weights.weighed(&task, score)));
    trail.sections.push(("Rules", claims));
    let decision = decide(request, &task, score, covered.as_ref(), rules);
    trail
        .sections
        .push(("Decision", vec![decision.why.clone()]));
    conclude(request, variant, &task, covered, decision, trail)
}

/// A rule, the frame it covers (none where only the words say so) and how much speaks for it.
struct Cover<'a> {
    rule: &'a Rule,
    frame: Option<&'a Frame>,
    claim: Claim,
}

struct Decision {
    /// `None`: keep the model.
    confidence: Option<Confidence>,
    why: String,
}

/// What words must say for a rule itself where its frames do not fit: else whichever rule happens to share
/// the technique and the kind would be named.
const SPOKEN_FOR: f32 = 0.1;

/// How many rules the trail shows.
const SHOWN: usize = 3;

/// The rules that may cover the reading, the one that it belongs to first: the frames that fit them and the
/// words together say which. A rule whose frames do not fit may still be the one, if the words say so.
fn covers<'a>(task: &'a Task, rules: &'a Rules) -> Vec<Cover<'a>> {
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
        let mut total = 0;
        let mut strongest: Option<(u32, &'a Frame)> = None;
        for frame in task.frames.iter().filter(|frame| can_be_covered(frame)) {
            let rows = rule.frames.iter();
            let fit = rows.filter_map(|row| fits(row, frame, &task.features, notions));
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

/// How closely a rule's frame fits; `None` where it does not.
fn fits(row: &RuleFrame, frame: &Frame, features: &Features, notions: &Notions) -> Option<u32> {
    if !row.may_hold(features) {
        return None;
    }
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

fn decide(
    request: &Request,
    task: &Task,
    score: f32,
    covered: Option<&Cover>,
    rules: &Rules,
) -> Decision {
    let keep = |why: &str| Decision {
        confidence: None,
        why: why.to_string(),
    };
    if let Some(why) = forbids(request, task) {
        return keep(why);
    }
    let weights = &rules.weights;
    if score < weights.low {
        return keep("the reading as a whole asks for a model");
    }
    let Some(cover) = covered else {
        return keep("no rule covers the work that was read");
    };
    let english = task.language == Some("en");
    if task.features.get("no-hole") > 0.0 && !fixed_answer(task) {
        return keep(
            "a fixed question without input: a health check or a demonstration, whose point is the call",
        );
    }
    let mut confidence = match score {
        _ if !english && score < weights.other_languages => Confidence::Low,
        _ if score >= weights.high => Confidence::High,
        _ if score >= weights.medium => Confidence::Medium,
        _ => Confidence::Low,
    };
    let mut why = format!("{} covers the work; score {score:.2}", cover.rule.id);
    if request.prompt.status != Status::Resolved {
        confidence = Confidence::Low;
        why.push_str("; part of the prompt could not be read, so only a note");
    } else if request.prompt.history {
        confidence = Confidence::Low;
        why.push_str("; earlier turns of a conversation go along, so only a note");
    }
    if cover.claim.total < weights.claim {
        confidence = Confidence::Low;
        why.push_str("; no rule speaks clearly for it, so only a note");
    }
    let (own, others) = pieces(task, cover.rule, &rules.lexicon.notions);
    let fields = |frames: &[&Frame]| {
        let of_reply = frames.iter().filter(|frame| frame.origin == Origin::Field);
        of_reply.count()
    };
    // What stands beside makes a finding less sure; where all opinions are sure of the whole, not much.
    let beside = if score >= weights.high {
        Confidence::Medium
    } else {
        Confidence::Low
    };
    // A field alone speaks for a rule only where most fields do.
    let from_field = cover
        .frame
        .is_some_and(|frame| frame.origin == Origin::Field);
    let field_only = from_field && fields(&others) >= fields(&own);
    if field_only || others.len() >= 3 && others.len() > own.len() {
        confidence = confidence.min(beside);
        why.push_str(&format!(
            "; {} other pieces of work stand beside it, so less sure",
            others.len()
        ));
    }
    let open = open_pieces(task, cover.rule, &rules.lexicon.notions);
    if open > 0 {
        let most = if open > 1 { beside } else { Confidence::Medium };
        confidence = confidence.min(most);
        why.push_str("; other instructions ask for a model, so less sure");
    }
    if request.by_shape {
        confidence = lower(confidence);
        why.push_str("; the client's origin is not known, so one step less sure");
    }
    Decision {
        confidence: Some(confidence),
        why,
    }
}

/// The pieces of work that the rule covers, and those that it does not.
fn pieces<'t>(task: &'t Task, rule: &Rule, notions: &Notions) -> (Vec<&'t Frame>, Vec<&'t Frame>) {
    // A field whose name says nothing is a piece of work too; a clause that names nothing is none.
    let work = task.frames.iter().filter(|frame| match frame.origin {
        Origin::Name => false,
        Origin::Field => true,
        Origin::Clause(_) => !matches!(frame.kind, FrameKind::Reply | FrameKind::Vague),
    });
    work.partition(|frame| {
        let mut rows = rule.frames.iter();
        rows.any(|row| fits(row, frame, &task.features, notions).is_some())
    })
}

/// How many instructions ask for what only a model does, beside what the rule covers.
fn open_pieces(task: &Task, rule: &Rule, notions: &Notions) -> usize {
    let instructions = task.frames.iter().filter(|frame| match frame.origin {
        Origin::Clause(clause) => {
            task.clauses[clause].kind == ClauseKind::Directive && frame.class == ActionClass::Open
        }
        _ => false,
    });
    instructions
        .filter(|frame| {
            let mut rows = rule.frames.iter();
            !rows.any(|row| fits(row, frame, &task.features, notions).is_some())
        })
        .count()
}

/// Whether the prompt states an answer that is worth a call only by mistake: more than the 'ok' of a
/// health check.
fn fixed_answer(task: &Task) -> bool {
    super::slots::constant(task).is_some_and(|text| text.chars().count() > 12)
}

fn lower(confidence: Confidence) -> Confidence {
    match confidence {
        Confidence::High => Confidence::Medium,
        _ => Confidence::Low,
    }
}

/// What forbids a finding whatever the words say.
fn forbids(request: &Request, task: &Task) -> Option<&'static str> {
    if task
        .messages
        .iter()
        .all(|message| message.text.trim().is_empty())
        && request.schema.is_none()
    {
        return Some("no text of the prompt is known");
    }
    if task.messages.iter().any(|message| message.media) {
        return Some("an image, sound or file is part of the input");
    }
    if request.tools {
        return Some("tools are offered to the model");
    }
    if request.uses.contains(&Use::OtherPrompt) {
        return Some("the reply is read by another prompt");
    }
    if task.language.is_none() {
        return Some("the prompt is written in a language that is not covered");
    }
    if request.prompt.status == Status::Unresolved {
        return Some("the prompt could not be read");
    }
    None
}

fn conclude(
    request: &Request,
    variant: usize,
    task: &Task,
    covered: Option<Cover>,
    decision: Decision,
    trail: Trail,
) -> Judgement {
    let bounded = bounded(request, task);
    let model = request.model.as_deref().unwrap_or("a language model");
    let (Some(confidence), Some(cover)) = (decision.confidence, covered) else {
        return Judgement {
            verdict: Verdict::Llm,
            technique: None,
            rule: None,
            confidence: Confidence::Medium,
            evidence: Vec::new(),
            message: format!("asks {model} for work that needs a model: {}", decision.why),
            bounded,
            reply: ReplyShape {
                tokens: None,
                basis: "not known".into(),
            },
            slots: Vec::new(),
            variant,
            trail,
        };
    };
    let rule = cover.rule;
    let tokens = (rule.reply.kind != "echo").then_some(rule.reply.typical_tokens);
    Judgement {
        verdict: verdict(rule, task),
        technique: Some(rule.technique),
        rule: Some(rule.id.clone()),
        confidence,
        evidence: evidence(request, task, cover.frame),
        message: format!("asks {model} to {}; {}", rule.does, rule.instead),
        bounded,
        reply: ReplyShape {
            tokens,
            basis: rule.reply.basis.clone(),
        },
        slots: slots(request, task),
        variant,
        trail,
    }
}

/// Running text as input makes what is looked up, routed or computed from it a matter of most
/// inputs, not of all.
fn verdict(rule: &Rule, task: &Task) -> Verdict {
    let open_input =
        task.features.get("hole-prose") > 0.0 && task.features.get("hole-exact") <= 0.0;
    let from_prose = matches!(
        rule.technique,
        Technique::Lookup | Technique::Routing | Technique::Arithmetic | Technique::Datetime
    );
    match rule.verdict {
        Verdict::Code if open_input && from_prose => Verdict::Hybrid,
        verdict => verdict,
    }
}

fn evidence(request: &Request, task: &Task, frame: Option<&Frame>) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(frame) = frame.filter(|frame| matches!(frame.origin, Origin::Clause(_))) {
        let message = &task.messages[frame.message];
        found.push(Evidence {
            kind: "directive",
            text: message.text[frame.range.clone()].to_string(),
            span: message.locate(frame.range.clone()),
        });
    }
    for clause in task
        .clauses
        .iter()
        .filter(|clause| clause.kind == ClauseKind::Contract)
        .take(2)
    {
        let message = &task.messages[clause.message];
        found.push(Evidence {
            kind: "contract",
            text: message.text[clause.range.clone()].to_string(),
            span: message.locate(clause.range.clone()),
        });
    }
    if request
        .parameters
        .get("temperature")
        .and_then(serde_json::Value::as_f64)
        == Some(0.0)
    {
        found.push(Evidence {
            kind: "parameter",
            text: "temperature 0".into(),
            span: None,
        });
    }
    for used in &request.uses {
        let text = match used {
            Use::Number => "the reply is converted to a number".to_string(),
            Use::Equals(values) => format!("the reply is compared with {}", values.join(", ")),
            Use::In(values) => format!("the reply is looked up in {}", values.join(", ")),
            _ => continue,
        };
        found.push(Evidence {
            kind: "consumer",
            text,
            span: None,
        });
    }
    if request.schema.is_some() {
        found.push(Evidence {
            kind: "schema",
            text: "the reply is bound to a schema".into(),
            span: None,
        });
    }
    found
}

fn bounded(request: &Request, task: &Task) -> Option<Bounded> {
    if let Some(values) = reply_values(request) {
        return Some(Bounded {
            kind: "enum",
            values: Some(values),
            max_tokens: None,
        });
    }
    let kind = match request.schema {
        Some(Schema::Boolean) => "boolean",
        Some(Schema::Integer { .. } | Schema::Number) => "number",
        Some(Schema::Object(_) | Schema::Array(_)) => "json",
        _ if task.features.get("says-yes-no") > 0.0 => "boolean",
        _ if request.uses.contains(&Use::Number) || task.features.get("says-number") > 0.0 => {
            "number"
        }
        _ => return None,
    };
    Some(Bounded {
        kind,
        values: None,
        max_tokens: None,
    })
}

/// The reading itself, for the trail.
fn reading(task: &Task, notions: &Notions) -> Trail {
    let mut trail = Trail::default();
    let segments = task
        .clauses
        .iter()
        .map(|clause| {
            let text = &task.messages[clause.message].text[clause.range.clone()];
            format!("{:<10}  {}", clause.kind.name(), one_line(text))
        })
        .collect();
    trail.sections.push(("Segments", segments));
    let mut frames = Vec::new();
    let mut left = Vec::new();
    for frame in &task.frames {
        let action = frame.action.map_or("(implied)", |action| {
            notions.actions[action as usize].0.as_str()
        });
        let objects: Vec<String> = frame
            .objects
            .iter()
            .map(|(object, zone)| {
                let name = &notions.objects[*object as usize].0;
                match zone {
                    Zone::Target => name.clone(),
                    Zone::To => format!("to {name}"),
                    Zone::From => format!("from {name}"),
                }
            })
            .collect();
        let manners: Vec<&str> = frame.manners.iter().map(|manner| manner.name()).collect();
        let origin = match frame.origin {
            Origin::Clause(_) => "",
            Origin::Field => " [field]",
            Origin::Name => " [function's name]",
        };
        let manner = if manners.is_empty() {
            String::new()
        } else {
            format!(" ({})", manners.join(", "))
        };
        frames.push(format!(
            "{:<11}  {action} × {}{manner}{origin}",
            frame.kind.name(),
            objects.join(" + ")
        ));
        if let Origin::Clause(_) = frame.origin {
            let text = &task.messages[frame.message].text;
            left.extend(
                frame
                    .unknown
                    .iter()
                    .map(|range| text[range.clone()].to_string()),
            );
        }
    }
    trail.sections.push(("Frames", frames));
    left.dedup();
    if !left.is_empty() {
        trail.sections.push(("Left over", vec![left.join(", ")]));
    }
    trail
}

fn one_line(text: &str) -> String {
    let mut line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(110) {
        line.truncate(cut);
        line.push('…');
    }
    line
}
