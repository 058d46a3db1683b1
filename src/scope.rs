//! What kind of code a file holds, by its path below the root that was named and by what it imports. The
//! names stand in `rules/scopes.toml`.
//!
//! This room must not know any syntax, call or prompt.

use anyhow::{Context, bail};
use serde::Deserialize;

/// The kinds of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The application.
    App,
    /// Examples, tutorials, demonstrations.
    Example,
    /// Tests.
    Test,
    /// Harnesses, judges, generators of data.
    Evaluation,
    /// Code of others that is kept in the tree.
    Vendored,
}

const NAMES: &[(Scope, &str)] = &[
    (Scope::App, "app"),
    (Scope::Example, "example"),
    (Scope::Test, "test"),
    (Scope::Evaluation, "evaluation"),
    (Scope::Vendored, "vendored"),
];

impl Scope {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(scope, _)| *scope == self)
            .map_or("app", |(_, name)| name)
    }

    /// The scope of that name.
    ///
    /// # Errors
    /// Says which there are.
    pub fn named(name: &str) -> anyhow::Result<Scope> {
        match NAMES.iter().find(|(_, known)| *known == name) {
            Some((scope, _)) => Ok(*scope),
            None => {
                let names: Vec<&str> = NAMES.iter().map(|(_, name)| *name).collect();
                bail!(
                    "unknown scope '{name}'; {}",
                    crate::config::did_you_mean(name, &names)
                )
            }
        }
    }
}

/// How a scope is told, as `rules/scopes.toml` has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Scope,
    /// Whole names of folders.
    #[serde(default)]
    folders: Vec<String>,
    /// Words that a folder's name starts or ends with.
    #[serde(default)]
    words: Vec<String>,
    /// Words that a file's name starts or ends with.
    #[serde(default)]
    files: Vec<String>,
    /// What stands inside a file's name.
    #[serde(default)]
    infixes: Vec<String>,
    /// Modules that only such code imports.
    #[serde(default)]
    imports: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeFile {
    scope: Vec<Row>,
}

/// How the scopes are told, the first that fits first.
#[derive(Debug)]
pub struct Scopes(Vec<Row>);

impl Scopes {
    /// The embedded rows.
    ///
    /// # Errors
    /// Names what is wrong with the file.
    pub fn load() -> anyhow::Result<Scopes> {
        let name = "scopes.toml";
        let text = crate::knowledge::file(name)?;
        let read: ScopeFile = toml::from_str(text).with_context(|| format!("rules/{name}"))?;
        Ok(Scopes(read.scope))
    }

    /// The scope of a file by its path below the named root, then by the modules that it imports; a file
    /// that was named itself has no path.
    pub fn of<'m>(&self, below: &str, imports: impl Iterator<Item = &'m str> + Clone) -> Scope {
        let below = below.to_lowercase();
        let (folders, file) = below.rsplit_once('/').unwrap_or(("", &below));
        let by_folder = |row: &&Row| folders.split('/').any(|folder| row.has_folder(folder));
        let by_file = |row: &&Row| row.has_file(file);
        let by_import = |row: &&Row| imports.clone().any(|module| row.has_import(module));
        let rows = || self.0.iter();
        let row = rows()
            .find(by_folder)
            .or_else(|| rows().find(by_file))
            .or_else(|| rows().find(by_import));
        row.map_or(Scope::App, |row| row.id)
    }
}

impl Row {
    fn has_folder(&self, folder: &str) -> bool {
        let mut words = folder
            .split(['-', '_', '.', ' '])
            .filter(|word| !word.is_empty());
        let (first, last) = (words.next(), words.next_back());
        let has = |word: &str| self.words.iter().any(|known| known == word);
        self.folders.iter().any(|known| known == folder)
            || first.is_some_and(has)
            || last.is_some_and(has)
    }

    fn has_file(&self, file: &str) -> bool {
        let stem = file.split('.').next().unwrap_or_default();
        let said = |word: &String| {
            stem.strip_prefix(&**word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '-']))
                || stem
                    .strip_suffix(&**word)
                    .is_some_and(|rest| rest.ends_with(['_', '-']))
        };
        self.infixes.iter().any(|infix| file.contains(&**infix)) || self.files.iter().any(said)
    }

    fn has_import(&self, module: &str) -> bool {
        self.imports.iter().any(|known| {
            module
                .strip_prefix(&**known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/', ':']))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_scope() {
        let scopes = Scopes::load().expect("the embedded scopes load");
        for (path, wanted) in [
            ("", Scope::App),
            ("src/app/mail.py", Scope::App),
            ("src/latest/contest.py", Scope::App),
            ("src/external/protest/mail.py", Scope::App),
            ("src/attestation_service/evaluator.ts", Scope::App),
            ("tests/mail.py", Scope::Test),
            ("test-corpus/shop/mail.py", Scope::Test),
            ("src/Unit_Tests/mail.py", Scope::Test),
            ("src/mail.test.ts", Scope::Test),
            ("test_mail.py", Scope::Test),
            ("mail_test.py", Scope::Test),
            ("tests/evals/mail.py", Scope::Test),
            ("llm-evals/run.py", Scope::Evaluation),
            ("scripts/eval_prompts.py", Scope::Evaluation),
            ("examples/basic.rs", Scope::Example),
            ("cookbook/a.py", Scope::Example),
            ("docs/snippets/a.ts", Scope::Example),
            ("third_party/x/tests/a.py", Scope::Vendored),
        ] {
            assert_eq!(scopes.of(path, std::iter::empty()), wanted, "{path}");
        }
    }

    #[test]
    fn what_a_file_imports_tells_its_scope() {
        let scopes = Scopes::load().expect("the embedded scopes load");
        for (path, module, wanted) in [
            ("src/checks.py", "pytest", Scope::Test),
            ("src/checks.py", "unittest.mock", Scope::Test),
            ("src/checks.py", "pytest_helpers", Scope::App),
            ("src/mail.ts", "@testing-library/react", Scope::Test),
            ("src/quality.py", "ragas.metrics", Scope::Evaluation),
            ("examples/quality.py", "ragas", Scope::Example),
            ("src/mail.py", "openai", Scope::App),
        ] {
            assert_eq!(
                scopes.of(path, std::iter::once(module)),
                wanted,
                "{path} {module}"
            );
        }
    }
}
