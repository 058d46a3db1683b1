//! Files that prompts may be kept in, found by the path that code computes for them.

use super::{At, Program, SourceFile};
use crate::ir::BindingKind;
use crate::source::{FileId, Language, TextFile, TextFormat};
use std::collections::HashMap;

/// Stands in a path for a stretch that is known only at run time.
pub const UNKNOWN: char = '\u{fffc}';
/// Starts a path that is known from the root of the scan on.
pub const ROOT: &str = "\u{2}";
/// How many files one path may mean.
pub(super) const MOST_FILES: usize = 12;
/// How many files of definitions are looked through.
const MOST_DEFINING: usize = 1_000;
/// How many files of one name are compared.
const MOST_ALIKE: usize = 4_000;

#[derive(Debug, Default)]
pub(super) struct Texts {
    files: Vec<TextFile>,
    stand_ins: Vec<SourceFile>,
    first: u32,
    /// By the last name of the path.
    by_name: HashMap<String, Vec<FileId>>,
    /// By the name of the folder around.
    by_folder: HashMap<String, Vec<FileId>>,
    /// Those that hold definitions.
    defining: Vec<FileId>,
}

impl Texts {
    pub fn new(files: Vec<TextFile>, first: u32) -> Texts {
        let mut texts = Texts {
            first,
            ..Texts::default()
        };
        for (number, file) in files.iter().enumerate() {
            let id = FileId(first + number as u32);
            let (folder, name) = file.shown.rsplit_once('/').unwrap_or(("", &file.shown));
            let folder = folder.rsplit('/').next().unwrap_or(folder);
            let add = |map: &mut HashMap<String, Vec<FileId>>, key: &str| match map.get_mut(key) {
                Some(list) => list.push(id),
                None => {
                    map.insert(key.to_string(), vec![id]);
                }
            };
            add(&mut texts.by_name, name);
            add(&mut texts.by_folder, folder);
            if file.format == TextFormat::Baml && texts.defining.len() < MOST_DEFINING {
                texts.defining.push(id);
            }
            texts.stand_ins.push(SourceFile {
                path: file.shown.clone(),
                language: Language::Text,
                text: String::new(),
            });
        }
        texts.files = files;
        texts
    }

    pub fn file(&self, id: FileId) -> &TextFile {
        &self.files[(id.0 - self.first) as usize]
    }

    pub fn stand_in(&self, id: FileId) -> &SourceFile {
        &self.stand_ins[(id.0 - self.first) as usize]
    }
}

impl Program {
    /// Whether a file is one that prompts are kept in.
    pub fn is_text(&self, id: FileId) -> bool {
        id.0 as usize >= self.files.len()
    }

    /// What a file of definitions says of a name; of several, the one nearest to `near`.
    pub fn defined(&self, name: &str, near: FileId) -> Option<At> {
        let of = |file: FileId| {
            let bindings = self.module(file).bindings.iter();
            let mut named = bindings.filter(|binding| *binding.name == *name);
            named.find_map(|binding| match binding.kind {
                BindingKind::Set(expr) => Some(At { file, expr }),
                _ => None,
            })
        };
        let found = self.texts.defining.iter().filter_map(|file| of(*file));
        found.reduce(|best, next| {
            match self.shared(near, next.file) > self.shared(near, best.file) {
                true => next,
                false => best,
            }
        })
    }

    /// How many folders around two files are the same.
    pub(super) fn shared(&self, one: FileId, other: FileId) -> usize {
        let (one, other) = (&self.file(one).path, &self.file(other).path);
        let same = one.split('/').zip(other.split('/'));
        same.take_while(|(a, b)| a == b).count()
    }

    /// The files that a path means, as code in `near` writes it: from the root ([`ROOT`]), from the
    /// folder of the code or one around it, or with an unknown start, by its end. Stretches that are
    /// [`UNKNOWN`] fit anything but `/`. Empty where none or too many fit.
    pub fn texts_at(&self, path: &str, near: FileId) -> Vec<FileId> {
        if let Some(rest) = path.strip_prefix(ROOT) {
            return self.texts_like(&normalised(rest));
        }
        if !path.starts_with(UNKNOWN) && !path.starts_with('/') {
            let mut folder = parent(&self.file(near).path);
            loop {
                let found = self.texts_like(&normalised(&format!("{folder}/{path}")));
                if !found.is_empty() {
                    return found;
                }
                if folder.is_empty() {
                    break;
                }
                folder = parent(folder);
            }
        }
        self.texts_ending(path, near)
    }

    /// The files of a whole path, which may hold unknown stretches.
    fn texts_like(&self, path: &str) -> Vec<FileId> {
        if !path.contains(UNKNOWN) {
            let found = self.by_path.get(path).filter(|id| self.is_text(**id));
            return found.into_iter().copied().collect();
        }
        let wanted: Vec<&str> = path.split('/').collect();
        self.fitting(&wanted, |segments| segments.len() == wanted.len())
    }

    /// The files whose paths end as `path` does after its unknown start, those nearest to `near`.
    fn texts_ending(&self, path: &str, near: FileId) -> Vec<FileId> {
        let known = normalised(path);
        let mut wanted: Vec<&str> = known.split('/').collect();
        while wanted.len() > 1 && wanted[0].contains(UNKNOWN) || wanted[0] == ".." {
            wanted.remove(0);
            if wanted.is_empty() {
                return Vec::new();
            }
        }
        // An unknown name says nothing without a folder.
        let says = |name: &&str| name.chars().filter(|letter| *letter != UNKNOWN).count() > 4;
        if wanted.len() == 1 && wanted[0].contains(UNKNOWN) && !says(&wanted[0]) {
            return Vec::new();
        }
        let found = self.fitting(&wanted, |_| true);
        let best = found.iter().map(|id| self.shared(near, *id)).max();
        let nearest = found
            .into_iter()
            .filter(|id| Some(self.shared(near, *id)) == best);
        nearest.collect()
    }

    /// The files whose last segments fit `wanted`; none where more than [`MOST_FILES`] do.
    fn fitting(&self, wanted: &[&str], also: impl Fn(&[&str]) -> bool) -> Vec<FileId> {
        let (Some(name), folder) = (wanted.last(), wanted.iter().rev().nth(1)) else {
            return Vec::new();
        };
        let candidates = match folder {
            _ if !name.contains(UNKNOWN) => self.texts.by_name.get(*name),
            Some(folder) if !folder.contains(UNKNOWN) => self.texts.by_folder.get(*folder),
            _ => None,
        };
        let mut found = Vec::new();
        for id in candidates.into_iter().flatten().take(MOST_ALIKE) {
            let segments: Vec<&str> = self.file(*id).path.split('/').collect();
            let tail = segments.len().checked_sub(wanted.len());
            let fits = tail.is_some_and(|tail| {
                let pairs = segments[tail..].iter().zip(wanted);
                pairs.into_iter().all(|(have, want)| matches(have, want))
            });
            if fits && also(&segments) {
                found.push(*id);
            }
        }
        found
    }

    /// At most so many files may be meant by one path.
    pub fn most_texts(&self) -> usize {
        MOST_FILES
    }

    /// Why a file cannot be read.
    pub fn unread(&self, id: FileId) -> Option<&str> {
        self.texts.file(id).text().err()
    }
}

pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path without empty segments, `.` and, after a name, `..`.
pub(super) fn normalised(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." if out.last().is_some_and(|last| *last != "..") => {
                out.pop();
            }
            segment => out.push(segment),
        }
    }
    out.join("/")
}

/// Whether a name fits one that may hold unknown stretches.
pub(super) fn matches(name: &str, wanted: &str) -> bool {
    let mut parts = wanted.split(UNKNOWN);
    let Some(rest) = parts.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let mut rest = rest;
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}
