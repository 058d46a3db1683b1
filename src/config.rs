//! `unprompt.toml`, `[tool.unprompt]`: found upward from the scanned path, strict, with errors that
//! name the place and the nearest known key.

use crate::report::Scope;
use crate::rules::Confidence;
use anyhow::{Context, anyhow, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a configuration file says; everything absent keeps its default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The file it was read from.
    pub path: Option<PathBuf>,
    /// Least confidence shown.
    pub min_confidence: Option<Confidence>,
    /// Least confidence that fails the run; `Some(None)`: never.
    pub fail_on: Option<Option<Confidence>>,
    /// Scopes that `check` reports.
    pub scope: Option<Vec<Scope>>,
    /// Only these rules.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
    /// Globs of files left out.
    pub exclude: Vec<String>,
    /// Folders of own rules.
    pub rules_dir: Vec<PathBuf>,
    /// Calls a month by `path` or `path:function`.
    pub volumes: BTreeMap<String, u64>,
    /// US dollars per million input and output tokens by model.
    pub prices: BTreeMap<String, (f64, f64)>,
    /// Tokens that a hole stands for where nothing better is known.
    pub hole_tokens: Option<u32>,
}

const KEYS: &[&str] = &[
    "min-confidence",
    "fail-on",
    "scope",
    "select",
    "ignore",
    "exclude",
    "rules-dir",
    "volumes",
    "prices",
    "hole-tokens",
];

impl Config {
    /// The configuration nearest above `start`.
    ///
    /// # Errors
    /// Names file, line, key and the nearest known one.
    pub fn find(start: &Path) -> anyhow::Result<Config> {
        let start = std::path::absolute(start).with_context(|| start.display().to_string())?;
        for folder in start.ancestors() {
            let own = folder.join("unprompt.toml");
            if own.is_file() {
                return Config::read(&own);
            }
            let project = folder.join("pyproject.toml");
            if project.is_file() {
                let config = Config::read(&project)?;
                if config.path.is_some() {
                    return Ok(config);
                }
            }
        }
        Ok(Config::default())
    }

    /// Reads one file; a `pyproject.toml` without `[tool.unprompt]` says nothing.
    ///
    /// # Errors
    /// See [`Config::find`].
    pub fn read(path: &Path) -> anyhow::Result<Config> {
        let shown = crate::source::shown(
            path.strip_prefix(std::env::current_dir().unwrap_or_default())
                .unwrap_or(path),
        );
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
        let table: toml::Table = text
            .parse()
            .map_err(|problem| anyhow!("{shown}: {problem}"))?;
        let project = path
            .file_name()
            .is_some_and(|name| name == "pyproject.toml");
        let table = if project {
            match table
                .get("tool")
                .and_then(|tool| tool.get("unprompt"))
                .and_then(toml::Value::as_table)
            {
                Some(own) => own.clone(),
                None => return Ok(Config::default()),
            }
        } else {
            table
        };
        let mut config = Config {
            path: Some(path.to_path_buf()),
            ..Config::default()
        };
        for (key, value) in &table {
            config
                .set(key, value, path)
                .with_context(|| format!("{shown}:{}", line_of(&text, key)))?;
        }
        Ok(config)
    }

    fn set(&mut self, key: &str, value: &toml::Value, path: &Path) -> anyhow::Result<()> {
        let text = || {
            value
                .as_str()
                .with_context(|| format!("{key}: expected a text"))
        };
        match key {
            "min-confidence" => self.min_confidence = Some(confidence(text()?)?),
            "fail-on" => {
                self.fail_on = Some(if text()? == "never" {
                    None
                } else {
                    Some(confidence(text()?)?)
                });
            }
            "scope" => {
                self.scope = Some(
                    texts(key, value)?
                        .iter()
                        .map(|name| Scope::named(name))
                        .collect::<Result<_, _>>()?,
                );
            }
            "select" => self.select = texts(key, value)?,
            "ignore" => self.ignore = texts(key, value)?,
            "exclude" => self.exclude = texts(key, value)?,
            "rules-dir" => {
                let base = path.parent().unwrap_or(Path::new(""));
                let folders = match value {
                    toml::Value::String(one) => vec![one.clone()],
                    _ => texts(key, value)?,
                };
                self.rules_dir = folders.iter().map(|folder| base.join(folder)).collect();
            }
            "volumes" => {
                let table = value
                    .as_table()
                    .with_context(|| format!("{key}: expected a table"))?;
                for (place, count) in table {
                    let count = count.as_integer().filter(|count| *count >= 0);
                    let count = count.with_context(|| {
                        format!("volumes.\"{place}\": expected calls a month, a whole number")
                    })?;
                    self.volumes.insert(place.clone(), count as u64);
                }
            }
            "prices" => {
                let table = value
                    .as_table()
                    .with_context(|| format!("{key}: expected a table"))?;
                for (model, row) in table {
                    let number = |name: &str| {
                        row.get(name)
                            .and_then(|value| value.as_float().or(value.as_integer().map(|value| value as f64)))
                            .with_context(|| format!("prices.\"{model}\": expected {{ input = …, output = … }}, US dollars per million tokens"))
                    };
                    self.prices
                        .insert(model.clone(), (number("input")?, number("output")?));
                }
            }
            "hole-tokens" => {
                let tokens = value
                    .as_integer()
                    .and_then(|tokens| u32::try_from(tokens).ok());
                self.hole_tokens =
                    Some(tokens.with_context(|| format!("{key}: expected a whole number"))?);
            }
            _ => bail!("unknown key '{key}'; {}", did_you_mean(key, KEYS)),
        }
        Ok(())
    }
}

fn texts(key: &str, value: &toml::Value) -> anyhow::Result<Vec<String>> {
    let list = value
        .as_array()
        .with_context(|| format!("{key}: expected a list of texts"))?;
    list.iter()
        .map(|item| {
            item.as_str()
                .map(str::to_string)
                .with_context(|| format!("{key}: expected a list of texts"))
        })
        .collect()
}

/// A confidence by its name.
///
/// # Errors
/// Says which there are.
pub fn confidence(name: &str) -> anyhow::Result<Confidence> {
    Ok(match name {
        "low" => Confidence::Low,
        "medium" => Confidence::Medium,
        "high" => Confidence::High,
        _ => bail!(
            "unknown confidence '{name}'; {}",
            did_you_mean(name, &["low", "medium", "high"])
        ),
    })
}

/// The 1-based line on which a key stands.
fn line_of(text: &str, key: &str) -> usize {
    let starts = |line: &str| {
        let line = line
            .trim_start()
            .trim_start_matches('[')
            .trim_start_matches('"');
        line.strip_prefix(key)
            .is_some_and(|rest| rest.starts_with([' ', '=', ']', '.', '"', '\t']))
            || line.contains(&format!(".{key}]"))
    };
    text.lines().position(starts).map_or(1, |line| line + 1)
}

/// `did you mean 'x'?`, or the list of what there is.
pub fn did_you_mean(name: &str, known: &[&str]) -> String {
    let nearest = known
        .iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .min();
    match nearest {
        Some((steps, candidate)) if steps <= 2.max(name.len() / 3) => {
            format!("did you mean '{candidate}'?")
        }
        _ => format!("known are: {}", known.join(", ")),
    }
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (before + usize::from(x != *y))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            before = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
