use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

static FORMATS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let access = concat!(
        r#"^(?<host>\S+) \S+ (?<user>\S+) \[(?<time>[^\]]+)\] "(?<method>\S+) (?<path>\S+)[^"]*""#,
        r#" (?<status>[0-9]{3}) (?<bytes>[0-9]+|-)(?: "(?<referrer>[^"]*)" "(?<agent>[^"]*)")?.*$"#,
    );
    let syslog = concat!(
        r"^(?:<[0-9]+>)?(?<time>[A-Z][a-z]{2} +[0-9]{1,2} [0-9:]{8}) (?<host>\S+)",
        r" (?<process>[^\s\[:]+)(?:\[(?<pid>[0-9]+)\])?: (?<message>.*)$",
    );
    let application = concat!(
        r"^\[?(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.,]*(?:Z|[+-][0-9:]+)?)\]?",
        r"\s+\[?(?<level>TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\]?",
        r"[\s:-]+(?<message>.*)$",
    );
    [access, syslog, application]
        .iter()
        .map(|format| Regex::new(format).expect("the pattern is valid"))
        .collect()
});

/// Returns the fields of an access log, syslog or application log line, as JSON.
pub fn extract_log_fields(line: &str) -> Option<Value> {
    let line = line.trim();
    let (format, found) = FORMATS
        .iter()
        .find_map(|format| Some((format, format.captures(line)?)))?;
    let names = format.capture_names().flatten();
    let field = |name: &str| found.name(name).map_or("", |value| value.as_str());
    let fields = names.map(|name| (name.to_owned(), field(name).into()));
    Some(Value::Object(fields.collect::<Map<_, _>>()))
}
