//! The command line: what may be said and how help puts it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Find the calls to language models that plain code should do.
///
/// unprompt reads Python, TypeScript, JavaScript and Rust, finds every call to a language model, reads its prompt
/// through constants, templates, files and wrappers, and says which calls a regular expression, a parser, a table or
/// another piece of code answers, what they cost, and the code that replaces them.
#[derive(Debug, Parser)]
#[command(name = "unprompt", version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  unprompt check                       findings below the current folder
  unprompt check src --format json     the same for scripts
  unprompt calls                       every call to a model, with its prompt and verdict
  unprompt explain extract-email       why, and the code in three languages
  unprompt explain --call app/mail.py:41   how one call was read and judged

Exit codes: 0 nothing found, 1 findings, 2 bad usage or configuration, 3 files could not be read (with --strict).";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report the calls that plain code should do, with what each costs.
    #[command(
        after_help = "Examples:\n  unprompt check\n  unprompt check app lib --min-confidence high\n  unprompt check --format json --output report.json\n  git show HEAD:app/mail.py | unprompt check - --stdin-path app/mail.py"
    )]
    Check(Scan),
    /// List every call to a language model, with its prompt and verdict.
    #[command(
        after_help = "Examples:\n  unprompt calls\n  unprompt calls src --format json\n  unprompt calls --unresolved"
    )]
    Calls(Calls),
    /// List the rules.
    Rules(RulesArgs),
    /// Show one rule's page, or how one call was read and judged.
    #[command(
        after_help = "Examples:\n  unprompt explain extract-email\n  unprompt explain extract-email --language rust\n  unprompt explain --call app/mail.py:41"
    )]
    Explain(Explain),
    /// Write a commented unprompt.toml with every default.
    Init,
    /// Print completions for a shell.
    #[command(
        after_help = "Example:\n  unprompt completions bash > /etc/bash_completion.d/unprompt"
    )]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// What `check` and `calls` share.
#[derive(Debug, Args)]
pub struct Scan {
    /// Files and folders; `-` is standard input.
    ///
    /// Folders are read with their .gitignore files heeded; a file that is named is always read. Default: the current
    /// folder.
    pub paths: Vec<PathBuf>,

    /// The path that standard input is read as; its ending tells the language.
    #[arg(long, value_name = "PATH")]
    pub stdin_path: Option<String>,

    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = "Report")]
    pub format: Format,

    /// Where the report goes; `-` is standard output.
    ///
    /// A file is written whole or not at all.
    #[arg(
        long,
        value_name = "FILE",
        default_value = "-",
        help_heading = "Report"
    )]
    pub output: PathBuf,

    /// Print replacements whole in the text report.
    #[arg(long, help_heading = "Report")]
    pub replacements: bool,

    /// When to use colours.
    #[arg(long, value_enum, default_value_t = When::Auto, help_heading = "Report")]
    pub color: When,

    /// Show no progress on standard error.
    #[arg(long, help_heading = "Report")]
    pub no_progress: bool,

    /// Least confidence of a finding: low, medium, high. Default: medium.
    #[arg(long, value_name = "LEVEL", help_heading = "Selection")]
    pub min_confidence: Option<String>,

    /// Least confidence that makes the exit code 1: low, medium, high, never. Default: any finding shown.
    #[arg(long, value_name = "LEVEL", help_heading = "Selection")]
    pub fail_on: Option<String>,

    /// Kinds of code that check reports: app, example, test, evaluation, vendored. Default: app,example.
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "SCOPES",
        help_heading = "Selection"
    )]
    pub scope: Vec<String>,

    /// Only these rules.
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "RULES",
        help_heading = "Selection"
    )]
    pub select: Vec<String>,

    /// Not these rules.
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "RULES",
        help_heading = "Selection"
    )]
    pub ignore: Vec<String>,

    /// A folder of your own rules, of the shape of rules/task (and rules/sdk in it).
    #[arg(long, value_name = "DIR", help_heading = "Configuration")]
    pub rules: Vec<PathBuf>,

    /// The configuration file. Default: the nearest unprompt.toml or pyproject.toml above the first path.
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    pub config: Option<PathBuf>,

    /// Exit with 3 if a file could not be read or parsed.
    #[arg(long, help_heading = "Configuration")]
    pub strict: bool,

    /// How many threads to use; 0: as many as there are processors.
    #[arg(
        long,
        default_value_t = 0,
        value_name = "N",
        help_heading = "Configuration"
    )]
    pub threads: usize,
}

/// `calls`.
#[derive(Debug, Args)]
pub struct Calls {
    /// What is scanned.
    #[command(flatten)]
    pub scan: Scan,

    /// Only what could not be read, by reason, the most frequent origin first.
    #[arg(long, help_heading = "Report", conflicts_with = "format")]
    pub unresolved: bool,
}

/// `rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// How the list is written.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,

    /// A folder of your own rules.
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule.
    #[arg(required_unless_present = "call", conflicts_with = "call")]
    pub rule: Option<String>,

    /// A call, as FILE:LINE: how it was read and judged.
    ///
    /// The whole project around the file is read, so that wrappers, constants and templates of other files are found.
    #[arg(long, value_name = "FILE:LINE")]
    pub call: Option<String>,

    /// The language of the code shown: python, typescript, javascript, rust. Default: all.
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<String>,

    /// A folder of your own rules.
    #[arg(long, value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For scripts, schema version 1.
    Json,
}

/// The formats of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    Text,
    /// For scripts.
    Json,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
