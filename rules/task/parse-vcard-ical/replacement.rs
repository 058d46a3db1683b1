use serde_json::{Map, Value};

const RECORDS: [&str; 3] = ["VEVENT", "VTODO", "VCARD"];

/// Returns the properties of every event, task or contact of a calendar or contact file, as JSON.
pub fn parse_vcard_ical(text: &str) -> Vec<Value> {
    let mut records: Vec<Map<String, Value>> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in unfolded(text) {
        let Some((name, value)) = property(line.trim()) else {
            continue;
        };
        let is_record = |part: &String| RECORDS.contains(&part.as_str());
        match name.as_str() {
            "begin" => {
                open.push(value.to_uppercase());
                if open.last().is_some_and(is_record) {
                    records.push(Map::new());
                }
            }
            "end" => drop(open.pop()),
            _ => {
                if let (true, Some(record)) =
                    (open.last().is_some_and(is_record), records.last_mut())
                {
                    record
                        .entry(name)
                        .or_insert_with(|| unescaped(value).into());
                }
            }
        }
    }
    records.into_iter().map(Value::Object).collect()
}

/// The lines, with those that begin with a space joined to the one before.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Name and value of a line; what stands between them is dropped.
fn property(line: &str) -> Option<(String, &str)> {
    let mut quoted = false;
    let colon = line.find(|c: char| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let head = line[..colon].split(';').next()?;
    let name = head.rsplit('.').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let good = !name.is_empty() && name.chars().all(plain);
    good.then(|| (name.to_lowercase(), &line[colon + 1..]))
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        text.push(match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => '\n',
                Some(escaped) => escaped,
                None => '\\',
            },
            plain => plain,
        });
    }
    text
}
