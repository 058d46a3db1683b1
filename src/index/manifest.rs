//! What the manifests of a project say of names: `paths` and `baseUrl` of a `tsconfig.json`, names
//! and `exports` of workspace packages, `imports` of a package or of Deno, the library of a
//! `Cargo.toml`.
//!
//! It only says where a module may stand; whether a file stands there is the index's to look up.

use super::modules::{joined, normalised, parent};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// How many configurations may extend each other.
const DEEPEST: usize = 8;
/// How deep the conditions of an `exports` entry are followed.
const CONDITIONS: usize = 6;
/// The conditions of `exports` and the fields of a package that name its code, best first.
const ENTRIES: &[&str] = &[
    "source", "bun", "import", "module", "default", "require", "node", "main", "types",
];
/// Folders of build output: what is built there comes from `src/` or from the package itself.
const BUILT: &[&str] = &["dist/", "build/", "lib/", "out/", "esm/", "cjs/"];

/// A manifest as it was found: its path below the root, with `/`, and its text.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The path.
    pub path: String,
    /// The text.
    pub text: String,
}

/// All manifests of a scan, read.
#[derive(Debug, Default)]
pub(super) struct Manifests {
    /// Alias patterns by the folder of the configuration that they hold in.
    aliases: HashMap<String, Vec<Alias>>,
    packages: HashMap<String, Package>,
}

/// `"@app/*": ["src/app/*"]`: what stands before and after the star, and the same of the targets.
#[derive(Clone, Debug)]
struct Alias {
    before: String,
    after: String,
    targets: Vec<String>,
}

#[derive(Debug)]
struct Package {
    folder: String,
    json: Map<String, Value>,
}

/// What code calls the library of a `Cargo.toml`, and the file that it starts with.
pub(super) fn library(manifest: &Manifest) -> Option<(String, String)> {
    if !manifest.path.ends_with("Cargo.toml") {
        return None;
    }
    let read: toml::Table = manifest.text.parse().ok()?;
    let text = |table: &str, key: &str| read.get(table)?.get(key)?.as_str();
    let name = text("lib", "name").or_else(|| text("package", "name"))?;
    let root = text("lib", "path").unwrap_or("src/lib.rs");
    let root = normalised(&joined(parent(&manifest.path), root));
    Some((name.replace('-', "_"), root))
}

impl Manifests {
    pub fn read(manifests: &[Manifest]) -> Manifests {
        let mut configs = HashMap::new();
        let mut read = Manifests::default();
        for manifest in manifests {
            let Some(Value::Object(json)) = lenient(&manifest.text) else {
                continue;
            };
            let folder = parent(&manifest.path).to_string();
            match manifest.path.rsplit('/').next() {
                Some("package.json") => read.package(folder, json),
                Some("deno.json" | "deno.jsonc" | "import_map.json") => {
                    read.imports(&folder, json.get("imports"));
                }
                _ => {
                    configs.insert(manifest.path.clone(), json);
                }
            }
        }
        let mut paths: Vec<&String> = configs.keys().collect();
        paths.sort();
        for path in paths {
            let mut aliases = Vec::new();
            read.config(&configs, path, DEEPEST, &mut aliases);
            let folder = read.aliases.entry(parent(path).to_string()).or_default();
            folder.extend(aliases);
        }
        read
    }

    fn package(&mut self, folder: String, json: Map<String, Value>) {
        self.imports(&folder, json.get("imports"));
        if let Some(Value::String(name)) = json.get("name") {
            let name = name.clone();
            let package = Package { folder, json };
            self.packages.entry(name).or_insert(package);
        }
    }

    /// `"#lib/*": "./src/lib/*"`, and Deno's `"@/": "./src/"`.
    fn imports(&mut self, folder: &str, imports: Option<&Value>) {
        let Some(Value::Object(imports)) = imports else {
            return;
        };
        for (pattern, target) in imports {
            let Some(target) = chosen(target, CONDITIONS).filter(|target| target.starts_with('.'))
            else {
                continue;
            };
            let (pattern, target) = match pattern.ends_with('/') {
                true => (format!("{pattern}*"), format!("{target}*")),
                false => (pattern.clone(), target.to_string()),
            };
            let alias = Alias::new(&pattern, vec![normalised(&joined(folder, &target))]);
            self.aliases
                .entry(folder.to_string())
                .or_default()
                .push(alias);
        }
    }

    /// The aliases of a configuration; what it extends comes last.
    fn config(
        &self,
        configs: &HashMap<String, Map<String, Value>>,
        path: &str,
        depth: usize,
        found: &mut Vec<Alias>,
    ) {
        let (Some(json), Some(depth)) = (configs.get(path), depth.checked_sub(1)) else {
            return;
        };
        let folder = parent(path);
        let options = json.get("compilerOptions");
        let base = options.and_then(|options| options.get("baseUrl")?.as_str());
        let root = normalised(&joined(folder, base.unwrap_or_default()));
        if let Some(Value::Object(paths)) = options.and_then(|options| options.get("paths")) {
            for (pattern, targets) in paths {
                let targets = targets.as_array().into_iter().flatten();
                let targets = targets.filter_map(Value::as_str);
                let targets = targets.map(|target| normalised(&joined(&root, target)));
                found.push(Alias::new(pattern, targets.collect()));
            }
        }
        if base.is_some() {
            found.push(Alias::new("*", vec![joined(&root, "*")]));
        }
        let extended = match json.get("extends") {
            Some(Value::String(one)) => vec![one.as_str()],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        for extended in extended {
            if let Some(path) = self.extended(configs, folder, extended) {
                self.config(configs, &path, depth, found);
            }
        }
    }

    fn extended(
        &self,
        configs: &HashMap<String, Map<String, Value>>,
        folder: &str,
        extended: &str,
    ) -> Option<String> {
        let path = match extended.starts_with('.') {
            true => normalised(&joined(folder, extended)),
            false => {
                let (package, rest) = self.package_of(extended)?;
                joined(&package.folder, rest)
            }
        };
        [
            path.clone(),
            format!("{path}.json"),
            joined(&path, "tsconfig.json"),
        ]
        .into_iter()
        .find(|path| configs.contains_key(path))
    }

    /// Where the module that a script in `folder` imports as `path` may stand, best first.
    pub fn candidates(&self, folder: &str, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut next = Some(folder);
        while let Some(folder) = next {
            let aliases = self.aliases.get(folder).into_iter().flatten();
            let mut fitting: Vec<(&Alias, &str)> = aliases
                .filter_map(|alias| Some((alias, alias.star(path)?)))
                .collect();
            // The longest prefix wins, as for the compiler.
            fitting.sort_by_key(|(alias, _)| std::cmp::Reverse(alias.before.len()));
            for (alias, star) in fitting {
                let targets = alias.targets.iter();
                found.extend(targets.map(|target| target.replacen('*', star, 1)));
            }
            next = (!folder.is_empty()).then(|| parent(folder));
        }
        if let Some((package, rest)) = self.package_of(path) {
            package.candidates(rest, &mut found);
        }
        found
    }

    /// The workspace package that a path starts with, and the rest of the path.
    fn package_of<'p>(&self, path: &'p str) -> Option<(&Package, &'p str)> {
        let mut name = path;
        loop {
            if let Some(package) = self.packages.get(name) {
                return Some((package, path[name.len()..].trim_start_matches('/')));
            }
            name = name.rsplit_once('/')?.0;
        }
    }
}

impl Alias {
    fn new(pattern: &str, targets: Vec<String>) -> Alias {
        let (before, after) = pattern.split_once('*').unwrap_or((pattern, "\0"));
        Alias {
            before: before.to_string(),
            after: after.to_string(),
            targets,
        }
    }

    /// What the star stands for in a path that fits.
    fn star<'p>(&self, path: &'p str) -> Option<&'p str> {
        match self.after.as_str() {
            "\0" => (path == self.before).then_some(""),
            after => path.strip_prefix(self.before.as_str())?.strip_suffix(after),
        }
    }
}

impl Package {
    fn candidates(&self, rest: &str, found: &mut Vec<String>) {
        let key = match rest {
            "" => ".".to_string(),
            rest => format!("./{rest}"),
        };
        let mut targets = Vec::new();
        match self.json.get("exports") {
            Some(Value::Object(exports)) if exports.keys().any(|key| key.starts_with('.')) => {
                targets.extend(exported(exports, &key));
            }
            Some(whole) if rest.is_empty() => {
                targets.extend(chosen(whole, CONDITIONS).map(str::to_string));
            }
            _ => {}
        }
        if rest.is_empty() {
            let fields = ENTRIES
                .iter()
                .filter_map(|field| self.json.get(*field)?.as_str());
            targets.extend(fields.map(str::to_string));
        }
        for target in &targets {
            let target = normalised(target);
            found.push(joined(&self.folder, &target));
            for built in BUILT {
                let Some(inside) = target.strip_prefix(built) else {
                    continue;
                };
                let stem = inside.split_once(".d.").map_or(inside, |(stem, _)| stem);
                let inside = stem.strip_prefix("src/").unwrap_or(stem);
                found.push(joined(&joined(&self.folder, "src"), inside));
                found.push(joined(&self.folder, stem));
            }
        }
        found.push(joined(&self.folder, rest));
        found.push(joined(&joined(&self.folder, "src"), rest));
    }
}

/// What `exports` gives for a key, its patterns with a star followed.
fn exported(exports: &Map<String, Value>, key: &str) -> Option<String> {
    if let Some(value) = exports.get(key) {
        return chosen(value, CONDITIONS).map(str::to_string);
    }
    exports.iter().find_map(|(pattern, value)| {
        let alias = Alias::new(pattern, Vec::new());
        let star = alias.star(key).filter(|_| pattern.contains('*'))?;
        Some(chosen(value, CONDITIONS)?.replacen('*', star, 1))
    })
}

/// The path that conditions lead to.
fn chosen(value: &Value, depth: usize) -> Option<&str> {
    match value {
        Value::String(path) => Some(path),
        Value::Object(conditions) => {
            let depth = depth.checked_sub(1)?;
            let named = ENTRIES.iter().filter_map(|name| conditions.get(*name));
            named
                .chain(conditions.values())
                .find_map(|value| chosen(value, depth))
        }
        Value::Array(several) => several.first().and_then(Value::as_str),
        _ => None,
    }
}

/// JSON as configurations are written: with comments and trailing commas.
fn lenient(text: &str) -> Option<Value> {
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let (mut at, mut quoted) = (0, false);
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'\\', Some(next)) if quoted => {
                out.extend([*byte, *next]);
                at += 1;
            }
            (b'"', _) => {
                quoted = !quoted;
                out.push(*byte);
            }
            (b'/', Some(b'/')) if !quoted => {
                at += memchr::memchr(b'\n', &bytes[at..]).unwrap_or(bytes.len() - at);
                continue;
            }
            (b'/', Some(b'*')) if !quoted => {
                at += memchr::memmem::find(&bytes[at..], b"*/")
                    .map_or(bytes.len() - at, |end| end + 2);
                continue;
            }
            (b'}' | b']', _) if !quoted => {
                while out
                    .last()
                    .is_some_and(|last| last.is_ascii_whitespace() || *last == b',')
                {
                    out.pop();
                }
                out.push(*byte);
            }
            _ => out.push(*byte),
        }
        at += 1;
    }
    serde_json::from_slice(&out).ok()
}

#[cfg(test)]
mod tests {
    use super::{Manifest, Manifests};

    /// Each file as `path` and text; each question as folder and import, with some candidate.
    #[test]
    fn modules_stand_where_manifests_say() {
        let manifest = |(path, text): (&str, &str)| Manifest {
            path: path.to_string(),
            text: text.to_string(),
        };
        let files = [
            (
                "tsconfig.base.json",
                r#"{ // shared
                "compilerOptions": { "paths": { "@lib/*": ["./libs/*", "./more/*"], }, }, }"#,
            ),
            (
                "apps/web/tsconfig.json",
                r#"{"extends": "../../tsconfig.base",
                "compilerOptions": {"baseUrl": "src", "paths": {"~ai": ["ai/index.ts"]}}}"#,
            ),
            (
                "apps/edge/deno.json",
                r#"{"imports": {"$shared/": "../shared/", "openai": "npm:openai"}}"#,
            ),
            (
                "packages/core/package.json",
                r##"{"name": "@acme/core", "imports": {"#x/*": "./src/x/*.js"},
                "exports": {".": {"types": "./dist/index.d.ts", "import": "./dist/index.js"},
                            "./llm/*": "./dist/llm/*.js"}}"##,
            ),
            (
                "packages/main/package.json",
                r#"{"name": "plain", "main": "lib/main.js"}"#,
            ),
        ];
        let read = Manifests::read(&files.map(manifest));
        for (folder, path, expected) in [
            ("apps/web/src/app", "@lib/prompts", "libs/prompts"),
            ("apps/web/src/app", "@lib/prompts", "more/prompts"),
            ("apps/web/src/app", "~ai", "apps/web/src/ai/index.ts"),
            ("apps/web", "server/llm", "apps/web/src/server/llm"),
            (
                "apps/edge/functions",
                "$shared/llm.ts",
                "apps/shared/llm.ts",
            ),
            ("packages/core/src", "#x/a", "packages/core/src/x/a.js"),
            ("apps/web", "@acme/core", "packages/core/src/index.js"),
            (
                "apps/web",
                "@acme/core/llm/ask",
                "packages/core/src/llm/ask.js",
            ),
            ("apps/web", "@acme/core/src/deep", "packages/core/src/deep"),
            ("apps/web", "plain", "packages/main/src/main.js"),
        ] {
            let found = read.candidates(folder, path);
            assert!(
                found.iter().any(|one| one == expected),
                "{path} in {folder}: {found:?}"
            );
        }
        assert!(read.candidates("apps/edge", "openai").is_empty());
    }
}
