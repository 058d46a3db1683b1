//! The face on the command line: arguments in, files and exit codes out. It analyses nothing.

mod args;
mod explain;
mod output;
mod progress;
mod scan;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::process::ExitCode;

/// Nothing at or above what fails the run.
const CLEAN: u8 = 0;
/// Findings.
const FINDINGS: u8 = 1;
/// Bad usage or configuration; nothing was scanned.
const USAGE: u8 = 2;
/// Files could not be read or parsed, and `--strict` was given.
const UNREAD: u8 = 3;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(problem) => {
            let help = !problem.use_stderr();
            // Help on a closed pipe ends quietly, like every other output.
            let _ = problem.print();
            return ExitCode::from(if help { CLEAN } else { USAGE });
        }
    };
    let done = match cli.command {
        Command::Check(args) => scan::check(&args),
        Command::Calls(args) => scan::calls(&args),
        Command::Rules(args) => explain::rules(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Init => init(),
        Command::Completions { shell } => completions(shell),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(problem) if output::is_closed_pipe(&problem) => ExitCode::from(CLEAN),
        Err(problem) => {
            output::tell(&format!("{problem:#}"));
            ExitCode::from(USAGE)
        }
    }
}

fn completions(shell: clap_complete::Shell) -> anyhow::Result<u8> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "unprompt", &mut bytes);
    output::print(&String::from_utf8_lossy(&bytes))?;
    Ok(CLEAN)
}

const TEMPLATE: &str = r#"# unprompt.toml: every setting with its default. Command line beats this file, this file beats defaults.

# Least confidence of a finding that is shown: low, medium, high.
min-confidence = "medium"

# Least confidence that makes the exit code 1: low, medium, high, never. Default: any finding shown.
# fail-on = "medium"

# Kinds of code that `check` reports: app, example, test, evaluation, vendored.
scope = ["app", "example"]

# Only these rules, or not these rules (unprompt rules lists them).
# select = ["extract-email"]
# ignore = ["constant-answer"]

# Files left out, as globs of a .gitignore beside this file; .gitignore files are heeded anyway.
# exclude = ["generated/"]

# Folders of your own rules, of the shape of rules/task (and rules/sdk).
# rules-dir = "unprompt-rules"

# Calls a month: by glob, or glob:function; the closest one holds. Without it no monthly figure is given.
# [volumes]
# "app/mail.py:MailReader.find_address" = 120000
# "app/" = 30000

# US dollars per million tokens, for models without a known price.
# [prices]
# "our-model" = { input = 0.15, output = 0.60 }

# Tokens that a hole of a prompt stands for. Default: by its name and type.
# [estimate]
# hole-tokens = 40
"#;

/// Writes the template; an existing file is not touched.
fn init() -> anyhow::Result<u8> {
    use std::io::Write as _;
    let path = "unprompt.toml";
    let file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path);
    let mut file = file.map_err(|problem| match problem.kind() {
        std::io::ErrorKind::AlreadyExists => {
            anyhow::anyhow!("{path} is there already; it was left as it is")
        }
        _ => anyhow::anyhow!("cannot write {path}: {problem}"),
    })?;
    file.write_all(TEMPLATE.as_bytes())?;
    output::print(&format!("wrote {path}\n"))?;
    Ok(CLEAN)
}
