//! What kind of code a call stands in, by its path below the root that was named.

use anyhow::bail;

/// The kinds of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

const FOLDERS: &[(Scope, &[&str])] = &[
    (
        Scope::Vendored,
        &[
            "vendor",
            "vendored",
            "third_party",
            "third-party",
            "node_modules",
            "external",
            "_vendor",
        ],
    ),
    (
        Scope::Test,
        &[
            "test",
            "tests",
            "__tests__",
            "testing",
            "spec",
            "specs",
            "e2e",
            "__mocks__",
            "fixtures",
        ],
    ),
    (
        Scope::Evaluation,
        &[
            "eval",
            "evals",
            "evaluation",
            "evaluations",
            "benchmark",
            "benchmarks",
            "bench",
            "benches",
            "judge",
            "judges",
            "datagen",
            "data_generation",
        ],
    ),
    (
        Scope::Example,
        &[
            "example",
            "examples",
            "sample",
            "samples",
            "demo",
            "demos",
            "tutorial",
            "tutorials",
            "cookbook",
            "cookbooks",
            "notebooks",
            "quickstart",
            "docs",
            "playground",
        ],
    ),
];

/// The scope of a file by its path below the named root.
pub fn scope_of(below: &str) -> Scope {
    let mut parts: Vec<&str> = below.split('/').collect();
    let file = parts.pop().unwrap_or_default().to_lowercase();
    for (scope, names) in FOLDERS {
        if parts
            .iter()
            .any(|part| names.contains(&part.to_lowercase().as_str()))
        {
            return *scope;
        }
    }
    let stem = file.split('.').next().unwrap_or_default();
    let is_test = stem.starts_with("test_")
        || stem.ends_with("_test")
        || stem == "conftest"
        || stem == "tests"
        || file.contains(".test.")
        || file.contains(".spec.");
    match () {
        () if is_test => Scope::Test,
        () if stem.starts_with("eval_")
            || stem.ends_with("_eval")
            || stem == "eval"
            || stem == "evaluate" =>
        {
            Scope::Evaluation
        }
        () if stem.starts_with("example_") || stem.ends_with("_example") || stem == "example" => {
            Scope::Example
        }
        () => Scope::App,
    }
}
