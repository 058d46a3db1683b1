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

/// What the folders of a scope are called.
struct Folders {
    scope: Scope,
    /// Whole names.
    names: &'static [&'static str],
    /// Words that a name starts or ends with: `unit_tests`, `test-corpus`.
    words: &'static [&'static str],
}

/// The first scope that a folder of the path belongs to holds.
const FOLDERS: &[Folders] = &[
    Folders {
        scope: Scope::Vendored,
        names: &[
            "third_party",
            "third-party",
            "thirdparty",
            "node_modules",
            "_vendor",
        ],
        words: &["vendor", "vendored"],
    },
    Folders {
        scope: Scope::Test,
        names: &[
            "testing",
            "testdata",
            "spec",
            "specs",
            "e2e",
            "__mocks__",
            "fixtures",
        ],
        words: &["test", "tests"],
    },
    Folders {
        scope: Scope::Evaluation,
        names: &[
            "bench",
            "benches",
            "judge",
            "judges",
            "datagen",
            "data_generation",
            "data-generation",
        ],
        words: &[
            "eval",
            "evals",
            "evaluation",
            "evaluations",
            "benchmark",
            "benchmarks",
        ],
    },
    Folders {
        scope: Scope::Example,
        names: &[
            "docs",
            "notebooks",
            "quickstart",
            "quickstarts",
            "playground",
        ],
        words: &[
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
        ],
    },
];

/// The scope of a file by its path below the named root; a file that was named itself has none and is
/// part of the application.
pub fn scope_of(below: &str) -> Scope {
    let below = below.to_lowercase();
    let (folders, file) = below.rsplit_once('/').unwrap_or(("", &below));
    for row in FOLDERS {
        if folders.split('/').any(|folder| row.holds(folder)) {
            return row.scope;
        }
    }
    of_file(file)
}

impl Folders {
    fn holds(&self, folder: &str) -> bool {
        let mut words = folder
            .split(['-', '_', '.', ' '])
            .filter(|word| !word.is_empty());
        let (first, last) = (words.next(), words.next_back());
        self.names.contains(&folder)
            || first.is_some_and(|word| self.words.contains(&word))
            || last.is_some_and(|word| self.words.contains(&word))
    }
}

fn of_file(file: &str) -> Scope {
    let stem = file.split('.').next().unwrap_or_default();
    let said = |word: &str| {
        stem.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '-']))
            || stem
                .strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(['_', '-']))
    };
    let is_test = file.contains(".test.") || file.contains(".spec.") || stem == "conftest";
    match () {
        () if is_test || ["test", "tests"].into_iter().any(said) => Scope::Test,
        () if ["eval", "evals", "evaluate", "evaluation", "benchmark"]
            .into_iter()
            .any(said) =>
        {
            Scope::Evaluation
        }
        () if ["example", "examples", "demo"].into_iter().any(said) => Scope::Example,
        () => Scope::App,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_scope() {
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
            assert_eq!(scope_of(path), wanted, "{path}");
        }
    }
}
