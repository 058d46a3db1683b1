//! Short names for access paths: `openai.OpenAI()` is an `openai#client`.

use std::collections::{HashMap, HashSet};

/// Which access paths are values of which named type.
#[derive(Clone, Debug, Default)]
pub struct TypeTable {
    exact: HashMap<String, String>,
    /// Patterns with `*` or `**`, by their last segment where it holds none.
    wild: HashMap<String, Vec<(Vec<String>, String)>>,
    /// Patterns whose last segment holds a `*`, by their first segment; with one in that, too, by none.
    open: HashMap<String, Vec<(Vec<String>, String)>>,
    /// What a value of a type makes of a pipe that it stands in.
    pipes: HashMap<String, String>,
    /// Types whose values leave a pipe what it is.
    passing: HashSet<String>,
    /// Patterns of types that tell nothing of a value's origin.
    untyped: Vec<Vec<String>>,
    /// Packages that the catalogue describes.
    packages: HashSet<String>,
    /// What it describes of a package, by the first segment of its name.
    described: HashMap<String, Vec<Vec<String>>>,
}

fn segments(path: &str) -> Vec<String> {
    path.split('.').map(str::to_string).collect()
}

impl TypeTable {
    /// Adds a path (with `*` for one segment and `**` for any number) and the type it makes.
    pub fn add(&mut self, path: &str, name: &str) {
        if !path.contains('*') {
            self.exact.insert(path.to_string(), name.to_string());
            return;
        }
        let segments = segments(path);
        let last = segments.last().cloned().unwrap_or_default();
        let row = (segments, name.to_string());
        if last.contains('*') {
            let first = row.0.first().filter(|first| !first.contains('*'));
            let first = first.cloned().unwrap_or_default();
            self.open.entry(first).or_default().push(row);
        } else {
            self.wild.entry(last).or_default().push(row);
        }
    }

    /// Says that the catalogue describes what an access path starts with, so that no folder or
    /// package of the project is meant by that name.
    pub fn add_package(&mut self, path: &str) {
        // A dot may belong to the package's name: all that the path may start with counts.
        for (dot, _) in path.match_indices('.') {
            let head = &path[..dot];
            if head.contains(['*', '#', '(']) {
                break;
            }
            self.packages.insert(head.to_string());
        }
        let segments: Vec<String> = path.split('.').map(bare).map(str::to_string).collect();
        let first = segments.first().cloned().unwrap_or_default();
        if !first.contains('#') {
            self.described.entry(first).or_default().push(segments);
        }
    }

    /// Whether the catalogue describes something at a path or below it.
    pub fn leads_on(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split('.').map(bare).collect();
        let rows = path.first().and_then(|first| self.described.get(*first));
        let begins = |pattern: &Vec<String>| {
            let open = pattern.iter().position(|segment| segment == "**");
            let known = open.unwrap_or(pattern.len()).min(path.len());
            let known = pattern[..known].iter().zip(&path);
            (open.is_some() || path.len() <= pattern.len())
                && known.clone().all(|(a, b)| one_matches(a, b))
        };
        rows.is_some_and(|rows| rows.iter().any(begins))
    }

    /// Whether the catalogue describes a package.
    pub fn is_package(&self, path: &str) -> bool {
        self.packages.contains(path)
    }

    /// Says that a pipe with a value of `part` in it is a value of `whole`.
    pub fn add_pipe(&mut self, part: &str, whole: &str) {
        self.pipes.insert(part.to_string(), whole.to_string());
    }

    /// Says that a pipe stays what it is where a value of this type is joined to it.
    pub fn add_passing(&mut self, name: &str) {
        self.passing.insert(name.to_string());
    }

    /// Whether all of these are values that leave a pipe what it is; false where none is known.
    pub fn pass(&self, paths: &[String]) -> bool {
        !paths.is_empty() && paths.iter().all(|path| self.passing.contains(path))
    }

    /// The part of a pipe that a method is called on: `prompt` of `prompt.pipe`.
    pub fn part_of(&self, method: &str) -> Option<String> {
        let (part, _) = method.rsplit_once('.')?;
        self.pipes.contains_key(part).then(|| part.to_string())
    }

    /// Says that a type tells nothing of where its values come from.
    pub fn add_untyped(&mut self, path: &str) {
        self.untyped.push(segments(path));
    }

    /// Whether a type tells nothing of where its values come from.
    pub fn is_untyped(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split('.').collect();
        self.untyped.iter().any(|pattern| matches(pattern, &path))
    }

    /// The type's name for a path, or the path itself.
    pub fn canonical(&self, path: String) -> String {
        if let Some(name) = self.exact.get(&path) {
            return name.clone();
        }
        let last = path.rsplit('.').next().unwrap_or(&path);
        let by_last = self.wild.get(last);
        let first = path.split('.').next().unwrap_or(&path);
        let open = [self.open.get(first), self.open.get("")];
        if by_last.is_none() && open.iter().all(Option::is_none) {
            return path;
        }
        let parts: Vec<&str> = path.split('.').collect();
        let open = open.into_iter().flatten().flatten();
        let mut rows = by_last.into_iter().flatten().chain(open);
        match rows.find(|(pattern, _)| matches(pattern, &parts)) {
            Some((_, name)) => name.clone(),
            None => path,
        }
    }

    /// Whether a path is a type's name or goes on from one.
    pub fn is_known(&self, path: &str) -> bool {
        path.contains('#')
    }

    /// What a pipe of two values is: a whole where one side makes one.
    pub fn piped(&self, left: &[String], right: &[String]) -> Vec<String> {
        if self.pass(right) {
            return left.to_vec();
        }
        if self.pass(left) {
            return right.to_vec();
        }
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

/// A segment whether it is called or not.
fn bare(segment: &str) -> &str {
    segment.split(['(', '[']).next().unwrap_or(segment)
}

/// Whether `*` and `**` segments can be filled so that the pattern is the path.
pub fn matches(pattern: &[String], path: &[&str]) -> bool {
    match (pattern.first().map(String::as_str), path.first()) {
        (None, None) => true,
        (Some("**"), _) => {
            matches(&pattern[1..], path) || !path.is_empty() && matches(pattern, &path[1..])
        }
        (Some(expected), Some(segment)) => {
            one_matches(expected, segment) && matches(&pattern[1..], &path[1..])
        }
        _ => false,
    }
}

fn one_matches(pattern: &str, segment: &str) -> bool {
    let called = |text: &str| text.ends_with(')');
    match pattern.split_once('*') {
        None => pattern == segment,
        Some((before, after)) => {
            called(pattern) == called(segment)
                && segment.len() >= before.len() + after.len()
                && segment.starts_with(before)
                && segment.ends_with(after)
        }
    }
}
