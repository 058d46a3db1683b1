//! Prompts kept in files: the paths that code computes, the files that they mean, and what the code
//! makes of them.

use super::HoleReason;
use super::env::Env;
use super::eval::{Eval, Job, Kind, MOST_VALUES, Value};
use super::flat::{Flat, Open, Piece};
use crate::index::{At, ROOT, Target, UNKNOWN};
use crate::ir::{Arg, BinaryOp, ExprId, ExprKind, Part};
use crate::sdk::PathStep;
use crate::source::FileId;

/// How many paths one expression may mean.
const MOST_PATHS: usize = 12;
/// How long a path may grow.
const LONGEST_PATH: usize = 400;
/// Of a list of strings, the first this many may be paths.
const MOST_ARGUMENTS: usize = 3;

impl Eval<'_> {
    /// What a call gives that reads a file of the tree, or makes something of what was read.
    pub fn file_read(&self, at: At, callee: At, args: &[Arg], env: &Env) -> Vec<Value> {
        let reading = self.sdks.reading();
        let Some((name, receiver)) = self.callee_name(callee) else {
            return Vec::new();
        };
        if reading.is_same(name)
            && let Some(receiver) = receiver
        {
            let found = self.of_files(receiver, env);
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(receiver) = receiver {
            let found = self.embedded(name, receiver, args, env);
            if !found.is_empty() {
                return found;
            }
        }
        let parsed = self.parsed(at, receiver, args, reading.parses(name), env);
        if !parsed.is_empty() {
            return parsed;
        }
        let locations = reading.reads(name);
        if locations.is_empty() {
            return Vec::new();
        }
        let found = self.deeper(at, env, Job::Path, || {
            let paths = locations
                .iter()
                .flat_map(|location| match location.as_str() {
                    "receiver" => receiver.map_or_else(Vec::new, |at| self.paths(at, env)),
                    _ => {
                        let mut paths = self.called_paths(at, name, receiver, args, env);
                        for arg in args.iter().take(MOST_ARGUMENTS) {
                            paths.extend(self.paths(self.beside(at, arg.value), env));
                        }
                        paths
                    }
                });
            self.files_of(&paths.collect::<Vec<_>>(), at.file)
        });
        self.texts_in(&found.unwrap_or_default())
    }

    /// The texts of the files of a path that a template engine looks up in a folder of its own.
    pub fn template_files(&self, path: &Value, near: FileId) -> Vec<Value> {
        let paths = self.paths_of(path);
        let below = paths
            .iter()
            .map(|path| match path.starts_with([UNKNOWN, '\u{2}']) {
                true => path.clone(),
                false => format!("{UNKNOWN}/{path}"),
            });
        self.texts_in(&self.files_of(&below.collect::<Vec<_>>(), near))
    }

    pub fn callee_name(&self, callee: At) -> Option<(&str, Option<At>)> {
        match self.kind(callee) {
            ExprKind::Member { object, name } => Some((name, Some(self.beside(callee, *object)))),
            ExprKind::Name(name) => Some((name, None)),
            // `from_str::<Prompts>(…)`
            ExprKind::Index { object, .. } => self.callee_name(self.beside(callee, *object)),
            _ => None,
        }
    }

    /// Whether a value is the text of a file of the tree.
    pub fn is_file_text(&self, value: &Value) -> bool {
        match self.expr_of(value) {
            Some((at, _, _)) => self.program.is_text(at.file) && at.expr == ExprId(0),
            None => false,
        }
    }

    fn of_files(&self, at: At, env: &Env) -> Vec<Value> {
        let values = self.values(at, env).into_iter();
        values.filter(|value| self.is_file_text(value)).collect()
    }

    /// The data in the text that a call is handed.
    fn parsed(
        &self,
        call: At,
        receiver: Option<At>,
        args: &[Arg],
        locations: &[String],
        env: &Env,
    ) -> Vec<Value> {
        let places = locations
            .iter()
            .filter_map(|location| match location.as_str() {
                "receiver" => receiver,
                _ => args.first().map(|arg| self.beside(call, arg.value)),
            });
        let found = places.map(|at| self.of_files(at, env));
        let texts = found.into_iter().find(|found| !found.is_empty());
        let data = texts.into_iter().flatten();
        data.filter_map(|value| self.data_of(&value)).collect()
    }

    /// The data in the text of a file.
    pub fn data_of(&self, text: &Value) -> Option<Value> {
        let (at, _, _) = self.expr_of(text)?;
        let last = self.module(at).exprs.len() as u32 - 1;
        Some(Value::expr(self.beside(at, ExprId(last)), &Env::default()))
    }

    fn files_of(&self, paths: &[String], near: FileId) -> Vec<FileId> {
        let mut found: Vec<FileId> = Vec::new();
        for path in paths.iter().filter(|path| says_something(path)) {
            for file in self.program.texts_at(path, near) {
                if !found.contains(&file) {
                    found.push(file);
                }
            }
        }
        // Too many to choose from say nothing.
        match found.len() <= MOST_VALUES {
            true => found,
            false => Vec::new(),
        }
    }

    fn texts_in(&self, files: &[FileId]) -> Vec<Value> {
        let text = |file: &FileId| {
            let expr = ExprId(0);
            let at = At { file: *file, expr };
            match self.program.unread(*file) {
                None => Value::expr(at, &Env::default()),
                Some(why) => {
                    let path = &self.program.file(*file).path;
                    let why = format!("{path}: {why}");
                    Value::open(Open::missing(path, why, self.span(at)))
                }
            }
        };
        files.iter().map(text).collect()
    }

    /// The paths that an expression may mean; unknown stretches are [`UNKNOWN`].
    fn paths(&self, at: At, env: &Env) -> Vec<String> {
        let values = self.values(at, env);
        let mut out: Vec<String> = Vec::new();
        for path in values.iter().flat_map(|value| self.paths_of(value)) {
            if out.len() < MOST_PATHS && !out.contains(&path) {
                out.push(path);
            }
        }
        out
    }

    pub fn paths_of(&self, value: &Value) -> Vec<String> {
        let unknown = || vec![UNKNOWN.to_string()];
        match &value.kind {
            Kind::Word(word) => vec![word.clone()],
            Kind::Expr(at, env) => {
                let found = self.deeper(*at, env, Job::Path, || self.path_now(value, *at, env));
                let mut found = found.unwrap_or_else(unknown);
                found.truncate(MOST_PATHS);
                found.retain(|path| path.len() <= LONGEST_PATH);
                found
            }
            Kind::Open(_) | Kind::Pair(_) => unknown(),
        }
    }

    fn path_now(&self, value: &Value, at: At, env: &Env) -> Vec<String> {
        let here = |expr: ExprId| self.beside(at, expr);
        match self.kind(at) {
            ExprKind::Text(text) => vec![text.value.to_string()],
            ExprKind::Template(parts) => parts.iter().fold(vec![String::new()], |paths, part| {
                let next = match part {
                    Part::Text(text) => vec![text.value.to_string()],
                    Part::Hole(expr) => self.paths(here(*expr), env),
                };
                each_with(&paths, &next, |a, b| format!("{a}{b}"))
            }),
            ExprKind::Concat(parts) => parts.iter().fold(vec![String::new()], |paths, part| {
                each_with(&paths, &self.paths(here(*part), env), |a, b| {
                    format!("{a}{b}")
                })
            }),
            ExprKind::Binary {
                op: BinaryOp::Divide,
                left,
                right,
            } => {
                let (left, right) = (here(*left), here(*right));
                each_with(&self.paths(left, env), &self.paths(right, env), below)
            }
            ExprKind::Name(_) | ExprKind::Member { .. } if self.own_place(at).is_some() => {
                self.own_place(at).into_iter().collect()
            }
            ExprKind::Member { object, name } => {
                let object = self.paths(here(*object), env);
                self.stepped(self.sdks.reading().path_member(name), object)
            }
            ExprKind::Index { object, index } => self.parents(here(*object), index, env),
            ExprKind::Join {
                separator: Some(last),
                items,
            } => {
                // `folder.join("name")` of paths looks like that of lists.
                each_with(
                    &self.paths(here(*items), env),
                    &self.paths(here(*last), env),
                    below,
                )
            }
            ExprKind::Call { callee, args } => {
                let Some((name, receiver)) = self.callee_name(here(*callee)) else {
                    return vec![UNKNOWN.to_string()];
                };
                let found = self.called_paths(at, name, receiver, args, env);
                match found.is_empty() {
                    true => vec![UNKNOWN.to_string()],
                    false => found,
                }
            }
            _ => self.text_of(value).iter().map(path_text).collect(),
        }
    }

    /// The code's own file or folder, where `at` names it.
    fn own_place(&self, at: At) -> Option<String> {
        let reading = self.sdks.reading();
        let own = &self.program.file(at.file).path;
        self.program.resolve(at).iter().find_map(|target| {
            let Target::External(path) = target else {
                return None;
            };
            if reading.is_own_file(path) {
                return Some(format!("{ROOT}/{own}"));
            }
            let folder = || parent(&format!("{ROOT}/{own}"));
            reading.is_own_folder(path).then(folder)
        })
    }

    /// Whether an expression computes a path from something that is known.
    pub fn is_path(&self, at: At, env: &Env) -> bool {
        let step = match self.kind(at) {
            ExprKind::Member { object, name } => self
                .sdks
                .reading()
                .path_member(name)
                .map(|_| self.beside(at, *object)),
            _ => None,
        };
        self.own_place(at).is_some()
            || step.is_some_and(|object| {
                let paths = self.paths(object, env);
                paths.iter().any(|path| says_something(path))
            })
    }

    fn stepped(&self, step: Option<PathStep>, paths: Vec<String>) -> Vec<String> {
        match step {
            Some(PathStep::Parent) => paths.iter().map(|path| parent(path)).collect(),
            Some(_) => paths,
            None => vec![UNKNOWN.to_string()],
        }
    }

    /// `path.parents[2]`.
    fn parents(&self, object: At, index: &[ExprId], env: &Env) -> Vec<String> {
        let ExprKind::Member { name, .. } = self.kind(object) else {
            return vec![UNKNOWN.to_string()];
        };
        let number = index
            .first()
            .map(|index| self.kind(self.beside(object, *index)));
        match (self.sdks.reading().path_member(name), number) {
            (Some(PathStep::Parent), Some(ExprKind::Number(number))) if *number < 20.0 => {
                // `parents` itself counts as one step.
                let steps = *number as usize;
                let start = self.paths_of(&Value::expr(object, env)).into_iter();
                let up = |path: String| (0..steps).fold(path, |path, _| parent(&path));
                start.map(up).collect()
            }
            _ => vec![UNKNOWN.to_string()],
        }
    }

    /// What a call that computes a path gives; nothing for other calls.
    fn called_paths(
        &self,
        at: At,
        name: &str,
        receiver: Option<At>,
        args: &[Arg],
        env: &Env,
    ) -> Vec<String> {
        let steps = self.sdks.reading().path_calls(name);
        let given = |number: usize| {
            let arg = args.iter().filter(|arg| !arg.spread).nth(number)?;
            Some(self.paths(self.beside(at, arg.value), env))
        };
        let receiver = || receiver.filter(|at| !self.is_outside(*at));
        let of_receiver = || receiver().map(|receiver| self.paths(receiver, env));
        for step in steps {
            let found = match step {
                PathStep::Join => {
                    let mut found = of_receiver().unwrap_or_else(|| vec![String::new()]);
                    for number in 0..args.len().min(8) {
                        let next = given(number).unwrap_or_else(|| vec![UNKNOWN.to_string()]);
                        found = each_with(&found, &next, below);
                    }
                    (!args.is_empty()).then_some(found)
                }
                PathStep::Parent => {
                    let found = given(0).or_else(of_receiver);
                    found.map(|paths| paths.iter().map(|path| parent(path)).collect())
                }
                PathStep::Against => given(0).map(|paths| match given(1) {
                    Some(base) => {
                        let folders: Vec<String> = base.iter().map(|path| parent(path)).collect();
                        each_with(&folders, &paths, below)
                    }
                    None => paths,
                }),
                // `Path(a, b)` joins.
                PathStep::First => given(0).map(|first| {
                    (1..args.len().min(8))
                        .filter_map(given)
                        .fold(first, |found, next| each_with(&found, &next, below))
                }),
                PathStep::Receiver if args.is_empty() => of_receiver(),
                PathStep::Receiver => None,
                PathStep::Suffix => self.with_ending(of_receiver(), given(0)),
                PathStep::Name => of_receiver().zip(given(0)).map(|(paths, names)| {
                    let folders: Vec<String> = paths.iter().map(|path| parent(path)).collect();
                    each_with(&folders, &names, below)
                }),
            };
            if let Some(found) = found {
                return found;
            }
        }
        Vec::new()
    }

    fn with_ending(
        &self,
        paths: Option<Vec<String>>,
        endings: Option<Vec<String>>,
    ) -> Option<Vec<String>> {
        let (paths, endings) = paths.zip(endings)?;
        Some(each_with(&paths, &endings, |path, ending| {
            let start = path.rfind('/').map_or(0, |at| at + 1);
            let stem = path[start..].rfind('.').map_or(path.len(), |at| start + at);
            format!("{}.{}", &path[..stem], ending.trim_start_matches('.'))
        }))
    }

    /// Whether a receiver is a module or type from outside, no path: `os.path`, `path`, `Path`.
    fn is_outside(&self, at: At) -> bool {
        let is_name = matches!(self.kind(at), ExprKind::Name(_) | ExprKind::Member { .. });
        let outside = |target: &Target| match target {
            Target::External(path) => {
                let reading = self.sdks.reading();
                let own = reading.is_own_file(path) || reading.is_own_folder(path);
                !own && !path.contains(['(', '['])
            }
            _ => false,
        };
        is_name && self.program.resolve(at).iter().all(outside)
    }

    /// A hole for a file that the code reads, with the path if it is known.
    pub fn unread_file(&self, at: At, callee: At, args: &[Arg], env: &Env) -> Option<Open> {
        let (name, _) = self.callee_name(callee)?;
        if self.sdks.reading().reads(name).is_empty() {
            return None;
        }
        let first = self.beside(at, args.first()?.value);
        let path = self.paths(first, env).into_iter().next()?;
        if path.contains(UNKNOWN) || !path.contains('.') {
            return None;
        }
        let mut open = self.open(at, HoleReason::CallResult);
        let path = path.replace(ROOT, "");
        open.why = Some(format!("file not found: {}", path.trim_start_matches('/')));
        Some(open)
    }
}

/// Whether a path names more than unknown stretches.
fn says_something(path: &str) -> bool {
    let known = path.chars().filter(|letter| letter.is_alphanumeric());
    path.contains('.') && known.count() > 2
}

fn path_text(flat: &Flat) -> String {
    let pieces = flat.pieces.iter().map(|piece| match piece {
        Piece::Text(text, _) => text.clone(),
        Piece::Open(_) => UNKNOWN.to_string(),
        Piece::Role(_) => String::new(),
    });
    pieces.collect()
}

fn parent(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((_, name)) if name.contains(UNKNOWN) || name == ".." => format!("{path}/.."),
        Some((folder, _)) => folder.to_string(),
        None if path.contains(UNKNOWN) => path.to_string(),
        None if path == ROOT => path.to_string(),
        None => ".".to_string(),
    }
}

/// A path below a folder; one from the root or with an unknown start stands for itself.
fn below(folder: &str, path: &str) -> String {
    if path.starts_with(ROOT) || path.starts_with('/') {
        return path.to_string();
    }
    match folder {
        "" => path.to_string(),
        folder => format!("{folder}/{path}"),
    }
}

fn each_with(
    left: &[String],
    right: &[String],
    join: impl Fn(&str, &str) -> String,
) -> Vec<String> {
    let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (a, b)));
    pairs.take(MOST_PATHS).map(|(a, b)| join(a, b)).collect()
}
