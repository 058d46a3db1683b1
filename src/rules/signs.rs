//! Signs beside a prompt's words: what forbids a finding whatever they say, and what makes it less sure.
//!
//! What a sign does and why stands in `rules/signs.toml`; how it is told stands here.

use super::cover::Cover;
use super::weights::Weights;
use super::{Confidence, Notions, Rules};
use crate::knowledge::file;
use crate::prompt::{Request, Status, Use};
use crate::task::{Task, name_words};
use anyhow::{Context, ensure};
use serde::Deserialize;

/// What a sign does to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// No finding.
    Forbids,
    /// A note at most.
    Note,
    /// A note at most; `medium` where the score is that of `high`.
    NoteUnlessSure,
    /// `medium` at most.
    Doubt,
    /// One step less.
    Step,
}

/// A sign, as `rules/signs.toml` has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Its name, by which the code that tells it is found.
    pub id: String,
    effect: Effect,
    /// The reason that a report prints.
    pub why: String,
    /// How a model's id starts.
    #[serde(default)]
    starts: Vec<String>,
    /// What stands in a model's id.
    #[serde(default)]
    contains: Vec<String>,
    /// Names of holes or functions, in lower case with hyphens.
    #[serde(default)]
    words: Vec<String>,
    /// Names of holes that must stand beside them.
    #[serde(default)]
    beside: Vec<String>,
    /// Actions of which one must be asked for.
    #[serde(default)]
    actions: Vec<String>,
    #[serde(skip)]
    tell: Option<Tell>,
}

/// All signs, in the order of the file.
#[derive(Debug)]
pub struct Signs(Vec<Sign>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignFile {
    sign: Vec<Sign>,
}

/// What a sign is told by.
pub struct Scene<'s> {
    /// The call.
    pub request: &'s Request,
    /// The reading of the variant at hand.
    pub task: &'s Task<'s>,
    /// The rule that covers it, once there is one.
    pub cover: Option<&'s Cover<'s>>,
    /// Words and weights.
    pub rules: &'s Rules,
}

type Tell = fn(&Sign, &Scene) -> bool;

/// How each sign is told.
const TELLS: &[(&str, Tell)] = &[
    ("no-text", |_, scene| scene.has_no_text()),
    ("media", |_, scene| {
        scene.task.messages.iter().any(|message| message.media)
    }),
    ("tools", |_, scene| scene.request.tools),
    ("read-by-prompt", |_, scene| {
        let mut uses = scene.request.uses.iter();
        uses.any(|used| used.how == Use::OtherPrompt)
    }),
    ("language", |_, scene| scene.task.language.is_none()),
    ("unread", |_, scene| {
        scene.request.prompt.status == Status::Unresolved
    }),
    ("fine-tuned", Sign::is_model),
    ("irreversible", Sign::is_handed_to),
    ("judges-model", |sign, scene| {
        sign.is_in(&sign.words, scene) && sign.is_asked(scene)
    }),
    ("retrieval", |sign, scene| {
        sign.is_in(&sign.words, scene) && sign.is_in(&sign.beside, scene)
    }),
    ("no-input", |_, scene| {
        let bare = scene.task.features.get("no-hole") > 0.0;
        scene.cover.is_some() && bare && !has_fixed_answer(scene.task)
    }),
    ("partly-read", |_, scene| {
        scene.request.prompt.status != Status::Resolved
    }),
    ("history", |_, scene| {
        let prompt = &scene.request.prompt;
        prompt.status == Status::Resolved && prompt.history
    }),
    ("no-clear-rule", |_, scene| {
        let least = scene.rules.weights.claim;
        scene.cover.is_some_and(|cover| cover.claim.total < least)
    }),
    ("other-work", |_, scene| {
        let notions = &scene.rules.lexicon.notions;
        scene
            .cover
            .is_some_and(|cover| cover.is_outnumbered(scene.task, notions))
    }),
    ("open-work", |_, scene| scene.open_work() == 1),
    ("much-open-work", |_, scene| scene.open_work() > 1),
    ("by-shape", |_, scene| scene.request.by_shape),
];

impl Signs {
    /// The embedded signs.
    ///
    /// # Errors
    /// Names what the file lacks, or has too much.
    pub fn load(notions: &Notions) -> anyhow::Result<Signs> {
        let name = "rules/signs.toml";
        let mut read: SignFile = toml::from_str(file("signs.toml")?).context(name)?;
        for sign in &mut read.sign {
            let known = TELLS.iter().find(|(id, _)| *id == sign.id);
            let (_, tell) = known.with_context(|| format!("{name}: unknown sign '{}'", sign.id))?;
            sign.tell = Some(*tell);
            for action in &sign.actions {
                let known = notions.action(action);
                known.with_context(|| format!("{name}: unknown action '{action}'"))?;
            }
        }
        for (id, _) in TELLS {
            let mut signs = read.sign.iter();
            ensure!(
                signs.any(|sign| sign.id == *id),
                "{name}: the sign '{id}' is missing"
            );
        }
        Ok(Signs(read.sign))
    }

    /// The first that forbids a finding.
    pub fn forbidding(&self, scene: &Scene) -> Option<&Sign> {
        let mut signs = self.0.iter();
        signs.find(|sign| sign.effect == Effect::Forbids && sign.stands(scene))
    }

    /// Those that make a finding less sure, in the order of the file.
    pub fn lowering<'s>(&'s self, scene: &'s Scene) -> impl Iterator<Item = &'s Sign> {
        let signs = self.0.iter();
        signs.filter(move |sign| sign.effect != Effect::Forbids && sign.stands(scene))
    }
}

impl Sign {
    fn stands(&self, scene: &Scene) -> bool {
        self.tell.is_some_and(|tell| tell(self, scene))
    }

    /// What is left of `confidence` where the sign stands beside a finding of that score.
    pub fn lower(&self, confidence: Confidence, score: f32, weights: &Weights) -> Confidence {
        match self.effect {
            Effect::Forbids | Effect::Note => Confidence::Low,
            Effect::NoteUnlessSure if score >= weights.high => confidence.min(Confidence::Medium),
            Effect::NoteUnlessSure => Confidence::Low,
            Effect::Doubt => confidence.min(Confidence::Medium),
            Effect::Step if confidence == Confidence::High => Confidence::Medium,
            Effect::Step => Confidence::Low,
        }
    }

    /// What it means for the reader.
    pub fn so(&self) -> &'static str {
        match self.effect {
            Effect::Forbids => "so no finding",
            Effect::Note => "so only a note",
            Effect::NoteUnlessSure | Effect::Doubt => "so less sure",
            Effect::Step => "so one step less sure",
        }
    }

    fn is_model(&self, scene: &Scene) -> bool {
        let Some(model) = &scene.request.model else {
            return false;
        };
        let model = model.to_lowercase();
        self.starts.iter().any(|start| model.starts_with(start))
            || self.contains.iter().any(|part| model.contains(part))
    }

    /// Whether the reply is handed to a function whose name begins with one of the words.
    fn is_handed_to(&self, scene: &Scene) -> bool {
        scene.request.uses.iter().any(|used| match &used.how {
            Use::Passed(function) => {
                let verb = name_words(function).next();
                verb.is_some_and(|verb| self.words.contains(&verb))
            }
            _ => false,
        })
    }

    /// Whether a hole of the prompt bears one of the names.
    fn is_in(&self, names: &[String], scene: &Scene) -> bool {
        let holes = scene
            .task
            .messages
            .iter()
            .flat_map(|message| &message.holes);
        let mut names_of_holes = holes.filter_map(|(_, hole)| {
            let hole = scene.request.prompt.holes.get(*hole)?;
            Some(name_words(&hole.name).collect::<Vec<_>>().join("-"))
        });
        names_of_holes.any(|hole| names.contains(&hole))
    }

    /// Whether the prompt asks for one of the actions.
    fn is_asked(&self, scene: &Scene) -> bool {
        let notions = &scene.rules.lexicon.notions;
        let mut asked = scene.task.frames.iter().filter_map(|frame| frame.action);
        asked.any(|action| self.actions.contains(&notions.actions[action as usize].0))
    }
}

impl Scene<'_> {
    fn has_no_text(&self) -> bool {
        let mut messages = self.task.messages.iter();
        messages.all(|message| message.text.trim().is_empty()) && self.request.schema.is_none()
    }

    fn open_work(&self) -> usize {
        let notions = &self.rules.lexicon.notions;
        self.cover
            .map_or(0, |cover| cover.open_work(self.task, notions))
    }
}

/// Whether the prompt states an answer that is worth a call only by mistake: more than the 'ok' of a
/// health check.
fn has_fixed_answer(task: &Task) -> bool {
    super::slots::constant(task).is_some_and(|text| text.chars().count() > 12)
}
