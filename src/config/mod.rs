//! `unprompt.toml`, `[tool.unprompt]`: found upward from the scanned path, strict, with errors that
//! name the place and the nearest known key.

mod own;

use crate::rules::Confidence;
use crate::scope::Scope;
use crate::sdk::OwnCall;
use crate::source::{LineIndex, Place, globs, shown};
use anyhow::{Context, anyhow, bail};
use ignore::gitignore::Gitignore;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a configuration file says; everything absent keeps its default.
#[derive(Clone, Debug)]
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
    pub select: Vec<RuleName>,
    /// Not these rules.
    pub ignore: Vec<RuleName>,
    /// Files left out.
    pub exclude: Gitignore,
    /// Folders of own rules.
    pub rules_dir: Vec<PathBuf>,
    /// Calls a month; the closest fit comes first.
    pub volumes: Vec<Volume>,
    /// US dollars per million input and output tokens by model.
    pub prices: BTreeMap<String, (f64, f64)>,
    /// The project's own clients.
    pub own: Vec<OwnCall>,
    /// Tokens that a hole stands for where nothing better is known.
    pub hole_tokens: Option<u32>,
}

/// A rule's name, which can be checked only once the rules are loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleName {
    /// The name.
    pub name: String,
    /// Where it stands: `unprompt.toml:3:11`.
    pub place: String,
}

/// Calls a month of the call sites that a pattern fits.
#[derive(Clone, Debug)]
pub struct Volume {
    /// The glob, as in a `.gitignore` beside the configuration.
    pub paths: Gitignore,
    /// The function alone.
    pub function: Option<String>,
    /// Calls a month.
    pub calls: u64,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            path: None,
            min_confidence: None,
            fail_on: None,
            scope: None,
            select: Vec::new(),
            ignore: Vec::new(),
            exclude: Gitignore::empty(),
            rules_dir: Vec::new(),
            volumes: Vec::new(),
            prices: BTreeMap::new(),
            own: Vec::new(),
            hole_tokens: None,
        }
    }
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
    "estimate",
    "wrapper",
    "sdk",
];

impl Config {
    /// The configuration nearest above `start`.
    ///
    /// # Errors
    /// Names file, line, column, key and the nearest known one.
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
        let name = shown(path);
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        let file = File::new(name, &text);
        let table = DeTable::parse(&text).map_err(|problem| {
            let at = problem.span().unwrap_or(0..0);
            anyhow!("{}: {}", file.place(&at), problem.message())
        })?;
        let whole = table.into_inner();
        let own = if path
            .file_name()
            .is_some_and(|name| name == "pyproject.toml")
        {
            let tool = whole.get("tool").and_then(|tool| tool.get_ref().as_table());
            match tool.and_then(|tool| tool.get("unprompt")?.get_ref().as_table()) {
                Some(own) => own,
                None => return Ok(Config::default()),
            }
        } else {
            &whole
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut config = Config {
            path: Some(path.to_path_buf()),
            ..Config::default()
        };
        for (key, value) in own {
            config.set(&file, folder, key, value)?;
        }
        Ok(config)
    }

    fn set(&mut self, file: &File, folder: &Path, key: &Key, value: &Value) -> anyhow::Result<()> {
        let name = key.get_ref().as_ref();
        let at =
            |problem: anyhow::Error| anyhow!("{}: {name}: {problem:#}", file.place(&value.span()));
        match name {
            "min-confidence" => {
                self.min_confidence = Some(text(value).and_then(confidence).map_err(at)?)
            }
            "fail-on" => self.fail_on = Some(text(value).and_then(fail_on).map_err(at)?),
            "scope" => {
                let scopes = texts(value).map_err(at)?.into_iter();
                let scopes = scopes.map(|(scope, _)| Scope::named(scope));
                self.scope = Some(scopes.collect::<Result<_, _>>().map_err(at)?);
            }
            "select" => self.select = file.rule_names(value).map_err(at)?,
            "ignore" => self.ignore = file.rule_names(value).map_err(at)?,
            "exclude" => {
                let list = texts(value).map_err(at)?;
                self.exclude = globs(folder, list.into_iter().map(|(glob, _)| glob)).map_err(at)?;
            }
            "rules-dir" => {
                let list = match value.get_ref() {
                    DeValue::String(one) => vec![(one.as_ref(), value.span())],
                    _ => texts(value).map_err(at)?,
                };
                self.rules_dir = list.iter().map(|(name, _)| folder.join(name)).collect();
            }
            "volumes" => self.volumes = file.volumes(folder, table(value).map_err(at)?)?,
            "prices" => self.prices = file.prices(table(value).map_err(at)?)?,
            "wrapper" => self.own.extend(file.wrappers(value)?),
            "sdk" => self.own.extend(file.sdks(value)?),
            "estimate" => {
                for (key, value) in table(value).map_err(at)? {
                    file.known(key, &["hole-tokens"])?;
                    let tokens = whole_number(value).and_then(|tokens| Ok(u32::try_from(tokens)?));
                    self.hole_tokens = Some(tokens.map_err(|_| {
                        anyhow!(
                            "{}: hole-tokens: expected a whole number",
                            file.place(&value.span())
                        )
                    })?);
                }
            }
            _ => return file.known(key, KEYS),
        }
        Ok(())
    }
}

type Key<'i> = Spanned<std::borrow::Cow<'i, str>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// A configuration file while it is read: knows where things stand in it.
struct File<'a> {
    name: String,
    text: &'a str,
    lines: LineIndex,
}

impl<'a> File<'a> {
    fn new(name: String, text: &'a str) -> File<'a> {
        let lines = LineIndex::new(text);
        File { name, text, lines }
    }

    /// `unprompt.toml:3:1`
    fn place(&self, at: &Range<usize>) -> String {
        let Place { line, column } = self.lines.place(self.text, at.start as u32);
        format!("{}:{line}:{column}", self.name)
    }

    fn known(&self, key: &Key, keys: &[&str]) -> anyhow::Result<()> {
        let name = key.get_ref().as_ref();
        if keys.contains(&name) {
            return Ok(());
        }
        bail!(
            "{}: unknown key '{name}'; {}",
            self.place(&key.span()),
            did_you_mean(name, keys)
        )
    }

    fn rule_names(&self, value: &Value) -> anyhow::Result<Vec<RuleName>> {
        let list = texts(value)?.into_iter().map(|(name, at)| RuleName {
            name: name.to_string(),
            place: self.place(&at),
        });
        Ok(list.collect())
    }

    fn volumes(&self, folder: &Path, table: &DeTable) -> anyhow::Result<Vec<Volume>> {
        let mut found: Vec<(usize, Volume)> = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let at = |span: Range<usize>| format!("{}: volumes.\"{name}\"", self.place(&span));
            let calls = whole_number(value).with_context(|| {
                format!(
                    "{}: expected calls a month, a whole number",
                    at(value.span())
                )
            })?;
            let (paths, function) = match name.rsplit_once(':') {
                Some((paths, function)) => (paths, Some(function.to_string())),
                None => (name, None),
            };
            // The longer pattern is the closer one, and one with a function the closest.
            let closeness = paths.len() + if function.is_some() { 10_000 } else { 0 };
            let paths = globs(folder, Some(paths)).with_context(|| at(key.span()))?;
            let volume = Volume {
                paths,
                function,
                calls,
            };
            found.push((closeness, volume));
        }
        found.sort_by_key(|(closeness, _)| std::cmp::Reverse(*closeness));
        Ok(found.into_iter().map(|(_, volume)| volume).collect())
    }

    fn prices(&self, table: &DeTable) -> anyhow::Result<BTreeMap<String, (f64, f64)>> {
        let mut found = BTreeMap::new();
        for (model, value) in table {
            let name = model.get_ref().as_ref();
            let wanted = || {
                format!(
                    "{}: prices.\"{name}\": expected {{ input = …, output = … }}, US dollars per million tokens",
                    self.place(&value.span())
                )
            };
            let row = value.get_ref().as_table().with_context(wanted)?;
            for (key, _) in row {
                self.known(key, &["input", "output"])?;
            }
            let dollars = |key: &str| row.get(key).and_then(number).with_context(wanted);
            found.insert(name.to_string(), (dollars("input")?, dollars("output")?));
        }
        Ok(found)
    }
}

fn text<'v>(value: &'v Value) -> anyhow::Result<&'v str> {
    value.get_ref().as_str().context("expected a text")
}

fn texts<'v>(value: &'v Value) -> anyhow::Result<Vec<(&'v str, Range<usize>)>> {
    let list = value.get_ref().as_array();
    let list = list.context("expected a list of texts")?.iter();
    list.map(|item| {
        let text = item
            .get_ref()
            .as_str()
            .context("expected a list of texts")?;
        Ok((text, item.span()))
    })
    .collect()
}

fn table<'v, 'i>(value: &'v Value<'i>) -> anyhow::Result<&'v DeTable<'i>> {
    value.get_ref().as_table().context("expected a table")
}

fn whole_number(value: &Value) -> anyhow::Result<u64> {
    match value.get_ref() {
        DeValue::Integer(number) => Ok(u64::from_str_radix(number.as_str(), number.radix())?),
        _ => bail!("expected a whole number"),
    }
}

/// An amount that can be a price.
fn number(value: &Value) -> Option<f64> {
    let number = match value.get_ref() {
        DeValue::Integer(number) => number.as_str().parse::<f64>().ok()?,
        DeValue::Float(number) => number.as_str().parse::<f64>().ok()?,
        _ => return None,
    };
    (number.is_finite() && number >= 0.0).then_some(number)
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

/// The least confidence that fails a run; `None`: never.
///
/// # Errors
/// Says which there are.
pub fn fail_on(name: &str) -> anyhow::Result<Option<Confidence>> {
    match confidence(name) {
        _ if name == "never" => Ok(None),
        Ok(known) => Ok(Some(known)),
        Err(_) => bail!(
            "unknown level '{name}'; {}",
            did_you_mean(name, &["low", "medium", "high", "never"])
        ),
    }
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
