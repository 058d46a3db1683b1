//! Weighs a reading, finds the rule that covers it and says what should become of the call.

use super::bounded::{bounded, witnesses};
use super::cover::{Cover, covers};
use super::signs::Scene;
use super::slots::slots;
use super::step::last_step;
use super::trail::reading;
use super::{Confidence, Evidence, Judgement, ReplyShape, Rule, Rules, Technique, Trail, Verdict};
use crate::prompt::Request;
use crate::task::{self, ClauseKind, Frame, Origin, Task};

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
    let covers = covers(&task, rules);
    let score = rules
        .weights
        .score(&task, covers.first().map(|cover| cover.claim));
    let decision = decide(request, &task, score, &covers, rules);
    let mut trail = reading(&task, &rules.lexicon.notions);
    let claims = covers.iter().take(SHOWN);
    let claims = claims.map(|cover| cover.claim.shown(&cover.rule.id));
    trail.sections.extend([
        ("Weighed", rules.weights.weighed(&task, score)),
        ("Rules", claims.collect()),
        ("Decision", vec![decision.why.clone()]),
    ]);
    conclude(request, variant, &task, decision, trail)
}

impl Rules {
    /// The signs that make a finding on this reading less sure, by name: what they are worth is measured
    /// from them.
    pub fn signs_beside(&self, request: &Request, task: &Task) -> Vec<String> {
        let covers = covers(task, self);
        let scene = Scene {
            request,
            task,
            cover: covers.first(),
            rules: self,
        };
        let lowering = self.signs.lowering(&scene);
        lowering.map(|sign| sign.id.clone()).collect()
    }
}

/// What is decided of a variant.
struct Decision<'a> {
    found: Option<Finding<'a>>,
    /// Whether a sign forbids a finding, whatever the work is.
    forbidden: bool,
    why: String,
}

/// That code takes over, and how much.
struct Finding<'a> {
    cover: Cover<'a>,
    confidence: Confidence,
    /// Whether it takes over only the last step of work that needs a model.
    step: bool,
}

/// How many rules the trail shows.
const SHOWN: usize = 3;

fn decide<'a>(
    request: &Request,
    task: &'a Task<'a>,
    score: f32,
    covers: &[Cover<'a>],
    rules: &Rules,
) -> Decision<'a> {
    let keep = |why: &str, forbidden: bool| Decision {
        found: None,
        forbidden,
        why: why.to_string(),
    };
    let mut scene = Scene {
        request,
        task,
        cover: None,
        rules,
    };
    if let Some(sign) = rules.signs.forbidding(&scene) {
        return keep(&sign.why, true);
    }
    if score < rules.weights.low {
        return match last_step(task, covers) {
            Some(cover) => Decision {
                forbidden: false,
                why: format!(
                    "the reading as a whole asks for a model; {} covers its last step, so only a note",
                    cover.rule.id
                ),
                found: Some(Finding {
                    cover,
                    confidence: Confidence::Low,
                    step: true,
                }),
            },
            None => keep("the reading as a whole asks for a model", false),
        };
    }
    let Some(cover) = covers.first() else {
        return keep("no rule covers the work that was read", false);
    };
    scene.cover = Some(cover);
    if let Some(sign) = rules.signs.forbidding(&scene) {
        return keep(&sign.why, true);
    }
    let (confidence, why) = weighed(&scene, cover, score);
    Decision {
        found: Some(Finding {
            cover: *cover,
            confidence,
            step: false,
        }),
        forbidden: false,
        why,
    }
}

/// How sure a finding of that score is, after all that stands beside it, and why.
fn weighed(scene: &Scene, cover: &Cover, score: f32) -> (Confidence, String) {
    let weights = &scene.rules.weights;
    let english = scene.task.language == Some("en");
    let mut confidence = match score {
        _ if !english && score < weights.other_languages => Confidence::Low,
        _ if score >= weights.high => Confidence::High,
        _ if score >= weights.medium => Confidence::Medium,
        _ => Confidence::Low,
    };
    let mut why = format!("{} covers the work; score {score:.2}", cover.rule.id);
    for sign in scene.rules.signs.lowering(scene) {
        confidence = sign.lower(confidence, score, weights);
        why.push_str(&format!("; {}, {}", sign.why, sign.so()));
    }
    (confidence, why)
}

fn conclude(
    request: &Request,
    variant: usize,
    task: &Task,
    decision: Decision,
    trail: Trail,
) -> Judgement {
    let bounded = bounded(request, task);
    let model = request.model.as_deref().unwrap_or("a language model");
    let Some(found) = decision.found else {
        return Judgement {
            verdict: Verdict::Llm,
            technique: None,
            rule: None,
            confidence: Confidence::Medium,
            evidence: Vec::new(),
            message: match decision.forbidden {
                true => format!("stays with {model}: {}", decision.why),
                false => format!("asks {model} for work that needs a model: {}", decision.why),
            },
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
    let rule = found.cover.rule;
    let work = if found.step {
        "what needs a model, and then to "
    } else {
        "to "
    };
    let tokens = (rule.reply.kind != "echo").then_some(rule.reply.typical_tokens);
    Judgement {
        verdict: if found.step {
            Verdict::Hybrid
        } else {
            verdict(rule, task)
        },
        technique: Some(rule.technique),
        rule: Some(rule.id.clone()),
        confidence: found.confidence,
        evidence: evidence(request, task, found.cover.frame),
        message: format!("asks {model} {work}{}; {}", rule.does, rule.instead),
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
    found.extend(witnesses(request));
    found
}
