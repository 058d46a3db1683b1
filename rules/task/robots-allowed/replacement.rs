use std::collections::HashMap;

type Rules = Vec<(bool, String)>;

/// Says whether a robots.txt lets an agent fetch a path, as RFC 9309 has it.
pub fn robots_allowed(robots: &str, path: &str, agent: &str) -> bool {
    let groups = groups(robots);
    let rules = groups.get(&agent.to_lowercase()).or(groups.get("*"));
    // The longest pattern that matches decides, and of equals the one that allows.
    let fitting = rules.into_iter().flatten();
    let fitting = fitting.filter(|(_, pattern)| matches(pattern, path));
    let longest = fitting.max_by_key(|(allows, pattern)| (pattern.chars().count(), *allows));
    longest.is_none_or(|(allows, _)| *allows)
}

fn groups(robots: &str) -> HashMap<String, Rules> {
    let mut groups: HashMap<String, Rules> = HashMap::new();
    let mut agents: Vec<String> = Vec::new();
    let mut in_rules = false;
    for line in robots.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        let line = line.split('#').next().unwrap_or_default();
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let (key, value) = (key.trim().to_lowercase(), value.trim());
        if key == "user-agent" {
            if in_rules {
                agents.clear();
            }
            in_rules = false;
            agents.push(value.to_lowercase());
            groups.entry(value.to_lowercase()).or_default();
        } else if key == "allow" || key == "disallow" {
            in_rules = true;
            for agent in agents.iter().filter(|_| !value.is_empty()) {
                let rules = groups.entry(agent.clone()).or_default();
                rules.push((key == "allow", value.to_owned()));
            }
        }
    }
    groups
}

/// Whether a pattern, in which * is anything and a final $ the end, matches a path's start.
fn matches(pattern: &str, path: &str) -> bool {
    let ends = pattern.ends_with('$');
    let mut parts: Vec<&str> = pattern
        .strip_suffix('$')
        .unwrap_or(pattern)
        .split('*')
        .collect();
    let first = parts.remove(0);
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let last = if ends { parts.pop() } else { None };
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    match last {
        Some(last) => rest.ends_with(last),
        None => !ends || rest.is_empty(),
    }
}
