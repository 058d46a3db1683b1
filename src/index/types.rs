//! Short names for access paths: `openai.OpenAI()` is an `openai#client`.

use std::collections::{HashMap, HashSet};

/// Which access paths are values of which named type.
#[derive(Clone, Debug, Default)]
pub struct TypeTable {
    exact: HashMap<String, String>,
    /// Patterns with `*` or `**`, by their last segment.
    wild: HashMap<String, Vec<(Vec<String>, String)>>,
    /// The packages that paths start with.
    roots: HashSet<String>,
    /// What a value of a type makes of a pipe that it stands in.
    pipes: HashMap<String, String>,
}

impl TypeTable {
    /// Adds a path (with `*` for one segment and `**` for any number) and the type it makes.
    pub fn add(&mut self, path: &str, name: &str) {
        let root = path.split(['.', '(']).next().unwrap_or(path);
        if !root.contains(['#', '*']) {
            self.roots.insert(root.to_string());
        }
        if path.contains('*') {
            let segments: Vec<String> = path.split('.').map(str::to_string).collect();
            let last = segments.last().cloned().unwrap_or_default();
            self.wild
                .entry(last)
                .or_default()
                .push((segments, name.to_string()));
        } else {
            self.exact.insert(path.to_string(), name.to_string());
        }
    }

    /// Whether some path starts with this package.
    pub fn is_root(&self, package: &str) -> bool {
        self.roots.contains(package)
    }

    /// Says that a pipe with a value of `part` in it is a value of `whole`.
    pub fn add_pipe(&mut self, part: &str, whole: &str) {
        self.pipes.insert(part.to_string(), whole.to_string());
    }

    /// The type's name for a path, or the path itself.
    pub fn canonical(&self, path: String) -> String {
        if let Some(name) = self.exact.get(&path) {
            return name.clone();
        }
        let last = path.rsplit('.').next().unwrap_or(&path);
        let matched = ["*", "*()", "**", last]
            .iter()
            .filter_map(|key| self.wild.get(*key))
            .flatten()
            .find(|(pattern, _)| {
                let segments: Vec<&str> = path.split('.').collect();
                matches(pattern, &segments)
            });
        matched.map_or(path.clone(), |(_, name)| name.clone())
    }

    /// What a pipe of two values is: a whole where one side makes one.
    pub fn piped(&self, left: &[String], right: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for path in left.iter().chain(right) {
            if let Some(whole) = self.pipes.get(path)
                && !found.contains(whole)
            {
                found.push(whole.clone());
            }
        }
        found
    }
}

/// Whether `*` and `**` segments can be filled so that the pattern is the path.
pub fn matches(pattern: &[String], path: &[&str]) -> bool {
    match (pattern.first().map(String::as_str), path.first()) {
        (None, None) => true,
        (Some("**"), _) => {
            matches(&pattern[1..], path) || !path.is_empty() && matches(pattern, &path[1..])
        }
        (Some("*"), Some(segment)) => !segment.ends_with(')') && matches(&pattern[1..], &path[1..]),
        (Some("*()"), Some(segment)) => {
            segment.ends_with("()") && matches(&pattern[1..], &path[1..])
        }
        (Some(expected), Some(segment)) => {
            let same = match expected.strip_suffix('*') {
                Some(prefix) => segment.starts_with(prefix),
                None => expected == *segment,
            };
            same && matches(&pattern[1..], &path[1..])
        }
        _ => false,
    }
}
