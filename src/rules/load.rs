//! Reads rule folders: `rule.toml`, the replacements and the golden cases.

use super::{
    Choice, Rule, RuleFrame, RuleReplacement, RuleReply, Rules, Signs, Technique, Verdict, Weights,
};
use crate::task::{ActionClass, Feature, Lexicon, Notions, ObjectClass};
use anyhow::{Context, anyhow, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Paths below `rules/` with their text, sorted.
pub type Files = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RuleFile {
    title: String,
    verdict: String,
    technique: String,
    why: String,
    suggest: String,
    does: String,
    instead: String,
    covers: String,
    differs: String,
    #[serde(default)]
    references: Vec<String>,
    frames: Vec<FrameRow>,
    reply: ReplyRow,
    replacement: BTreeMap<String, ReplacementRow>,
    #[serde(default)]
    example: Vec<PromptRow>,
    #[serde(default)]
    near_miss: Vec<PromptRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameRow {
    #[serde(default)]
    action: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    forbids: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyRow {
    kind: String,
    typical_tokens: u32,
    basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplacementRow {
    function: String,
    #[serde(default)]
    dependencies: Vec<String>,
}

/// An example or near miss, as `rule.toml` has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromptRow {
    /// The system message.
    pub system: Option<String>,
    /// The user message.
    pub user: Option<String>,
    /// Holes and their types.
    #[serde(default)]
    pub holes: BTreeMap<String, String>,
    /// Parameters of the call.
    #[serde(default)]
    pub parameters: BTreeMap<String, toml::Value>,
    /// The verdict, where it differs from the rule's.
    pub verdict: Option<String>,
    /// Why a near miss is none.
    pub why: Option<String>,
    /// Known to be judged wrongly; the test asserts that it still is.
    #[serde(default)]
    pub miss: bool,
}

impl Rules {
    /// The embedded rules and those of the user's folders, which have the shape of `rules/task/`
    /// (`<rule>/rule.toml` …). A user's rule replaces an embedded one of the same name.
    ///
    /// # Errors
    /// Names the file, the place and what was expected.
    pub fn load(folders: &[impl AsRef<Path>]) -> anyhow::Result<Rules> {
        let embedded = || crate::knowledge::FILES.iter().copied();
        let lexicon = Lexicon::load(embedded())?;
        let weights = Weights::load()?;
        let mut files: Files = embedded()
            .filter(|(path, _)| path.starts_with("task/"))
            .map(|(path, text)| (path["task/".len()..].to_string(), text.to_string()))
            .collect();
        let mut rules = read_all(&files, "rules/task", &lexicon.notions)?;
        for folder in folders {
            let folder = folder.as_ref();
            files.clear();
            read_folder(folder, folder, &mut files)?;
            let own = read_all(&files, &folder.display().to_string(), &lexicon.notions)?;
            if own.is_empty() {
                bail!(
                    "{}: no rule here; expected <rule>/rule.toml",
                    folder.display()
                );
            }
            rules.retain(|rule: &Rule| !own.iter().any(|new| new.id == rule.id));
            rules.extend(own);
        }
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Rules {
            rules,
            signs: Signs::load(&lexicon.notions)?,
            lexicon,
            weights,
            choice: Choice::load()?,
        })
    }
}

/// Whether a user's folder has rules to read: one that holds nothing but `sdk/` has none.
pub fn has_rules(folder: &Path) -> bool {
    !folder.join("sdk").is_dir()
        || std::fs::read_dir(folder).is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| entry.path().join("rule.toml").is_file())
        })
}

fn read_folder(root: &Path, folder: &Path, files: &mut Files) -> anyhow::Result<()> {
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read the rules folder {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            read_folder(root, &path, files)?;
        } else if path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name == "rule.toml" || name.starts_with("replacement.") || name == "cases.jsonl"
        }) {
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(name, text);
        }
    }
    Ok(())
}

fn read_all(files: &Files, root: &str, notions: &Notions) -> anyhow::Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for (path, text) in files {
        if let Some(id) = path.strip_suffix("/rule.toml") {
            let place = format!("{root}/{path}");
            let file: RuleFile =
                toml::from_str(text).map_err(|problem| anyhow!("{place}: {problem}"))?;
            rules.push(rule(id, file, files, notions).with_context(|| place)?);
        }
    }
    Ok(rules)
}

fn rule(id: &str, file: RuleFile, files: &Files, notions: &Notions) -> anyhow::Result<Rule> {
    let verdict = [Verdict::Code, Verdict::Hybrid, Verdict::SmallModel]
        .into_iter()
        .find(|verdict| verdict.name() == file.verdict)
        .with_context(|| {
            format!(
                "verdict: expected code, hybrid or small-model, found '{}'",
                file.verdict
            )
        })?;
    let technique = Technique::NAMES
        .iter()
        .find(|(_, name)| *name == file.technique)
        .map(|(technique, _)| *technique)
        .with_context(|| {
            let names: Vec<_> = Technique::NAMES.iter().map(|(_, name)| *name).collect();
            format!(
                "technique: expected one of {}, found '{}'",
                names.join(", "),
                file.technique
            )
        })?;
    if file.near_miss.is_empty() || file.example.is_empty() {
        bail!("expected at least one [[example]] and one [[near-miss]]");
    }
    let id = id.rsplit('/').next().unwrap_or(id);
    let frames = file
        .frames
        .into_iter()
        .map(|row| frame(row, notions))
        .collect::<Result<_, _>>()?;
    let mut replacements = Vec::new();
    for (language, extension) in [("python", "py"), ("typescript", "ts"), ("rust", "rs")] {
        let Some(row) = file.replacement.get(language) else {
            continue;
        };
        let path = format!("{id}/replacement.{extension}");
        let code = files
            .get(&path)
            .with_context(|| format!("[replacement.{language}] stands here, but not {path}"))?;
        replacements.push(RuleReplacement {
            language,
            function: row.function.clone(),
            dependencies: row.dependencies.clone(),
            code: code.clone(),
        });
    }
    for language in file.replacement.keys() {
        if !["python", "typescript", "rust"].contains(&language.as_str()) {
            bail!("[replacement.{language}]: expected python, typescript or rust");
        }
    }
    Ok(Rule {
        id: id.to_string(),
        title: file.title,
        verdict,
        technique,
        why: file.why.trim().to_string(),
        suggest: file.suggest,
        does: file.does,
        instead: file.instead,
        covers: file.covers,
        differs: file.differs,
        references: file.references,
        reply: RuleReply {
            kind: file.reply.kind,
            typical_tokens: file.reply.typical_tokens,
            basis: file.reply.basis,
        },
        frames,
        replacements,
        examples: file.example,
        near_misses: file.near_miss,
    })
}

fn frame(row: FrameRow, notions: &Notions) -> anyhow::Result<RuleFrame> {
    let mut frame = RuleFrame::default();
    for name in row.action {
        match name.strip_prefix('@') {
            Some(class) => frame.action_classes.push(
                ActionClass::named(class)
                    .with_context(|| format!("frames: unknown class of actions '@{class}'"))?,
            ),
            None => frame.actions.push(
                notions
                    .action(&name)
                    .with_context(|| format!("frames: unknown action '{name}'"))?,
            ),
        }
    }
    objects(
        row.object,
        notions,
        &mut frame.objects,
        &mut frame.object_classes,
    )?;
    objects(row.to, notions, &mut frame.to, &mut frame.to_classes)?;
    for (names, list) in [
        (row.needs, &mut frame.needs),
        (row.forbids, &mut frame.forbids),
    ] {
        for name in names {
            let known = Feature::named(&name);
            list.push(known.with_context(|| format!("frames: unknown feature '{name}'"))?);
        }
    }
    Ok(frame)
}

fn objects(
    names: Vec<String>,
    notions: &Notions,
    objects: &mut Vec<u16>,
    classes: &mut Vec<ObjectClass>,
) -> anyhow::Result<()> {
    for name in names {
        match name.strip_prefix('@') {
            Some(class) => classes.push(
                ObjectClass::named(class)
                    .with_context(|| format!("frames: unknown class of objects '@{class}'"))?,
            ),
            None => objects.push(
                notions
                    .object(&name)
                    .with_context(|| format!("frames: unknown object '{name}'"))?,
            ),
        }
    }
    Ok(())
}
